import { Radio, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Confirm } from '../confirm.tsx'
import { useToast } from '../toasts.tsx'
import { wireWords } from './words.ts'

type Payment = Pick<components['schemas']['PaymentRow'], 'id' | 'amount' | 'currency' | 'method'>

/** Takes back what was booked by hand (a wire, cash, a cheque), with its reason. */
export function TakeBack({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const say = useWords(wireWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState<'bounced' | 'mistake' | undefined>(
    payment.method === 'cash' ? 'mistake' : undefined,
  )
  const [note, setNote] = useState('')
  const amount = formatMoney(payment.amount, payment.currency, locale)
  const takeBack = async () => {
    if (reason === undefined) return
    const body = { reason, note: note.trim() || null }
    const params = { path: { id: payment.id }, header: keyOf('take back', body) }
    await ask(api.POST('/v1/payments/{id}/take_back', { body, params }))
    toast({ tone: 'done', text: say('takenBack', { amount }) })
    for (const kind of ['payments', 'payment_requests', 'invoices', 'credits', 'tenders', 'priorities'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('takeBackTitle', { method: payment.method })}
      action={say('takeBackDo', { amount })}
      isDangerous
      isDisabled={reason === undefined}
      onConfirm={takeBack}
      onClose={onClose}
    >
      <p>{say('takeBackText', { amount })}</p>
      <Radio.Group
        label={say('why')}
        value={reason ?? null}
        onChange={(value) => setReason(value as 'bounced' | 'mistake')}
      >
        <Stack gap={8} mt={8}>
          {payment.method !== 'cash' && (
            <Radio value="bounced" label={say(payment.method === 'cheque' ? 'bouncedCheque' : 'bounced')} />
          )}
          <Radio value="mistake" label={say('mistake')} />
        </Stack>
      </Radio.Group>
      <TextInput
        label={say('note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
