import type { Locator, Page } from 'playwright-core'
import { TINY_PDF } from './story.ts'

/** What the forms work on; each id is of something that only one form changes. */
export interface Subjects {
  customer: string
  /** Open invoices. */
  invoices: readonly { id: string; number: string }[]
  /** Requests that were sent. */
  requests: readonly string[]
  paidRequest: string
  password: string
  template: string
}

/** One form or dialog of the dashboard, ready to be sent. */
export interface FormCase {
  name: string
  /** Where it stands. */
  path: (subjects: Subjects) => string
  /** Opens it where it is a dialog, and fills it in. */
  fill: (page: Page, subjects: Subjects) => Promise<void>
  /** What sends it. */
  submit: (page: Page) => Locator
  /** What it sends first: the method and the path, or how that begins where it ends with a slash. */
  sends: readonly [method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string]
  /** What says that it was done. */
  done: (page: Page) => Locator
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true })
const inDialog = (name: string | RegExp) => (page: Page) =>
  page.getByRole('dialog').first().getByRole('button', { name })
const text = (said: string | RegExp) => (page: Page) => page.getByText(said).first()
const at = (path: string) => () => path

export const FORMS: readonly FormCase[] = [
  {
    name: 'a quick request',
    path: at('pay/requests/new'),
    fill: async (page) => {
      await page.getByRole('textbox', { name: 'Who is to pay' }).fill('quick@buyer.test')
      await page.getByRole('option', { name: 'Send to quick@buyer.test' }).click()
      await page.getByLabel('Amount', { exact: true }).fill('12.50')
      await page.getByLabel('Reference', { exact: true }).fill('Kept through failures')
      await page.getByRole('button', { name: 'Add a message' }).click()
      await page.getByLabel('Message', { exact: true }).fill('Thank you for your order.')
    },
    submit: button('Send $12.50'),
    sends: ['POST', '/v1/payment_requests'],
    done: text('Sent to quick@buyer.test.'),
  },
  {
    name: 'a detailed request',
    path: at('pay/requests/new/detailed'),
    fill: async (page) => {
      await page.getByRole('textbox', { name: 'Who is to pay' }).fill('press@buyer.test')
      await page.getByRole('option', { name: 'Send to press@buyer.test' }).click()
      await page.getByLabel('Product or job').fill('Printing press')
      await page.getByLabel('Subtotal').fill('1,000.00')
      const document = { name: 'SO-2214.pdf', mimeType: 'application/pdf', buffer: TINY_PDF }
      await page.locator('input[type=file]').setInputFiles(document)
      await page.getByRole('button', { name: 'Take SO-2214.pdf away' }).waitFor()
    },
    submit: button('Next: Review'),
    sends: ['POST', '/v1/payment_requests'],
    done: (page) => page.locator('form dl').getByText('SO-2214.pdf'),
  },
  {
    name: 'asking for invoices',
    path: at('invoices?open=true'),
    fill: async (page, { invoices }) => {
      await page.getByRole('checkbox', { name: `Select ${invoices[0]?.number}` }).check()
      await page.getByRole('button', { name: 'Send a payment link' }).click()
      await page.getByRole('dialog').getByLabel('E-mail address').fill('asked@buyer.test')
    },
    submit: inDialog(/^Send \$/),
    sends: ['POST', '/v1/payment_requests'],
    done: text('Sent to asked@buyer.test.'),
  },
  {
    name: 'sending links to many',
    path: at('invoices?open=true'),
    fill: async (page, { invoices }) => {
      for (const invoice of invoices.slice(4))
        await page.getByRole('checkbox', { name: `Select ${invoice.number}` }).check()
      await page.getByRole('button', { name: 'Send payment links for 2' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('listitem').nth(1).waitFor()
      await dialog.getByLabel('Message').fill('Thank you for your trust.')
      await dialog
        .getByRole('textbox', { name: /^E-mail/ })
        .first()
        .fill('many@buyer.test')
    },
    submit: inDialog('Send 2 links'),
    sends: ['POST', '/v1/bulk_sends'],
    done: text('Payment links to 2 customers'),
  },
  {
    name: 'a reminder',
    path: ({ requests }) => `pay/requests/${requests[0]}`,
    fill: async (page) => {
      await page.getByRole('button', { name: 'Remind', exact: true }).click()
      await page.getByRole('dialog').getByLabel('What the mail says').fill('Please remember our invoice.')
    },
    submit: inDialog('Send the reminder'),
    sends: ['POST', '/v1/payment_requests/'],
    done: text('The reminder is on its way.'),
  },
  {
    name: 'voiding a request',
    path: ({ requests }) => `pay/requests/${requests[1]}`,
    fill: (page) => page.getByRole('button', { name: 'Void', exact: true }).click(),
    submit: inDialog('Void this request'),
    sends: ['POST', '/v1/payment_requests/'],
    done: text('The request is void.'),
  },
  {
    name: 'a refund',
    path: ({ paidRequest }) => `pay/requests/${paidRequest}`,
    fill: async (page) => {
      await page.getByRole('button', { name: 'Refund' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('A part').check()
      await dialog.getByLabel('Amount to refund').fill('3.50')
      await dialog.getByLabel('Note, for your books').fill('One rose was brown')
    },
    submit: inDialog('Refund $3.50'),
    sends: ['POST', '/v1/refunds'],
    done: text('$3.50 is on its way back.'),
  },
  {
    name: 'a new customer',
    path: at('customers/new'),
    fill: async (page) => {
      await page.getByLabel('Name or company').fill('Garage Kept')
      await page.getByLabel('E-mail address').fill('garage@kept.test')
      await page.getByLabel('Address', { exact: true }).fill('1 Long Road\nMontréal')
    },
    submit: button('Add Garage Kept'),
    sends: ['POST', '/v1/customers'],
    done: text('Garage Kept is added.'),
  },
  {
    name: 'a changed customer',
    path: ({ customer }) => `customers/${customer}/edit`,
    fill: (page) => page.getByLabel('Phone', { exact: true }).fill('+1 305 555 0123'),
    submit: button('Save'),
    sends: ['PATCH', '/v1/customers/'],
    done: text('Saved.'),
  },
  {
    name: 'a contact',
    path: ({ customer }) => `customers/${customer}`,
    fill: async (page) => {
      await page.getByRole('button', { name: 'Add a contact' }).click()
      await page.getByRole('dialog').getByLabel('Name').fill('Nadia')
    },
    submit: inDialog('Add a contact'),
    sends: ['POST', '/v1/customers/'],
    done: text('Nadia is added.'),
  },
  {
    name: 'a list of customers',
    path: at('customers/import'),
    fill: async (page) => {
      const buffer = Buffer.from('name,email\nHotel Kept,hotel@kept.test\n')
      await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
      await page.getByText('1 customer would be added').waitFor()
    },
    submit: button('Add 1 customer'),
    sends: ['POST', '/v1/customers/import'],
    done: text('1 customer is added'),
  },
  {
    name: 'a new invoice',
    path: at('invoices/new'),
    fill: async (page) => {
      await page.getByRole('textbox', { name: 'Customer' }).fill('lune')
      await page.getByRole('option', { name: 'Café Lune' }).click()
      await page.getByLabel('Description').fill('Roses')
      await page.getByLabel('Quantity').fill('3')
      await page.getByLabel('Price', { exact: true }).fill('20')
      await page.getByLabel('Note').fill('Mind the thorns')
    },
    submit: button('Issue for $60.00'),
    sends: ['POST', '/v1/invoices'],
    done: text(/is issued/),
  },
  {
    name: 'an edited invoice',
    path: ({ invoices }) => `invoices/${invoices[1]?.id}/edit`,
    fill: (page) => page.getByLabel('Note').fill('As agreed by phone'),
    submit: button('Save'),
    sends: ['PATCH', '/v1/invoices/'],
    done: text(/is saved\./),
  },
  {
    name: 'an invoice by mail',
    path: ({ invoices }) => `invoices/${invoices[2]?.id}`,
    fill: async (page) => {
      await page.getByRole('button', { name: 'E-mail' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('E-mail address').fill('mail@buyer.test')
      await dialog.getByLabel('Message').fill('Here it is.')
    },
    submit: inDialog(/^Send/),
    sends: ['POST', '/v1/invoices/'],
    done: text(/^Sent to mail@buyer\.test/),
  },
  {
    name: 'voiding an invoice',
    path: ({ invoices }) => `invoices/${invoices[3]?.id}`,
    fill: (page) => page.getByRole('button', { name: 'Void' }).click(),
    submit: inDialog('Void this invoice'),
    sends: ['POST', '/v1/invoices/'],
    done: text(/is void\./),
  },
]
