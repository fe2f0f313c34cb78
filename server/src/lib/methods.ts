/** The ways to pay that a payer may be offered (K1). */
export const METHODS = ['card', 'wallet', 'ach', 'wire', 'bnpl'] as const
export type Method = (typeof METHODS)[number]

/** What a person of the company is given, and takes to the bank. */
export const TENDERS = ['cash', 'cheque'] as const
export type TenderMethod = (typeof TENDERS)[number]

/** How a payment was paid, whoever brought it. */
export type PaidBy = Method | TenderMethod

/** Those that a page's form collects, and the processor is asked for. A wire is sent by its payer. */
export type Charged = Exclude<Method, 'wire'>

export function isCharged(method: PaidBy): method is Charged {
  return method !== 'wire' && !isTender(method)
}

export function isTender(method: PaidBy): method is TenderMethod {
  return method === 'cash' || method === 'cheque'
}

/** Whether a card pays in the end, typed in or handed over by a wallet. */
export function isOfCard(method: PaidBy): boolean {
  return method === 'card' || method === 'wallet'
}
