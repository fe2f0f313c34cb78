import { Textarea, TextInput } from '@mantine/core'
import {
  formStyles as styles,
  type Terms,
  TermsFields,
  type usePreview,
  withProduct,
} from '../../parts/terms/index.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'
import { ProductField } from './product-field.tsx'

/** What stands around the lines of an order. */
export interface Head {
  po_number: string
  wanted_on: string
  note: string
}

interface Props {
  head: Head
  onHead: (head: Head) => void
  terms: Terms
  onTerms: (terms: Terms) => void
  currency: string
  isTried: boolean
  sums: Parameters<typeof TermsFields>[0]['sums']
  error: unknown
}

/** The fields that a new order and one that is edited have alike. */
export function OrderFields({ head, onHead, terms, onTerms, currency, isTried, sums, error }: Props) {
  const say = useWords(formWords)
  const { locale } = useLanguage()
  const field = (name: keyof Head) => ({
    value: head[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onHead({ ...head, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <div className={styles.pair}>
        <TextInput label={say('po')} maxLength={500} {...field('po_number')} />
        <TextInput type="date" label={say('wanted')} {...field('wanted_on')} />
      </div>
      <ProductField
        currency={currency}
        onProduct={(product) => onTerms(withProduct(terms, product, locale))}
      />
      <TermsFields
        terms={terms}
        onChange={onTerms}
        currency={currency}
        isTried={isTried}
        sums={sums}
        error={error}
      />
      <Textarea
        label={say('note')}
        description={say('noteHint')}
        autosize
        minRows={2}
        maxLength={5000}
        {...field('note')}
      />
    </>
  )
}

/** As the API takes it, where nothing of it is missing: the lines with the products that they are of. */
export function bodyOf(body: NonNullable<ReturnType<typeof usePreview>['body']>, terms: Terms, head: Head) {
  const { currency: _, lines, ...rest } = body
  return {
    ...rest,
    lines: lines.map((line, at) => ({ ...line, product: terms.lines[at]?.product ?? null })),
    po_number: head.po_number.trim() || null,
    wanted_on: head.wanted_on || null,
    note: head.note.trim() || null,
  }
}
