import { Radio, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Payment } from './payments.tsx'
import { refundWords } from './refund-words.ts'

interface Props {
  payment: Payment
  /** Whether it paid invoices: then one says what becomes of them. */
  isOfInvoice: boolean
  onClose: () => void
}

type Treatment = 'prepayment' | 'reopen_invoice' | 'reduce_sale'

/** Gives money back: all that is left of a payment or a part of it. */
export function Refund({ payment, isOfInvoice, onClose }: Props) {
  const say = useWords(refundWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { currency } = payment
  const left = payment.amount - payment.refunded_amount - payment.refunding_amount
  const [isFull, setFull] = useState(true)
  const [part, setPart] = useState<number>()
  const [treatment, setTreatment] = useState<Treatment>(isOfInvoice ? 'reduce_sale' : 'prepayment')
  const [reason, setReason] = useState('')
  const amount = isFull ? left : part
  const money = (value: number) => formatMoney(value, currency, locale)
  const refund = async () => {
    const body = { payment: payment.id, amount: amount ?? left, treatment, reason: reason.trim() || null }
    await ask(api.POST('/v1/refunds', { body, params: { header: keyOf('refund', body) } }))
    toast({ tone: 'done', text: say('done', { amount: money(body.amount) }) })
    for (const kind of ['payments', 'payment_requests', 'refunds', 'invoices', 'credits'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('title')}
      action={say('do', { amount: money(amount ?? 0) })}
      isDangerous
      isDisabled={amount === undefined || amount < 1 || amount > left}
      onConfirm={refund}
      onClose={onClose}
    >
      <Radio.Group
        label={say('how')}
        value={isFull ? 'full' : 'part'}
        onChange={(value) => setFull(value === 'full')}
      >
        <Stack gap={8} mt={8}>
          <Radio value="full" label={say('full', { amount: money(left) })} />
          <Radio value="part" label={say('part')} />
        </Stack>
      </Radio.Group>
      {!isFull && (
        <MoneyField
          label={say('amount')}
          currency={currency}
          autoFocus
          error={part !== undefined && part > left ? say('tooMuch', { amount: money(left) }) : undefined}
          onAmount={setPart}
        />
      )}
      {isOfInvoice && (
        <Radio.Group
          label={say('treatment')}
          value={treatment}
          onChange={(value) => setTreatment(value as Treatment)}
        >
          <Stack gap={8} mt={8}>
            <Radio value="reduce_sale" label={say('reduce')} description={say('reduceText')} />
            <Radio value="reopen_invoice" label={say('reopen')} description={say('reopenText')} />
          </Stack>
        </Radio.Group>
      )}
      <TextInput
        label={say('reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p>{say('told')}</p>
    </Confirm>
  )
}
