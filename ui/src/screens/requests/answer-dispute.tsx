import { Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { disputeWords } from './dispute-words.ts'
import type { Dispute } from './disputes.tsx'

/** What one may say in words here; the API takes more. */
const FIELDS = [
  'customer_name',
  'customer_email_address',
  'customer_purchase_ip',
  'product_description',
  'uncategorized_text',
  'service_date',
  'shipping_carrier',
  'shipping_tracking_number',
  'refund_refusal_explanation',
] as const
type Field = (typeof FIELDS)[number]

/** Hands in what was gathered by itself, as far as a person has not changed it. */
export function AnswerDispute({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const say = useWords(disputeWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [own, setOwn] = useState<Partial<Record<Field, string>>>({})
  const path = { id: dispute.id }
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', dispute.id, 'evidence'],
    queryFn: () => ask(api.GET('/v1/disputes/{id}/evidence', { params: { path } })),
  })
  const submit = async () => {
    const texts = Object.fromEntries(
      Object.entries(own).map(([field, text]) => [field, text.trim() === '' ? null : text]),
    )
    const body = { texts }
    await ask(api.POST('/v1/disputes/{id}/submit', { body, params: { path, header: keyOf('submit', body) } }))
    toast({ tone: 'done', text: say('answered') })
    for (const kind of ['disputes', 'payments', 'payment_requests', 'priorities'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  const names = data?.files.map(({ file_name: name }) => name).join(', ')
  return (
    <Confirm
      title={say('answerTitle')}
      action={say('answerDo')}
      isDisabled={data === undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined && !error && <Lines count={6} />}
      {data !== undefined && (
        <>
          <p>{say('answerText')}</p>
          {FIELDS.map((field) => (
            <Textarea
              key={field}
              label={say(field)}
              autosize
              minRows={field === 'uncategorized_text' ? 4 : 1}
              maxRows={12}
              maxLength={20_000}
              value={own[field] ?? data.texts[field] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value
                setOwn((before) => ({ ...before, [field]: text }))
              }}
            />
          ))}
          <p>{names ? say('files', { names }) : say('noFiles')}</p>
        </>
      )}
    </Confirm>
  )
}
