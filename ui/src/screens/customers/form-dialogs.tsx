import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import type { Form } from './method-forms.tsx'
import { methodWords } from './method-words.ts'

/** R-070 R-071: to whom the form goes. */
export function AskForMethod({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const say = useWords(methodWords)
  const done = useDone()
  const keyOf = useKeyOf()
  const [email, setEmail] = useState(customer.email ?? '')
  const send = async () => {
    const body = { email: email.trim() }
    const params = { path: { id: customer.id }, header: keyOf('ask', body) }
    await ask(api.POST('/v1/customers/{id}/method_requests', { params, body }))
    done(say('asked', body))
  }
  return (
    <Confirm
      title={say('ask')}
      action={say('askDo')}
      isDisabled={email.trim() === ''}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{say('askText', { customer: customer.name })}</p>
      <TextInput
        label={say('askEmail')}
        type="email"
        autoComplete="off"
        maxLength={254}
        data-autofocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </Confirm>
  )
}

export function RevokeForm({ form, onClose }: { form: Form; onClose: () => void }) {
  const say = useWords(methodWords)
  const done = useDone()
  const keyOf = useKeyOf()
  const { id, email } = form
  const revoke = async () => {
    const params = { path: { id }, header: keyOf('revoke', id) }
    await ask(api.POST('/v1/method_requests/{id}/revoke', { params }))
    done(say('revoked'))
  }
  return (
    <Confirm title={say('revoke', { email })} action={say('revokeDo')} onConfirm={revoke} onClose={onClose}>
      <p>{say('revokeText')}</p>
    </Confirm>
  )
}

function useDone(): (text: string) => void {
  const toast = useToast()
  const queries = useQueryClient()
  return (text) => {
    toast({ tone: 'done', text })
    void queries.invalidateQueries({ queryKey: ['method_requests'] })
  }
}
