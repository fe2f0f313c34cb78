import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import {
  formStyles as styles,
  type Terms,
  TermsFields,
  type usePreview,
  withProduct,
} from '../../parts/terms/index.ts'
import { useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'

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
      <ProductField terms={terms} onTerms={onTerms} currency={currency} />
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

function ProductField({ terms, onTerms, currency }: Pick<Props, 'terms' | 'onTerms' | 'currency'>) {
  const say = useWords(formWords)
  const { data } = useQuery({
    queryKey: ['products', 'sold'],
    queryFn: () => ask(api.GET('/v1/products', { params: { query: { active: true, limit: 100 } } })),
  })
  const sold = (data?.data ?? [])
    .filter((product) => product.currency === currency)
    .toSorted((one, other) => one.name.localeCompare(other.name))
  if (sold.length === 0) return null
  return (
    <NativeSelect
      label={say('product')}
      value=""
      data={[
        { value: '', label: say('productChoose') },
        ...sold.map(({ id, code, name }) => ({ value: id, label: `${name} · ${code}` })),
      ]}
      onChange={(event) => {
        const product = sold.find(({ id }) => id === event.currentTarget.value)
        if (product !== undefined) onTerms(withProduct(terms, product))
      }}
    />
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
