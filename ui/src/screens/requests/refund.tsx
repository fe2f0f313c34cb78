import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useMay } from '../../api/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { type Given, GivenFields } from './given-fields.tsx'
import { givenWords } from './given-words.ts'
import type { Payment } from './payments.tsx'
import { REASONS, type RefundReason, reasonWords } from './refund-reasons.ts'
import { RefundTold } from './refund-told.tsx'
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
  const ways = useWords(givenWords)
  const why = useWords(reasonWords)
  const mayRecord = useMay('refunds.record')
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { currency } = payment
  const left =
    payment.amount - payment.charged_back_amount - payment.refunded_amount - payment.refunding_amount
  const [isFull, setFull] = useState(true)
  const [part, setPart] = useState<number>()
  const [treatment, setTreatment] = useState<Treatment>(isOfInvoice ? 'reduce_sale' : 'prepayment')
  const [reasonCode, setReasonCode] = useState<RefundReason>('requested_by_customer')
  const [reason, setReason] = useState('')
  // The processor sends no wire back.
  const isWire = payment.method === 'wire'
  const [isByHand, setByHand] = useState(isWire)
  const [given, setGiven] = useState<Given>({ way: isWire ? 'wire' : 'cheque', day: '', reference: '' })
  const amount = isFull ? left : part
  const money = (value: number) => formatMoney(value, currency, locale)
  const refund = async () => {
    const body = {
      payment: payment.id,
      amount: amount ?? left,
      treatment,
      reason_code: reasonCode,
      reason: reason.trim() || null,
    }
    const told = { amount: money(body.amount) }
    if (isByHand) {
      const whole = {
        ...body,
        given_by: given.way,
        given_on: given.day,
        given_reference: given.reference.trim() || null,
      }
      await ask(api.POST('/v1/refunds/given', { body: whole, params: { header: keyOf('given', whole) } }))
      toast({ tone: 'done', text: ways('recorded', told) })
    } else {
      await ask(api.POST('/v1/refunds', { body, params: { header: keyOf('refund', body) } }))
      toast({ tone: 'done', text: say('done', told) })
    }
    for (const kind of ['payments', 'payment_requests', 'refunds', 'invoices', 'credits'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('title')}
      action={
        isByHand ? ways('record', { amount: money(amount ?? 0) }) : say('do', { amount: money(amount ?? 0) })
      }
      isDangerous
      isDisabled={amount === undefined || amount < 1 || amount > left || (isByHand && given.day === '')}
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
      {mayRecord && !isWire && (
        <Radio.Group
          label={ways('how')}
          value={isByHand ? 'hand' : 'back'}
          onChange={(value) => setByHand(value === 'hand')}
        >
          <Stack gap={8} mt={8}>
            <Radio value="back" label={ways('back')} description={ways('backText')} />
            <Radio value="hand" label={ways('hand')} description={ways('handText')} />
          </Stack>
        </Radio.Group>
      )}
      {isByHand && <GivenFields given={given} onChange={setGiven} />}
      <NativeSelect
        label={say('why')}
        data={REASONS.map((value) => ({ value, label: why(value) }))}
        value={reasonCode}
        onChange={({ currentTarget: { value } }) =>
          setReasonCode(REASONS.find((each) => each === value) ?? 'other')
        }
      />
      <TextInput
        label={say('reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p>
        <RefundTold method={payment.method} isByHand={isByHand} />
      </p>
    </Confirm>
  )
}
