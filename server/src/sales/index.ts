/**
 * sales owns the catalogue and orders with their numbers: what a customer wants, until it is confirmed. What an order
 * comes to is owed by its invoice, which receivables keeps. It emits product.* and order.*; it hears invoice.edited,
 * invoice.paid, payment.processing and payment.cleared.
 */
export {
  confirmClearedOrder,
  confirmPaidOrder,
  confirmSubmittedOrder,
} from './confirm-paid-order.ts'
export { orderConfirmed } from './events.ts'
export { followOrderInvoiceEdit } from './follow-order-invoice-edit.ts'
export { invoiceOrder } from './invoice-order.ts'
export { orderRoutes } from './order.routes.ts'
export { orderStepRoutes } from './order-step.routes.ts'
export type { OrderId } from './orders.queries.ts'
export { findOrder, findOrderOfInvoice } from './orders.queries.ts'
export { productRoutes } from './product.routes.ts'
export { salesProofs } from './proofs.ts'
export { salesSettings } from './settings.ts'
export { salesTallies } from './tallies.queries.ts'
