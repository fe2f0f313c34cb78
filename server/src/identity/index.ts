/**
 * identity owns companies, staff and their roles, how they sign in, API keys, values of settings, and the audit
 * trail. It offers the kinds of route (read, write, external; download for what is no JSON), which admit a caller.
 */

export { auditEvent, sealAudit } from './audit.ts'
export { changeSettings, type SettingChange } from './change-settings.ts'
export { type Company, companyOfNumber, findCompany, listCompanies } from './companies.queries.ts'
export { createApiKey } from './create-api-key.ts'
export { createCompany } from './create-company.ts'
export { download, downloadFile } from './download-route.ts'
export { Unauthenticated } from './errors.ts'
export { checkPassword } from './passwords/check-password.ts'
export {
  isPermission,
  PERMISSIONS,
  permissionsOf,
  ROLES,
  type Role,
} from './permissions.ts'
export { auditProofs } from './proofs.ts'
export { external, type LinkUrl, prepareAndWrite, type RouteServices, read, write } from './route.ts'
export { apiKeyRoutes } from './routes.ts'
export { sendFile } from './send-file.ts'
export { type SignInServices, sessionRoutes } from './session.routes.ts'
export { setPassword } from './set-password.ts'
export {
  changerOf,
  defineSetting,
  linksMasterRole,
  readSetting,
  readSettings,
  type Setting,
  sameValue,
} from './settings.ts'
export { addStaff, type StaffMember, staffToNotify } from './staff.ts'
export { findUserByEmail } from './users.queries.ts'
