import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, BellRing, Copy, Landmark, Send } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { EnterCard } from '../../parts/by-phone/enter-card.tsx'
import { TakeByPhone } from '../../parts/by-phone/take-by-phone.tsx'
import { copyText } from '../../parts/copy-button.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { BookWire } from '../../parts/wires/book-wire.tsx'
import { wireWords } from '../../parts/wires/words.ts'
import { useWords } from '../../words/index.ts'
import type { PaymentRequest } from './make-request.ts'
import { Remind } from './remind.tsx'
import styles from './request.module.css'
import { requestWords } from './request-words.ts'
import { VoidRequest } from './void-request.tsx'

const ENDED: readonly PaymentRequest['status'][] = [
  'paid',
  'paid_elsewhere',
  'written_off',
  'invoice_voided',
  'superseded',
  'refunded',
  'voided',
  'processing',
]

/** What can be done with a request now, by whoever may. */
export function RequestActions({ request }: { request: PaymentRequest }) {
  const say = useWords(requestWords)
  const sayWire = useWords(wireWords)
  const mayAsk = useMay('requests.send')
  const mayBook = useMay('payments.receive') && request.open > 0
  const toast = useToast()
  const queries = useQueryClient()
  const [dialog, setDialog] = useState<'remind' | 'void' | 'wire'>()
  const path = { id: request.id }
  const refresh = () => queries.invalidateQueries({ queryKey: ['payment_requests'] })
  const sending = useMutation({
    mutationFn: () => ask(api.POST('/v1/payment_requests/{id}/send', { params: { path }, body: {} })),
    onSuccess: (sent) => {
      toast({ tone: 'done', text: say('sent', { email: sent.deliveries.at(-1)?.to ?? sent.email ?? '' }) })
      return refresh()
    },
  })
  const copying = useMutation({
    mutationFn: async () => {
      const { url } = await ask(api.POST('/v1/payment_links', { body: { payment_request: request.id } }))
      const isCopied = await copyText(url)
      toast({ tone: 'done', text: isCopied ? say('copied') : say('linkMade', { url }) })
    },
    onSuccess: refresh,
  })
  const isOver = !mayAsk || ENDED.includes(request.status)
  if (isOver && !mayBook) return null
  const booking = mayBook && (
    <>
      <TakeByPhone isOpen={request.status !== 'processing' && request.status !== 'voided'}>
        {(onClose) => (
          <EnterCard
            paid={{
              of: { payment_request: request.id },
              name: request.title ?? request.reference,
              customer: request.customer_name,
              amount: request.open,
              currency: request.currency,
            }}
            onClose={onClose}
          />
        )}
      </TakeByPhone>
      <Button
        variant="default"
        leftSection={<Landmark size={16} aria-hidden />}
        onClick={() => setDialog('wire')}
      >
        {sayWire('book')}
      </Button>
      {dialog === 'wire' && (
        <BookWire
          of={{ payment_request: request.id }}
          reference={request.reference}
          open={request.open}
          currency={request.currency}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
  if (isOver) return <aside className={styles.actions}>{booking}</aside>
  const isDraft = request.status === 'draft'
  const canSend = request.email !== null || request.customer !== null
  return (
    <aside className={styles.actions}>
      {isDraft && canSend && (
        <Button
          leftSection={<Send size={16} aria-hidden />}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {request.email === null ? say('sendAgain') : say('send', { email: request.email })}
        </Button>
      )}
      {!isDraft && (
        <Button leftSection={<BellRing size={16} aria-hidden />} onClick={() => setDialog('remind')}>
          {say('remind')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<Copy size={16} aria-hidden />}
        loading={copying.isPending}
        onClick={() => copying.mutate()}
      >
        {say('copy')}
      </Button>
      {booking}
      <Button variant="default" leftSection={<Ban size={16} aria-hidden />} onClick={() => setDialog('void')}>
        {say('void')}
      </Button>
      <ProblemNote error={sending.error ?? copying.error} />
      {dialog === 'remind' && <Remind request={request} onClose={() => setDialog(undefined)} />}
      {dialog === 'void' && <VoidRequest request={request} onClose={() => setDialog(undefined)} />}
    </aside>
  )
}
