/**
 * reports owns no rows: it reads what lower modules publish, and shows it together. It lists payments and refunds with
 * whom and what they were for, and tells the story of a request.
 */
export { paymentListRoutes } from './payment-list.routes.ts'
export { timelineRoutes } from './timeline.routes.ts'
