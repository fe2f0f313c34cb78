import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { paths } from '../../api/schema.generated.ts'
import { plainMoney, readMoney, useLanguage } from '../../words/index.ts'

type Preview = paths['/v1/received_payments/preview']['post']['responses'][200]['content']['application/json']
type Open = Preview['invoices'][number]

interface Asked {
  customer: string | undefined
  currency: string
  /** What was received, in minor units; undefined where it is no amount, or where what is ticked is charged in full. */
  amount: number | undefined
  /** What is ticked is charged, each in full. */
  isWhole: boolean
  /** The invoice that is meant to be settled, until somebody ticks or types. */
  first?: string | null | undefined
}

export interface Line extends Open {
  isTicked: boolean
  /** As it stands in its field. */
  text: string
  /** What of it may be settled now, and what is to be; undefined where its text is no amount. In minor units. */
  free: number
  applies: number | undefined
}

const TYPING_MS = 200

/**
 * what of a customer's open invoices is settled. Until somebody ticks or types it is as the server says, the oldest
 * due first; from then on as they say.
 */
export function useAllocation({ amount, currency, customer, first, isWhole }: Asked) {
  const { locale } = useLanguage()
  const [typed, setByHand] = useState<Readonly<Record<string, string>>>()
  const [led, setLed] = useState(first ?? undefined)
  const received = isWhole ? 0 : (amount ?? 0)
  const [settled] = useDebouncedValue(received, TYPING_MS)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['invoices', 'allocation', customer, currency, settled],
    queryFn: () =>
      ask(
        api.POST('/v1/received_payments/preview', {
          body: { customer: customer ?? '', currency, amount: settled },
        }),
      ),
    enabled: customer !== undefined,
    placeholderData: keepPreviousData,
  })
  const isTold = data !== undefined && !isPlaceholderData && settled === received
  const meant = data?.invoices.find(({ invoice }) => invoice === led)
  const byHand = typed ?? (meant && { [meant.invoice]: partOf(meant, received, currency, locale) })
  const lines = (data?.invoices ?? []).map((invoice): Line => {
    const free = freeOf(invoice)
    const plain = plainMoney(invoice.applied, currency, locale)
    if (isWhole) {
      const isTicked = invoice.in_flight === 0 && (byHand === undefined || invoice.invoice in byHand)
      return { ...invoice, free, isTicked, text: '', applies: isTicked ? invoice.open : 0 }
    }
    const told = invoice.applied > 0 ? plain : undefined
    const text = byHand === undefined ? told : byHand[invoice.invoice]
    const applies = text === undefined ? 0 : readMoney(text, currency)
    return { ...invoice, free, isTicked: text !== undefined, text: text ?? '', applies }
  })
  const applied = lines.reduce((sum, { applies }) => sum + (applies ?? 0), 0)
  const texts = () =>
    Object.fromEntries(lines.filter(({ isTicked }) => isTicked).map(({ invoice, text }) => [invoice, text]))
  const tick = ({ invoice, free }: Line, isOn: boolean) => {
    const { [invoice]: _, ...rest } = texts()
    const left = received - applied
    const some = left > 0 && left < free ? left : free
    setByHand(isOn ? { ...rest, [invoice]: plainMoney(some, currency, locale) } : rest)
  }
  return {
    lines,
    applied,
    error,
    again: refetch,
    /** What stands there is of the amount that stands there. */
    isTold: customer === undefined || isTold,
    isRight: lines.every(({ applies, free }) => applies !== undefined && applies <= free),
    isByHand: byHand !== undefined,
    tick,
    type: ({ invoice }: Line, text: string) => setByHand({ ...texts(), [invoice]: text }),
    /** As it stood at first. */
    anew: () => setByHand(undefined),
    oldestFirst: () => {
      setLed(undefined)
      setByHand(undefined)
    },
  }
}

function freeOf({ open, in_flight: inFlight }: Open): number {
  return Math.max(0, open - inFlight)
}

/** All that is open of an invoice, or as much of it as was received. */
function partOf(invoice: Open, received: number, currency: string, locale: string): string {
  const free = freeOf(invoice)
  return plainMoney(received > 0 && received < free ? received : free, currency, locale)
}
