import { HandCoins, type LucideIcon } from 'lucide-react'
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
]
