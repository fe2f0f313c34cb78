import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { contactWords } from './contact-words.ts'
import type { Customer } from './customer.tsx'

export type Contact = Customer['contacts'][number]

interface Props {
  customer: Customer
  onClose: () => void
}

/** Adds a person to a customer, or changes one. */
export function EditContact({ customer, contact, onClose }: Props & { contact?: Contact }) {
  const say = useWords(contactWords)
  const done = useDone()
  const keyOf = useKeyOf()
  const [name, setName] = useState(contact?.name ?? '')
  const [email, setEmail] = useState(contact?.email ?? '')
  const [phone, setPhone] = useState(contact?.phone ?? '')
  const save = async () => {
    const body = { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null }
    const { id } = customer
    await (contact === undefined
      ? ask(
          api.POST('/v1/customers/{id}/contacts', {
            params: { path: { id }, header: keyOf('contact', body) },
            body,
          }),
        )
      : ask(
          api.PATCH('/v1/customers/{id}/contacts/{contact}', {
            params: { path: { id, contact: contact.id } },
            body,
          }),
        ))
    done(say(contact === undefined ? 'added' : 'saved', { name: body.name }))
  }
  const isMoved = contact?.email && email.trim() !== contact.email
  const title = contact === undefined ? say('add') : say('editTitle', { name: contact.name })
  return (
    <Confirm
      title={title}
      action={contact === undefined ? say('add') : say('save')}
      isDisabled={name.trim() === ''}
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput
        label={say('name')}
        autoComplete="off"
        maxLength={300}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={say('email')}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={say('phone')}
        type="tel"
        autoComplete="off"
        maxLength={40}
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {isMoved && <p role="status">{say('linksStay', { email: contact.email ?? '' })}</p>}
    </Confirm>
  )
}

/** Asks before a person of a customer is removed, and says what becomes of what was sent to them. */
export function RemoveContact({ customer, contact, onClose }: Props & { contact: Contact }) {
  const say = useWords(contactWords)
  const done = useDone()
  const { id, name, email } = contact
  const remove = async () => {
    const params = { path: { id: customer.id, contact: id } }
    await ask(api.DELETE('/v1/customers/{id}/contacts/{contact}', { params }))
    done(say('removed', { name }))
  }
  return (
    <Confirm
      title={say('removeTitle', { name })}
      action={say('removeDo', { name })}
      isDangerous
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{say('removeText', { name, customer: customer.name })}</p>
      {email && <p>{say('linksStay', { email })}</p>}
    </Confirm>
  )
}

function useDone(): (text: string) => void {
  const toast = useToast()
  const queries = useQueryClient()
  return (text) => {
    toast({ tone: 'done', text })
    void queries.invalidateQueries({ queryKey: ['customers'] })
  }
}
