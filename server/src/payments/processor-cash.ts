import type { ProcessorPayment } from './processor.ts'

/** What the product asks of a processor about wires: cash that a customer sends to an account number of its own. */
export interface ProcessorCash {
  /** Where a customer sends a wire: always the same numbers. Kept nowhere. */
  wireInstructions(account: string | null, customer: string): Promise<WireInstructions>
  /** All that moved a customer's cash, newest first, streamed page by page. */
  listCash(account: string | null, customer: string): AsyncIterable<CashMovement>
  /** Moves a customer's cash into the company's balance. A repeat with the same `key` is the same. */
  drawCash(request: DrawRequest): Promise<ProcessorPayment>
  /** What a draw that was asked for before, since a time, did: undefined where it moved nothing. */
  findDraw(request: DrawRequest, since: Date): Promise<ProcessorPayment | undefined>
}

/** Shown to the payer, and never kept, logged or mailed. */
export interface WireInstructions {
  holder: string
  bankName: string
  routingNumber: string
  accountNumber: string
  /** For wires from abroad, where there is one. */
  swiftCode: string | null
}

export interface CashMovement {
  reference: string
  kind: 'funded' | 'drawn' | 'other'
  /** Minor units, negative where cash went. */
  amount: bigint
  currency: string
  at: Date
  /** Of what came: what its sender wrote, and who that is. */
  bankReference: string | null
  sender: string | null
  /** Of what was drawn: the processor's name of the payment. */
  paymentReference: string | null
}

export interface DrawRequest {
  account: string | null
  key: string
  customer: string
  drawId: string
  amount: bigint
  currency: string
}
