/** The ways to pay that the product can take (K1). */
export const METHODS = ['card', 'ach'] as const
export type Method = (typeof METHODS)[number]
