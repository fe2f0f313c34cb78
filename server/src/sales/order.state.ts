import type { StateTable } from '../lib/state.ts'

export const ORDER_STATES = ['draft', 'unconfirmed', 'confirmed', 'canceled'] as const
export type OrderState = (typeof ORDER_STATES)[number]
export type OrderEvent = 'edit' | 'place' | 'invoice' | 'confirm' | 'cancel'

/** Whether it is invoiced, being paid or paid, its invoice says. What takes back its money changes nothing here. */
export const orderStates: StateTable<OrderState, OrderEvent> = {
  draft: { edit: 'draft', place: 'unconfirmed', cancel: 'canceled' },
  unconfirmed: { edit: 'unconfirmed', invoice: 'unconfirmed', confirm: 'confirmed', cancel: 'canceled' },
  confirmed: { invoice: 'confirmed', cancel: 'canceled' },
  canceled: {},
}
