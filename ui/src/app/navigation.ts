import {
  CircleHelp,
  FileText,
  HandCoins,
  House,
  type LucideIcon,
  ReceiptText,
  Settings,
  Users,
} from 'lucide-react'
import type { Permission } from '../api/session.ts'
import type { navigationWords } from './navigation-words.ts'

/** A place in the navigation. It stands there only where the screen exists and the role may read it. */
export interface Place {
  path: string
  words: keyof typeof navigationWords.en
  icon: LucideIcon
  permission?: Permission
  /** Places below it, shown while it is open. */
  below?: readonly Omit<Place, 'icon' | 'below'>[]
  /** On a phone it has a place of its own in the bar; the rest stands under *More*. */
  inBar?: boolean
}

export const PLACES: readonly Place[] = [
  { path: '/', words: 'home', icon: House, inBar: true },
  {
    path: '/pay',
    words: 'pay',
    icon: HandCoins,
    inBar: true,
    below: [
      { path: '/pay/requests', words: 'requests', permission: 'requests.read' },
      { path: '/pay/sends', words: 'sends', permission: 'requests.read' },
      { path: '/pay/payments', words: 'payments', permission: 'payments.read' },
      { path: '/pay/receive', words: 'receive', permission: 'payments.receive' },
      { path: '/pay/refunds', words: 'refunds', permission: 'payments.read' },
      { path: '/pay/deposits', words: 'deposits', permission: 'payments.read' },
      { path: '/pay/books', words: 'books', permission: 'payments.read' },
    ],
  },
  {
    path: '/invoices',
    words: 'invoices',
    icon: FileText,
    permission: 'invoices.read',
    below: [
      { path: '/invoices', words: 'invoices', permission: 'invoices.read' },
      { path: '/invoices/aging', words: 'aging', permission: 'invoices.read' },
      { path: '/invoices/automatic', words: 'automatic', permission: 'invoices.read' },
    ],
  },
  {
    path: '/orders',
    words: 'orders',
    icon: ReceiptText,
    permission: 'invoices.read',
    below: [
      { path: '/orders', words: 'orderSummary', permission: 'invoices.read' },
      { path: '/orders/new', words: 'newOrder', permission: 'invoices.write' },
      { path: '/orders/products', words: 'catalogue', permission: 'invoices.read' },
    ],
  },
  { path: '/customers', words: 'customers', icon: Users, permission: 'customers.read', inBar: true },
  {
    path: '/settings',
    words: 'settings',
    icon: Settings,
    below: [
      { path: '/settings', words: 'settingsOverview' },
      { path: '/settings/links', words: 'settingsLinks', permission: 'settings.read' },
      { path: '/settings/templates', words: 'settingsTemplates', permission: 'templates.read' },
      { path: '/settings/thank-you', words: 'settingsThankYou', permission: 'settings.read' },
      { path: '/settings/reminders', words: 'settingsReminders', permission: 'settings.read' },
      { path: '/settings/staff', words: 'settingsStaff', permission: 'staff.manage' },
      { path: '/settings/roles', words: 'settingsRoles', permission: 'staff.manage' },
      { path: '/settings/api-keys', words: 'settingsKeys', permission: 'keys.manage' },
      { path: '/settings/audit-trail', words: 'settingsAudit', permission: 'audit.read' },
      { path: '/settings/suppressed', words: 'settingsSuppressed', permission: 'customers.read' },
      { path: '/settings/company', words: 'settingsCompany', permission: 'settings.read' },
      { path: '/settings/payments-account', words: 'settingsPayments', permission: 'settings.read' },
      { path: '/settings/account', words: 'settingsAccount' },
    ],
  },
  { path: '/help', words: 'help', icon: CircleHelp },
]
