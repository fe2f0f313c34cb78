import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useSession } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { CustomerField, type Payer } from '../../parts/customer-field.tsx'
import { customerOf } from '../../parts/customer-of.ts'
import { DetailForm, DetailHead } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import {
  copiedTerms,
  noTerms,
  formStyles as styles,
  TermsFields,
  termsWords,
  usePreview,
} from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'
import { useInvoice } from './invoice.tsx'
import type { Invoice } from './invoice-list.tsx'

/** A new invoice, issued under the next number of the company's own series; of another one where that is to begin from. */
export function Component() {
  const [search] = useSearchParams()
  const copy = search.get('copy')
  return copy === null ? <New /> : <Copied key={copy} id={copy} />
}

function Copied({ id }: { id: string }) {
  const { data: invoice, error, refetch } = useInvoice(id)
  const customer = useQuery({
    queryKey: ['customers', invoice?.customer],
    queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id: invoice?.customer ?? '' } } })),
    enabled: invoice !== undefined,
  })
  const failed = error ?? customer.error
  if (failed) return <ProblemNote error={failed} onAgain={() => (error ? refetch() : customer.refetch())} />
  if (invoice === undefined || customer.data === undefined) return <Lines count={8} />
  return <New from={{ invoice, customer: customer.data }} />
}

interface NewProps {
  from?: { invoice: Invoice; customer: Extract<Payer, { kind: 'customer' }>['customer'] }
}

function New({ from }: NewProps) {
  const say = useWords(formWords)
  const { locale } = useLanguage()
  const { company } = useSession()
  const navigate = useNavigate()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [payer, setPayer] = useState<Payer | undefined>(from && { kind: 'customer', customer: from.customer })
  const [currency, setCurrency] = useState(from?.invoice.currency ?? company.currency)
  const [head, setHead] = useState({
    due_on: '',
    order_reference: from?.invoice.order_reference ?? '',
    note: from?.invoice.note ?? '',
  })
  const [terms, setTerms] = useState(() =>
    from === undefined ? noTerms() : copiedTerms(from.invoice, locale),
  )
  const [isTried, setTried] = useState(false)
  const isCurrency = /^[a-z]{3}$/.test(currency)
  const { body, sums, error } = usePreview(
    terms,
    isCurrency ? currency : company.currency,
    useWords(termsWords)('discountLabel'),
  )
  const issuing = useMutation({
    mutationFn: async (what: NonNullable<typeof body>) => {
      const order = {
        ...what,
        currency,
        customer: await customerOf(payer, keyOf),
        due_on: head.due_on || null,
        order_reference: head.order_reference.trim() || null,
        note: head.note.trim() || null,
      }
      return ask(api.POST('/v1/invoices', { body: order, params: { header: keyOf('invoice', order) } }))
    },
    onSuccess: ({ id, number }) => {
      for (const kind of ['invoices', 'customers']) void queries.invalidateQueries({ queryKey: [kind] })
      toast({ tone: 'done', text: say('made', { number }) })
      navigate(`/invoices/${id}`, { replace: true })
    },
  })
  const isNamed = payer !== undefined && payer.kind !== 'address'
  const field = (name: keyof typeof head) => ({
    value: head[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      setHead({ ...head, [name]: event.currentTarget.value }),
  })
  return (
    <DetailForm
      onSubmit={() => {
        setTried(true)
        if (isNamed && isCurrency && body !== undefined && !issuing.isPending) issuing.mutate(body)
      }}
    >
      <DetailHead title={say('newTitle')} closesTo="/invoices" />
      <div>
        <CustomerField label={say('customer')} allowNew autoFocus value={payer} onChange={setPayer} />
        {isTried && !isNamed && <ProblemText>{say('customerWanted')}</ProblemText>}
      </div>
      <div className={styles.pair}>
        <TextInput type="date" label={say('due')} {...field('due_on')} />
        <TextInput
          label={say('currency')}
          maxLength={3}
          autoComplete="off"
          value={currency.toUpperCase()}
          error={isCurrency ? undefined : say('wanted')}
          onChange={(event) => setCurrency(event.currentTarget.value.toLowerCase())}
        />
      </div>
      <TermsFields
        terms={terms}
        onChange={setTerms}
        currency={currency}
        isTried={isTried}
        sums={sums}
        error={issuing.error ? null : error}
      />
      <TextInput label={say('order')} maxLength={500} {...field('order_reference')} />
      <Textarea
        label={say('note')}
        description={say('noteHint')}
        autosize
        minRows={2}
        maxLength={5000}
        {...field('note')}
      />
      <ProblemNote error={issuing.error} />
      <div className={styles.foot}>
        <Button type="submit" loading={issuing.isPending}>
          {sums === undefined
            ? say('issuePlain')
            : say('issue', { amount: formatMoney(sums.total, sums.currency, locale) })}
        </Button>
      </div>
    </DetailForm>
  )
}

function ProblemText({ children }: { children: string }) {
  return (
    <p role="alert" className={styles.wrong}>
      {children}
    </p>
  )
}
