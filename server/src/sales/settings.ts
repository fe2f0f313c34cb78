import { Type } from 'typebox'
import { defineSetting, type Setting } from '../identity/index.ts'

/** A20 (e): when a payment confirms the order that it pays. */
export const confirmOn = defineSetting({
  key: 'order.confirm_on',
  schema: Type.Enum(['initiated', 'cleared']),
  fallback: 'initiated',
  writableBy: 'company',
  description:
    'When the payment of an order’s invoice confirms the order: initiated (once the whole of it is submitted to its bank, or paid) or cleared (once that money has cleared; of a cheque nobody hears that it did, so a person confirms). A person may confirm an order before.',
})

export const salesSettings: readonly Setting[] = [confirmOn]
