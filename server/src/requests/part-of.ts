import type { Currency } from '../lib/currencies.ts'
import { parseDecimal, quotientToMinorUnits } from '../lib/decimal.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { formatMoney, toDecimal } from '../lib/money.ts'
import type { PayableDetail } from '../receivables/index.ts'
import { ItemsDoNotFit } from './errors.ts'

/** a request for a part of a job. `total` is the whole job's, in minor units; `percent` decimal text. */
export interface PartOf {
  label: string | null
  total: bigint
  percent: string | null
}

/** A percentage of an amount, half up to the minor unit: 30 % of 0.05 is 0.02. */
export function percentOf(total: bigint, percent: string, currency: Currency): bigint {
  return quotientToMinorUnits(
    toDecimal(total, currency).times(parseDecimal(percent)),
    parseDecimal('100'),
    currency,
    'half_up',
  )
}

/** What is asked of a job: the amount given, or the percentage's. Both together must agree. */
export function partOf(
  part: PartOf | null,
  given: bigint | null,
  currency: Currency,
): { amount: bigint; part: PayableDetail['partOf'] } {
  if (part === null) return { amount: needed(given), part: null }
  const amount = part.percent === null ? needed(given) : percentOf(part.total, part.percent, currency)
  if (given !== null && given !== amount) {
    throw new ItemsDoNotFit(
      `${part.percent} % of ${formatMoney(part.total, currency, 'en')} is ${amount} in minor units, not ${given}. Nothing was created; leave the amount out, or correct one of them.`,
      { field: 'amount', details: { expected: Number(amount) } },
    )
  }
  if (amount > part.total) {
    throw new ItemsDoNotFit('A part cannot be more than the whole. Nothing was created.', {
      field: 'part_of.total',
    })
  }
  return { amount, part: { ...part, total: part.total.toString() } }
}

function needed(amount: bigint | null): bigint {
  if (amount === null) {
    throw new InvalidRequest('There is no amount: give it, or part_of with a percent. Nothing was created.', {
      field: 'amount',
    })
  }
  return amount
}
