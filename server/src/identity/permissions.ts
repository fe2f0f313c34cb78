/** What a person or key may do. The names stand in the API document beside each route. */
export const PERMISSIONS = [
  'customers.read',
  'customers.write',
  'invoices.read',
  'invoices.write',
  'invoices.write_off',
  'credits.write',
  'credits.approve',
  'requests.read',
  'requests.send',
  'payments.read',
  'payments.receive',
  'payment_methods.request',
  'refunds.create',
  'refunds.record',
  'disputes.answer',
  'templates.read',
  'templates.write',
  'events.read',
  'settings.read',
  'settings.write',
  'audit.read',
  'payments_account.manage',
  'keys.manage',
  'staff.manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = [
  'admin',
  'accounts_payable',
  'accounts_receivable',
  'cashier',
  'credit_manager',
  'sales',
  'sales_allocations',
  'sales_manager',
] as const
export type Role = (typeof ROLES)[number]

const READ: readonly Permission[] = [
  'customers.read',
  'invoices.read',
  'requests.read',
  'payments.read',
  'settings.read',
  'templates.read',
]
// Requirement 2: receiving payments and requesting payment information is open to all eight.
const RECEIVE: readonly Permission[] = ['payments.receive', 'payment_methods.request']
// Requirement 1: payment links may be sent only by Admin, Cashier, Sales, Sales Allocations, Sales Manager.
const SEND: readonly Permission[] = ['requests.send', 'customers.write', 'invoices.write']

/** The one table of role → permission, preset from requirements 1 and 2. */
const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: PERMISSIONS,
  accounts_payable: [...READ, ...RECEIVE],
  accounts_receivable: [
    ...READ,
    ...RECEIVE,
    'customers.write',
    'invoices.write',
    'invoices.write_off',
    'credits.write',
    'refunds.create',
    'refunds.record',
    'disputes.answer',
    'events.read',
  ],
  cashier: [...READ, ...RECEIVE, ...SEND, 'credits.write', 'refunds.create', 'refunds.record'],
  credit_manager: [
    ...READ,
    ...RECEIVE,
    'customers.write',
    'invoices.write_off',
    'credits.write',
    'credits.approve',
    'disputes.answer',
  ],
  sales: [...READ, ...RECEIVE, ...SEND],
  sales_allocations: [...READ, ...RECEIVE, ...SEND],
  sales_manager: [...READ, ...RECEIVE, ...SEND, 'templates.write', 'events.read'],
}

/** Of roles that a company changed, what they may do there. */
export type RolePermissions = Partial<Record<Role, readonly Permission[]>>

/** What roles together may do: by the preset table, or as the company has it. Of an admin nothing is ever taken. */
export function permissionsOf(
  roles: readonly Role[],
  changed: RolePermissions = {},
): ReadonlySet<Permission> {
  const of = (role: Role) => (role === 'admin' ? undefined : changed[role]) ?? ROLE_PERMISSIONS[role]
  return new Set(roles.flatMap(of).filter(isPermission))
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

export function isPermission(text: string): text is Permission {
  return (PERMISSIONS as readonly string[]).includes(text)
}
