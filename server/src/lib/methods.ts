/** The ways to pay that the product can take (K1). */
export const METHODS = ['card', 'wallet', 'ach', 'wire', 'bnpl'] as const
export type Method = (typeof METHODS)[number]

/** Those that a page's form collects, and the processor is asked for. A wire is sent by its payer. */
export type Charged = Exclude<Method, 'wire'>

export function isCharged(method: Method): method is Charged {
  return method !== 'wire'
}

/** Whether a card pays in the end, typed in or handed over by a wallet. */
export function isOfCard(method: Method): boolean {
  return method === 'card' || method === 'wallet'
}
