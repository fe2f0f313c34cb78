import type { Screens, Shown } from './screen.ts'

export function customerScreens({ customer: id }: Shown): Screens {
  const customer = { route: '/customers/:id', path: `customers/${id}`, shown: '[role=tabpanel] li a' }
  return {
    customers: { route: '/customers', path: 'customers', shown: 'tbody a' },
    'customers-many': {
      route: '/customers',
      path: 'customers',
      shown: 'tbody a',
      before: (page) => page.locator('tbody [type=checkbox]').first().check(),
      over: {
        of: 'screens/customers/many-links.tsx',
        kind: 'dialog',
        by: (page) => page.locator('section[aria-label] button').last(),
      },
    },
    'customers-none': { route: '/customers', path: 'customers?q=nobody', shown: 'h2' },
    customer,
    'customer-pays': {
      ...customer,
      over: {
        of: 'screens/customers/customer-pays.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-phone):enabled'),
        shown: 'form',
      },
    },
    'customer-activity': {
      ...customer,
      before: async (page) => {
        await page.getByRole('tab').last().click()
        await page.locator('ol li').first().waitFor()
      },
    },
    'customer-contact': {
      ...customer,
      over: {
        of: 'screens/customers/contact-dialogs.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article section button:has(.lucide-plus)'),
      },
    },
    'customer-methods': {
      ...customer,
      before: async (page) => {
        await page.getByRole('tab').nth(3).click()
        await page.locator('[role=tabpanel] details').first().waitFor()
      },
      over: {
        of: 'screens/customers/charge-method.tsx',
        kind: 'dialog',
        by: (page) => page.locator('[role=tabpanel] li:has(details) button').first(),
      },
    },
    'customer-method-form': {
      ...customer,
      before: (page) => page.getByRole('tab').nth(3).click(),
      over: {
        of: 'screens/customers/form-dialogs.tsx',
        kind: 'dialog',
        by: (page) => page.locator('[role=tabpanel] button:has(.lucide-mail)'),
      },
    },
    'customer-method-default': {
      ...customer,
      before: (page) => page.getByRole('tab').nth(3).click(),
      over: {
        of: 'screens/customers/method-dialogs.tsx',
        kind: 'dialog',
        by: (page) => page.locator('[role=tabpanel] li button:has(.lucide-x)').last(),
      },
    },
    'customer-reminders': {
      ...customer,
      over: {
        of: 'screens/customers/customer-reminders.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-alarm-clock)'),
        shown: 'select',
      },
    },
    'customer-new': { route: '/customers/new', path: 'customers/new', shown: 'form' },
    'customer-edit': { route: '/customers/:id/edit', path: `customers/${id}/edit`, shown: 'form' },
    'customer-edit-advanced': {
      route: '/customers/:id/edit',
      path: `customers/${id}/edit`,
      shown: 'form',
      before: (page) => page.getByRole('tab').last().click(),
    },
    'customer-import': {
      route: '/customers/import',
      path: 'customers/import',
      shown: 'section section button',
      before: async (page) => {
        const buffer = Buffer.from('name,email\nHotel Nord,not an address\n')
        await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
        await page.locator('[data-opened] ul li').getByText('email').first().waitFor()
      },
    },
  }
}
