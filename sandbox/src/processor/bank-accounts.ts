import { createHash } from 'node:crypto'
import type { BankFacts } from '../kinds.ts'

/** How a debit of the account ends: its error and the return code that its bank gives (Nacha). */
export type BankBehaviour = {
  failure?: { code: string; networkCode: string }
  /** Succeeds, and comes back later. */
  returned?: { reason: string; networkCode: string }
  /** Never ends by itself. */
  stays?: true
}

export const bankBehaviours: { [name: string]: BankBehaviour } = {
  succeeds: {},
  account_closed: { failure: { code: 'account_closed', networkCode: 'R02' } },
  no_account: { failure: { code: 'no_account', networkCode: 'R03' } },
  insufficient_funds: { failure: { code: 'insufficient_funds', networkCode: 'R01' } },
  debit_not_authorized: { failure: { code: 'debit_not_authorized', networkCode: 'R10' } },
  disputed: { returned: { reason: 'insufficient_funds', networkCode: 'R01' } },
  stays_processing: { stays: true },
}

type TestAccount = { number: string; behaviour: string; says: string }

/** The published test accounts; any other number succeeds. */
export const testAccounts: TestAccount[] = [
  { number: '000123456789', behaviour: 'succeeds', says: 'Succeeds' },
  { number: '000111111113', behaviour: 'account_closed', says: 'Fails: the account is closed' },
  { number: '000111111116', behaviour: 'no_account', says: 'Fails: there is no such account' },
  { number: '000222222227', behaviour: 'insufficient_funds', says: 'Fails: insufficient funds' },
  { number: '000333333335', behaviour: 'debit_not_authorized', says: 'Fails: the debit is not authorized' },
  { number: '000555555559', behaviour: 'disputed', says: 'Succeeds, and comes back two days later' },
  { number: '000000000009', behaviour: 'stays_processing', says: 'Stays processing' },
]

export type BankEntry = {
  routingNumber: string
  accountNumber: string
  holderType: 'individual' | 'company'
  accountType: 'checking' | 'savings'
  /** The payer signed in at the bank, so nothing has to be verified. */
  instant: boolean
}

export type BankProblem = 'routing_number_invalid' | 'account_number_invalid'

/** The check digit of a bank's routing number: weights 3, 7, 1. */
function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0), 0)
  return sum % 10 === 0
}

/** Reads an account as it was typed: its facts, or what is wrong with it. The number itself is forgotten. */
export function readBank(entry: BankEntry): { bank: BankFacts } | { problem: BankProblem } {
  const { routingNumber, holderType, accountType, instant } = entry
  const number = entry.accountNumber.replace(/[\s-]/g, '')
  if (!isRoutingNumber(routingNumber)) return { problem: 'routing_number_invalid' }
  if (!/^\d{4,17}$/.test(number)) return { problem: 'account_number_invalid' }
  return {
    bank: {
      behaviour: testAccounts.find((account) => account.number === number)?.behaviour ?? 'succeeds',
      accountType,
      bankName: routingNumber === '110000000' ? 'STRIPE TEST BANK' : 'SANDBOX BANK',
      fingerprint: createHash('sha256')
        .update(`sandbox bank ${routingNumber} ${number}`)
        .digest('base64url')
        .slice(0, 16),
      holderType,
      last4: number.slice(-4),
      routingNumber,
      verified: instant,
    },
  }
}
