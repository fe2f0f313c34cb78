import { type Company, readSetting } from '../../identity/index.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { defaultLocale } from '../../lib/words.ts'
import { findPayment, findPaymentBySubmitKey, startPayment } from '../../payments/index.ts'
import { lockForCharge, reservePayables } from '../../receivables/index.ts'
import {
  chargeConfirmed,
  type PayServices,
  type PreparedCharge,
  type Submitted,
} from '../charge-confirmed.ts'
import { TooManyTries } from '../errors.ts'
import { paymentEnteredByPhone } from '../events.ts'
import { firstSubmit } from '../first-submit.ts'
import { requestToCharge } from '../request-to-charge.ts'
import { listPayableIds } from '../requests.queries.ts'
import { REQUEST_PURPOSE } from '../settle-request.ts'
import type { Submission } from '../submission.ts'
import { PhonePageEnded } from './errors.ts'
import { findPhoneDebt, type PhoneDebt, requireCard } from './phone-debt.ts'
import { findPhonePage, lockPhonePage, type PhonePage, paidBy } from './phone-pages.queries.ts'
import { acceptPhoneSaving } from './phone-saving.ts'
import { isAllowed, phoneState, readPause } from './phone-state.ts'
import { phoneMoto } from './settings.ts'

/** What a person sends from a page for a payment by phone. */
export interface PhoneSubmission {
  tokenHash: Buffer
  /** Made by the page; a second submit with it is the first one. */
  submitKey: string
  confirmationToken: string
  /** What the page shows, in minor units: it is opened for no other. */
  amount: bigint
  currency: string
  /** What the customer tells; the receipt goes to the address. */
  name: string | null
  email: string | null
  /** The customer agreed on the phone that the card is kept: to which text, read where. */
  save: Submission['save']
  /** Of the page. */
  locale: string
  /** Where a bank's own page would send back to. */
  returnUrl: string
}

/**
 * A card that a customer gives by phone pays what the page is for: the same steps, locks and outcome as a payer's
 * submit, done by the page's person. A declined card may be followed by another one; the first that pays ends the page.
 */
export async function takeByPhone(
  services: PayServices,
  company: Company,
  submission: PhoneSubmission,
): Promise<Submitted> {
  return chargeConfirmed(services, company, {
    returnUrl: submission.returnUrl,
    prepare: (tx) => prepare(tx, services.clock.now(), company, submission),
    first: () =>
      firstSubmit(services.database, company, submission.submitKey, async (db) => {
        const page = await findPhonePage(db, submission.tokenHash)
        return page?.requestId ?? undefined
      }),
  })
}

async function prepare(
  tx: Tx,
  now: Date,
  company: Company,
  submission: PhoneSubmission,
): Promise<PreparedCharge> {
  const page = await lockPhonePage(tx, submission.tokenHash)
  const debt = page && (await findPhoneDebt(tx, paidBy(page)))
  if (page === undefined || debt === undefined) throw new NotFound('page')
  if (submission.amount !== page.amount || submission.currency !== page.currency) throw new PhonePageEnded()
  const actor = { type: 'staff' as const, id: page.userId }
  const { requestId: tried } = page
  const isAgain = tried !== null && (await findPaymentBySubmitKey(tx, tried, submission.submitKey))
  const account = await requireCard(tx, debt, page.amount)
  if (!isAgain) await checkTakes(tx, page, debt, now)
  const request = await requestToCharge(tx, actor, paidBy(page))
  const { customer } = debt
  // Same key: the unique constraint sends this submit to the first one's result.
  const payment = await startPayment(tx, actor, now, {
    purposeType: REQUEST_PURPOSE,
    purposeId: request.id,
    submitKey: submission.submitKey,
    amount: page.amount,
    currency: page.currency,
    method: 'card',
    confirmationToken: submission.confirmationToken,
    payerName: submission.name ?? debt.customerName,
    payerEmail: submission.email,
    locale: defaultLocale(customer?.language ?? company.language, company.country),
    // Who sits there is not who pays: nothing is counted against the address.
    payerAddress: null,
  })
  if (submission.save !== null && customer !== undefined) {
    await acceptPhoneSaving(tx, now, company, {
      ...submission,
      save: submission.save,
      paymentId: payment.id,
      customerId: customer.id,
      userId: page.userId,
      name: payment.payerName,
    })
  }
  const isByPhone = await readSetting(tx, phoneMoto)
  const payables = await lockForCharge(tx, await listPayableIds(tx, request.id), page.amount)
  await Promise.all([
    reservePayables(tx, payment.id, payables),
    tx.change(sql`
      update requests.phone_pages set request_id = ${request.id}, payment_id = ${payment.id}
      where company_id = ${tx.companyId} and id = ${page.id}`),
    emit(tx, actor, paymentEnteredByPhone, payment.id, { phone_page_id: page.id, moto: isByPhone }),
  ])
  const { processorAccount } = account
  return {
    payment,
    actor,
    account: processorAccount,
    reference: request.reference,
    mandate: null,
    saveFor: submission.save === null ? null : (customer?.id ?? null),
    isByPhone,
  }
}

/** What is owed, and whether somebody else pays it just now, the reservation says. */
async function checkTakes(tx: Tx, page: PhonePage, debt: PhoneDebt, now: Date): Promise<void> {
  const [payment, allowed, pausedUntil] = await Promise.all([
    page.paymentId === null ? undefined : findPayment(tx, page.paymentId),
    isAllowed(tx, page),
    readPause(tx, page.requestId ?? undefined, now),
  ])
  switch (phoneState({ page, debt, payment, isAllowed: allowed, pausedUntil })) {
    case 'too_many_tries':
      throw new TooManyTries('There were too many declined tries. Nothing was charged; wait an hour.', {
        details: {
          retry_after_seconds: Math.ceil(((pausedUntil ?? now).getTime() - now.getTime()) / 1000),
        },
      })
    case 'ended':
    case 'taken':
    case 'unsure':
    case 'action_needed':
      throw new PhonePageEnded()
  }
}
