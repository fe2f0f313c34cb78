import { Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useMay } from '../../api/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { dialogWords } from './dialog-words.ts'
import type { PaymentRequest } from './make-request.ts'

/** The product's own text, which a reminder says unless the sender writes another. */
const SHIPPED = { en: 'tpl_shipped_reminder_en', fr: 'tpl_shipped_reminder_fr' } as const

/** Sends a reminder; its text may be changed for this once. */
export function Remind({ request, onClose }: { request: PaymentRequest; onClose: () => void }) {
  const say = useWords(dialogWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const shipped = useShippedText(request)
  const [own, setOwn] = useState<string>()
  const remind = async () => {
    const body = own === undefined || own.trim() === shipped?.trim() ? {} : { message: own }
    const params = { path: { id: request.id }, header: keyOf('remind', body) }
    await ask(api.POST('/v1/payment_requests/{id}/remind', { params, body }))
    toast({ tone: 'done', text: say('reminded') })
    void queries.invalidateQueries({ queryKey: ['payment_requests'] })
  }
  return (
    <Confirm
      title={say('remindTitle', { reference: request.reference })}
      action={say('remindSend')}
      isDisabled={own?.trim() === ''}
      onConfirm={remind}
      onClose={onClose}
    >
      {shipped !== undefined && (
        <Textarea
          label={say('remindText')}
          description={say('remindHint')}
          autosize
          minRows={6}
          maxRows={16}
          maxLength={5000}
          value={own ?? shipped}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
      )}
      <p>{say('remindGoes')}</p>
    </Confirm>
  )
}

/** In the language that the customer gets, where the role may read templates. */
function useShippedText(request: PaymentRequest): string | undefined {
  const mayRead = useMay('templates.read')
  const { data } = useQuery({
    queryKey: ['templates', 'reminder', request.id],
    queryFn: async () => {
      const preview = await ask(
        api.POST('/v1/templates/preview', { body: { template: SHIPPED.en, payment_request: request.id } }),
      )
      const { body } = await ask(
        api.GET('/v1/templates/{id}', { params: { path: { id: SHIPPED[preview.language] } } }),
      )
      return body
    },
    enabled: mayRead,
  })
  return data
}
