import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { DetailForm, DetailHead, DetailPage } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import {
  noTerms,
  formStyles as styles,
  type Terms,
  TermsFields,
  termsOf,
  termsWords,
  usePreview,
} from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'
import { useInvoice } from './invoice.tsx'
import type { Invoice } from './invoice-list.tsx'
import { OriginalNote } from './original-note.tsx'

/** Changes an invoice under its number: what stands around its lines, and the lines where they are not those of a file. */
export function Component() {
  const { id = '' } = useParams()
  return <DetailPage query={useInvoice(id)}>{(invoice) => <Edit key={id} seen={invoice} />}</DetailPage>
}

function Edit({ seen }: { seen: Invoice }) {
  // What the editor saw, so that an edit on top of somebody else's is refused and not hidden.
  const [invoice, setInvoice] = useState(seen)
  const say = useWords(formWords)
  const { locale } = useLanguage()
  const navigate = useNavigate()
  const { search } = useLocation()
  const toast = useToast()
  const queries = useQueryClient()
  const [head, setHead] = useState(() => headOf(invoice))
  const before = useMemo(() => termsOf(invoice, locale), [invoice, locale])
  const [terms, setTerms] = useState<Terms>()
  const [isTried, setTried] = useState(false)
  const { body, sums, error } = usePreview(
    terms ?? before ?? noTerms(),
    invoice.currency,
    useWords(termsWords)('discountLabel'),
  )
  const path = `/invoices/${invoice.id}`
  const saving = useMutation({
    mutationFn: () => {
      const { currency: _, ...lines } = (terms && body) ?? {}
      return ask(
        api.PATCH('/v1/invoices/{id}', {
          params: { path: { id: invoice.id } },
          body: { revision: invoice.revision, ...lines, ...changesOf(invoice, head) },
        }),
      )
    },
    onSuccess: ({ number, payment_link: { possible }, open }) => {
      for (const kind of ['invoices', 'payment_requests'])
        void queries.invalidateQueries({ queryKey: [kind] })
      toast({ tone: 'done', text: say(possible || open === 0 ? 'saved' : 'savedNoLink', { number }) })
      navigate({ pathname: path, search }, { replace: true })
    },
  })
  const isRevised = saving.error instanceof Problem && saving.error.code === 'invoice_revised'
  /** What the editor did not touch becomes what it is now; what they typed stays theirs. */
  const goOnWithNewer = () => {
    const [was, is] = [headOf(invoice), headOf(seen)]
    const names = Object.keys(is) as (keyof Head)[]
    const next = names.map((name) => [name, head[name] === was[name] ? is[name] : head[name]] as const)
    setHead({ ...is, ...Object.fromEntries(next) })
    setInvoice(seen)
    saving.reset()
  }
  const field = (name: keyof typeof head) => ({
    value: head[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      setHead({ ...head, [name]: event.currentTarget.value }),
  })
  const money = (amount: number) => formatMoney(amount, invoice.currency, locale)
  return (
    <DetailForm
      onSubmit={() => {
        setTried(true)
        if ((terms === undefined || body !== undefined) && head.name.trim() !== '' && !saving.isPending)
          saving.mutate()
      }}
    >
      <DetailHead title={say('editTitle', { number: invoice.number })} closesTo={path} />
      <div className={styles.pair}>
        <TextInput
          label={say('buyer')}
          maxLength={500}
          error={head.name.trim() === '' ? say('wanted') : undefined}
          {...field('name')}
        />
        <TextInput label={say('buyerEmail')} type="email" {...field('email')} />
      </div>
      <div className={styles.pair}>
        <TextInput type="date" label={say('due')} {...field('due_on')} />
        <TextInput label={say('order')} maxLength={500} {...field('order_reference')} />
      </div>
      {before === undefined ? (
        <OriginalNote invoice={invoice} />
      ) : terms === undefined ? (
        <Button variant="default" className={styles.add} onClick={() => setTerms(before)}>
          {say('lineChange')}
        </Button>
      ) : (
        <>
          <TermsFields
            terms={terms}
            onChange={setTerms}
            currency={invoice.currency}
            isTried={isTried}
            sums={sums}
            error={saving.error ? null : error}
          />
          {sums !== undefined && sums.total !== invoice.total && (
            <p>{say('was', { before: money(invoice.total), after: money(sums.total) })}</p>
          )}
        </>
      )}
      <Textarea
        label={say('note')}
        description={say('noteHint')}
        autosize
        minRows={2}
        maxLength={5000}
        {...field('note')}
      />
      <ProblemNote error={saving.error} />
      {isRevised && seen.revision !== invoice.revision && (
        <div className={styles.row}>
          <p>{say('revised')}</p>
          <Button variant="default" size="compact-sm" onClick={goOnWithNewer}>
            {say('goOnWithNewer')}
          </Button>
        </div>
      )}
      <div className={styles.foot}>
        <Button type="submit" loading={saving.isPending}>
          {say('save')}
        </Button>
        <Button variant="default" onClick={() => navigate({ pathname: path, search })}>
          {say('cancel')}
        </Button>
      </div>
    </DetailForm>
  )
}

type Head = Record<'name' | 'email' | 'due_on' | 'order_reference' | 'note', string>

function headOf(invoice: Invoice): Head {
  return {
    name: invoice.buyer.name,
    email: invoice.buyer.email ?? '',
    due_on: invoice.due_on ?? '',
    order_reference: invoice.order_reference ?? '',
    note: invoice.note ?? '',
  }
}

/** Only what was changed is sent. */
function changesOf(invoice: Invoice, head: Head) {
  const text = (value: string) => value.trim() || null
  const { buyer } = invoice
  const isBuyerNew = head.name.trim() !== buyer.name || text(head.email) !== buyer.email
  return {
    ...(text(head.due_on) === invoice.due_on ? {} : { due_on: text(head.due_on) }),
    ...(text(head.order_reference) === invoice.order_reference
      ? {}
      : { order_reference: text(head.order_reference) }),
    ...(text(head.note) === invoice.note ? {} : { note: text(head.note) }),
    ...(isBuyerNew ? { buyer: { name: head.name.trim(), email: text(head.email) } } : {}),
  }
}
