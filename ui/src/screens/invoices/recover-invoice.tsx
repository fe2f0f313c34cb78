import { NativeSelect, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { RECOVERY_REASONS, writeOffWords } from './write-off-words.ts'

type Reason = (typeof RECOVERY_REASONS)[number]

/** Takes a write-off back: all of it is owed again, or a credit of the customer settles as much as it covers. */
export function RecoverInvoice({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useWords(writeOffWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState<Reason>('will_pay')
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState('')
  const { customer, currency, number, written_off: most } = invoice
  const { data, error, refetch } = useQuery({
    queryKey: ['credits', 'open-of', customer],
    queryFn: () => ask(api.GET('/v1/credits', { params: { query: { customer, open: true } } })),
  })
  const credits = data?.data.filter((credit) => credit.currency === currency) ?? []
  const credit = credits.find(({ id }) => id === chosen)
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const amount = money(Math.min(most, credit?.remaining ?? most))
  const recover = async () => {
    const body = { reason, note: note.trim() || null, ...(credit && { credit: credit.id }) }
    const params = { path: { id: invoice.id }, header: keyOf('recover', [invoice.id, body]) }
    await ask(api.POST('/v1/invoices/{id}/recover', { params, body }))
    toast({ tone: 'done', text: say('recovered', { number }) })
    for (const kind of ['invoices', 'payment_requests', 'credits'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('recoverTitle', { number })}
      action={say(credit ? 'recoverByCredit' : 'recoverDo', { amount })}
      isDisabled={reason === 'other' && note.trim() === ''}
      onConfirm={recover}
      onClose={onClose}
    >
      <p>{say('recoverText')}</p>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {credits.length > 0 && (
        <NativeSelect
          label={say('what')}
          data={[
            { value: '', label: say('all', { amount: money(most) }) },
            ...credits.map(({ id, remaining }) => ({
              value: id,
              label: say('credit', { amount: money(Math.min(most, remaining)) }),
            })),
          ]}
          value={chosen}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
            if (event.currentTarget.value !== '') setReason('paid')
          }}
        />
      )}
      <NativeSelect
        label={say('reason')}
        data={RECOVERY_REASONS.map((value) => ({ value, label: say(value) }))}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
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
