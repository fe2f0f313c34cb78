import type { Company } from '../identity/index.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { externalCall } from '../lib/external-call.ts'
import type { Rate } from '../lib/rate-counter.ts'
import {
  findMerchantAccount,
  keepConsent,
  listSetups,
  processorCustomer,
  recordSetup,
  requireMerchantAccount,
  type Setup,
  startSetup,
} from '../payments/index.ts'
import { admitTry, countTry } from './admit-try.ts'
import type { PayServices } from './charge-confirmed.ts'
import { ConsentOutdated, FormOver, MandateNotAccepted, TooManyTries } from './errors.ts'
import {
  findMethodRequestByHash,
  formState,
  lockMethodRequest,
  type MethodRequest,
} from './method-requests.queries.ts'
import { SAVING_VERSION, savingText } from './saving.ts'

/** What somebody sends from the form. */
export interface FormSubmission {
  tokenHash: Buffer
  type: 'card' | 'ach'
  confirmationToken: string
  name: string | null
  email: string | null
  locale: string
  /** As counters count it (`addressKey`). */
  address: string
  returnUrl: string
  /** Which text was agreed to, and how. */
  consent: { version: string; ip: string; userAgent: string }
}

/** One form is tried so often, and then another is wanted: so nobody tries cards with it. */
const MOST_TRIES = 10

/**
 * somebody lets the company keep a card or a bank account; nothing is charged. The same three steps as a
 * payment's: the try is recorded with what was agreed to, the processor is asked, its answer is recorded.
 */
export async function submitMethodForm(
  services: PayServices,
  company: Company,
  submission: FormSubmission,
): Promise<{ setup: Setup; clientSecret: string | null }> {
  const { database, clock, processor } = services
  let clientSecret: string | null = null
  const tried = await countTry(database.global, company.id, submission.address)
  const setup = await externalCall(database, company.id, {
    prepare: (tx) => prepare(tx, clock.now(), company, submission, tried),
    call: async ({ setup, account, mandate }) => {
      const answer = await processor.setUp({
        account,
        key: `setup:${setup.id}`,
        setupId: setup.id,
        customer: await processorCustomer(services, company.id, account, setup.customerId),
        type: setup.type,
        confirmationToken: setup.confirmationToken,
        returnUrl: submission.returnUrl,
        mandate,
      })
      clientSecret = answer.clientSecret
      return answer
    },
    record: (tx, { setup, actor }, outcome) =>
      recordSetup(tx, actor, clock.now(), setup.id, outcome.known ? outcome.answer : 'unknown'),
  })
  return { setup, clientSecret: setup.state === 'requires_action' ? clientSecret : null }
}

async function prepare(tx: Tx, now: Date, company: Company, submission: FormSubmission, tried: Rate) {
  const found = await findMethodRequestByHash(tx, submission.tokenHash)
  const request = found === undefined ? undefined : await lockMethodRequest(tx, found.id)
  if (request === undefined) throw new NotFound('form')
  await check(tx, request, now, submission)
  await admitTry(tx, { address: submission.address, method: submission.type }, tried)
  await requireMerchantAccount(tx, company.currency)
  const account = (await findMerchantAccount(tx))?.processorAccount ?? null
  const actor = { type: 'payer' as const, id: request.id }
  const { type, confirmationToken, locale, name, email, consent } = submission
  const setup = await startSetup(tx, actor, now, {
    purposeId: request.id,
    customerId: request.customerId,
    type,
    confirmationToken,
    payerAddress: submission.address,
  })
  await keepConsent(
    tx,
    { type: 'method_setup', id: setup.id },
    {
      customerId: request.customerId,
      version: SAVING_VERSION,
      locale,
      text: savingText(locale, type, company.displayName),
      name,
      email,
      address: consent.ip,
      userAgent: consent.userAgent,
      acceptedAt: now,
    },
  )
  const mandate =
    type === 'ach' ? { acceptedAt: now, address: consent.ip, userAgent: consent.userAgent } : null
  return { setup, account, actor, mandate }
}

async function check(tx: Tx, request: MethodRequest, now: Date, submission: FormSubmission): Promise<void> {
  const state = formState(request, now)
  if (state !== 'open') {
    throw new FormOver(
      'This form takes nothing any more. Nothing was saved and nothing was charged; reload the page to see why.',
      { details: { state } },
    )
  }
  if (submission.consent.version !== SAVING_VERSION) {
    throw new ConsentOutdated(
      'What is agreed to reads otherwise by now. Nothing was saved and nothing was charged; reload the page and look at it.',
    )
  }
  if (submission.type === 'ach' && (submission.name === null || submission.email === null)) {
    throw new MandateNotAccepted(
      'A bank account is saved only with its owner’s name and e-mail address. Nothing was saved and nothing was charged.',
      { field: submission.name === null ? 'name' : 'email' },
    )
  }
  if ((await listSetups(tx, request.id)).length >= MOST_TRIES) {
    throw new TooManyTries(
      'This form was tried too often. Nothing was saved and nothing was charged; ask the company for another.',
    )
  }
}
