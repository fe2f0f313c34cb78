import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Allowed } from '../allowed.tsx'
import { Confirm } from '../confirm.tsx'
import { useToast } from '../toasts.tsx'
import { wireWords } from './words.ts'

type Wire = components['schemas']['ReceivedWire']

/** What nobody knows the purpose of goes back to who sent it: a person sends it from the bank, and books that here. */
export function SendBackWire({ wire }: { wire: Wire }) {
  const say = useWords(wireWords)
  const { locale } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const amount = formatMoney(wire.unmatched, wire.currency, locale)
  return (
    <Allowed to="refunds.record">
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {say('sendBack')}
      </Button>
      {isAsking && <Question wire={wire} amount={amount} onClose={() => setAsking(false)} />}
    </Allowed>
  )
}

function Question({ wire, amount, onClose }: { wire: Wire; amount: string; onClose: () => void }) {
  const say = useWords(wireWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [day, setDay] = useState('')
  const [reference, setReference] = useState('')
  const book = async () => {
    const body = {
      payment: wire.id,
      amount: wire.unmatched,
      given_by: 'wire' as const,
      given_on: day,
      given_reference: reference.trim() || null,
    }
    await ask(api.POST('/v1/refunds/given', { body, params: { header: keyOf('given', body) } }))
    toast({ tone: 'done', text: say('sentBack', { amount }) })
    for (const kind of ['wires', 'payments', 'refunds', 'credits', 'priorities'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('sendBackTitle')}
      action={say('sendBackDo', { amount })}
      isDangerous
      isDisabled={day === ''}
      onConfirm={book}
      onClose={onClose}
    >
      <p>{say('sendBackText', { amount, sender: wire.payer_name ?? say('itsSender') })}</p>
      <TextInput
        type="date"
        required
        label={say('sendBackDay')}
        value={day}
        onChange={({ currentTarget: { value } }) => setDay(value)}
      />
      <TextInput
        label={say('sendBackReference')}
        maxLength={500}
        autoComplete="off"
        value={reference}
        onChange={({ currentTarget: { value } }) => setReference(value)}
      />
    </Confirm>
  )
}
