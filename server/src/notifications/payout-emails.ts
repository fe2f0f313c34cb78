import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { EmailContent } from '../messaging/index.ts'
import type { CategorySum, Payout } from '../payments/index.ts'
import { sellerOf } from './payment-emails.ts'
import { payoutReason } from './payout-reasons.ts'
import { payoutWords } from './payout-words.ts'

interface PayoutMail {
  company: Company
  payout: Payout
  sums: readonly CategorySum[]
  locale: string
}

/** A deposit arrived, or what was below zero was taken: with what it is made of. */
export function paidEmail({ company, payout, sums, locale }: PayoutMail): EmailContent {
  const say = payoutWords(locale)
  const given = givenOf(payout, locale)
  const news = payout.amount < 0n ? 'taken' : 'paid'
  const money = (amount: bigint) => formatMoney(amount, payout.currency as Currency, locale)
  const fees = sums.reduce((all, { category, fee }) => all + (category === 'fee' ? 0n : fee), 0n)
  const parts = sums.map(({ category, fee, gross }) => ({
    label: say(category),
    value: money(category === 'fee' ? gross - fee - fees : gross),
  }))
  const hasFeeRow = sums.some(({ category }) => category === 'fee')
  return {
    subject: say(`${news}_subject`, given),
    preview: say(`${news}_preview`),
    heading: say(`${news}_heading`, given),
    amount: given.amount,
    paragraphs: [say(`${news}_intro`, given)],
    facts: [
      ...parts,
      ...(hasFeeRow || fees === 0n ? [] : [{ label: say('fee'), value: money(-fees) }]),
      ...(payout.trace === null ? [] : [{ label: say('fact_trace'), value: payout.trace }]),
    ],
    closing: [say('closing')],
    seller: sellerOf(company),
  }
}

/** A deposit failed, with the bank's reason. */
export function failedPayoutEmail({ company, payout, locale }: Omit<PayoutMail, 'sums'>): EmailContent {
  const say = payoutWords(locale)
  const given = { ...givenOf(payout, locale), reason: payoutReason(payout.failureCode, locale) }
  return {
    subject: say('failed_subject', given),
    preview: say('failed_preview'),
    heading: say('failed_heading'),
    amount: given.amount,
    paragraphs: [say(payout.amount < 0n ? 'taking_failed_intro' : 'failed_intro', given)],
    facts: payout.failureCode === null ? [] : [{ label: say('fact_reason'), value: payout.failureCode }],
    closing: [say('closing')],
    seller: sellerOf(company),
  }
}

function givenOf({ amount, bankLast4, bankName, currency }: Payout, locale: string) {
  const say = payoutWords(locale)
  return {
    amount: formatMoney(amount < 0n ? -amount : amount, currency as Currency, locale),
    account:
      bankLast4 === null
        ? say('bank_account')
        : bankName === null
          ? say('account_unnamed', { last4: bankLast4 })
          : say('account', { bank: bankName, last4: bankLast4 }),
  }
}
