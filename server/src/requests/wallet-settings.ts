import { Type } from 'typebox'
import { defineSetting } from '../identity/index.ts'

const WALLET_PLACES = ['under_card', 'separate'] as const
export type WalletPlace = (typeof WALLET_PLACES)[number]

/** K15: where the pay page has the wallets of the payer's device. */
export const checkoutWallets = defineSetting({
  key: 'checkout.wallets',
  schema: Type.Enum([...WALLET_PLACES]),
  fallback: 'separate',
  writableBy: 'company',
  description:
    'Where a pay page has Apple Pay and Google Pay, on devices that have them: separate (above the other ways to pay) or under_card (below the card’s fields).',
})
