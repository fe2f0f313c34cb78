import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { BankDeposit } from './deposits.tsx'
import { words } from './words.ts'

/** Undoes a deposit as a whole, with why. */
export function UndoDeposit({ deposit, onClose }: { deposit: BankDeposit; onClose: () => void }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState('')
  const amount = formatMoney(deposit.amount, deposit.currency, locale)
  const undo = async () => {
    const body = { reason: reason.trim() }
    const params = { path: { id: deposit.id }, header: keyOf('undo deposit', body) }
    await ask(api.POST('/v1/bank_deposits/{id}/undo', { body, params }))
    toast({ tone: 'done', text: say('undone', { amount }) })
    for (const kind of ['bank_deposits', 'tenders', 'payments'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('undoTitle')}
      action={say('undoDo', { amount })}
      isDangerous
      isDisabled={reason.trim() === ''}
      onConfirm={undo}
      onClose={onClose}
    >
      <p>{say('undoText')}</p>
      <TextInput
        label={say('undoWhy')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
