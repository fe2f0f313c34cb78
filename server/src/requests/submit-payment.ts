import { type Company, readSetting } from '../identity/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { Rate } from '../lib/rate-counter.ts'
import {
  findPaymentBySubmitKey,
  type PaymentId,
  requireMerchantAccount,
  startPayment,
} from '../payments/index.ts'
import { lockForCharge, reservePayables } from '../receivables/index.ts'
import { acceptMandate } from './accept-mandate.ts'
import { acceptSaving } from './accept-saving.ts'
import { admitTry, countTry } from './admit-try.ts'
import { chargeConfirmed, type PayServices, type Submitted } from './charge-confirmed.ts'
import { checkAnyway, checkOffered, checkPayable } from './check-payable.ts'
import { LinkNotPayable } from './errors.ts'
import { firstSubmit } from './first-submit.ts'
import { openLink } from './open-link.ts'
import { findPage } from './page.queries.ts'
import { type LinkId, listPayableIds } from './requests.queries.ts'
import { linkSettings } from './settings.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'
import type { Submission } from './submission.ts'

/** A payer pays what a link asks for: all of it, once. */
export async function submitPayment(
  services: PayServices,
  company: Company,
  submission: Submission,
): Promise<Submitted> {
  const { database, clock } = services
  const tried = await countTry(database.global, company.id, submission.address)
  return chargeConfirmed(services, company, {
    returnUrl: submission.returnUrl,
    prepare: (tx) => prepare(tx, clock.now(), company, submission, tried),
    first: () =>
      firstSubmit(database, company, submission.submitKey, async (db) => {
        const page = await findPage(db, company.id, submission.tokenHash)
        return page?.requestId
      }),
  })
}

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
  const saveFor = await acceptSaving(tx, now, company, { submission, payment })
  const prepared = {
    payment,
    saveFor,
    account: account.processorAccount,
    actor,
    mandate,
    reference: page.reference,
  }
  if (submission.anyway) return prepared
  const payables = await lockForCharge(tx, await listPayableIds(tx, page.requestId), submission.amount)
  if (submission.currency !== page.currency)
    throw new LinkNotPayable('The page shows another currency. Nothing was charged.')
  await Promise.all([reservePayables(tx, payment.id, payables), rememberLastAttempt(tx, link.id, payment.id)])
  return prepared
}

/** K10: where a link may not be tried again, this attempt closes it if it fails. */
async function rememberLastAttempt(tx: Tx, linkId: LinkId, paymentId: PaymentId): Promise<void> {
  if (await readSetting(tx, linkSettings.retrySame)) return
  await tx.change(sql`
    update requests.links set last_attempt = ${paymentId} where company_id = ${tx.companyId} and id = ${linkId}`)
}
