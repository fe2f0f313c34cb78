import { raw, sql } from '../../lib/db/index.ts'
import { currencySeed, type Tally, total, weighed, weight } from '../../lib/tallies.ts'

/** What cash and cheques say of the bank, and of the drawer: which of them are there, and what was given out of it. */
export const tenderTally: Tally = (db, key) => {
  const seed = currencySeed(raw('currency'), key)
  const atBank = raw('(amount - given)')
  return sql`
    select json_build_object(
      'tenders.at_bank', ${total(weighed(weight(raw('id'), seed), atBank, key), raw('bank_deposit_id is not null and taken_back is null'))},
      'tenders.deposited', ${total(weighed(weight(raw('bank_deposit_id'), seed), atBank, key), raw('bank_deposit_id is not null'))},
      'tenders.given', ${total(weighed(weight(raw('id'), seed), raw('given'), key), raw('given <> 0'))}) sums
    from payments.tenders where company_id = ${db.companyId}`
}

export const bankDepositTally: Tally = (db, key) => sql`
  select json_build_object('bank_deposits.amounts', coalesce(sum(
    ${weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)}), 0)::text) sums
  from payments.bank_deposits where company_id = ${db.companyId} and undone_at is null`
