import { setTimeout as wait } from 'node:timers/promises'
import { type Company, readSetting } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { type Database, sql, sqlState, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { externalCall } from '../lib/external-call.ts'
import type { Method } from '../lib/methods.ts'
import type { Rate } from '../lib/rate-counter.ts'
import {
  chargePayment,
  findPayment,
  findPaymentBySubmitKey,
  keepMandate,
  type Payment,
  type PaymentId,
  type Processor,
  recordOutcome,
  requireMerchantAccount,
  startPayment,
} from '../payments/index.ts'
import { lockForCharge, reservePayables } from '../receivables/index.ts'
import { admitTry, countTry } from './admit-try.ts'
import { LinkNotPayable, MandateNotAccepted, MethodNotOffered, TooManyTries } from './errors.ts'
import { MANDATE_VERSION, mandateOf } from './mandate.ts'
import { openLink } from './open-link.ts'
import { findPage, methodsOf, type PageFound, stateOf } from './page.queries.ts'
import { pausedUntil, takesMoney } from './page-state.ts'
import { mayPayAnyway } from './pay-anyway.ts'
import { type LinkId, listPayableIds } from './requests.queries.ts'
import { linkSettings } from './settings.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'

export interface PayServices {
  database: Database
  clock: BusinessClock
  processor: Processor
}

export interface Submission {
  tokenHash: Buffer
  /** Made by the page; a second submit with it is the first one. */
  submitKey: string
  /** How the payer chose to pay. */
  method: Method
  confirmationToken: string
  /** What the payer saw, in minor units. */
  amount: bigint
  currency: string
  name: string | null
  email: string | null
  locale: string
  /** The payer's address as counters count it (`addressKey`). */
  address: string
  /** Where a bank's own page would send the payer back to. */
  returnUrl: string
  /** For a bank debit: which text the payer agreed to, and how. `ip` is evidence, no counter's key. */
  mandate: { version: string; ip: string; userAgent: string } | null
  /** The payer knows that it is paid already, and pays the asked amount as credit (K8). */
  anyway?: boolean
}

export interface Submitted {
  payment: Payment
  /** Only while the payer's action is wanted; kept nowhere. */
  clientSecret: string | null
}

/**
 * A payer pays what a link asks for: all of it, once. The debts are reserved under their locks and committed
 * before the processor is called with the attempt's id as its key; whatever happens in between, a job finds
 * out. A second submit of the same page gets the first one's result.
 */
export async function submitPayment(
  services: PayServices,
  company: Company,
  submission: Submission,
): Promise<Submitted> {
  const { database, clock, processor } = services
  let clientSecret: string | null = null
  const tried = await countTry(database.global, company.id, submission.address)
  try {
    const payment = await externalCall(database, company.id, {
      prepare: (tx) => prepare(tx, clock.now(), company, submission, tried),
      call: async (prepared) => {
        const answer = await chargePayment(processor, prepared.payment, {
          account: prepared.account,
          returnUrl: submission.returnUrl,
          description: prepared.reference,
          statementSuffix: null,
          mandate: prepared.mandate,
        })
        clientSecret = answer.clientSecret
        return answer
      },
      record: (tx, prepared, outcome) =>
        recordOutcome(
          tx,
          prepared.actor,
          clock.now(),
          prepared.payment.id,
          outcome.known ? outcome.answer : 'unknown',
        ),
    })
    return { payment, clientSecret: payment.state === 'requires_action' ? clientSecret : null }
  } catch (error) {
    if (sqlState(error) === '23505' && violatedConstraint(error) === SAME_SUBMIT) {
      return { payment: await firstSubmit(services, company, submission), clientSecret: null }
    }
    throw error
  }
}

const SAME_SUBMIT = 'payments_company_id_purpose_id_submit_key_key'

async function prepare(tx: Tx, now: Date, company: Company, submission: Submission, tried: Rate) {
  // Shares the request with other submits and with settling; excludes its being voided meanwhile. Taken before
  // the link's own lock, as voiding and sending do: the other way round the two would wait for each other. Where
  // nothing is reserved the request itself keeps two from paying at once.
  const lock = submission.anyway ? sql`for update of r` : sql`for key share of r`
  await tx.maybe(sql`
    select r.id from requests.links l join requests.requests r on r.company_id = l.company_id and r.id = l.request_id
    where l.company_id = ${tx.companyId} and l.token_hash = ${submission.tokenHash} ${lock}`)
  const link = await openLink(tx, now, submission.tokenHash)
  if (link === undefined) throw new NotFound('payment link')
  const page = await findPage(tx, tx.companyId, submission.tokenHash)
  if (page === undefined) throw new NotFound('payment link')
  const first = await findPaymentBySubmitKey(tx, page.requestId, submission.submitKey)
  if (first === undefined) {
    await (submission.anyway ? checkAnyway(tx, page, now, submission) : checkPayable(page, now))
    checkOffered(page, submission)
    await admitTry(tx, submission, tried)
  }
  const account = await requireMerchantAccount(tx, page.currency)
  const actor = { type: 'payer' as const, id: link.id }
  // Same key: the unique constraint sends this submit to the first one's result.
  const payment = await startPayment(tx, actor, now, {
    purposeType: REQUEST_PURPOSE,
    purposeId: page.requestId,
    submitKey: submission.submitKey,
    amount: submission.amount,
    currency: page.currency,
    method: submission.method,
    confirmationToken: submission.confirmationToken,
    payerName: submission.name,
    payerEmail: submission.email,
    locale: submission.locale,
    payerAddress: submission.address,
  })
  const mandate = await acceptMandate(tx, now, company, { submission, payment, reference: page.reference })
  const prepared = {
    payment,
    account: account.processorAccount,
    actor,
    mandate,
    reference: page.reference.slice(0, 200),
  }
  if (submission.anyway) return prepared
  const payables = await lockForCharge(tx, await listPayableIds(tx, page.requestId), submission.amount)
  if (submission.currency !== page.currency)
    throw new LinkNotPayable('The page shows another currency. Nothing was charged.')
  await Promise.all([reservePayables(tx, payment.id, payables), rememberLastAttempt(tx, link.id, payment.id)])
  return prepared
}

/** Keeps what the payer agreed to, word for word, before their bank is asked. Cards need nothing of the kind. */
async function acceptMandate(
  tx: Tx,
  now: Date,
  company: Company,
  { submission, payment, reference }: { submission: Submission; payment: Payment; reference: string },
): Promise<{ acceptedAt: Date; address: string; userAgent: string } | null> {
  const { method, mandate, name, email, locale } = submission
  if (method !== 'ach') return null
  if (mandate?.version !== MANDATE_VERSION || name === null || email === null) {
    throw new MandateNotAccepted(
      'A bank account is debited only with its owner’s name, e-mail address and agreement to the text of the page as it is now. Nothing was charged; reload the page.',
      { field: mandate?.version !== MANDATE_VERSION ? 'mandate' : name === null ? 'name' : 'email' },
    )
  }
  const { ip: address, userAgent } = mandate
  await keepMandate(tx, payment.id, {
    version: MANDATE_VERSION,
    locale,
    text: mandateOf(locale, { ...payment, company: company.displayName, reference }),
    payerName: name,
    payerEmail: email,
    address,
    userAgent,
    acceptedAt: now,
  })
  return { acceptedAt: now, address, userAgent }
}

/** K10: where a link may not be tried again, this attempt closes it if it fails. */
async function rememberLastAttempt(tx: Tx, linkId: LinkId, paymentId: PaymentId): Promise<void> {
  if (await readSetting(tx, linkSettings.retrySame)) return
  await tx.change(sql`
    update requests.links set last_attempt = ${paymentId} where company_id = ${tx.companyId} and id = ${linkId}`)
}

/** Nothing is reserved for it, since nothing is owed: all of it becomes credit. */
async function checkAnyway(tx: Tx, page: PageFound, now: Date, submission: Submission): Promise<void> {
  const { amount, currency } = submission
  if (!(await mayPayAnyway(tx, page, now)) || amount !== page.total || currency !== page.currency) {
    throw new LinkNotPayable(
      'This is paid already and takes no further payment. Nothing was charged; reload the page to see it.',
      { details: { state: stateOf(page, now) } },
    )
  }
}

/** K1, decided again: settings, account or amount may be others than when the page was shown. */
function checkOffered(page: PageFound, { method, anyway }: Submission): void {
  const amount = anyway ? page.total : page.facts.live.open
  const offered = methodsOf(page, amount)
  // That nothing is owed any more is said by the reservation.
  if (amount === 0n || offered.includes(method)) return
  throw new MethodNotOffered(
    'This cannot be paid in this way (any more). Nothing was charged; reload the page and choose another.',
    { field: 'method', details: { methods: offered } },
  )
}

function checkPayable(page: PageFound, now: Date): void {
  const state = stateOf(page, now)
  const pause = pausedUntil(page.facts.payments, now)
  if (state === 'too_many_tries' && pause !== undefined) {
    throw new TooManyTries(
      'There were too many declined tries. Nothing was charged; please wait an hour or pay another way.',
      {
        details: { retry_after_seconds: Math.ceil((pause.getTime() - now.getTime()) / 1000) },
      },
    )
  }
  // What is in flight or settled is said by the reservation, with its own words.
  if (!takesMoney(state) && !RESERVATION_SAYS.has(state)) {
    throw new LinkNotPayable(
      'This link takes no payment any more. Nothing was charged; reload the page to see why.',
      { details: { state } },
    )
  }
}

const RESERVATION_SAYS = new Set([
  'unsure',
  'action_needed',
  'verify',
  'processing',
  'someone_else_pays',
  'paid_elsewhere',
])

const PATIENCE_MS = 30_000

/** The result of the submit that came first, waited for while the processor is being asked. */
async function firstSubmit(
  { database }: PayServices,
  company: Company,
  submission: Submission,
): Promise<Payment> {
  const find = () =>
    database.read(company.id, async (db) => {
      const page = await findPage(db, company.id, submission.tokenHash)
      const payment =
        page === undefined
          ? undefined
          : await findPaymentBySubmitKey(db, page.requestId, submission.submitKey)
      return payment === undefined ? undefined : findPayment(db, payment.id)
    })
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const payment = await find()
    if (payment === undefined) throw new NotFound('payment')
    if (payment.state !== 'created' || Date.now() > deadline) return payment
    await wait(150)
  }
}
