/**
 * identity owns companies and their logos, staff and their roles, how they sign in, API keys, values of settings, and the audit
 * trail. It offers the kinds of route (read, write, external; download for what is no JSON), which admit a caller.
 */

export { type Admitted, admit, admitFirst, admittedOf } from './admit.ts'
export { auditEvent, sealAudit } from './audit.ts'
export { auditEventRoutes } from './audit-event.routes.ts'
export type { SignInServices } from './browser-session.ts'
export { changeSettings, type SettingChange } from './change-settings.ts'
export { findUserChange, TELL_USER_CHANGE, tellUserChange } from './change-user.ts'
export { type Company, companyOfNumber, findCompany, listCompanies } from './companies.queries.ts'
export { companyRoutes } from './company.routes.ts'
export { createApiKey } from './create-api-key.ts'
export { createCompany } from './create-company.ts'
export { download, downloadFile } from './download-route.ts'
export { PermissionDenied, Unauthenticated } from './errors.ts'
export { forgetOldBrowsers } from './known-browsers.ts'
export { type Columns, list } from './list-route.ts'
export type { LogoImage } from './logo/draw-logo.ts'
export { findLogo, findSmallLogo } from './logo/logos.queries.ts'
export { logoRoutes } from './logo.routes.ts'
export { invitationRoutes } from './members/invitation.routes.ts'
export { inviteMember } from './members/invite-member.ts'
export { findInvitedPerson } from './members/invited-person.queries.ts'
export { memberRoutes } from './members/member.routes.ts'
export { noticeRoutes } from './notice.routes.ts'
export { companyDay, ownCompany } from './own-company.ts'
export { passwordResetRoutes } from './password-reset.routes.ts'
export {
  findResetRecipient,
  forgetOldResets,
  forgetOldSessions,
  MAIL_PASSWORD_RESET,
} from './password-reset.ts'
export { checkPassword } from './passwords/check-password.ts'
export {
  isPermission,
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
} from './permissions.ts'
export { personToken } from './person-token.ts'
export { auditProofs } from './proofs.ts'
export { roleRoutes } from './roles/role.routes.ts'
export { asking, external, type LinkUrl, prepareAndWrite, type RouteServices, read, write } from './route.ts'
export { apiKeyRoutes } from './routes.ts'
export { turnOffSecondFactor } from './second-factor/turn-off.ts'
export { sendFile } from './send-file.ts'
export { sessionRoutes } from './session.routes.ts'
export { sessionMay } from './session-may.ts'
export { bearsSession, type SessionPolicy } from './session-token.ts'
export type { SessionId, UserId } from './sessions.queries.ts'
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
export { addStaff, isStaffAddress, type StaffMember, staffToNotify } from './staff.ts'
export { userRoutes } from './user.routes.ts'
export { findUser, findUserByEmail } from './users.queries.ts'
