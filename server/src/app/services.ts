import { createTransport } from 'nodemailer'
import { type Logger, pino } from 'pino'
import { findCompany, listCompanies, personToken, type SessionPolicy } from '../identity/index.ts'
import { OffsetClock } from '../lib/clock.ts'
import { followClockOffset } from '../lib/clock-offset.ts'
import { Database, Notices } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { sealingKey } from '../lib/seal.ts'
import { type MessagingServices, unsubscribeToken } from '../messaging/index.ts'
import { EVENTS_CHANNEL } from '../notifications/index.ts'
import { stripeProcessor } from '../payments/index.ts'
import { findReceipt, invoicePdf, readAttachment, receiptPdf, statementPdf } from '../receivables/index.ts'
import { FORM_LABEL, linkToken, requestListPdf, withdrawReminder } from '../requests/index.ts'
import { loadDashboard, loadPayPageAssets, type WebServices } from '../web/index.ts'
import type { Config } from './config.ts'
import { signing } from './mail-config.ts'
import { eventWiring } from './wiring.ts'

export type Services = WebServices & MessagingServices

/** Everything that routes and jobs are given, wired once. `nudge` is filled by whoever runs the jobs. */
export async function makeServices(
  config: Config,
  databaseUrl: string,
  log: Logger = makeLog(),
  /** PostgreSQL itself, where `databaseUrl` is a pooler's. */
  directUrl: string = databaseUrl,
): Promise<Services> {
  const nudges: { nudge: () => void } = { nudge: () => {} }
  const nudge = () => nudges.nudge()
  const database = new Database({ url: databaseUrl, wiring: { ...eventWiring, nudge } })
  const clock = new OffsetClock()
  const sandbox = config.sandboxUrl !== undefined
  if (sandbox) await followClockOffset(database.global, clock)
  const url = (token: string) => `${config.payBaseUrl}/p/${token}`
  return {
    log,
    database,
    notices: new Notices(directUrl, EVENTS_CHANNEL, log),
    clock,
    sandbox,
    nudge,
    onNudge: (work) => {
      nudges.nudge = work
    },
    processor: stripeProcessor({ ...config.stripe, sandboxUrl: config.sandboxUrl }),
    assets: loadPayPageAssets(),
    dashboard: loadDashboard(),
    baseUrl: config.baseUrl,
    payBaseUrl: config.payBaseUrl,
    trustedProxyHops: config.trustedProxyHops,
    linkKey: config.linkKey,
    isPlatform: config.stripe.isPlatform,
    sealKey: sealingKey(config.linkKey),
    sessions: sessionPolicy(config),
    linkUrl: (company, linkId) => url(linkToken(config.linkKey, company, linkId)),
    mailer: createTransport(config.smtpUrl, signing(config.dkim)),
    sender: config.mailSender,
    unsubscribeUrl: (companyId, id) =>
      `${config.payBaseUrl}/u/${unsubscribeToken(config.linkKey, companyId, id)}`,
    inboundMailSecret: config.inboundMailSecret,
    messageLinkUrl: async (companyId, kind, linkId) => {
      const path = PERSON_LINKS[kind]
      if (path !== undefined) {
        const token =
          path.purpose === undefined ? '' : `?token=${personToken(config.linkKey, path.purpose, linkId)}`
        return `${config.baseUrl}/${path.page}${token}`
      }
      const company = await findCompany(database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      if (kind === 'method_request')
        return `${config.payBaseUrl}/m/${linkToken(config.linkKey, company, linkId, FORM_LABEL)}`
      return url(linkToken(config.linkKey, company, linkId))
    },
    withdrawUntrue: async (companyId, kind, id) =>
      kind === 'payment_reminder' && (await withdrawReminder({ database, clock }, companyId, id)),
    renderAttachment: (companyId, { kind, id }, { locale, linkUrl }) => {
      switch (kind) {
        case 'invoice_pdf':
          return invoicePdf(database, companyId, id as Id<'inv'>, { locale, payUrl: linkUrl })
        case 'statement_pdf':
          return statementPdf(database, companyId, id as Id<'stm'>, { locale, payUrl: linkUrl })
        case 'request_list_pdf':
          return requestListPdf(database, companyId, id as Id<'req'>, {
            locale,
            payUrl: linkUrl,
            now: clock.now(),
          })
        case 'receipt_pdf':
          return renderReceipt(database, companyId, id as Id<'pay'>, locale)
        case 'attachment':
          return readDocument(database, companyId, id as Id<'att'>)
      }
    },
  }
}

function sessionPolicy({ baseUrl, payBaseUrl }: Config): SessionPolicy {
  const [base, pay] = [new URL(baseUrl), new URL(payBaseUrl)]
  return { origin: base.origin, ...(pay.host !== base.host && { payHost: pay.host }) }
}

/** Where the links of mails to staff lead, by the kind of message. */
const PERSON_LINKS: Readonly<
  Record<string, { page: string; purpose?: Parameters<typeof personToken>[1] } | undefined>
> = {
  invitation: { page: 'accept-invitation', purpose: 'invitation' },
  password_reset: { page: 'reset-password', purpose: 'password_reset' },
  // Whoever reads that mail asks for a new password themselves.
  security_notice: { page: 'forgotten-password' },
}

async function renderReceipt(database: Database, companyId: CompanyId, paymentId: Id<'pay'>, locale: string) {
  const receipt = await database.read(companyId, (db) => findReceipt(db, paymentId))
  if (receipt === undefined) throw new NotFound('receipt')
  return receiptPdf(receipt, locale)
}

async function readDocument(database: Database, companyId: CompanyId, id: Id<'att'>) {
  const document = await database.read(companyId, (db) => readAttachment(db, id))
  if (document === undefined) throw new NotFound('attachment')
  return document
}

/** Logs never hold a token, a card or a body: request paths are logged by their route's pattern only. */
export function makeLog(): Logger {
  return pino({ level: process.env.LOG_LEVEL ?? 'info', base: null })
}

/** With a key of its own, an installation has one company (design: whose processor account). */
export async function mayAddCompany(database: Database, isPlatform: boolean): Promise<boolean> {
  return isPlatform || (await listCompanies(database.global)).length === 0
}
