import { ActionIcon, Button } from '@mantine/core'
import { Pencil, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Allowed } from '../../parts/allowed.tsx'
import { Part } from '../../parts/detail/index.ts'
import { useWords } from '../../words/index.ts'
import { type Contact, EditContact, RemoveContact } from './contact-dialogs.tsx'
import { contactWords } from './contact-words.ts'
import type { Customer } from './customer.tsx'
import styles from './customers.module.css'

type Doing = { what: 'add' } | { what: 'edit' | 'remove'; contact: Contact }

/** The people of a customer: who they are, and the way to add, change and remove one. */
export function Contacts({ customer }: { customer: Customer }) {
  const say = useWords(contactWords)
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <Part
      title={say('title')}
      action={
        <Allowed to="customers.write">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setDoing({ what: 'add' })}
          >
            {say('add')}
          </Button>
        </Allowed>
      }
    >
      {customer.contacts.length === 0 && <p className={styles.quiet}>{say('none')}</p>}
      <ul>
        {customer.contacts.map((contact) => (
          <li key={contact.id} className={styles.contact}>
            <div className={styles.person}>
              <strong>{contact.name}</strong>
              <span>
                {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
                {contact.email && contact.phone && ' · '}
                {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
              </span>
            </div>
            <Allowed to="customers.write">
              <ActionIcon
                variant="subtle"
                aria-label={say('edit', { name: contact.name })}
                onClick={() => setDoing({ what: 'edit', contact })}
              >
                <Pencil size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                aria-label={say('remove', { name: contact.name })}
                onClick={() => setDoing({ what: 'remove', contact })}
              >
                <X size={16} aria-hidden />
              </ActionIcon>
            </Allowed>
          </li>
        ))}
      </ul>
      {doing?.what === 'add' && <EditContact customer={customer} onClose={close} />}
      {doing?.what === 'edit' && <EditContact customer={customer} contact={doing.contact} onClose={close} />}
      {doing?.what === 'remove' && (
        <RemoveContact customer={customer} contact={doing.contact} onClose={close} />
      )}
    </Part>
  )
}
