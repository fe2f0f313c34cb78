import { FilePlus, HandCoins, type LucideIcon, ReceiptText, UserPlus } from 'lucide-react'
import type { Permission } from '../api/session.ts'
import type { navigationWords } from './navigation-words.ts'

/** What *New* offers, from anywhere. */
export interface NewThing {
  path: string
  words: keyof typeof navigationWords.en
  icon: LucideIcon
  permission: Permission
  /** The key that opens it. */
  shortcut?: string
}

export const NEW_THINGS: readonly NewThing[] = [
  {
    path: '/pay/requests/new',
    words: 'quickRequest',
    icon: HandCoins,
    permission: 'requests.send',
    shortcut: 'n',
  },
  {
    path: '/pay/requests/new/detailed',
    words: 'detailedRequest',
    icon: ReceiptText,
    permission: 'requests.send',
  },
  { path: '/invoices/new', words: 'newInvoice', icon: FilePlus, permission: 'invoices.write' },
  { path: '/customers/new', words: 'newCustomer', icon: UserPlus, permission: 'customers.write' },
]
