import { expect } from 'vitest'
import type { Simulation } from './simulation.ts'

/**
 * The books beside the processor's list, after each step that posted: what is new there is asked for in our books, and
 * ours may have nothing else. Both only ever grow, so that what agreed once is not looked at again, and a step costs what
 * it moved. What our books do not have yet is on its way, unless something is struck: then it is found out later.
 */
export async function checkMovements(simulation: Simulation): Promise<void> {
  if ((await notBooked(simulation)).length === 0 || simulation.isStruck) return
  await simulation.world.settle()
  expect(await notBooked(simulation)).toEqual([])
}

/** What the processor has, and our books neither have nor know to be under way. */
async function notBooked(simulation: Simulation): Promise<string[]> {
  const { booked, unbooked } = simulation
  // First, since jobs go on meanwhile: what they add to both comes after this count.
  const [ours] = await simulation.rows<{ count: string }>(`
    select (select count(*) from payments.balance_transactions where kind <> 'failure')
      + (select count(*) from payments.account_movements) count`)
  await listNew(simulation)
  const asked = await simulation.rows<Asked>(ASKED, [
    [...unbooked.keys()],
    [...unbooked.values()].map(({ source }) => source),
  ])
  const missing: string[] = []
  for (const { reference, worth, isUnderWay } of asked) {
    if (worth === null) {
      if (!isUnderWay) missing.push(`${reference} of ${unbooked.get(reference)?.source}`)
      continue
    }
    expect([reference, worth]).toEqual([reference, unbooked.get(reference)?.worth])
    unbooked.delete(reference)
    booked.add(reference)
  }
  if (Number(ours?.count) > booked.size)
    throw new Error(`The books have ${ours?.count} movements; the processor has ${booked.size} of them.`)
  return missing
}

interface Asked {
  reference: string
  /** Null where our books do not have it. */
  worth: string | null
  isUnderWay: boolean
}

/** A bank debit moves there from the day it is sent, and back when it fails; in our books when it has come. */
const ASKED = `
  select t.reference, o.gross || ' ' || o.fee || ' ' || o.currency worth, exists (
    select from payments.payments p where p.charge_reference = t.source and p.method = 'ach'
      and p.state in ('created', 'unknown', 'processing', 'failed', 'canceled')) "isUnderWay"
  from unnest($1::text[], $2::text[]) t(reference, source)
  left join (
    select processor_reference, gross, fee, currency from payments.balance_transactions where kind <> 'failure'
    union all
    select processor_reference, gross, fee, currency from payments.account_movements) o
    on o.processor_reference = t.reference`

/** Reads on from where it had come to, oldest first. */
async function listNew(simulation: Simulation): Promise<void> {
  const { company, processor, unbooked } = simulation
  for (;;) {
    const { data, has_more } = await processor.balanceTransactions.list(
      { limit: 100, ...(simulation.newestMovement && { ending_before: simulation.newestMovement }) },
      { stripeAccount: company.account },
    )
    for (const { id, source, amount, fee, currency } of data)
      unbooked.set(id, {
        source: typeof source === 'string' ? source : (source?.id ?? null),
        worth: `${amount} ${fee} ${currency.toUpperCase()}`,
      })
    simulation.newestMovement = data[0]?.id ?? simulation.newestMovement
    if (!has_more) return
  }
}
