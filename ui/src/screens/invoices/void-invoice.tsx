import { useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { invoiceWords } from './invoice-words.ts'

interface Props {
  invoice: Invoice
  /** What follows once it is void. */
  onVoided?: () => void
  onClose: () => void
}

/** Asks before an invoice is voided: nobody owes it any more. */
export function VoidInvoice({ invoice, onVoided, onClose }: Props) {
  const say = useWords(invoiceWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const takeBack = async () => {
    const params = { path: { id: invoice.id }, header: keyOf('void', invoice.id) }
    await ask(api.POST('/v1/invoices/{id}/void', { params }))
    toast({ tone: 'done', text: say('voided', { number: invoice.number }) })
    for (const kind of ['invoices', 'payment_requests']) void queries.invalidateQueries({ queryKey: [kind] })
    onVoided?.()
  }
  return (
    <Confirm
      title={say('voidTitle', { number: invoice.number })}
      action={say('voidDo')}
      isDangerous
      onConfirm={takeBack}
      onClose={onClose}
    >
      <p>{say('voidText', { amount: formatMoney(invoice.open, invoice.currency, locale) })}</p>
    </Confirm>
  )
}
