import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, Check, HandCoins, Mail, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useMay } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { CancelOrder } from './cancel-order.tsx'
import { ConfirmOrder } from './confirm-order.tsx'
import { EmailOrder } from './email-order.tsx'
import type { Order } from './order-list.tsx'
import { orderWords } from './order-words.ts'
import styles from './orders.module.css'
import { PayOrder } from './pay-order.tsx'

/** R-058 R-059 R-075 R-081: what can be done with an order now, by whoever may. */
export function OrderActions({ order }: { order: Order }) {
  const say = useWords(orderWords)
  const { search } = useLocation()
  const mayWrite = useMay('invoices.write')
  const maySend = useMay('requests.send')
  const mayReceive = useMay('payments.receive')
  const [dialog, setDialog] = useState<'email' | 'pay' | 'confirm' | 'cancel'>()
  const close = () => setDialog(undefined)
  const { state, invoice } = order
  const isPlaced = state === 'unconfirmed' || state === 'confirmed'
  const isOwed = isPlaced && (invoice === null || invoice.status === 'void' || invoice.open > 0)
  const isFree = (invoice?.in_flight ?? 0) === 0
  // What was paid is refunded first, with the sale taken back.
  const isKept = invoice !== null && invoice.settled > 0 && invoice.status !== 'refunded'
  const canCancel = state !== 'canceled' && isFree && !isKept
  const canEdit = state === 'draft' || state === 'unconfirmed'
  return (
    <div className={styles.actions}>
      {state === 'draft' && mayWrite && <Place order={order} />}
      {isOwed && isFree && mayReceive && order.total > 0 && (
        <Button leftSection={<HandCoins size={16} aria-hidden />} onClick={() => setDialog('pay')}>
          {say(state === 'unconfirmed' ? 'pay' : 'payOnly')}
        </Button>
      )}
      {isPlaced && maySend && (
        <Button
          variant="default"
          leftSection={<Mail size={16} aria-hidden />}
          onClick={() => setDialog('email')}
        >
          {say('emailDocs')}
        </Button>
      )}
      {state === 'unconfirmed' && mayWrite && (
        <Button
          variant="default"
          leftSection={<Check size={16} aria-hidden />}
          onClick={() => setDialog('confirm')}
        >
          {say('confirm')}
        </Button>
      )}
      {canEdit && mayWrite && (
        <Button
          component={Link}
          to={{ pathname: `/orders/${order.id}/edit`, search }}
          variant="default"
          leftSection={<Pencil size={16} aria-hidden />}
        >
          {say('edit')}
        </Button>
      )}
      {canCancel && mayWrite && (
        <Button
          variant="default"
          leftSection={<Ban size={16} aria-hidden />}
          onClick={() => setDialog('cancel')}
        >
          {say('cancel')}
        </Button>
      )}
      {dialog === 'pay' && <PayOrder order={order} onClose={close} />}
      {dialog === 'email' && <EmailOrder order={order} onClose={close} />}
      {dialog === 'confirm' && <ConfirmOrder order={order} onClose={close} />}
      {dialog === 'cancel' && <CancelOrder order={order} onClose={close} />}
    </div>
  )
}

function Place({ order: { id, number } }: { order: Order }) {
  const say = useWords(orderWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const placing = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/orders/{id}/place', { params: { path: { id }, header: keyOf('place', id) } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['orders'] })
      toast({ tone: 'done', text: say('placed', { number }) })
    },
  })
  return (
    <>
      <Button loading={placing.isPending} onClick={() => placing.mutate()}>
        {say('place')}
      </Button>
      <ProblemNote error={placing.error} />
    </>
  )
}
