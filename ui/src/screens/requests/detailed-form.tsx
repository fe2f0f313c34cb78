import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { addressOf, CustomerField, type Payer } from '../../parts/customer-field.tsx'
import { Money } from '../../parts/money.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { AttachmentsField } from './attachments-field.tsx'
import { useCurrencies } from './currencies.ts'
import styles from './detailed.module.css'
import { type Detailed, inCurrency, readPercent } from './detailed-draft.ts'
import { detailedWords } from './detailed-words.ts'
import { NewWays } from './new-ways.tsx'
import { TemplateField } from './template-field.tsx'

interface Props {
  detailed: Detailed
  onChange: (detailed: Detailed) => void
  /** The company's own. */
  ownCurrency: string
  isBusy: boolean
  error: unknown
  onReview: () => void
}

/** The first step: what is asked of whom, with which documents and words. */
export function DetailedForm({ detailed, onChange, ownCurrency, isBusy, error, onReview }: Props) {
  const say = useWords(detailedWords)
  const [isTried, setTried] = useState(false)
  const { subtotal, tax, shipping, percent, payer } = detailed
  const currencies = useCurrencies()
  const currency = detailed.currency ?? ownCurrency
  const change = (changes: Partial<Detailed>) => onChange({ ...detailed, ...changes })
  const text = (name: 'email' | 'title' | 'reference' | 'partLabel' | 'message') => ({
    value: detailed[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const wanted = (isMissing: boolean) => (isTried && isMissing ? say('wanted') : undefined)
  const isPercentWrong = percent !== undefined && readPercent(percent) === undefined
  const hasAmounts = subtotal !== undefined && tax !== undefined && shipping !== undefined
  const isDocumentMissing = useDocumentRequired() && detailed.attachments.length === 0
  const isWhole =
    payer !== undefined && detailed.title.trim() !== '' && hasAmounts && !isPercentWrong && !isDocumentMissing
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isWhole && !isBusy) onReview()
      }}
    >
      <div>
        <CustomerField
          label={say('payer')}
          allowNew
          autoFocus
          value={payer}
          onChange={(next) => change({ payer: next, email: emailOf(next) })}
        />
        {isTried && payer === undefined && (
          <p role="alert" className={styles.wrong}>
            {say('payerWanted')}
          </p>
        )}
      </div>
      {payer !== undefined && payer.kind !== 'address' && (
        <TextInput label={say('email')} description={say('emailHint')} type="email" {...text('email')} />
      )}
      <TextInput
        label={say('titleField')}
        description={say('titleHint')}
        maxLength={500}
        error={wanted(detailed.title.trim() === '')}
        {...text('title')}
      />
      <TextInput
        label={say('reference')}
        description={say('referenceHint')}
        maxLength={500}
        {...text('reference')}
      />
      {currencies.length > 1 && (
        <NativeSelect
          label={say('currency')}
          className={styles.currency}
          data={currencies.map((value) => ({ value, label: value.toUpperCase() }))}
          value={currency}
          onChange={(event) => onChange(inCurrency(detailed, currency, event.currentTarget.value))}
        />
      )}
      <div className={styles.three}>
        {(['subtotal', 'tax', 'shipping'] as const).map((name) => (
          <MoneyField
            key={`${name} ${currency}`}
            label={say(name)}
            currency={currency}
            start={detailed[name]}
            error={wanted(detailed[name] === undefined)}
            onAmount={(amount) => change({ [name]: amount })}
          />
        ))}
      </div>
      <p className={styles.total} aria-live="polite">
        {say('total')} {hasAmounts && <Money amount={subtotal + tax + shipping} currency={currency} />}
      </p>
      <Checkbox
        label={say('part')}
        checked={percent !== undefined}
        onChange={(event) => change({ percent: event.currentTarget.checked ? '' : undefined })}
      />
      {percent !== undefined && (
        <div className={styles.pair}>
          <TextInput
            label={say('percent')}
            description={say('percentHint')}
            inputMode="decimal"
            autoComplete="off"
            value={percent}
            error={isPercentWrong && (isTried || percent !== '') ? say('wrongPercent') : undefined}
            onChange={(event) => change({ percent: event.currentTarget.value })}
          />
          <TextInput
            label={say('partLabel')}
            description={say('partLabelHint')}
            maxLength={300}
            {...text('partLabel')}
          />
        </div>
      )}
      <AttachmentsField
        value={detailed.attachments}
        error={isTried && isDocumentMissing ? say('documentWanted') : undefined}
        onChange={(attachments) => change({ attachments })}
      />
      <Textarea
        label={say('message')}
        description={say('messageHint')}
        autosize
        minRows={3}
        maxLength={5000}
        {...text('message')}
      />
      <NewWays
        payer={payer}
        amount={hasAmounts ? subtotal + tax + shipping : undefined}
        currency={currency}
        value={detailed.methods}
        onChange={(methods) => change({ methods })}
      />
      <TemplateField value={detailed.template} onChange={(template) => change({ template })} />
      <ProblemNote error={error} />
      <div className={styles.foot}>
        <Button type="submit" loading={isBusy} rightSection={<ArrowRight size={16} aria-hidden />}>
          {say('next')}
        </Button>
      </div>
    </form>
  )
}

/** K24: whether the company sends detailed requests only with a document. */
function useDocumentRequired(): boolean {
  const { data } = useQuery({
    queryKey: ['settings', 'request.document_required'],
    queryFn: async () => (await ask(api.GET('/v1/settings'))).values['request.document_required'],
    enabled: useMay('settings.read'),
  })
  return data === true
}

function emailOf(payer: Payer | undefined): string {
  if (payer?.kind === 'customer') return addressOf(payer.customer) ?? ''
  return payer?.kind === 'address' ? payer.email : ''
}
