import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Order } from './order-list.tsx'
import { orderWords } from './order-words.ts'

/** Asks before an order is canceled, and its invoice void. */
export function CancelOrder({ order, onClose }: { order: Order; onClose: () => void }) {
  const say = useWords(orderWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState('')
  const { id, number } = order
  const cancel = async () => {
    const body = { reason: reason.trim() || null }
    await ask(
      api.POST('/v1/orders/{id}/cancel', { params: { path: { id }, header: keyOf('cancel', body) }, body }),
    )
    toast({ tone: 'done', text: say('canceled', { number }) })
    for (const kind of ['orders', 'invoices', 'payment_requests'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('cancelTitle', { number })}
      action={say('cancelDo')}
      isDangerous
      onConfirm={cancel}
      onClose={onClose}
    >
      <p>{say('cancelText', { amount: formatMoney(order.total, order.currency, locale) })}</p>
      <TextInput
        label={say('cancelReason')}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
