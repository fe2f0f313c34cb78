import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useMay } from '../../api/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { dialogWords } from './dialog-words.ts'
import type { PaymentRequest } from './make-request.ts'

/** Takes a request back, and its invoices too where that is wanted. */
export function VoidRequest({ request, onClose }: { request: PaymentRequest; onClose: () => void }) {
  const say = useWords(dialogWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const mayVoidInvoices = useMay('invoices.write') && request.invoices.length > 0
  const [withInvoices, setWithInvoices] = useState(false)
  const takeBack = async () => {
    const body = { void_invoices: withInvoices }
    const params = { path: { id: request.id }, header: keyOf('void', body) }
    await ask(api.POST('/v1/payment_requests/{id}/void', { params, body }))
    toast({ tone: 'done', text: say('voided') })
    for (const kind of ['payment_requests', 'invoices']) void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('voidTitle', { reference: request.reference })}
      action={say('voidDo')}
      isDangerous
      onConfirm={takeBack}
      onClose={onClose}
    >
      <p>{say('voidText', { amount: formatMoney(request.open, request.currency, locale) })}</p>
      {mayVoidInvoices && (
        <Checkbox
          label={say('voidInvoices')}
          description={say('voidInvoicesHint')}
          checked={withInvoices}
          onChange={(event) => setWithInvoices(event.currentTarget.checked)}
        />
      )}
    </Confirm>
  )
}
