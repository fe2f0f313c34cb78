import { fromWireId } from '../../server/src/lib/ids.ts'
import { advance, made, owned, pay, quickLink } from './story.ts'
import type { Tenant, World } from './world.ts'

export const DAY = 24 * 3_600

export interface PayoutSeen {
  id: string
  state: string
  amount: number
  agreement: string
  arrives_on: string
  failure_code: string | null
  processor_reference: string
}

/** Payouts of a company, newest first. */
export async function payoutsOf(tenant: Tenant): Promise<PayoutSeen[]> {
  return (await made(tenant.call('GET', '/v1/payouts?limit=100'))).data as PayoutSeen[]
}

export async function latestPayout(tenant: Tenant): Promise<PayoutSeen> {
  const [latest] = await payoutsOf(tenant)
  if (latest === undefined) throw new Error('There is no payout.')
  return latest
}

/** A day at a time, so that each thing that is due happens on its day. */
export async function passDays(world: World, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await advance(world, DAY)
}

/** A quick request paid by card; its payment's id. */
export async function takeCard(world: World, tenant: Tenant, amount: number): Promise<string> {
  const { url } = await quickLink(tenant, amount)
  return String((await pay(world, tenant, url, { amount })).body.payment)
}

/** What becomes of a payout, by hand. */
export async function playPayout(world: World, payout: PayoutSeen, act: string): Promise<void> {
  await world.play('POST', `/sandbox/payouts/${payout.processor_reference}/play`, { act })
  await world.settle()
}

/** What an account stands at: debits less credits. */
export async function balanceOf(world: World, tenant: Tenant, account: number): Promise<number> {
  const [row] = await owned<{ balance: string }>(
    world,
    `select coalesce(sum(case when debit = $2 then amount else -amount end), 0) balance
     from ledger.transfers where company_id = $1 and $2 in (debit, credit)`,
    [fromWireId('co', tenant.id), account],
  )
  return Number(row?.balance)
}

/** Pays out all that stands on the balance, and has it arrive. */
export async function depositAll(world: World, tenant: Tenant): Promise<void> {
  const { data } = await world.play<{ data: { id: string }[] }>(
    'POST',
    `/sandbox/accounts/${tenant.account}/pay_out`,
  )
  for (const act of ['send', 'reconcile', 'pay'])
    await world.play('POST', `/sandbox/payouts/${data[0]?.id}/play`, { act })
  await world.settle()
}
