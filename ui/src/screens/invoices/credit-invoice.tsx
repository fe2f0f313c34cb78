import { Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { newLine, newTax, noTerms, readDecimal, TaxTicks, usePreview } from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { originalWords } from './original-words.ts'

interface Props {
  invoice: Invoice
  onCredited: () => void
  onClose: () => void
}

/** A credit note of one line for an invoice: how much before tax, with which of its taxes, and why. */
export function CreditInvoice({ invoice, onCredited, onClose }: Props) {
  const say = useWords(originalWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { number, currency } = invoice
  const [reason, setReason] = useState('')
  const [terms, setTerms] = useState(() => {
    const taxes = invoice.taxes.map(({ name, rate }) => newTax(name ?? '', rate))
    // Which of several it carries is for the person to say.
    const carried = taxes.length === 1 ? taxes : []
    return { ...noTerms(), taxes, lines: [{ ...newLine(carried), description: say('line', { number }) }] }
  })
  const { body, sums, error } = usePreview(terms, currency, '')
  const [line] = terms.lines
  if (line === undefined) return null
  const change = (changes: Partial<typeof line>) => setTerms({ ...terms, lines: [{ ...line, ...changes }] })
  const isAmount = sums !== undefined && sums.total > 0
  const credit = async () => {
    const order = { invoice: invoice.id, reason: reason.trim() || null, lines: body?.lines ?? [] }
    const params = { header: keyOf('credit', order) }
    const note = await ask(api.POST('/v1/credit_notes', { body: order, params }))
    toast({ tone: 'done', text: say('credited', { note: note.number, number }) })
    for (const kind of ['invoices', 'credits', 'credit_notes', 'payment_requests'])
      void queries.invalidateQueries({ queryKey: [kind] })
    onCredited()
  }
  return (
    <Confirm
      title={say('creditTitle', { number })}
      action={
        isAmount ? say('creditDo', { amount: formatMoney(sums.total, currency, locale) }) : say('credit')
      }
      isDisabled={!isAmount}
      onConfirm={credit}
      onClose={onClose}
    >
      <p>{say('creditText')}</p>
      <TextInput
        label={say('amount')}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        rightSection={<span aria-hidden>{currency.toUpperCase()}</span>}
        rightSectionWidth={52}
        value={line.price}
        error={
          line.price !== '' && readDecimal(line.price) === undefined
            ? say('amountWrong', { example: (12.5).toLocaleString(locale) })
            : undefined
        }
        onChange={(event) => change({ price: event.currentTarget.value })}
      />
      <TaxTicks
        taxes={terms.taxes}
        ticked={line.taxes}
        nameOf={(name) => say('tax', { name })}
        onChange={(taxes) => change({ taxes })}
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
