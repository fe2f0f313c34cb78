import type { Currency } from '../../lib/currencies.ts'
import { formatMoney } from '../../lib/money.ts'
import { explainChange, methodsOf, type PageState, stateOf, takesMoney } from '../../requests/index.ts'
import { amountNow } from './change-words.ts'
import type { Found, PayPageServices } from './find-page.ts'

/** What the script of an open page is told of it. Minor units. */
export interface Status {
  state: PageState
  amount: number
  display: string
  /** How it may be paid now, where that is not by card alone. */
  methods?: string
  /** Where the page shows another amount: the new one and what made it so. */
  message?: string
}

const AMOUNT = /^\d{1,12}$/

/** The state of a page by now, and why it asks for another amount than the one that it shows, in minor units. */
export async function statusOf(
  { clock, database }: PayPageServices,
  { company, page, locale }: Found,
  shown: string | undefined,
): Promise<Status> {
  const state = stateOf(page, clock.now())
  const { open } = page.facts.live
  const currency = page.currency as Currency
  const methods = methodsOf(page, open).join(' ')
  const status = {
    state,
    amount: Number(open),
    display: formatMoney(open, currency, locale),
    ...(methods === 'card' || !takesMoney(state) ? {} : { methods }),
  }
  if (shown === undefined || !AMOUNT.test(shown) || BigInt(shown) === open || !takesMoney(state))
    return status
  const causes = await database.read(company.id, (db) =>
    explainChange(db, page.requestId, { shown: BigInt(shown), open }),
  )
  return { ...status, message: amountNow(open, causes, { currency, locale }) }
}
