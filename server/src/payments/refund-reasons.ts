/** Why money is given back. The processor knows the first three by the same names; the rest only our books have. */
export const REFUND_REASONS = [
  'requested_by_customer',
  'duplicate',
  'fraudulent',
  'order_canceled',
  'goods_returned',
  'not_delivered',
  'price_corrected',
  'other',
] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

const KNOWN_TO_PROCESSOR = ['requested_by_customer', 'duplicate', 'fraudulent'] as const
export type ProcessorReason = (typeof KNOWN_TO_PROCESSOR)[number]

/** What the processor is told of why; null where it has no word for it. */
export function reasonForProcessor(reason: RefundReason | null): ProcessorReason | null {
  return KNOWN_TO_PROCESSOR.find((known) => known === reason) ?? null
}

/** Who gives the money back: the processor, or somebody of the company by hand. */
export const GIVEN_BY = ['processor', 'cheque', 'cash', 'wire', 'other'] as const
export type GivenBy = (typeof GIVEN_BY)[number]
