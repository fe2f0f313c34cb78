import { TOTP } from 'otpauth'
import type { Locator, Page } from 'playwright-core'
import type { Screen, Screens, Shown } from './screen.ts'

const at = (path: string, shown: string): Screen => ({
  route: `/settings/${path}`,
  path: `settings/${path}`,
  shown,
})
const headButton = (page: Page): Locator => page.locator('#content header button').first()
const dialog = (of: string, by: (page: Page) => Locator, shown?: string) => ({
  over: {
    of: `screens/settings/${of}`,
    kind: 'dialog' as const,
    by,
    ...(shown === undefined ? {} : { shown }),
  },
})
const menu = (of: string, by: (page: Page) => Locator) => ({
  over: { of: `screens/settings/${of}`, kind: 'menu' as const, by },
})

export function settingScreens({ template }: Shown): Screens {
  const links = at('links', '[role=switch]')
  const own: Screen = { ...at('templates/:id', 'textarea'), path: `settings/templates/${template}` }
  const copy = {
    ...at('templates/new', 'textarea'),
    path: 'settings/templates/new?copy_of=tpl_shipped_request_bike_fr',
    before: (page: Page) => page.locator('#content p[lang=fr]').first().waitFor(),
  }
  const change = (page: Page) => page.getByRole('checkbox').nth(1).click()
  return {
    settings: {
      route: '/settings',
      path: 'settings',
      shown: 'li a',
      before: (page) => page.getByText(/^(Enabled|Actif)$/).waitFor(),
    },
    links,
    'links-changed': {
      ...links,
      before: async (page) => {
        await change(page)
        await page.locator('#content').evaluate('document.querySelector("#content").scrollTo(0, 0)')
      },
    },
    'links-clearing': {
      ...links,
      before: async (page) => {
        await page.locator('textarea[lang=fr]').fill('')
        await page.getByLabel(/^(Until when a bank debit|Heure limite)/).fill('9:30')
        await page.locator('textarea[lang=en]').scrollIntoViewIfNeeded()
      },
    },
    'links-leaving': {
      ...links,
      before: change,
      ...dialog('frame/save-bar.tsx', (page) => page.getByRole('banner').getByRole('link').first()),
    },
    'links-preset': {
      ...links,
      ...dialog('links/preset-preview.tsx', (page) => page.getByRole('button', { name: /^Kimoby/ }), 'table'),
    },
    templates: at('templates', 'li a[href*=shipped]'),
    template: { ...own, path: 'settings/templates/tpl_shipped_request_bike_en' },
    'template-own': own,
    'template-delete': {
      ...own,
      ...dialog('templates/edit-template.tsx', (page) => page.locator('#content a[href*=copy_of] + button')),
    },
    'template-new': copy,
    'template-variables': {
      ...copy,
      ...menu('templates/text-field.tsx', (page) => page.locator('button:has(.lucide-braces)')),
    },
    'thank-you': at('thank-you', 'textarea'),
    'thank-you-replies': {
      ...at('thank-you', 'button:has(.lucide-message-square-quote)'),
      ...menu('templates/thank-you.tsx', (page) =>
        page.locator('button:has(.lucide-message-square-quote)').first(),
      ),
    },
    reminders: {
      ...at('reminders', 'tbody td'),
      before: async (page) => {
        await page.getByRole('checkbox').first().click()
        await page.locator('tbody').scrollIntoViewIfNeeded()
      },
    },
    'reminders-switch': {
      ...at('reminders', 'tbody td'),
      ...dialog('reminders/reminders.tsx', (page) => page.locator('#content section button').first()),
    },
    staff: at('staff', 'li button'),
    'staff-invite': {
      ...at('staff', 'li button'),
      ...dialog('staff/invite.tsx', headButton, '[type=checkbox]'),
    },
    'staff-roles': {
      ...at('staff', 'li button'),
      ...dialog('staff/change-member.tsx', (page) => page.locator('#content li button').first()),
    },
    roles: at('roles', 'table input'),
    'api-keys': at('api-keys', 'li'),
    'api-key-new': {
      ...at('api-keys', 'li'),
      ...dialog('access/new-key.tsx', headButton, '[type=checkbox]'),
    },
    'api-key-revoke': {
      ...at('api-keys', 'li button'),
      ...dialog('access/api-keys.tsx', (page) => page.locator('#content li button').first()),
    },
    'audit-trail': {
      ...at('audit-trail', 'details'),
      before: (page) => page.locator('summary').first().click(),
    },
    suppressed: at('suppressed', 'li'),
    'suppressed-lift': {
      ...at('suppressed', 'li button'),
      ...dialog('access/suppressions.tsx', (page) => page.locator('#content li button').first()),
    },
    company: at('company', 'figure img'),
    'company-logo': {
      ...at('company', 'figure img'),
      ...dialog('company/logo-card.tsx', (page) =>
        page.locator('#content section[aria-label] button + button').first(),
      ),
    },
    'payments-account': at('payments-account', 'dl'),
    account: at('account', '[role=switch]'),
    'account-two-step': {
      ...at('account', '[role=switch]'),
      before: beginTwoStep,
    },
    'account-codes': {
      ...at('account', '[role=switch]'),
      before: async (page) => {
        await beginTwoStep(page)
        const secret = await page.locator('form:has(img) input[readonly]').inputValue()
        await page.locator('form input[inputmode=numeric]').fill(new TOTP({ secret }).generate())
        await page.locator('form:has(img) [type=submit]').click()
        await page.locator('code').first().waitFor()
        await page.locator('[data-tone] button').click()
      },
    },
    'account-two-step-off': {
      follows: true,
      ...at('account', '[role=switch]'),
      ...dialog('account/two-step.tsx', (page) =>
        page.getByRole('button', { name: /^(Turn it off|La désactiver)$/ }),
      ),
    },
  }
}

async function beginTwoStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Set it up|La préparer)$/ }).click()
  await page.locator('form img').waitFor()
  await page.locator('form img').scrollIntoViewIfNeeded()
}
