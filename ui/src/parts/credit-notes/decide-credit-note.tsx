import { Textarea } from '@mantine/core'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Confirm } from '../confirm.tsx'
import { useToast } from '../toasts.tsx'
import { creditNoteWords } from './words.ts'

export type CreditNote = components['schemas']['CreditNote']

interface Props {
  note: CreditNote
  onClose: () => void
}

/** What a credit note that is issued, or not any more about to be, makes stale. */
export function forgetCreditNotes(queries: QueryClient): void {
  for (const kind of ['credit_notes', 'credits', 'invoices', 'payment_requests', 'priorities'])
    void queries.invalidateQueries({ queryKey: [kind] })
}

/** Asks before a credit note of somebody else is issued, with what it does. */
export function ApproveCreditNote({ note, onClose }: Props) {
  const say = useWords(creditNoteWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const money = (amount: number) => formatMoney(amount, note.currency, locale)
  const applies = note.approval?.applies ?? 0
  const approve = async () => {
    const body = note.approval === null ? {} : { revision: note.approval.revision }
    const params = { path: { id: note.id }, header: keyOf('approve', { id: note.id, ...body }) }
    const issued = await ask(api.POST('/v1/credit_notes/{id}/approve', { params, body }))
    toast({ tone: 'done', text: say('approved', { note: issued.number ?? '' }) })
    forgetCreditNotes(queries)
  }
  return (
    <Confirm
      title={say('approveTitle')}
      action={say('approveDo', { amount: money(note.total) })}
      onConfirm={approve}
      onClose={onClose}
    >
      {applies > 0 ? (
        <p>
          {say('approveApplies', { amount: money(applies), number: note.invoice_reference ?? '' })}{' '}
          {applies < note.total && say('approveRest', { amount: money(note.total - applies) })}
        </p>
      ) : (
        <p>{say('approveAll')}</p>
      )}
      {note.reason && <p>{say('reason', { reason: note.reason })}</p>}
    </Confirm>
  )
}

/** Asks why a credit note is sent back to who wrote it. */
export function RejectCreditNote({ note, onClose }: Props) {
  const say = useWords(creditNoteWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState('')
  const reject = async () => {
    const body = { reason: reason.trim(), ...(note.approval && { revision: note.approval.revision }) }
    const params = { path: { id: note.id }, header: keyOf('reject', { id: note.id, ...body }) }
    await ask(api.POST('/v1/credit_notes/{id}/reject', { params, body }))
    toast({ tone: 'done', text: say('rejectedToast') })
    forgetCreditNotes(queries)
  }
  return (
    <Confirm
      title={say('rejectTitle')}
      action={say('rejectDo')}
      isDisabled={reason.trim() === ''}
      onConfirm={reject}
      onClose={onClose}
    >
      <p>{say('rejectText', { name: note.approval?.written_by.name ?? say('nobody') })}</p>
      <Textarea
        label={say('rejectReason')}
        autosize
        minRows={2}
        maxLength={5000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}

/** Asks before one's own credit note is given up. */
export function DropCreditNote({ note, onClose }: Props) {
  const say = useWords(creditNoteWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const drop = async () => {
    const params = { path: { id: note.id }, header: keyOf('drop', note.id) }
    await ask(api.POST('/v1/credit_notes/{id}/void', { params }))
    toast({ tone: 'done', text: say('dropped') })
    forgetCreditNotes(queries)
  }
  return (
    <Confirm title={say('dropTitle')} action={say('dropDo')} isDangerous onConfirm={drop} onClose={onClose}>
      <p>{say('dropText', { amount: formatMoney(note.total, note.currency, locale) })}</p>
    </Confirm>
  )
}
