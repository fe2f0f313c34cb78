import type { EmailContent, EmailTable } from './email-content.ts'
import { emailWords } from './email-words.ts'
import { LINK_MARK } from './fill-text.ts'

export interface RenderEmailOptions {
  /** English or French of any country: `fr-CA`. */
  locale: string
  /** The message's own link. Without it, or without a label in the content, there is no button. */
  buttonUrl: string | undefined
  /** Where its reader stops optional mail; said at its end. */
  unsubscribeUrl?: string | undefined
  /** The seller's logo, which the message has with it under an address of its own (`cid:`). */
  logo?: EmailLogo | undefined
  /** Says on the message that no money moves. */
  sandbox: boolean
}

/** Sizes are the picture's own, in pixels. */
export interface EmailLogo {
  readonly source: string
  readonly width: number
  readonly height: number
}

/** All that a message says, and nothing absent or blank: both of its forms are written from this. */
export interface EmailMessage {
  lang: string
  subject: string
  preview: string
  notice: { title: string; sentence: string } | undefined
  /** In the size that it is shown in. */
  logo: EmailLogo | undefined
  sellerName: string | undefined
  heading: string | undefined
  amount: string | undefined
  paragraphs: string[]
  facts: { label: string; labelInText: string; value: string }[]
  table: EmailTable | undefined
  button: { label: string; labelInText: string; orOpen: string; url: string } | undefined
  closing: string[]
  foot: { name: string; address: string[]; contacts: Contact[] } | undefined
}

interface Contact {
  text: string
  /** `tel:` or `mailto:`, where the text is such a thing, or where it leads. */
  href: string | undefined
  /** What stands in its place where nothing can be pressed. */
  inText?: string
}

const SUBJECT_LENGTH = 150

export function composeMessage(content: EmailContent, options: RenderEmailOptions): EmailMessage {
  const say = emailWords(options.locale)
  const labelInText = (label: string) => (isPresent(label) ? say('labelInText', { label }) : label)
  const { seller, button } = content
  return {
    lang: options.locale,
    subject: subjectLine(content),
    preview: content.preview,
    notice: options.sandbox ? { title: say('sandboxTitle'), sentence: say('sandboxSentence') } : undefined,
    logo: logoOf(options),
    sellerName: presentOrNone(seller.name),
    heading: presentOrNone(content.heading),
    amount: presentOrNone(content.amount),
    paragraphs: content.paragraphs
      .map((text) => text.replaceAll(LINK_MARK, options.buttonUrl ?? ''))
      .filter(isPresent),
    facts: (content.facts ?? [])
      .filter(({ label, value }) => isPresent(label) || isPresent(value))
      .map(({ label, value }) => ({ label, labelInText: labelInText(label), value })),
    table: evenTable(content.table),
    button:
      isPresent(button) && options.buttonUrl !== undefined
        ? {
            label: button,
            labelInText: labelInText(button),
            orOpen: say('orOpen'),
            url: webAddress(options.buttonUrl),
          }
        : undefined,
    closing: content.closing.filter(isPresent),
    foot: footOf(seller, stopping(options)),
  }
}

const LOGO_WIDTH = 160
const LOGO_HEIGHT = 40

/** Its size stands on the picture, since some mail programs know no other. */
function logoOf({ logo }: RenderEmailOptions): EmailLogo | undefined {
  if (logo === undefined) return undefined
  const scale = Math.min(LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height)
  const [width, height] = [logo.width, logo.height].map((side) => Math.max(1, Math.round(side * scale)))
  return { ...logo, width: width ?? 1, height: height ?? 1 }
}

/** A line break in a subject would begin a header of the writer's choice. */
function subjectLine({ subject, heading, seller }: EmailContent): string {
  const lines = [subject, heading, seller.name].map((text) =>
    text
      .toWellFormed()
      .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  )
  const characters = [...(lines.find(isPresent) ?? '')]
  if (characters.length <= SUBJECT_LENGTH) return characters.join('')
  return `${characters
    .slice(0, SUBJECT_LENGTH - 1)
    .join('')
    .trimEnd()}…`
}

/** Our own link always is one; anything else in a button would be a fault of ours, or an attack. */
function webAddress(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error('The address of an e-mail’s button is not one of the web.')
  return new URL(url).href
}

/** As many cells in each row as there are columns, whatever came. */
function evenTable(table: EmailTable | undefined): EmailTable | undefined {
  if (table === undefined || (table.rows.length === 0 && table.total === undefined)) return undefined
  const count = Math.max(1, table.columns.length, ...table.rows.map((row) => row.length))
  const indexes = Array.from({ length: count }, (_, index) => index)
  return {
    columns: indexes.map((index) => table.columns[index] ?? { label: '', align: 'left' }),
    rows: table.rows.map((row) => indexes.map((index) => row[index] ?? '')),
    total: table.total,
  }
}

/** Where the reader of optional mail stops it. */
function stopping({ locale, unsubscribeUrl }: RenderEmailOptions): Contact[] {
  if (unsubscribeUrl === undefined) return []
  const say = emailWords(locale)
  const href = webAddress(unsubscribeUrl)
  const text = say('unsubscribe')
  return [{ text, href, inText: `${say('labelInText', { label: text })} ${href}` }]
}

function footOf(
  { name, phone, email, addressLines }: EmailContent['seller'],
  stopping: Contact[],
): EmailMessage['foot'] {
  const address = addressLines.filter(isPresent)
  const contacts = [
    ...(isPresent(phone) ? [{ text: phone, href: telephoneLink(phone) }] : []),
    ...(isPresent(email) ? [{ text: email, href: mailLink(email) }] : []),
    ...stopping,
  ]
  return address.length + contacts.length === 0 ? undefined : { name, address, contacts }
}

/** Only the number itself is dialled: what follows it (`ext. 12`, `poste 12`) is for the person to read. */
function telephoneLink(phone: string): string | undefined {
  const number = /^\s*\+?[\d\s().\-/\u00a0\u2010\u2011\u202f]+/.exec(phone)?.[0] ?? ''
  const isInternational = number.includes('+')
  // The (0) of +33 (0)1 86 65 00 42 is dialled only inside the country.
  const digits = (isInternational ? number.replace(/\(0\)/, '') : number).replaceAll(/\D/g, '')
  if (digits.length < 3 || digits.length > 15) return undefined
  return `tel:${isInternational ? '+' : ''}${digits}`
}

function mailLink(email: string): string | undefined {
  const [, local, host] = /^([^\s@<>"]+)@([^\s@<>"]+\.[^\s@<>"]+)$/.exec(email.trim().toWellFormed()) ?? []
  if (local === undefined || host === undefined) return undefined
  return `mailto:${encodeURIComponent(local)}@${encodeURIComponent(host)}`
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}

function presentOrNone(text: string | undefined): string | undefined {
  return isPresent(text) ? text : undefined
}
