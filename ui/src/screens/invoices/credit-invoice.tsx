import { Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { type CreditNote, forgetCreditNotes } from '../../parts/credit-notes/decide-credit-note.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { newLine, newTax, noTerms, TaxTicks, usePreview } from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, plainDecimal, readDecimal, useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { originalWords } from './original-words.ts'

interface Order {
  reason: string | null
  lines: { description: string; quantity: string; unit_price: string }[]
}
interface Props {
  invoice: Invoice
  /** One that is not issued, to be changed and submitted again. */
  note?: CreditNote
  onCredited?: () => void
  onClose: () => void
}

/** A credit note of one line for an invoice: how much before tax, with which of its taxes, and why. */
export function CreditInvoice({ invoice, note, onCredited, onClose }: Props) {
  const say = useWords(originalWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { number, currency } = invoice
  const [reason, setReason] = useState(note?.reason ?? '')
  const [terms, setTerms] = useState(() => {
    const taxes = invoice.taxes.map(({ name, rate }) => newTax(name ?? '', rate))
    // Which of several it carries is for the person to say.
    const carried = note === undefined ? (taxes.length === 1 ? taxes : []) : carriedBy(note, taxes)
    const price = note === undefined ? '' : priceOf(note, locale)
    return {
      ...noTerms(),
      taxes,
      lines: [{ ...newLine(carried), description: say('line', { number }), price }],
    }
  })
  const { body, sums, error } = usePreview(terms, currency, '')
  const [line] = terms.lines
  if (line === undefined) return null
  const set = (changes: Partial<typeof line>) => setTerms({ ...terms, lines: [{ ...line, ...changes }] })
  const isAmount = sums !== undefined && sums.total > 0
  const issue = (order: Order) =>
    ask(
      api.POST('/v1/credit_notes', {
        body: { invoice: invoice.id, ...order },
        params: { header: keyOf('credit', order) },
      }),
    )
  const change = async ({ id }: CreditNote, order: Order) => {
    await ask(api.PATCH('/v1/credit_notes/{id}', { params: { path: { id } }, body: order }))
    const params = { path: { id }, header: keyOf('submit', order) }
    return ask(api.POST('/v1/credit_notes/{id}/submit', { params }))
  }
  const credit = async () => {
    const order = { reason: reason.trim() || null, lines: body?.lines ?? [] }
    const written = note === undefined ? await issue(order) : await change(note, order)
    toast({
      tone: 'done',
      text:
        written.number === null
          ? say('submitted', { number })
          : say('credited', { note: written.number, number }),
    })
    forgetCreditNotes(queries)
    onCredited?.()
  }
  return (
    <Confirm
      title={say(note === undefined ? 'creditTitle' : 'changeTitle', { number })}
      action={
        isAmount
          ? say(note === undefined ? 'creditDo' : 'changeDo', {
              amount: formatMoney(sums.total, currency, locale),
            })
          : say('credit')
      }
      isDisabled={!isAmount}
      onConfirm={credit}
      onClose={onClose}
    >
      <p>{say(note === undefined ? 'creditText' : 'changeText')}</p>
      <TextInput
        label={say('amount')}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        rightSection={<span aria-hidden>{currency.toUpperCase()}</span>}
        rightSectionWidth={52}
        value={line.price}
        error={
          line.price !== '' && readDecimal(line.price, locale) === undefined
            ? say('amountWrong', { example: (12.5).toLocaleString(locale) })
            : undefined
        }
        onChange={(event) => set({ price: event.currentTarget.value })}
      />
      <TaxTicks
        taxes={terms.taxes}
        ticked={line.taxes}
        nameOf={(name) => say('tax', { name })}
        onChange={(taxes) => set({ taxes })}
      />
      <Textarea
        label={say('reason')}
        autosize
        minRows={2}
        maxLength={5000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNote error={error} />
    </Confirm>
  )
}

/** Of one line, as it is written here, what it says before tax; of others nothing that could be changed. */
function priceOf({ lines }: CreditNote, locale: string): string {
  const [line, ...others] = lines ?? []
  if (line?.unit_price == null || others.length > 0) return ''
  return plainDecimal(line.unit_price, locale)
}

/** The taxes that it was written with, by their rates: all of them together or the one of its line. */
function carriedBy<T extends { name: string; rate: string }>(note: CreditNote, taxes: readonly T[]): T[] {
  const rates = note.taxes.map(({ rate }) => Number(rate))
  return taxes.filter(({ rate }) => rates.includes(Number(rate.replace(',', '.'))))
}
