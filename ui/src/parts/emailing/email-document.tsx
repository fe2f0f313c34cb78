import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { paths } from '../../api/schema.generated.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Lines } from '../after-a-while.tsx'
import { Confirm } from '../confirm.tsx'
import { addressOf } from '../customer-field.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNote } from '../problem.tsx'
import { useToast } from '../toasts.tsx'
import styles from './emailing.module.css'
import { emailWords } from './words.ts'

/** What is sent: an invoice, or an order by its invoice. Minor units. */
export interface Emailed {
  /** As a person calls it: `INV-1042`. */
  number: string
  customer: string
  /** Where it goes unless the customer has an address. */
  address: string | null
  /** What is left to pay of it. */
  open: number
  currency: string
}
type Sent = paths['/v1/invoices/{id}/send']['post']['responses']['201']['content']['application/json']
export interface EmailBody {
  to: string
  message?: string
  payment_link?: boolean
}

interface Props {
  of: Emailed
  send: (body: EmailBody) => Promise<Sent>
  onClose: () => void
}

/** What decides about the box before anybody ticks it. */
interface Ground {
  /** The setting `invoice.manual_link` (K5). */
  rule: 'ticked' | 'unticked' | 'hidden'
  isCustomerOn: boolean
  address: string | null
}

/** sends an invoice as PDF, with a payment link or without: the box stands as the company's setting says (K5). */
export function EmailDocument({ of, send, onClose }: Props) {
  const say = useWords(emailWords)
  const {
    data: ground,
    error,
    refetch,
  } = useQuery({
    queryKey: ['settings', 'invoice-email', of.customer],
    queryFn: async (): Promise<Ground> => {
      const [settings, customer] = await Promise.all([
        ask(api.GET('/v1/settings')),
        ask(api.GET('/v1/customers/{id}', { params: { path: { id: of.customer } } })),
      ])
      return {
        rule: settings.values['invoice.manual_link'] as Ground['rule'],
        isCustomerOn: customer.payment_links_enabled,
        address: addressOf(customer),
      }
    },
    gcTime: 0,
  })
  return ground === undefined ? (
    <Dialog title={say('title', { number: of.number })} onClose={onClose}>
      {error ? <ProblemNote error={error} onAgain={() => refetch()} /> : <Lines count={3} />}
    </Dialog>
  ) : (
    <Email of={of} send={send} ground={ground} onClose={onClose} />
  )
}

function Email({ of, send: sendIt, ground, onClose }: Props & { ground: Ground }) {
  const say = useWords(emailWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const [to, setTo] = useState(ground.address ?? of.address ?? '')
  const [message, setMessage] = useState('')
  const [isTicked, setTicked] = useState(ground.rule === 'ticked')
  const why = whyNoLink(of, ground)
  const hasLink = why === undefined && isTicked
  const send = async () => {
    const body: EmailBody = {
      to: to.trim(),
      ...(message.trim() === '' ? {} : { message: message.trim() }),
      ...(why === undefined ? { payment_link: isTicked } : {}),
    }
    const sent = await sendIt(body)
    const { embedded, reason } = sent.payment_link
    // The server decides; where it left out a link that was wanted, it says why.
    const said = embedded ? 'sentLink' : hasLink && reason !== 'rule' ? (`why_${reason}` as const) : 'sent'
    toast({ tone: 'done', text: say(said, { email: sent.email.to }) })
    for (const kind of ['invoices', 'orders', 'payment_requests'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('title', { number: of.number })}
      action={say(hasLink ? 'sendLink' : 'send')}
      isDisabled={to.trim() === ''}
      onConfirm={send}
      onClose={onClose}
    >
      <TextInput
        label={say('to')}
        type="email"
        autoComplete="off"
        data-autofocus
        value={to}
        error={to.trim() === '' ? say('toWanted') : undefined}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Textarea
        label={say('message')}
        description={say('messageHint')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={5000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {why === undefined ? (
        <Checkbox
          label={say('link')}
          description={say('linkHint', { amount: formatMoney(of.open, of.currency, locale) })}
          checked={isTicked}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      ) : (
        <p className={styles.quiet}>{say(why)}</p>
      )}
    </Confirm>
  )
}

/** Why there is no box to tick: with a setting of *hidden*, a customer without links, or nothing to pay. */
function whyNoLink({ open }: Emailed, { rule, isCustomerOn }: Ground) {
  if (!isCustomerOn) return 'linkCustomerOff'
  if (open === 0) return 'linkNothing'
  return rule === 'hidden' ? 'linkHidden' : undefined
}
