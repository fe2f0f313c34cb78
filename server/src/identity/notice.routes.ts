import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Database, type Db, sql } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import type { AdmitServices } from './admit-session.ts'
import { noticesChanged } from './events.ts'
import { personRoute } from './person-route.ts'
import type { Session } from './sessions.queries.ts'
import { NOTICES, type Notice } from './staff.ts'

const notices = {
  payment_received: Type.Boolean({ description: 'A mail for each payment that comes in.' }),
  link_wanted: Type.Boolean({ description: 'A mail where a payer asks for a new link.' }),
  payment_cleared: Type.Boolean({ description: 'A mail where a payment that took days has cleared.' }),
  deposits: Type.Boolean({ description: 'A mail where a payout arrives at the bank, or does not.' }),
} satisfies Record<Notice, unknown>

const NoticesWire = Type.Object(
  { object: Type.Literal('notification_settings'), ...notices },
  { $id: 'NotificationSettings' },
)

const tag = 'Signing in'

/** Which notices a person gets by mail of the company that they are in: theirs alone to switch. */
export function noticeRoutes(server: FastifyInstance, services: AdmitServices): void {
  const { database } = services
  const url = '/v1/user/notifications'
  personRoute(
    server,
    services,
    {
      method: 'GET',
      url,
      summary: 'Which notices one gets by mail of this company',
      tag,
      response: NoticesWire,
    },
    ({ session }) => readNotices(database, session),
  )
  personRoute(
    server,
    services,
    {
      method: 'PATCH',
      url,
      summary: 'Switch one’s notices on or off',
      tag,
      body: Type.Partial(Type.Object(notices), { additionalProperties: false }),
      response: NoticesWire,
    },
    async ({ session, body }) => {
      await changeNotices(database, session, body)
      return readNotices(database, session)
    },
  )
}

async function readNotices(database: Database, session: Session): Promise<Static<typeof NoticesWire>> {
  const muted = await database.read(session.companyId, (db) => mutedOf(db, session))
  return {
    object: 'notification_settings',
    payment_received: !muted.includes('payment_received'),
    link_wanted: !muted.includes('link_wanted'),
    payment_cleared: !muted.includes('payment_cleared'),
    deposits: !muted.includes('deposits'),
  }
}

async function mutedOf(db: Db, { membershipId }: Session): Promise<Notice[]> {
  const { muted } = await db.one(sql<{ muted: Notice[] }>`
    select muted_notices muted from identity.memberships where company_id = ${db.companyId} and id = ${membershipId}`)
  return muted
}

async function changeNotices(
  database: Database,
  session: Session,
  wanted: Partial<Record<Notice, boolean>>,
): Promise<void> {
  await database.write(session.companyId, async (tx) => {
    const before = await mutedOf(tx, session)
    const muted = NOTICES.filter((notice) => !(wanted[notice] ?? !before.includes(notice)))
    await tx.change(sql`
      update identity.memberships set muted_notices = ${muted}
      where company_id = ${tx.companyId} and id = ${session.membershipId}`)
    await emit(tx, { type: 'staff', id: session.userId }, noticesChanged, session.membershipId, { muted })
  })
}
