/**
 * web owns the HTTP server: the API's assembly, problem documents, the pay page, the dashboard's
 * page and files, webhooks in, health and metrics.
 */

export { ALL_SETTINGS } from './all-settings.ts'
export { applyPreset } from './apply-preset.ts'
export { loadDashboard } from './dashboard/load-dashboard.ts'
export { startMetrics } from './metrics.ts'
export { loadPayPageAssets } from './pay-page/assets.ts'
export { createServer, type WebServices } from './server.ts'
