import { Button, Checkbox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Payer } from '../../parts/customer-field.tsx'
import { useWays, type Ways, WaysToPay } from '../../parts/ways-to-pay.tsx'
import { waysWords } from '../../parts/ways-words.ts'
import { useWords } from '../../words/index.ts'
import styles from './new-request.module.css'

const TYPING_MS = 300

export type Methods = Ways[number]['method'][]

interface Props {
  payer: Payer | undefined
  /** In minor units. */
  amount: number | undefined
  currency: string
  /** What it may be paid by of what is offered (K1); null: all of it. */
  value: Methods | null
  onChange: (value: Methods | null) => void
}

/** How what is about to be asked for could be paid, by whom and for how much it is; some of it may be taken out. */
export function NewWays({ payer, amount, currency, value, onChange }: Props) {
  const say = useWords(waysWords)
  const [isChoosing, setChoosing] = useState(false)
  const [asked] = useDebouncedValue(
    {
      currency,
      ...(amount !== undefined && amount > 0 ? { amount } : {}),
      ...(payer?.kind === 'customer' ? { customer: payer.customer.id } : {}),
    },
    TYPING_MS,
  )
  const ways = useWays(asked)
  if (ways === undefined) return null
  const offered = ways.filter((way) => way.offered).map(({ method }) => method)
  const change = (next: string[]) => {
    const kept = offered.filter((method) => next.includes(method))
    if (kept.length > 0) onChange(kept.length === offered.length ? null : kept)
  }
  return (
    <div className={styles.ways}>
      {isChoosing ? (
        <Checkbox.Group label={say('ways')} value={value ?? offered} onChange={change}>
          <div className={styles.choices}>
            {offered.map((method) => (
              <Checkbox key={method} value={method} label={say(`way_${method}`)} />
            ))}
          </div>
        </Checkbox.Group>
      ) : (
        <>
          <strong>{say('ways')}</strong> <WaysToPay ways={narrowed(ways, value)} />
          {offered.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={() => setChoosing(true)}>
              {say('choose')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** The same once it asks for some of them only. */
function narrowed(ways: Ways, value: Methods | null): Ways {
  if (value === null) return ways
  return ways.map((way) =>
    way.offered && !value.includes(way.method) ? { ...way, offered: false, reason: 'not_for_request' } : way,
  )
}
