import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { isoDay } from '../../parts/iso-day.ts'
import { useToast } from '../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { invoiceReminderWords } from './reminder-words.ts'

const DAY_MS = 86_400_000
/** What people say most: by next week. */
const FIRST_DAYS = 7

/** Notes by when a customer said that they would pay. */
export function PromiseToPay({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useWords(invoiceReminderWords)
  const { timeZone } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const [day, setDay] = useState(isoDay(new Date(Date.now() + FIRST_DAYS * DAY_MS), timeZone))
  const [note, setNote] = useState('')
  const save = async () => {
    const params = { path: { id: invoice.id } }
    const body = { promised_on: day, note: note.trim() || null }
    await ask(api.POST('/v1/invoices/{id}/promises', { params, body }))
    toast({ tone: 'done', text: say('saved') })
    void queries.invalidateQueries({ queryKey: ['invoices'] })
  }
  return (
    <Confirm
      title={say('dialog', { number: invoice.number })}
      action={say('save')}
      isDisabled={day === ''}
      onConfirm={save}
      onClose={onClose}
    >
      <p>{say('text')}</p>
      <TextInput
        type="date"
        label={say('day')}
        min={isoDay(new Date(), timeZone)}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={say('note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
