import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../api/client.ts'
import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'
import styles from './customer-field.module.css'
import { ProblemNote } from './problem.tsx'

type Customer = components['schemas']['Customer']

const words = defineWords({
  en: {
    hint: 'Name, company, e-mail or phone',
    add: 'New customer “{name}”',
    address: 'Send to {email}',
    clear: 'Choose somebody else',
    none: 'Nobody is found by that.',
    isNew: 'new customer',
  },
  fr: {
    hint: 'Nom, entreprise, courriel ou téléphone',
    add: 'Nouveau client «\u00a0{name}\u00a0»',
    address: 'Envoyer à {email}',
    clear: 'Choisir quelqu’un d’autre',
    none: 'Personne n’est trouvé ainsi.',
    isNew: 'nouveau client',
  },
})

/** Who is meant: one of the customers, somebody to be made one, or just an address. */
export type Payer =
  | { kind: 'customer'; customer: Customer }
  | { kind: 'new'; name: string }
  | { kind: 'address'; email: string }

interface Props {
  label: string
  description?: string
  value: Payer | undefined
  onChange: (payer: Payer | undefined) => void
  /** Whether somebody who is no customer yet may be named. */
  allowNew?: boolean
  autoFocus?: boolean
}

const TYPING_MS = 200
const SHOWN = 6

/** Finds a customer while one types; offers to make one, or to use an address as it stands. */
export function CustomerField({
  label,
  description,
  value,
  onChange,
  allowNew = false,
  autoFocus = false,
}: Props) {
  const say = useWords(words)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS)
  const found = useQuery({
    queryKey: ['customers', 'search', wanted],
    queryFn: () => ask(api.GET('/v1/customers', { params: { query: { q: wanted, limit: SHOWN } } })),
    enabled: wanted !== '',
    placeholderData: (before) => before,
  })
  if (value !== undefined) {
    return (
      <TextInput
        label={label}
        description={description}
        readOnly
        value={nameOf(value, say)}
        rightSection={<CloseButton size={24} aria-label={say('clear')} onClick={() => onChange(undefined)} />}
      />
    )
  }
  const choose = (payer: Payer) => {
    setText('')
    combobox.closeDropdown()
    onChange(payer)
  }
  const typed = text.trim()
  const customers = wanted === '' ? [] : (found.data?.data ?? [])
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        const customer = customers.find(({ id }) => id === option)
        if (customer !== undefined) choose({ kind: 'customer', customer })
        else if (option === 'address') choose({ kind: 'address', email: typed })
        else choose({ kind: 'new', name: typed })
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          description={description}
          placeholder={say('hint')}
          autoComplete="off"
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => typed !== '' && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            // What was typed and not chosen is meant all the same where it can be only one thing.
            if (isAddress && allowNew) choose({ kind: 'address', email: typed })
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === ''}>
        <ProblemNote error={found.error} onAgain={() => found.refetch()} />
        <Combobox.Options aria-label={label}>
          {customers.map((customer) => (
            <Combobox.Option value={customer.id} key={customer.id} className={styles.option}>
              <strong>{customer.name}</strong>
              <span>{addressOf(customer) ?? customer.phone}</span>
            </Combobox.Option>
          ))}
          {allowNew && isAddress && (
            <Combobox.Option value="address">{say('address', { email: typed })}</Combobox.Option>
          )}
          {allowNew && typed !== '' && !isAddress && (
            <Combobox.Option value="new">{say('add', { name: typed })}</Combobox.Option>
          )}
          {!allowNew && found.isSuccess && customers.length === 0 && (
            <Combobox.Empty>{say('none')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Where mail to a customer goes: their own address, else the first contact's. */
export function addressOf(customer: Customer): string | null {
  return customer.email ?? customer.contacts.find(({ email }) => email !== null)?.email ?? null
}

function nameOf(payer: Payer, say: (key: 'isNew') => string): string {
  if (payer.kind === 'customer') return payer.customer.name
  if (payer.kind === 'new') return `${payer.name} (${say('isNew')})`
  return payer.email
}
