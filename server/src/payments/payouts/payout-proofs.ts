import { firstOf, type Proof } from '../../lib/proofs.ts'
import { type PayoutDifference, payoutDifferences } from './payout-differences.queries.ts'

/** M3.13: a payout is what it is made of, and the books and the processor's balance have it where it is. */
export const payoutsAgree: Proof = {
  name: 'payouts_agree',
  invariants: ['M3.13'],
  holds: (sums) => sums.areZero('payouts.differing'),
  async find(db, limit) {
    const rows = await db.many(firstOf(payoutDifferences(db), limit))
    return rows.map((row) => ({ subjectId: row.id, message: say(row) }))
  },
}

const SENTENCES: Readonly<Record<PayoutDifference['what'], string>> = {
  in_transit:
    'The payout {reference} should stand with {expected} on payouts in transit (1090); it stands with {found}',
  at_bank: 'The payout {reference} should stand with {expected} on the bank (1010); it stands with {found}',
  on_balance:
    'The payout {reference} should have moved the processor’s balance by {expected}; what was read of it comes to {found}',
  lines: 'The payout {reference} is {expected}; what it is made of comes to {found}',
  line_unknown:
    'A payout has {reference} of {expected}, which no payment, refund, dispute or fee here explains: {found}',
  line_differs: 'A payout has {reference} of {expected}; our books have it with {found}',
  movement: 'The movement {reference} of {expected} is posted with {found}',
}

function say({ currency, expected, found, reference, what }: PayoutDifference): string {
  const facts = {
    reference,
    expected: String(expected),
    found: found === null ? 'another currency' : String(found),
  }
  const sentence = SENTENCES[what].replace(/\{(\w+)\}/g, (_, name: keyof typeof facts) => facts[name])
  return `${sentence} (minor units of ${currency}).`
}
