import type { EmailTable } from './email-content.ts'
import { emailLayout } from './email-layout.ts'
import type { EmailMessage } from './email-layout-message.ts'
import { fillTemplate, type Slots } from './email-layout-template.ts'

/** A figure up to this length stays on one line; a longer one breaks rather than widen the page. */
const UNBROKEN_FIGURE_LENGTH = 20

export function writeEmailHtml(message: EmailMessage): string {
  const { lang, subject, preview, button, foot, facts } = message
  return fillTemplate(emailLayout, {
    lang,
    subject,
    preview,
    sandbox: once(message.notice),
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

function tableSlots({ columns, rows, total }: EmailTable): Slots {
  const alignOf = (index: number) => columns[index]?.align ?? 'left'
  const gapOf = (index: number) => (index === 0 ? '0' : '12')
  const heads = columns.map(({ label, align }, index) => ({ label, align, gap: gapOf(index) }))
  return {
    head: heads.every(isUnnamed)
      ? []
      : [
          {
            columns: heads.map((head) =>
              isUnnamed(head) ? { named: [], unnamed: [head] } : { named: [head], unnamed: [] },
            ),
          },
        ],
    rows: rows.map((row) => ({
      cells: row.map((text, index) => ({
        text,
        align: alignOf(index),
        gap: gapOf(index),
        wrap: alignOf(index) === 'right' ? figureWrap(text) : BREAKABLE,
      })),
    })),
    total:
      total === undefined
        ? []
        : [{ ...total, span: String(Math.max(1, columns.length - 1)), wrap: figureWrap(total.value) }],
  }
}

const BREAKABLE = 'word-break:break-word;overflow-wrap:anywhere'

function figureWrap(text: string): string {
  return text.length <= UNBROKEN_FIGURE_LENGTH ? 'white-space:nowrap' : BREAKABLE
}

function isUnnamed({ label }: { label: string }): boolean {
  return label.trim() === ''
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
