import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineWords, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { MoneyField } from '../money-field.tsx'
import { Chip } from './chip.tsx'
import styles from './range.module.css'

const words = defineWords({
  en: {
    from: 'At least',
    to: 'At most',
    show: 'Show',
    between: '{from} to {to}',
    least: 'at least {from}',
    most: 'at most {to}',
  },
  fr: {
    from: 'Au moins',
    to: 'Au plus',
    show: 'Afficher',
    between: 'de {from} à {to}',
    least: 'au moins {from}',
    most: 'au plus {to}',
  },
})

interface Props {
  name: string
  currency: string
  /** In minor units, as text of the address. */
  from: string | undefined
  to: string | undefined
  onChange: (from: string | undefined, to: string | undefined) => void
}

/** A chip for a range of amounts, both ends included. */
export function AmountChip({ name, currency, from, to, onChange }: Props) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const money = (text: string) => formatMoney(Number(text), currency, locale)
  const value =
    from && to
      ? say('between', { from: money(from), to: money(to) })
      : from
        ? say('least', { from: money(from) })
        : to && say('most', { to: money(to) })
  return (
    <Chip name={name} value={value || undefined} onClear={() => onChange(undefined, undefined)}>
      {(close) => (
        <Range
          currency={currency}
          from={from === undefined ? undefined : Number(from)}
          to={to === undefined ? undefined : Number(to)}
          onShow={(nextFrom, nextTo) => {
            onChange(nextFrom?.toString(), nextTo?.toString())
            close()
          }}
        />
      )}
    </Chip>
  )
}

interface RangeProps {
  currency: string
  from: number | undefined
  to: number | undefined
  onShow: (from: number | undefined, to: number | undefined) => void
}

function Range({ currency, from, to, onShow }: RangeProps) {
  const say = useWords(words)
  const [own, setOwn] = useState({ from, to })
  return (
    <form
      className={styles.range}
      onSubmit={(event) => {
        event.preventDefault()
        onShow(own.from, own.to)
      }}
    >
      <MoneyField
        label={say('from')}
        currency={currency}
        start={from}
        onAmount={(amount) => setOwn({ ...own, from: amount })}
      />
      <MoneyField
        label={say('to')}
        currency={currency}
        start={to}
        onAmount={(amount) => setOwn({ ...own, to: amount })}
      />
      <Button type="submit">{say('show')}</Button>
    </form>
  )
}
