import { emailLayout } from './email-layout.ts'
import { tableSlots } from './email-layout-html-table.ts'
import type { EmailMessage } from './email-layout-message.ts'
import { fillTemplate, type Slots } from './email-layout-template.ts'

export function writeEmailHtml(message: EmailMessage): string {
  const { lang, subject, preview, logo, button, foot, facts } = message
  return fillTemplate(emailLayout, {
    lang,
    subject,
    preview,
    sandbox: once(message.notice),
    logo: logo === undefined ? [] : [{ ...logo, width: String(logo.width), height: String(logo.height) }],
    seller: texts(message.sellerName),
    heading: texts(message.heading),
    amount: texts(message.amount),
    paragraphs: texts(...message.paragraphs),
    details: facts.length === 0 ? [] : [{ facts: facts.map(({ label, value }) => ({ label, value })) }],
    table: message.table === undefined ? [] : [tableSlots(message.table)],
    button: button === undefined ? [] : [{ label: button.label, url: button.url, or_open: button.orOpen }],
    closing: texts(...message.closing),
    foot: foot === undefined ? [] : [footSlots(foot)],
  })
}

function footSlots({ name, address, contacts }: NonNullable<EmailMessage['foot']>): Slots {
  return {
    name,
    address: address.map((line) => ({ line })),
    contacts: contacts.map(({ text, href }) =>
      href === undefined ? { link: [], plain: [{ text }] } : { link: [{ text, href }], plain: [] },
    ),
  }
}

function texts(...lines: (string | undefined)[]): Slots[] {
  return lines.filter((text) => text !== undefined).map((text) => ({ text }))
}

function once(slots: Slots | undefined): Slots[] {
  return slots === undefined ? [] : [slots]
}
