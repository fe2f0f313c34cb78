/**
 * identity owns companies, staff and their roles, API keys, values of settings, and the audit trail.
 * It offers the three kinds of route (read, write, external), which admit a caller and hold the transaction.
 */

export { createApiKey } from './api-keys.ts'
export { auditEvent, recordAudit, sealAudit } from './audit.ts'
export { type Company, companyOfNumber, findCompany, listCompanies } from './companies.queries.ts'
export { createCompany, type NewCompany } from './create-company.ts'
export {
  isPermission,
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
} from './permissions.ts'
export { auditProofs } from './proofs.ts'
export { external, type LinkUrl, type RouteServices, read, write } from './route.ts'
export { apiKeyRoutes } from './routes.ts'
export { defineSetting, readSetting, readSettings, type Setting, writeSetting } from './settings.ts'
export { addStaff, type StaffMember, staffToNotify } from './staff.ts'
