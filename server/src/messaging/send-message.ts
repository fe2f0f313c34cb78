import type { Transporter } from 'nodemailer'
import { findSmallLogo, type LogoImage } from '../identity/index.ts'
import { system } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import { type Database, type Db, sql } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { next } from '../lib/state.ts'
import { messageFailed, messageSent } from './events.ts'
import { messageStates } from './message.state.ts'
import { findMessage, type Message } from './messages.queries.ts'
import { refusesAddress } from './nobody-there.ts'
import type { AttachmentReference, MessageId } from './queue-message.ts'
import { suppressAddress } from './suppress-address.ts'
import { findSuppression, isOptional } from './suppressions.queries.ts'

export interface MessagingServices {
  database: Database
  mailer: Transporter
  /** The address that mail comes from; the company's name stands before it. */
  sender: string
  sandbox: boolean
  /** The URL of a message's own link, by its kind; made when it is sent and kept nowhere. */
  messageLinkUrl: (companyId: CompanyId, kind: string, linkId: string) => Promise<string>
  /** Where the reader of a message stops optional mail. */
  unsubscribeUrl: (companyId: CompanyId, id: MessageId) => string
  /** Withdraws a message that does not hold any more, and says whether it did; asked right before it would leave. */
  withdrawUntrue: (companyId: CompanyId, kind: string, id: MessageId) => Promise<boolean>
  /** Renders a referenced document as it stands now, with the link in its button. */
  renderAttachment: (
    companyId: CompanyId,
    attachment: AttachmentReference,
    options: { locale: string; linkUrl: string | undefined },
  ) => Promise<{ fileName: string; bytes: Uint8Array; contentType?: string }>
}

/** The mail server may take it later; the job repeats with growing pauses. */
export class MailDeferred extends Error {
  override readonly name = 'MailDeferred'
}

/** After so many tries (a day, with the job's pauses) a message is given up. */
const ATTEMPT_LIMIT = 20

/**
 * Sends a queued message once the mail server takes it. A crash after that and before it is written down
 * repeats it with the same Message-ID. An address that the server refuses for good fails at once.
 */
export async function sendMessage(
  services: MessagingServices,
  companyId: CompanyId,
  id: MessageId,
): Promise<void> {
  const { database } = services
  const { message, suppression, logo } = await database.read(companyId, (db) => findToSend(db, id))
  if (message === undefined || message.state !== 'queued') return
  if (await services.withdrawUntrue(companyId, message.kind, id)) return
  const failure =
    suppression === undefined
      ? await deliver(services, companyId, message, logo)
      : {
          permanent: true,
          nobodyThere: false,
          reason: `Not sent: ${suppression.reason}. ${suppression.detail ?? ''}`.trim(),
        }
  if (failure === undefined) return settle(database, companyId, message, undefined)
  if (failure.permanent || message.attempts + 1 >= ATTEMPT_LIMIT)
    return settle(database, companyId, message, failure)
  await database.write(companyId, (tx) =>
    tx.change(sql`
      update messaging.messages set attempts = attempts + 1, last_error = ${failure.reason}
      where company_id = ${companyId} and id = ${id} and state = 'queued'`),
  )
  throw new MailDeferred(`The mail server does not take it yet: ${failure.reason}`)
}

async function findToSend(db: Db, id: MessageId) {
  const message = await findMessage(db, id)
  if (message === undefined) return { message, suppression: undefined, logo: undefined }
  const [suppression, logo] = await Promise.all([
    findSuppression(db, message.toAddress, message.kind),
    findSmallLogo(db),
  ])
  return { message, suppression, logo }
}

interface Failure {
  permanent: boolean
  reason: string
  /** Nobody is at the address, so no more mail goes there. */
  nobodyThere: boolean
}

/** As nodemailer throws it. */
interface Refusal {
  responseCode?: number
  response?: string
  command?: string
}

async function deliver(
  services: MessagingServices,
  companyId: CompanyId,
  message: Message,
  logo: LogoImage | undefined,
): Promise<Failure | undefined> {
  const { locale } = message
  const linkUrl =
    message.linkId === null
      ? undefined
      : await services.messageLinkUrl(companyId, message.kind, message.linkId)
  const unsubscribeUrl = isOptional(message.kind) ? services.unsubscribeUrl(companyId, message.id) : undefined
  // Loaded with the first mail: compiling the layout takes most of a second.
  const { renderEmail } = await import('./render-email.ts')
  const rendered = renderEmail(message.content, {
    locale,
    buttonUrl: linkUrl,
    unsubscribeUrl,
    logo: logo && { source: `cid:${LOGO_ID}`, width: logo.width, height: logo.height },
    sandbox: services.sandbox,
  })
  const attachments = await Promise.all(
    message.attachments.map((reference) =>
      services.renderAttachment(companyId, reference, { locale, linkUrl }),
    ),
  )
  try {
    await services.mailer.sendMail({
      from: { name: message.content.seller.name, address: services.sender },
      to: { name: message.toName ?? '', address: message.toAddress },
      ...(message.content.seller.email === undefined ? {} : { replyTo: message.content.seller.email }),
      subject: rendered.subject,
      text: rendered.text,
      html: rendered.html,
      messageId: message.messageId,
      headers: {
        'Content-Language': locale,
        'Auto-Submitted': 'auto-generated',
        ...oneClick(unsubscribeUrl),
      },
      attachments: [
        ...inlineLogo(logo),
        ...attachments.map(({ fileName, bytes, contentType }) => ({
          filename: fileName,
          content: Buffer.from(bytes),
          contentType: contentType ?? 'application/pdf',
        })),
      ],
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return undefined
  } catch (error) {
    const { responseCode: code = 0, response, command = '' } = error as Refusal
    const reason = (response ?? (error instanceof Error ? error.message : 'unknown')).slice(0, 500)
    return { permanent: code >= 500, reason, nobodyThere: refusesAddress({ code, command, answer: reason }) }
  }
}

/** What the HTML calls the logo by; it names a part of the same message only. */
const LOGO_ID = 'logo@quittance.invalid'

/**
 * The logo comes with the message, as a part of its HTML and not among its documents: a picture at an address of ours
 * would not be shown before its reader asks for it, and would tell us who opened what (ADR 24).
 */
function inlineLogo(logo: LogoImage | undefined) {
  if (logo === undefined) return []
  return [
    {
      filename: 'logo.png',
      cid: LOGO_ID,
      content: Buffer.from(logo.image),
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    },
  ]
}

/** RFC 8058: the mail program's own button stops optional mail. */
function oneClick(url: string | undefined): Record<string, string> {
  if (url === undefined) return {}
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

async function settle(
  database: Database,
  companyId: CompanyId,
  message: Message,
  failure: Failure | undefined,
): Promise<void> {
  const reason = failure?.reason
  const state = next('message', messageStates, message.state, reason === undefined ? 'send' : 'fail')
  await database.write(companyId, async (tx) => {
    await tx.change(sql`
      update messaging.messages set state = ${state}, attempts = attempts + 1, last_error = ${reason ?? null},
        sent_at = ${state === 'sent' ? systemClock.now() : null}
      where company_id = ${companyId} and id = ${message.id} and state = 'queued'`)
    const about = { kind: message.kind, about: message.subjectId }
    await (reason === undefined
      ? emit(tx, system, messageSent, message.id, about)
      : emit(tx, system, messageFailed, message.id, { ...about, reason }))
    if (failure?.nobodyThere === true) {
      const { toAddress: address, id: messageId } = message
      await suppressAddress(tx, system, { address, reason: 'bounced', messageId, detail: failure.reason })
    }
  })
}
