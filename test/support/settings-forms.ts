import type { FormCase } from './forms.ts'

/** The forms of the settings, and what they are sent with. */
export const SETTINGS_FORMS: readonly FormCase[] = [
  {
    name: 'settings of links',
    path: () => 'settings/links',
    fill: (page) => page.getByLabel('Hours that a link to invoices lives').fill('48'),
    submit: (page) => page.getByRole('button', { name: 'Save 1 change' }),
    sends: ['PATCH', '/v1/settings'],
    done: (page) => page.getByText('1 setting is saved.'),
  },
  {
    name: 'a preset',
    path: () => 'settings/links',
    fill: (page) => page.getByRole('button', { name: /^Koronet/ }).click(),
    submit: (page) =>
      page
        .getByRole('dialog')
        .first()
        .getByRole('button', { name: /^Change \d+ settings?$/ }),
    sends: ['POST', '/v1/settings/presets/'],
    done: (page) => page.getByText(/are as in “Koronet” now/),
  },
  {
    name: 'a new template',
    path: () => 'settings/templates/new',
    fill: async (page) => {
      await page.getByLabel('Name').fill('Our deposit')
      await page.getByLabel('Text', { exact: true }).fill('Hello, here is the deposit.')
    },
    submit: (page) => page.getByRole('button', { name: 'Save the template' }),
    sends: ['POST', '/v1/templates'],
    done: (page) => page.getByText('“Our deposit” is saved.'),
  },
  {
    name: 'a changed template',
    path: ({ template }) => `settings/templates/${template}`,
    fill: (page) => page.getByLabel('Text', { exact: true }).fill('Hello, here it is again.'),
    submit: (page) => page.getByRole('button', { name: 'Save the template' }),
    sends: ['PATCH', '/v1/templates/'],
    done: (page) => page.getByText(/” is saved\./).first(),
  },
  {
    name: 'the thank-you',
    path: () => 'settings/thank-you',
    fill: (page) => page.getByLabel('Words of your own, in English').fill('Thank you so much.'),
    submit: (page) => page.getByRole('button', { name: 'Save changes' }),
    sends: ['PATCH', '/v1/settings'],
    done: (page) => page.getByText('The thank-you is saved.'),
  },
  {
    name: 'the schedule of reminders',
    path: () => 'settings/reminders',
    fill: (page) => page.getByRole('spinbutton').first().fill('5'),
    submit: (page) => page.getByRole('button', { name: 'Save changes' }),
    sends: ['PUT', '/v1/reminder_schedule'],
    done: (page) => page.getByText('The schedule is saved.'),
  },
  {
    name: 'an invitation',
    path: () => 'settings/staff',
    fill: async (page) => {
      await page.getByRole('button', { name: 'Invite somebody' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('E-mail address').fill('kept@staff.test')
      await dialog.getByRole('checkbox', { name: 'Cashier' }).check()
    },
    submit: (page) => page.getByRole('dialog').first().getByRole('button', { name: 'Send the invitation' }),
    sends: ['POST', '/v1/members'],
    done: (page) => page.getByText('An invitation is on its way to kept@staff.test.'),
  },
  {
    name: 'the table of roles',
    path: () => 'settings/roles',
    fill: (page) => page.getByRole('checkbox', { name: 'Cashier: Refund payments' }).click(),
    submit: (page) => page.getByRole('button', { name: 'Save 1 role' }),
    sends: ['PATCH', '/v1/roles/'],
    done: (page) => page.getByText('1 role is saved.'),
  },
  {
    name: 'an API key',
    path: () => 'settings/api-keys',
    fill: async (page) => {
      await page.getByRole('button', { name: 'New key' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('Order system')
      await dialog.getByRole('checkbox', { name: 'See customers' }).check()
    },
    submit: (page) => page.getByRole('dialog').first().getByRole('button', { name: 'Make the key' }),
    sends: ['POST', '/v1/api_keys'],
    done: (page) => page.getByRole('dialog').getByLabel('Secret'),
  },
  {
    name: 'the company',
    path: () => 'settings/company',
    fill: (page) => page.getByLabel('Tax number').fill('12-3456789'),
    submit: (page) => page.getByRole('button', { name: 'Save the company' }),
    sends: ['PATCH', '/v1/company'],
    done: (page) => page.getByText('The company is saved.'),
  },
  {
    name: 'one’s own name',
    path: () => 'settings/account',
    fill: (page) => page.getByLabel('Name', { exact: true }).fill('Ada Kept'),
    submit: (page) => page.getByRole('button', { name: 'Save', exact: true }),
    sends: ['PATCH', '/v1/user'],
    done: (page) => page.getByText('Saved.', { exact: true }),
  },
  {
    name: 'one’s own password',
    path: () => 'settings/account',
    fill: async (page, { password }) => {
      await page.getByLabel('Your password now').fill(password)
      await page.getByLabel('New password').fill('clavier-orage-tulipe-9')
    },
    submit: (page) => page.getByRole('button', { name: 'Change the password' }),
    sends: ['PATCH', '/v1/user'],
    done: (page) => page.getByText('Your password is changed.'),
  },
]
