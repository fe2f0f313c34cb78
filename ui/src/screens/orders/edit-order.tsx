import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { DetailForm, DetailHead, DetailPage } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { noTerms, formStyles as styles, termsOf, termsWords, usePreview } from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'
import { useOrder } from './order.tsx'
import { bodyOf, OrderFields } from './order-form.tsx'
import type { Order } from './order-list.tsx'

/** changes an order that is not confirmed, and its invoice with it. */
export function Component() {
  const { id = '' } = useParams()
  return <DetailPage query={useOrder(id)}>{(order) => <Edit key={id} seen={order} />}</DetailPage>
}

function Edit({ seen }: { seen: Order }) {
  // What the editor saw, so that an edit on top of somebody else's is refused and not hidden.
  const [order] = useState(seen)
  const say = useWords(formWords)
  const { locale } = useLanguage()
  const navigate = useNavigate()
  const { search } = useLocation()
  const toast = useToast()
  const queries = useQueryClient()
  const [head, setHead] = useState({
    po_number: order.po_number ?? '',
    wanted_on: order.wanted_on ?? '',
    note: order.note ?? '',
  })
  const [terms, setTerms] = useState(() => termsOf(order, locale) ?? noTerms())
  const [isTried, setTried] = useState(false)
  const { body, sums, error } = usePreview(terms, order.currency, useWords(termsWords)('discountLabel'))
  const path = `/orders/${order.id}`
  const saving = useMutation({
    mutationFn: (what: NonNullable<typeof body>) =>
      ask(
        api.PATCH('/v1/orders/{id}', {
          params: { path: { id: order.id } },
          body: { revision: order.revision, ...bodyOf(what, terms, head) },
        }),
      ),
    onSuccess: ({ number }) => {
      for (const kind of ['orders', 'invoices', 'payment_requests'])
        void queries.invalidateQueries({ queryKey: [kind] })
      toast({ tone: 'done', text: say('saved', { number }) })
      navigate({ pathname: path, search }, { replace: true })
    },
  })
  const { invoice } = order
  return (
    <DetailForm
      onSubmit={() => {
        setTried(true)
        if (body !== undefined && !saving.isPending) saving.mutate(body)
      }}
    >
      <DetailHead title={say('editTitle', { number: order.number })} closesTo={path} />
      {invoice !== null && invoice.status !== 'void' && (
        <p>{say('invoiceFollows', { number: invoice.number })}</p>
      )}
      <OrderFields
        head={head}
        onHead={setHead}
        terms={terms}
        onTerms={setTerms}
        currency={order.currency}
        isTried={isTried}
        sums={sums}
        error={saving.error ? null : error}
      />
      <ProblemNote error={saving.error} />
      <div className={styles.foot}>
        <Button type="submit" loading={saving.isPending}>
          {say('save')}
        </Button>
        <Button variant="default" onClick={() => navigate({ pathname: path, search })}>
          {say('abandon')}
        </Button>
      </div>
    </DetailForm>
  )
}
