import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Allowed } from '../../parts/allowed.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Part } from '../../parts/detail/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { customerWords } from './customer-words.ts'
import styles from './customers.module.css'

/** The people of a customer. */
export function Contacts({ customer }: { customer: Customer }) {
  const say = useWords(customerWords)
  const [isAdding, setAdding] = useState(false)
  return (
    <Part
      title={say('contacts')}
      action={
        <Allowed to="customers.write">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {say('addContact')}
          </Button>
        </Allowed>
      }
    >
      {customer.contacts.length === 0 && <p className={styles.quiet}>{say('noContacts')}</p>}
      <ul>
        {customer.contacts.map(({ id, name, email, phone }) => (
          <li key={id} className={styles.contact}>
            <strong>{name}</strong>
            <span>
              {email && <a href={`mailto:${email}`}>{email}</a>}
              {email && phone && ' · '}
              {phone && <a href={`tel:${phone}`}>{phone}</a>}
            </span>
          </li>
        ))}
      </ul>
      {isAdding && <AddContact customer={customer} onClose={() => setAdding(false)} />}
    </Part>
  )
}

function AddContact({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const say = useWords(customerWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const add = async () => {
    const body = { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null }
    const params = { path: { id: customer.id }, header: keyOf('contact', body) }
    await ask(api.POST('/v1/customers/{id}/contacts', { params, body }))
    toast({ tone: 'done', text: say('contactAdded', { name: body.name }) })
    void queries.invalidateQueries({ queryKey: ['customers'] })
  }
  return (
    <Confirm
      title={say('addContact')}
      action={say('addContact')}
      isDisabled={name.trim() === ''}
      onConfirm={add}
      onClose={onClose}
    >
      <TextInput
        label={say('contactName')}
        autoComplete="off"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={say('email')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={say('phone')}
        type="tel"
        autoComplete="off"
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
    </Confirm>
  )
}
