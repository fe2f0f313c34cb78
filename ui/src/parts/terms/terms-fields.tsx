import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { readDecimal, useLanguage, useWords } from '../../words/index.ts'
import { ProblemNote } from '../problem.tsx'
import { LineFields } from './line-fields.tsx'
import { type InvoiceSums, Sums } from './sums.tsx'
import { TaxTicks } from './tax-ticks.tsx'
import styles from './terms.module.css'
import { newTax, type Terms } from './terms.ts'
import { termsWords } from './words.ts'

interface Props {
  terms: Terms
  onChange: (terms: Terms) => void
  currency: string
  isTried: boolean
  sums: (InvoiceSums & { lines: readonly { amount: number }[] }) | undefined
  error: unknown
}

/** What is sold and under which taxes, with what it comes to as the server says. */
export function TermsFields({ terms, onChange, currency, isTried, sums, error }: Props) {
  const say = useWords(termsWords)
  const { locale } = useLanguage()
  const wrong = (typed: string) =>
    typed.trim() !== '' && readDecimal(typed, locale) === undefined
      ? say('numberWrong', { example: (12.5).toLocaleString(locale) })
      : undefined
  return (
    <>
      <TaxFields terms={terms} onChange={onChange} isTried={isTried} />
      <LineFields
        terms={terms}
        onChange={onChange}
        isTried={isTried}
        amounts={sums?.lines}
        currency={currency}
      />
      <div className={styles.pair}>
        <TextInput
          label={say('discount')}
          inputMode="decimal"
          autoComplete="off"
          value={terms.discount}
          error={wrong(terms.discount)}
          onChange={(event) => onChange({ ...terms, discount: event.currentTarget.value })}
        />
        <TextInput
          label={say('shipping')}
          inputMode="decimal"
          autoComplete="off"
          value={terms.shipping}
          error={wrong(terms.shipping)}
          onChange={(event) => onChange({ ...terms, shipping: event.currentTarget.value })}
        />
      </div>
      {terms.discount.trim() !== '' && (
        <TextInput
          label={say('discountName')}
          placeholder={say('discountLabel')}
          maxLength={500}
          autoComplete="off"
          value={terms.discountLabel}
          onChange={(event) => onChange({ ...terms, discountLabel: event.currentTarget.value })}
        />
      )}
      {terms.shipping.trim() !== '' && terms.taxes.length > 0 && (
        <div className={styles.row}>
          <span>{say('shippingCarries')}</span>
          <TaxTicks
            taxes={terms.taxes}
            ticked={terms.shippingTaxes}
            nameOf={(name) => say('shippingTax', { name })}
            onChange={(shippingTaxes) => onChange({ ...terms, shippingTaxes })}
          />
        </div>
      )}
      <ProblemNote error={error} />
      <div aria-live="polite">
        {sums === undefined ? <p className={styles.quiet}>{say('sumsWait')}</p> : <Sums sums={sums} />}
      </div>
    </>
  )
}

function TaxFields({ terms, onChange, isTried }: Pick<Props, 'terms' | 'onChange' | 'isTried'>) {
  const say = useWords(termsWords)
  const { locale } = useLanguage()
  const change = (id: string, changes: { name?: string; rate?: string }) =>
    onChange({ ...terms, taxes: terms.taxes.map((tax) => (tax.id === id ? { ...tax, ...changes } : tax)) })
  const add = () => {
    const tax = newTax()
    onChange({
      ...terms,
      taxes: [...terms.taxes, tax],
      lines: terms.lines.map((line) => ({ ...line, taxes: [...line.taxes, tax.id] })),
      shippingTaxes: [...terms.shippingTaxes, tax.id],
    })
  }
  return (
    <fieldset className={styles.set}>
      <legend>{say('taxes')}</legend>
      {terms.taxes.map(({ id, name, rate }) => (
        <div key={id} className={styles.tax}>
          <TextInput
            label={say('taxName')}
            autoComplete="off"
            value={name}
            onChange={(event) => change(id, { name: event.currentTarget.value })}
          />
          <TextInput
            label={say('taxRate')}
            inputMode="decimal"
            autoComplete="off"
            value={rate}
            error={
              (isTried || rate !== '') && readDecimal(rate, locale) === undefined ? say('wanted') : undefined
            }
            onChange={(event) => change(id, { rate: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            className={styles.remove}
            aria-label={say('removeTax', { name })}
            onClick={() =>
              onChange({
                ...terms,
                taxes: terms.taxes.filter((tax) => tax.id !== id),
                lines: terms.lines.map((line) => ({
                  ...line,
                  taxes: line.taxes.filter((other) => other !== id),
                })),
                shippingTaxes: terms.shippingTaxes.filter((other) => other !== id),
              })
            }
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.row}>
        <Button variant="subtle" size="compact-sm" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
          {say('addTax')}
        </Button>
        {terms.taxes.length > 0 && (
          <Checkbox
            size="xs"
            label={say('taxIncluded')}
            checked={terms.taxIncluded}
            onChange={(event) => onChange({ ...terms, taxIncluded: event.currentTarget.checked })}
          />
        )}
      </div>
    </fieldset>
  )
}
