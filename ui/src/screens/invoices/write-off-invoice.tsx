import { NativeSelect, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { WRITE_OFF_REASONS, type WriteOffReason, writeOffWords } from './write-off-words.ts'

/** Gives up what is open of an invoice, with the reason. */
export function WriteOffInvoice({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useWords(writeOffWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState<WriteOffReason>('uncollectible')
  const [note, setNote] = useState('')
  const facts = { amount: formatMoney(invoice.open, invoice.currency, locale), number: invoice.number }
  const writeOff = async () => {
    const body = { reason, note: note.trim() || null }
    const params = { path: { id: invoice.id }, header: keyOf('write_off', [invoice.id, body]) }
    await ask(api.POST('/v1/invoices/{id}/write_off', { params, body }))
    toast({ tone: 'done', text: say('done', facts) })
    for (const kind of ['invoices', 'payment_requests', 'priorities'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  const isMissing = reason === 'other' && note.trim() === ''
  return (
    <Confirm
      title={say('title', facts)}
      action={say('do', facts)}
      isDangerous
      isDisabled={isMissing}
      onConfirm={writeOff}
      onClose={onClose}
    >
      <p>{say('text')}</p>
      <NativeSelect
        label={say('reason')}
        data={WRITE_OFF_REASONS.map((value) => ({ value, label: say(value) }))}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as WriteOffReason)}
      />
      <Textarea
        label={say(reason === 'other' ? 'noteNeeded' : 'note')}
        autosize
        minRows={2}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
