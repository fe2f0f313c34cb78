import type { CustomerId } from '../../customers/index.ts'
import { findCustomer } from '../../customers/index.ts'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { reminderRuleChanged, reminderScheduleChanged } from '../events.ts'
import { replan } from './plan-reminders.ts'
import { type CustomerRule, findRule, findSchedule } from './schedules.queries.ts'
import type { Schedule } from './steps.ts'

/** Changes when a company reminds. What is planned follows by a job, page by page. */
export async function changeSchedule(tx: Tx, actor: Actor, schedule: Schedule): Promise<Schedule> {
  checkSchedule(schedule)
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`reminder schedule ${tx.companyId}`}))`)
  const before = await findSchedule(tx)
  const { enabled, timeOfDay, quiet, businessDays, most } = schedule
  const offsets = [...schedule.offsets].sort((a, b) => a - b)
  const id = newId()
  const { id: kept } = await tx.one(sql<{ id: string }>`
    insert into requests.reminder_schedules (company_id, id, enabled, offsets, time_of_day, quiet_from, quiet_until,
      business_days, most)
    values (${tx.companyId}, ${id}, ${enabled}, ${offsets}, ${timeOfDay}, ${quiet?.from ?? null},
      ${quiet?.until ?? null}, ${businessDays}, ${most})
    on conflict (company_id) do update set enabled = excluded.enabled, offsets = excluded.offsets,
      time_of_day = excluded.time_of_day, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
      business_days = excluded.business_days, most = excluded.most
    returning id`)
  const after = { ...schedule, offsets }
  await emit(tx, actor, reminderScheduleChanged, kept, { before, after })
  replan(tx)
  return after
}

/** Throws for quiet hours without an end. */
export function checkSchedule({ quiet }: Pick<Schedule, 'quiet'>): void {
  if (quiet === null || quiet.from !== quiet.until) return
  throw new InvalidRequest(
    'Quiet hours that end when they begin would be the whole day or none of it. Nothing was changed; give another hour, or leave them out.',
    { field: 'quiet_hours' },
  )
}

/** Changes how a customer is reminded: as all are, never, or on days of their own. */
export async function changeRule(
  tx: Tx,
  actor: Actor,
  customerId: CustomerId,
  rule: CustomerRule,
): Promise<CustomerRule> {
  if ((await findCustomer(tx, customerId)) === undefined) throw new NotFound('customer')
  if ((rule.mode === 'own') !== (rule.offsets !== null)) {
    throw new InvalidRequest(
      'Days of their own are given for a customer who is reminded on their own days, and for no other. Nothing was changed.',
      { field: 'offsets' },
    )
  }
  const before = await findRule(tx, customerId)
  const after = { ...rule, offsets: rule.offsets === null ? null : [...rule.offsets].sort((a, b) => a - b) }
  await tx.change(sql`
    insert into requests.reminder_rules (company_id, id, mode, offsets)
    values (${tx.companyId}, ${customerId}, ${after.mode}, ${after.offsets})
    on conflict (company_id, id) do update set mode = excluded.mode, offsets = excluded.offsets`)
  await emit(tx, actor, reminderRuleChanged, customerId, { before, after })
  replan(tx, customerId)
  return after
}
