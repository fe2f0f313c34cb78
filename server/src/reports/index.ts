/**
 * reports owns no rows: it reads what lower modules publish, and shows it together. It lists payments and refunds with
 * whom and what they were for, tells the story of a request, and
 * gathers what speaks for a payment that is disputed, and adds up takings, what is owed and what became of requests.
 */
export { agingRoutes } from './aging.routes.ts'
export { disputeEvidenceRoutes } from './dispute-evidence.routes.ts'
export { journalRoutes } from './journal.routes.ts'
export { paymentListRoutes } from './payment-list.routes.ts'
export { payoutTransactionRoutes } from './payout-transaction.routes.ts'
export { reportRoutes } from './report.routes.ts'
export { searchRoutes } from './search.routes.ts'
export { timelineRoutes } from './timeline.routes.ts'
export { writeOffReportRoutes } from './write-off-report.routes.ts'
