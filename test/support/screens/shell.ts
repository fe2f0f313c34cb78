import type { Page } from 'playwright-core'
import type { Screens } from './screen.ts'

const list = { route: '/pay/requests', path: 'pay/requests', shown: 'tbody a' }
const barButton = (page: Page, icon: string) => page.locator(`nav button:has(.lucide-${icon})`)

/** What stands around every screen, and opens over it. */
export function shellScreens(): Screens {
  return {
    shell: { ...list, root: 'body' },
    'shell-shortcuts': {
      ...list,
      over: {
        of: 'parts/shortcut-list.tsx',
        kind: 'dialog',
        by: (page) => page.locator('tbody a').first(),
        key: '?',
      },
    },
    'shell-priorities': {
      ...list,
      over: {
        of: 'app/shell/priority-bell.tsx',
        kind: 'dialog',
        by: (page) => page.locator('header button:has(.lucide-bell)'),
      },
    },
    'shell-person': {
      ...list,
      width: 1440,
      over: {
        of: 'app/shell/top-bar.tsx',
        kind: 'dialog',
        by: (page) => page.locator('header button:has(.lucide-chevron-down)').last(),
      },
    },
    'shell-new': {
      ...list,
      width: 1440,
      over: {
        of: 'app/shell/new-menu.tsx',
        kind: 'menu',
        by: (page) => page.locator('header button:has(.lucide-plus)'),
      },
    },
    'shell-new-phone': {
      ...list,
      width: 360,
      over: { of: 'app/shell/new-menu.tsx', kind: 'menu', by: (page) => barButton(page, 'plus') },
    },
    'shell-more': {
      ...list,
      width: 360,
      over: { of: 'app/shell/more-sheet.tsx', kind: 'dialog', by: (page) => barButton(page, 'menu') },
    },
    'shell-search': {
      ...list,
      width: 360,
      over: {
        of: 'app/shell/search-sheet.tsx',
        kind: 'dialog',
        by: (page) => page.locator('header button:has(.lucide-search)'),
      },
    },
  }
}
