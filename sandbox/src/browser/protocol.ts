import type { Appearance, StripeError } from '@stripe/stripe-js'

/** What the pay page's script sends once into a frame, with a message port for all that follows. */
export type FrameStart = {
  sandbox: 'start'
  key: string
  account: string | null
  locale: string
  appearance: Appearance
}

export type Wallet = 'apple_pay' | 'google_pay'

/** What the pay page's script asks of a frame over the port. */
export type Question =
  | { ask: 'validate' }
  | {
      ask: 'confirmationToken'
      name: string | null
      email: string | null
      returnUrl: string | null
      /** What the group says of it: whether it is to be kept. */
      setupFutureUsage?: string | null
    }
  | { ask: 'retrieve'; clientSecret: string }
  | { ask: 'confirm'; clientSecret: string; confirmationToken: string; returnUrl: string | null }
  | { ask: 'appearance'; locale: string; appearance: Appearance }
  /** Which wallets the device has on a page of this domain. */
  | { ask: 'wallets'; domain: string }
  /** The payer agreed in the device's sheet. */
  | { ask: 'wallet'; wallet: Wallet; card: string }
  | { ask: 'focus' }
  | { ask: 'clear' }

export type Reply = { value: unknown; error?: undefined } | { error: StripeError; value?: undefined }

/** What a frame tells unasked. */
export type FrameEvent =
  | { event: 'ready' | 'focus' | 'blur' }
  | { event: 'wallet'; wallet: Wallet }
  | { event: 'height'; height: number }
  | { event: 'change'; empty: boolean; complete: boolean; brand: string | null }

export type ToFrame = { id: number; question: Question }
export type FromFrame = { id: number; reply: Reply } | FrameEvent
