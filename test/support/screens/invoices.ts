import type { Page } from 'playwright-core'
import type { Screens, Shown } from './screen.ts'

const invoices = { route: '/invoices', path: 'invoices', shown: 'tbody a' }

export function invoiceScreens({ settled, open, imported, writtenOff }: Shown): Screens {
  const invoice = { route: '/invoices/:id', path: `invoices/${settled}`, shown: 'article li a' }
  const unpaid = { ...invoice, path: `invoices/${open}`, shown: 'article table' }
  return {
    invoices,
    'invoices-none': { ...invoices, path: 'invoices?q=nothing-at-all', shown: 'h2' },
    'invoices-ask': {
      ...invoices,
      path: 'invoices?open=true',
      before: (page) => page.locator('tbody [type=checkbox]').first().check(),
      over: {
        of: 'screens/invoices/ask-for-invoices.tsx',
        kind: 'dialog',
        by: (page) => page.locator('section[aria-label] button').last(),
        shown: 'table',
      },
    },
    'invoices-ask-many': {
      ...invoices,
      before: tickAll,
      over: {
        of: 'parts/bulk/send-many.tsx',
        kind: 'dialog',
        by: (page) => page.locator('section[aria-label] button').last(),
        shown: 'li',
      },
    },
    invoice,
    'invoice-open': unpaid,
    'invoice-email': {
      ...unpaid,
      over: {
        of: 'parts/emailing/email-document.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-mail)'),
        shown: 'form',
      },
    },
    'invoice-void': {
      ...unpaid,
      over: {
        of: 'screens/invoices/void-invoice.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-ban)'),
      },
    },
    'automatic-invoices': { route: '/invoices/automatic', path: 'invoices/automatic', shown: 'li button' },
    'automatic-invoice-changed': {
      route: '/invoices/automatic',
      path: 'invoices/automatic',
      shown: 'li button',
      over: {
        of: 'screens/schedules/edit-schedule.tsx',
        kind: 'dialog',
        by: (page) => page.locator('li button').first(),
        shown: 'textarea',
      },
    },
    'automatic-invoice-ended': {
      route: '/invoices/automatic',
      path: 'invoices/automatic',
      shown: 'li button',
      over: {
        of: 'screens/schedules/schedules.tsx',
        kind: 'dialog',
        by: (page) => page.locator('li button').last(),
      },
    },
    'invoice-repeat': {
      ...unpaid,
      over: {
        of: 'screens/invoices/repeat-invoice.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-repeat)'),
        shown: 'select',
      },
    },
    'invoice-write-off': {
      ...unpaid,
      over: {
        of: 'screens/invoices/write-off-invoice.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-trending-down)'),
        shown: 'select',
      },
    },
    'invoice-recover': {
      ...unpaid,
      path: `invoices/${writtenOff}`,
      over: {
        of: 'screens/invoices/recover-invoice.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-undo-2)'),
        shown: 'select',
      },
    },
    'invoice-approve-credit': {
      ...unpaid,
      over: {
        of: 'parts/credit-notes/decide-credit-note.tsx',
        kind: 'dialog',
        by: (page) => page.getByRole('button', { name: /^(Approve|Approuver)$/ }),
      },
    },
    'invoice-reject-credit': {
      ...unpaid,
      over: {
        of: 'parts/credit-notes/decide-credit-note.tsx',
        kind: 'dialog',
        by: (page) => page.getByRole('button', { name: /^(Send back|Renvoyer)$/ }),
        shown: 'textarea',
      },
    },
    'invoice-promise': {
      ...unpaid,
      over: {
        of: 'screens/invoices/promise-to-pay.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-calendar-check)'),
        shown: 'form',
      },
    },
    'invoice-new': { route: '/invoices/new', path: 'invoices/new', shown: 'form', before: fillLine },
    'invoice-credit': {
      route: '/invoices/:id/edit',
      path: `invoices/${imported}/edit`,
      shown: 'form',
      over: {
        of: 'screens/invoices/credit-invoice.tsx',
        kind: 'dialog',
        by: (page) => page.getByRole('button', { name: /^(Write a credit note|Rédiger un avoir)$/ }),
      },
    },
    'invoice-edit': { route: '/invoices/:id/edit', path: `invoices/${open}/edit`, shown: 'form' },
    aging: { route: '/invoices/aging', path: 'invoices/aging', shown: 'tbody a' },
    'aging-statement': {
      route: '/invoices/aging',
      path: 'invoices/aging',
      shown: 'tbody a',
      before: (page) => page.locator('tbody [type=checkbox]').first().check(),
      over: {
        of: 'screens/aging/send-statement.tsx',
        kind: 'dialog',
        by: (page) => page.locator('section[aria-label] button').last(),
        shown: 'form',
      },
    },
    'aging-statements': {
      route: '/invoices/aging',
      path: 'invoices/aging',
      shown: 'tbody a',
      before: tickAll,
      over: {
        of: 'parts/bulk/send-many.tsx',
        kind: 'dialog',
        by: (page) => page.locator('section[aria-label] button').last(),
        shown: 'li',
      },
    },
    'invoice-import': {
      route: '/invoices/import',
      path: 'invoices/import',
      shown: 'section section button',
      before: async (page) => {
        const buffer = Buffer.from(
          'number,issued_on,currency,customer_name,unit_price\nO-1,2026-01-02,usd,Nord,10\n',
        )
        await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
        await page.locator('[data-opened] select').selectOption('open_credits')
        await page.locator('[data-opened] [role=status] button').waitFor()
      },
    },
  }
}

/** Where rows are cards, the box that ticks all stands there once one is ticked. */
async function tickAll(page: Page): Promise<void> {
  await page.locator('tbody [type=checkbox]').first().check()
  await page.locator('thead [type=checkbox]').check()
}

async function fillLine(page: Page): Promise<void> {
  await page.locator('fieldset button').first().click()
  const tax = page.locator('fieldset').first().locator('input')
  await tax.nth(0).fill('GST')
  await tax.nth(1).fill('5')
  const line = page.locator('fieldset section input')
  await line.nth(0).fill('Roses, red, of the long kind')
  await line.nth(2).fill('1240.50')
  await page.locator('fieldset output').getByText('240').first().waitFor()
}
