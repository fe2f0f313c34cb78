import type { Locator, Page } from 'playwright-core'

/** One look at the dashboard: a screen in one of its states, or what opens over it. */
export interface Screen {
  /** As the router has it, `/pay/requests/:id`. */
  route: string
  /** Its address, below the server's. */
  path: string
  /** What stands there once it is whole. */
  shown: string
  /** Around all of it; of a screen inside the dashboard that is its content. */
  root?: string
  /** What is done before it is looked at. */
  before?: (page: Page) => Promise<unknown>
  /** What is opened by keyboard over it, and looked at. */
  over?: Over
  /** It is there at one width alone. */
  width?: 360 | 1440
  /** What it shows is what the screen before it left behind. */
  follows?: true
}

interface Over {
  /** The source that draws it, below ui/src. */
  of: string
  kind: 'dialog' | 'menu'
  /** What opens it, by Enter or another key. */
  by: (page: Page) => Locator
  key?: string
  /** What stands in it once it is whole. */
  shown?: string
}

/** What the screens show: ids of things that were made for them. */
export interface Shown {
  /** A request that was paid, by which payment, and one that was sent. */
  paid: string
  payment: string
  sent: string
  /** A request whose payment is disputed. */
  disputed: string
  /** A request that a wire paid in part. */
  wired: string
  customer: string
  /** A customer who owes something. */
  owing: string
  /** An invoice that was paid, one that is open, one that came as an e-invoice, and one that was written off. */
  settled: string
  open: string
  imported: string
  writtenOff: string
  /** What was sent to many at once. */
  bulk: string
  /** An order that is unconfirmed, and one that was paid by a link. */
  order: string
  orderPaid: string
  /** A saved text of the company's own. */
  template: string
}

export type Screens = Readonly<Record<string, Screen>>
