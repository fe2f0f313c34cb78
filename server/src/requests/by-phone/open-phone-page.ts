import { randomBytes } from 'node:crypto'
import type { Admitted, Company } from '../../identity/index.ts'
import { systemClock } from '../../lib/clock.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { lockForCharge } from '../../receivables/index.ts'
import { phonePageOpened } from '../events.ts'
import { tokenHash } from '../link-token.ts'
import { RequestIsVoided } from '../reminder-errors.ts'
import type { ChargeOf } from '../request-to-charge.ts'
import { PersonNeeded } from './errors.ts'
import { findPhoneDebt, type PhoneDebt, requireCard } from './phone-debt.ts'
import type { PhonePageId } from './phone-pages.queries.ts'

/** So long a page for a payment by phone takes a card. */
const PHONE_PAGE_MINUTES = 15
const SECRET_BYTES = 16

export interface OpenedPhonePage {
  /** Told once, in the answer to whoever opened it; the database knows its SHA-256. */
  token: string
  debt: PhoneDebt
  expiresAt: Date
}

/**
 * Opens a page of the pay origin for one payment that a customer makes by phone. It is bound to the session that asks,
 * to what is paid and to its amount, and holds nothing: whoever pays first, pays. A link's token has the same form.
 */
export async function openPhonePage(
  tx: Tx,
  { actor, session }: Pick<Admitted, 'actor' | 'session'>,
  company: Company,
  { of, amount }: { of: ChargeOf; amount: bigint },
): Promise<OpenedPhonePage> {
  const debt = await findPhoneDebt(tx, of)
  if (debt === undefined) throw new NotFound('requestId' in of ? 'payment request' : 'invoice')
  if (session === undefined) {
    throw new PersonNeeded(
      'A page for a payment by phone is opened by somebody who is signed in, and ends with their session. An API key opens none. Nothing was charged.',
    )
  }
  if (debt.request?.state === 'voided')
    throw new RequestIsVoided('This request was voided, so nothing of it is charged. Nothing was charged.')
  await lockForCharge(tx, debt.payableIds, amount)
  await requireCard(tx, debt, amount)
  const id = newId<'php'>() as PhonePageId
  const token = Buffer.concat([company.publicNumber, randomBytes(SECRET_BYTES)]).toString('base64url')
  const now = systemClock.now()
  const expiresAt = new Date(now.getTime() + PHONE_PAGE_MINUTES * 60_000)
  const { currency } = debt
  const paid = {
    request_id: debt.request?.id ?? null,
    invoice_ids: debt.request === undefined ? debt.invoices.map((invoice) => invoice.id) : null,
  }
  await Promise.all([
    tx.change(sql`
      insert into requests.phone_pages (company_id, id, token_hash, user_id, session_id, request_id, invoice_ids, amount,
        currency, created_at, expires_at)
      values (${tx.companyId}, ${id}, ${tokenHash(token)}, ${session.userId}, ${session.id}, ${paid.request_id},
        ${paid.invoice_ids}, ${amount}, ${currency}, ${now}, ${expiresAt})`),
    emit(tx, actor, phonePageOpened, id, { ...paid, amount, currency }),
  ])
  return { token, debt, expiresAt }
}
