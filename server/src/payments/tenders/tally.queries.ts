import { raw, sql } from '../../lib/db/index.ts'
import { currencySeed, type Tally, total, weighed, weight } from '../../lib/tallies.ts'

/** What cash and cheques say of the bank: which of them were ever there, and which came back from it. */
export const tenderTally: Tally = (db, key) => {
  const product = weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)
  return sql`
    select json_build_object(
      'tenders.banked', ${total(product, raw('bank_deposit_id is not null'))},
      'tenders.deposited', ${total(weighed(weight(raw('bank_deposit_id'), currencySeed(raw('currency'), key)), raw('amount'), key), raw('bank_deposit_id is not null'))},
      'tenders.unbanked', ${total(product, raw('bank_deposit_id is not null and taken_back is not null'))}) sums
    from payments.tenders where company_id = ${db.companyId}`
}

export const bankDepositTally: Tally = (db, key) => sql`
  select json_build_object('bank_deposits.amounts', coalesce(sum(
    ${weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)}), 0)::text) sums
  from payments.bank_deposits where company_id = ${db.companyId}`
