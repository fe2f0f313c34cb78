import { setTimeout as wait } from 'node:timers/promises'
import { Logger as JobLogger, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import {
  forgetOldBrowsers,
  forgetOldResets,
  forgetOldSessions,
  listCompanies,
  MAIL_PASSWORD_RESET,
  sealAudit,
  TELL_USER_CHANGE,
  tellUserChange,
  type UserId,
} from '../identity/index.ts'
import { type Actor, system } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import { KEPT_IDLE_MS, sql } from '../lib/db/index.ts'
import { sweepDue } from '../lib/due.ts'
import { DELIVER_EVENT } from '../lib/events.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { forwardOutbox } from '../lib/outbox.ts'
import { forgetOldRates } from '../lib/rate-counter.ts'
import { unlockJobsOfTheDead } from '../lib/unlock-jobs.ts'
import { type MessageId, type MessagingServices, SEND_MESSAGE, sendMessage } from '../messaging/index.ts'
import { mailPasswordReset, raiseExpired } from '../notifications/index.ts'
import {
  CANCEL_ATTEMPT,
  type CashAccountId,
  CLEAR_PAYMENT,
  cancelAttempt,
  clearPayment,
  DETACH_METHOD,
  type DisputeId,
  DRAW_CASH,
  detachMethod,
  drawCash,
  expireMethod,
  FIND_DISPUTES,
  FIND_WIRES,
  findDisputesOf,
  findWires,
  HANDLE_EVENT,
  handleEvent,
  METHOD_EXPIRES,
  type PaymentId,
  type PaymentMethodId,
  type PaymentServices,
  type PayoutId,
  READ_BALANCE,
  RECORD_FEE,
  RESOLVE_DISPUTE,
  RESOLVE_PAYMENT,
  RESOLVE_PAYOUT,
  RESOLVE_REFUND,
  RESOLVE_SETUP,
  type RefundId,
  readBalance,
  recordFee,
  resolveDispute,
  resolvePayment,
  resolvePayout,
  resolveRefund,
  resolveSetup,
  type SetupId,
} from '../payments/index.ts'
import { appliedOf } from '../receivables/index.ts'
import {
  type BulkSendId,
  type BulkServices,
  type InvoiceScheduleId,
  ISSUE_SCHEDULED,
  issueScheduled,
  LINK_LAPSES,
  type LinkId,
  PLAN_REMINDERS,
  type PlanPayload,
  planPage,
  RUN_BULK_SEND,
  runBulkSend,
  SEND_CONFIRMED_ORDER,
  SEND_REMINDERS,
  sendConfirmedOrder,
  sendReminders,
} from '../requests/index.ts'
import type { OrderId } from '../sales/index.ts'
import { deliverEvent } from './wiring.ts'

export interface JobServices extends PaymentServices, MessagingServices, BulkServices {
  log: Logger
}

interface Payload {
  company_id: CompanyId
  subject_id: string
  payment_id: PaymentId
  message_id: MessageId
  reset_id: string
  event_id: string
  type: string
  actor_type: Actor['type']
  actor_id: string
  detail: unknown
  event: number
}

/** Every job by its name. Each is idempotent: a worker may die in the middle and another do it again. */
function tasks(services: JobServices): TaskList {
  const { database } = services
  const task =
    (work: (payload: Payload, createdAt: Date) => Promise<unknown>) =>
    async (payload: unknown, helpers: { job: { created_at: Date } }) => {
      await work(payload as Payload, helpers.job.created_at)
    }
  return {
    [DELIVER_EVENT]: task(({ company_id, event_id, type, subject_id }, at) =>
      deliverEvent(database, company_id, { id: event_id, type, subjectId: subject_id }, at),
    ),
    [SEND_MESSAGE]: task(({ company_id, message_id }) => sendMessage(services, company_id, message_id)),
    [HANDLE_EVENT]: task(({ event }) => handleEvent(services, event)),
    [RESOLVE_PAYMENT]: task(({ company_id, subject_id }) =>
      resolvePayment(services, company_id, subject_id as PaymentId),
    ),
    [RESOLVE_REFUND]: task(({ company_id, subject_id }) =>
      resolveRefund(services, company_id, subject_id as RefundId),
    ),
    [RESOLVE_DISPUTE]: task(({ company_id, subject_id }) =>
      resolveDispute(services, company_id, subject_id as DisputeId),
    ),
    [FIND_DISPUTES]: task(({ company_id, subject_id }) =>
      findDisputesOf(services, company_id, subject_id as Id<'acct'>),
    ),
    [RESOLVE_PAYOUT]: task(({ company_id, subject_id }) =>
      resolvePayout(services, company_id, subject_id as PayoutId),
    ),
    [CLEAR_PAYMENT]: task(({ company_id, subject_id }) =>
      clearPayment(services, company_id, subject_id as PaymentId),
    ),
    [READ_BALANCE]: task(({ company_id }) => readBalance(services, company_id)),
    [FIND_WIRES]: task(({ company_id, subject_id }) =>
      findWires(services, company_id, subject_id as CashAccountId),
    ),
    [DRAW_CASH]: task(({ company_id, payment_id }) => drawCash(services, company_id, payment_id, appliedOf)),
    [CANCEL_ATTEMPT]: task(({ company_id, payment_id }) => cancelAttempt(services, company_id, payment_id)),
    [DETACH_METHOD]: task(({ company_id, subject_id }) =>
      detachMethod(services, company_id, subject_id as PaymentMethodId),
    ),
    [RESOLVE_SETUP]: task(({ company_id, subject_id }) =>
      resolveSetup(services, company_id, subject_id as SetupId),
    ),
    [ISSUE_SCHEDULED]: task(({ company_id, subject_id }) =>
      issueScheduled(services, company_id, subject_id as InvoiceScheduleId),
    ),
    [SEND_CONFIRMED_ORDER]: task(({ company_id, subject_id }) =>
      sendConfirmedOrder(services, company_id, subject_id as OrderId),
    ),
    [METHOD_EXPIRES]: task(({ company_id, subject_id }) =>
      database.write(company_id, (tx) =>
        expireMethod(tx, system, services.clock.now(), subject_id as PaymentMethodId),
      ),
    ),
    [MAIL_PASSWORD_RESET]: task(({ reset_id }) => mailPasswordReset(database, reset_id)),
    [TELL_USER_CHANGE]: task(({ company_id, event_id, type, subject_id, actor_type, actor_id, detail }) =>
      tellUserChange(database, company_id, {
        eventId: event_id,
        type,
        userId: subject_id as UserId,
        actor: { type: actor_type, id: actor_id },
        detail,
      }),
    ),
    [RECORD_FEE]: task(({ company_id, payment_id }) => recordFee(services, company_id, payment_id)),
    [LINK_LAPSES]: task(({ company_id, subject_id }) =>
      raiseExpired(services, company_id, subject_id as LinkId),
    ),
    [RUN_BULK_SEND]: task(({ company_id, subject_id }) =>
      runBulkSend(services, company_id, subject_id as BulkSendId),
    ),
    [PLAN_REMINDERS]: task((payload) => planPage(services, payload as unknown as PlanPayload)),
    [SEND_REMINDERS]: task(({ company_id, subject_id }) =>
      sendReminders(services, company_id, subject_id as Id<'inv'>),
    ),
    seal_audit: async () => {
      for (const company of await listCompanies(database.global)) await database.write(company.id, sealAudit)
      await database.global.many(
        sql`select lib.forget_idempotency_keys(${new Date(systemClock.now().getTime() - KEEP_ANSWERS_MS)})`,
      )
    },
    [FORGET_RATES]: async () => {
      await forgetOldRates(database.global, systemClock.now())
      await forgetOldResets(database.global)
      await forgetOldSessions(database.global)
      await forgetOldBrowsers(database.global, systemClock.now())
    },
  }
}

const FORGET_RATES = 'forget_rates'

/** The worker's own lines go where ours go; its routine ones only where debugging is asked for. */
function jobLogger(log: Logger): JobLogger {
  return new JobLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}

const KEEP_ANSWERS_MS = 24 * 3_600_000
const FORWARD_EVERY_MS = 200
const SWEEP_EVERY_MS = 500
const UNLOCK_EVERY_MS = 60_000

export interface Jobs {
  /** Forwards the outbox now instead of at the next tick. */
  nudge(): void
  stop(): Promise<void>
}

/** Starts the forwarder, the sweeper of due rows and graphile-worker, on a connection that can LISTEN. */
export async function startJobs(services: JobServices, directUrl: string): Promise<Jobs> {
  const { database, clock, log } = services
  const pool = openPool(directUrl, log)
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: jobLogger(log),
    taskList: tasks(services),
    crontab: `*/5 * * * * seal_audit\n* * * * * ${FORGET_RATES}`,
    preset: {
      worker: {
        pollInterval: 1000,
        minResetLockedInterval: 60_000,
        maxResetLockedInterval: 60_000,
      },
    },
  })
  const forwarder = repeat(FORWARD_EVERY_MS, log, async () => {
    while (await forwardOutbox(database.global)) {
      // a full batch: there is more
    }
  })
  const sweeper = repeat(SWEEP_EVERY_MS, log, async () => {
    if ((await sweepDue(database.global, clock.now())) > 0) forwarder.nudge()
  })
  const undertaker = repeat(UNLOCK_EVERY_MS, log, async () => {
    const dead = await unlockJobsOfTheDead(database.global)
    if (dead > 0) log.warn({ dead }, 'Workers died with jobs; the jobs are given to others.')
  })
  return {
    nudge: forwarder.nudge,
    stop: async () => {
      await undertaker.stop()
      await sweeper.stop()
      await forwarder.stop()
      await runner.stop()
      await closeWhenIdle(pool)
    },
  }
}

/** The worker's connections. One that breaks is replaced; what it was asked is asked again. */
function openPool(url: string, log: Logger): pg.Pool {
  const lost = (error: Error) => log.warn({ err: error }, 'The jobs lost a connection to the database.')
  const pool = new pg.Pool({ connectionString: url, max: 4, idleTimeoutMillis: KEPT_IDLE_MS })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

const LAST_WORDS_MS = 5_000

/**
 * The worker says that a job is done without waiting to be heard, also when it stops. Left unheard, the job would
 * be held for the dead until it is given back, and done again.
 */
async function closeWhenIdle(pool: pg.Pool): Promise<void> {
  const deadline = Date.now() + LAST_WORDS_MS
  while (pool.waitingCount + pool.totalCount - pool.idleCount > 0 && Date.now() < deadline) await wait(10)
  await pool.end()
}

/** Runs `work` now and then, one at a time, and at once when nudged. */
function repeat(everyMs: number, log: Logger, work: () => Promise<void>) {
  let running: Promise<void> | undefined
  let again = false
  const turn = () => {
    if (running !== undefined) {
      again = true
      return
    }
    running = work()
      .catch((error) => log.error({ err: error }, 'A background round failed; it is tried again.'))
      .finally(() => {
        running = undefined
        if (again) {
          again = false
          turn()
        }
      })
  }
  const timer = setInterval(turn, everyMs)
  return {
    nudge: turn,
    stop: async () => {
      clearInterval(timer)
      again = false
      await running
    },
  }
}
