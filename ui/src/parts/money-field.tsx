import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { defineWords, formatMoney, plainMoney, readMoney, useLanguage, useWords } from '../words/index.ts'
import styles from './money-field.module.css'

const words = defineWords({
  en: { notAnAmount: 'Type an amount, such as {example}.', currency: 'Currency' },
  fr: { notAnAmount: 'Saisissez un montant, par exemple {example}.', currency: 'Devise' },
})

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  currency: string
  /** In minor units; undefined while what stands there is no amount. */
  onAmount: (amount: number | undefined) => void
  /** In minor units, of what stands there at first. */
  start?: number | undefined
  /** Where there is a choice of currencies; what was typed is read again in the one that is chosen. */
  choice?: { currencies: readonly string[]; onCurrency: (currency: string) => void } | undefined
}

/** A field for an amount, read as people type it: `1 240,50` and `1,240.50` are the same. */
export function MoneyField({ currency, onAmount, start, choice, error, ...props }: Props) {
  const { locale } = useLanguage()
  const say = useWords(words)
  const [text, setText] = useState(start === undefined ? '' : plainMoney(start, currency, locale))
  const [left, setLeft] = useState(false)
  const wrong = left && text !== '' && readMoney(text, currency) === undefined
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...props}
      value={text}
      error={
        error ?? (wrong ? say('notAnAmount', { example: formatMoney(124050, currency, locale) }) : undefined)
      }
      rightSection={
        choice === undefined ? (
          <span aria-hidden>{currency.toUpperCase()}</span>
        ) : (
          <NativeSelect
            aria-label={say('currency')}
            classNames={{ root: styles.choice ?? '', input: styles.currency ?? '' }}
            // Else it takes over the width of the place that it stands in.
            rightSectionWidth={28}
            data={choice.currencies.map((value) => ({ value, label: value.toUpperCase() }))}
            value={currency}
            onChange={(event) => {
              choice.onCurrency(event.currentTarget.value)
              onAmount(readMoney(text, event.currentTarget.value))
            }}
          />
        )
      }
      rightSectionWidth={choice === undefined ? 52 : 92}
      rightSectionPointerEvents={choice === undefined ? 'none' : 'all'}
      onBlur={(event) => {
        setLeft(true)
        props.onBlur?.(event)
      }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onAmount(readMoney(event.currentTarget.value, currency))
      }}
    />
  )
}
