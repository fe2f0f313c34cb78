import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useSession } from '../../api/session.ts'
import { CustomerField, type Payer } from '../../parts/customer-field.tsx'
import { customerOf } from '../../parts/customer-of.ts'
import { DetailForm, DetailHead } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { noTerms, formStyles as styles, termsWords, usePreview } from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'
import { bodyOf, OrderFields } from './order-form.tsx'

/** Order Entry → Add order. It is taken under the next number, or kept as a draft. */
export function Component() {
  const say = useWords(formWords)
  const { locale } = useLanguage()
  const { company } = useSession()
  const navigate = useNavigate()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [payer, setPayer] = useState<Payer>()
  const [currency, setCurrency] = useState(company.currency)
  const [head, setHead] = useState({ po_number: '', wanted_on: '', note: '' })
  const [terms, setTerms] = useState(noTerms)
  const [isTried, setTried] = useState(false)
  const isCurrency = /^[a-z]{3}$/.test(currency)
  const { body, sums, error } = usePreview(
    terms,
    isCurrency ? currency : company.currency,
    useWords(termsWords)('discountLabel'),
  )
  const taking = useMutation({
    mutationFn: async ({ what, draft }: { what: NonNullable<typeof body>; draft: boolean }) => {
      const order = {
        ...bodyOf(what, terms, head),
        currency,
        draft,
        customer: await customerOf(payer, keyOf),
      }
      return ask(api.POST('/v1/orders', { body: order, params: { header: keyOf('order', order) } }))
    },
    onSuccess: ({ id, number }) => {
      for (const kind of ['orders', 'customers']) void queries.invalidateQueries({ queryKey: [kind] })
      toast({ tone: 'done', text: say('made', { number }) })
      navigate(`/orders/${id}`, { replace: true })
    },
  })
  const isNamed = payer !== undefined && payer.kind !== 'address'
  const take = (draft: boolean) => {
    setTried(true)
    if (isNamed && isCurrency && body !== undefined && !taking.isPending) taking.mutate({ what: body, draft })
  }
  return (
    <DetailForm onSubmit={() => take(false)}>
      <DetailHead title={say('newTitle')} closesTo="/orders" />
      <div>
        <CustomerField label={say('customer')} allowNew autoFocus value={payer} onChange={setPayer} />
        {isTried && !isNamed && (
          <p role="alert" className={styles.wrong}>
            {say('customerWanted')}
          </p>
        )}
      </div>
      <TextInput
        label={say('currency')}
        maxLength={3}
        autoComplete="off"
        value={currency.toUpperCase()}
        error={isCurrency ? undefined : say('needed')}
        onChange={(event) => setCurrency(event.currentTarget.value.toLowerCase())}
      />
      <OrderFields
        head={head}
        onHead={setHead}
        terms={terms}
        onTerms={setTerms}
        currency={currency}
        isTried={isTried}
        sums={sums}
        error={taking.error ? null : error}
      />
      <ProblemNote error={taking.error} />
      <div className={styles.foot}>
        <Button type="submit" loading={taking.isPending}>
          {sums === undefined
            ? say('addPlain')
            : say('add', { amount: formatMoney(sums.total, sums.currency, locale) })}
        </Button>
        <Button variant="default" disabled={taking.isPending} onClick={() => take(true)}>
          {say('draft')}
        </Button>
      </div>
    </DetailForm>
  )
}
