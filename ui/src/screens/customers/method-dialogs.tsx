import { useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { asPaid, type Saved } from '../../parts/charging/saved-method.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { usePaymentMethod } from '../../parts/payment-method.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { methodWords } from './method-words.ts'

interface Props {
  method: Saved
  onClose: () => void
}

/** Asks before what is saved is removed: that cannot be taken back. */
export function RemoveMethod({ customer, method, onClose }: Props & { customer: Customer }) {
  const say = useWords(methodWords)
  const done = useDone()
  const name = usePaymentMethod()(asPaid(method))
  const remove = async () => {
    await ask(api.DELETE('/v1/payment_methods/{id}', { params: { path: { id: method.id } } }))
    done(say('removed', { method: name }))
  }
  return (
    <Confirm
      title={say('removeTitle', { method: name })}
      action={say('remove', { method: name })}
      isDangerous
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{say('removeText', { customer: customer.name })}</p>
    </Confirm>
  )
}

export function MakeDefault({ method, onClose }: Props) {
  const say = useWords(methodWords)
  const done = useDone()
  const keyOf = useKeyOf()
  const name = usePaymentMethod()(asPaid(method))
  const make = async () => {
    const params = { path: { id: method.id }, header: keyOf('default', method.id) }
    await ask(api.POST('/v1/payment_methods/{id}/make_default', { params }))
    done(say('madeDefault', { method: name }))
  }
  return (
    <Confirm
      title={say('makeDefault', { method: name })}
      action={say('makeDefaultShort')}
      onConfirm={make}
      onClose={onClose}
    >
      <p>{say('defaultText')}</p>
    </Confirm>
  )
}

function useDone(): (text: string) => void {
  const toast = useToast()
  const queries = useQueryClient()
  return (text) => {
    toast({ tone: 'done', text })
    void queries.invalidateQueries({ queryKey: ['payment_methods'] })
  }
}
