import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { addressOf } from '../../parts/customer-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { emailWords } from './email-words.ts'
import type { Invoice } from './invoice-list.tsx'
import styles from './invoices.module.css'

/** What decides about the box before anybody ticks it. */
interface Ground {
  /** The setting `invoice.manual_link` (K5). */
  rule: 'ticked' | 'unticked' | 'hidden'
  isCustomerOn: boolean
  address: string | null
}

/** Sends an invoice as PDF, with a payment link or without: the box stands as the company's setting says (K5). */
export function EmailInvoice({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useWords(emailWords)
  const {
    data: ground,
    error,
    refetch,
  } = useQuery({
    queryKey: ['settings', 'invoice-email', invoice.customer],
    queryFn: async (): Promise<Ground> => {
      const [settings, customer] = await Promise.all([
        ask(api.GET('/v1/settings')),
        ask(api.GET('/v1/customers/{id}', { params: { path: { id: invoice.customer } } })),
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
    <Dialog title={say('title', { number: invoice.number })} onClose={onClose}>
      {error ? <ProblemNote error={error} onAgain={() => refetch()} /> : <Lines count={3} />}
    </Dialog>
  ) : (
    <Email invoice={invoice} ground={ground} onClose={onClose} />
  )
}

function Email({ invoice, ground, onClose }: { invoice: Invoice; ground: Ground; onClose: () => void }) {
  const say = useWords(emailWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [to, setTo] = useState(ground.address ?? invoice.buyer.email ?? '')
  const [message, setMessage] = useState('')
  const [isTicked, setTicked] = useState(ground.rule === 'ticked')
  const why = whyNoLink(invoice, ground)
  const hasLink = why === undefined && isTicked
  const send = async () => {
    const body = {
      to: to.trim(),
      ...(message.trim() === '' ? {} : { message: message.trim() }),
      ...(why === undefined ? { payment_link: isTicked } : {}),
    }
    const params = { path: { id: invoice.id }, header: keyOf('send', body) }
    const sent = await ask(api.POST('/v1/invoices/{id}/send', { params, body }))
    const { embedded, reason } = sent.payment_link
    // The server decides; where it left out a link that was wanted, it says why.
    const said = embedded ? 'sentLink' : hasLink && reason !== 'rule' ? (`why_${reason}` as const) : 'sent'
    toast({ tone: 'done', text: say(said, { email: sent.email.to }) })
    for (const kind of ['invoices', 'payment_requests']) void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('title', { number: invoice.number })}
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
          description={say('linkHint', { amount: formatMoney(invoice.open, invoice.currency, locale) })}
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
function whyNoLink(invoice: Invoice, { rule, isCustomerOn }: Ground) {
  if (!isCustomerOn) return 'linkCustomerOff'
  if (invoice.open === 0) return 'linkNothing'
  return rule === 'hidden' ? 'linkHidden' : undefined
}
