import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { Payer } from '../../parts/customer-field.tsx'
import { plainMoney, readMoney } from '../../words/index.ts'
import type { Attachment } from './attachments-field.tsx'
import { customerOf, linkTo, type Made, type PaymentRequest } from './make-request.ts'
import type { Methods } from './new-ways.tsx'

/** What a person says of a detailed request. Amounts in minor units; undefined while they are none. */
export interface Detailed {
  payer: Payer | undefined
  email: string
  title: string
  reference: string
  /** Undefined: the company's own. */
  currency: string | undefined
  subtotal: number | undefined
  tax: number | undefined
  shipping: number | undefined
  /** Of a part: as it is typed. */
  percent: string | undefined
  partLabel: string
  attachments: readonly Attachment[]
  message: string
  /** What it may be paid by; null: all that is offered. */
  methods: Methods | null
  /** The id of a template for the mail; empty: as usual. */
  template: string
}

export const NOTHING: Detailed = {
  payer: undefined,
  email: '',
  title: '',
  reference: '',
  currency: undefined,
  subtotal: undefined,
  tax: 0,
  shipping: 0,
  percent: undefined,
  partLabel: '',
  attachments: [],
  message: '',
  methods: null,
  template: '',
}

/** The same figures in another currency; what it has no such fraction of must be typed again. */
export function inCurrency(detailed: Detailed, before: string, currency: string): Detailed {
  const read = (amount: number | undefined) =>
    amount === undefined
      ? undefined
      : readMoney(plainMoney(amount, before, 'en').replace(/\.0+$/, ''), currency)
  const { subtotal, tax, shipping } = detailed
  return { ...detailed, currency, subtotal: read(subtotal), tax: read(tax), shipping: read(shipping) }
}

/** `30`, `33,5` as the API takes it; undefined where it is no percentage. */
export function readPercent(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) > 0 && Number(text) <= 100 ? text : undefined
}

/** What the mail says: a template, words of one's own, or what it usually says. */
export type MailText = { template: string } | { message: string } | Record<string, never>

/**
 * Keeps a detailed request as a draft on the server, which says what it comes to. Reviewed again with other entries
 * it is another draft, and the one before is taken back.
 */
export function useDetailedDraft(ownCurrency: string) {
  const keyOf = useKeyOf()
  const queries = useQueryClient()
  const last = useRef<string>(undefined)
  const refresh = () => void queries.invalidateQueries({ queryKey: ['payment_requests'] })
  const voidLast = async (next: string) => {
    const id = last.current
    last.current = next
    if (id === undefined || id === next) return
    const body = { void_invoices: false }
    await ask(
      api.POST('/v1/payment_requests/{id}/void', {
        params: { path: { id }, header: keyOf('void', id) },
        body,
      }),
    )
  }
  return {
    keep: async (detailed: Detailed): Promise<PaymentRequest> => {
      const email = detailed.email.trim() || null
      const body = {
        kind: 'detailed' as const,
        currency: detailed.currency ?? ownCurrency,
        title: detailed.title.trim(),
        reference: detailed.reference.trim() || null,
        subtotal: detailed.subtotal ?? 0,
        tax: detailed.tax ?? 0,
        shipping: detailed.shipping ?? 0,
        part_of:
          detailed.percent === undefined
            ? null
            : {
                percent: readPercent(detailed.percent) ?? detailed.percent,
                label: detailed.partLabel.trim() || null,
              },
        attachments: detailed.attachments.map(({ id }) => id),
        message: detailed.message.trim() || null,
        customer: await customerOf(detailed.payer, email, keyOf),
        email,
        ...(detailed.methods !== null && { methods: detailed.methods }),
      }
      const header = keyOf('detailed', body)
      const request = await ask(api.POST('/v1/payment_requests', { body, params: { header } }))
      await voidLast(request.id)
      refresh()
      return request
    },
    send: async (request: PaymentRequest, text: MailText): Promise<Made> => {
      const params = { path: { id: request.id }, header: keyOf(`send ${request.id}`, text) }
      const sent = await ask(api.POST('/v1/payment_requests/{id}/send', { params, body: text }))
      refresh()
      return { request: sent, sentTo: sent.deliveries.at(-1)?.to ?? sent.email ?? undefined, url: undefined }
    },
    link: async (request: PaymentRequest): Promise<Made> => {
      const { url } = await linkTo(request.id, keyOf)
      refresh()
      return { request, sentTo: undefined, url }
    },
  }
}
