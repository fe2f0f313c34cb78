import { Type } from 'typebox'
import type { Database } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { toWireId } from '../lib/ids.ts'
import { language, timestamp, wireId } from '../lib/schemas.ts'
import { findCompany } from './companies.queries.ts'
import { PERMISSIONS, permissionsOf, ROLES } from './permissions.ts'
import { csrfToken } from './session-token.ts'
import { IDLE_MS, listWorkplaces, type Session } from './sessions.queries.ts'
import { findUser } from './users.queries.ts'

const roles = Type.Array(Type.Enum([...ROLES]))

export const SessionWire = Type.Object(
  {
    object: Type.Literal('session'),
    id: wireId('ses'),
    user: Type.Object({
      id: wireId('usr'),
      name: Type.String(),
      email: Type.String(),
      language,
      totp_enabled: Type.Boolean(),
    }),
    company: Type.Object({
      id: wireId('co'),
      name: Type.String(),
      currency: Type.String(),
      time_zone: Type.String(),
      language,
      sandbox: Type.Boolean({ description: 'Whether no real money moves here.' }),
    }),
    companies: Type.Array(Type.Object({ id: wireId('co'), name: Type.String(), roles }), {
      description: 'All that this person works for; PATCH switches.',
    }),
    roles,
    permissions: Type.Array(Type.Enum([...PERMISSIONS])),
    csrf_token: Type.String({ description: 'To be sent as `X-CSRF-Token` with whatever changes something.' }),
    expires_at: timestamp,
  },
  { $id: 'Session' },
)

/** All that the dashboard wants to know of who is signed in, and where. */
export async function sessionToWire(
  { database, sandbox }: { database: Database; sandbox: boolean },
  session: Session,
  token: string,
) {
  const [user, company, workplaces] = await Promise.all([
    findUser(database.global, session.userId),
    findCompany(database.global, session.companyId),
    listWorkplaces(database.global, session.userId),
  ])
  if (user === undefined || company === undefined) throw new NotFound('session')
  return {
    object: 'session' as const,
    id: toWireId('ses', session.id),
    user: {
      id: toWireId('usr', user.id),
      name: user.name,
      email: user.email,
      language: user.language,
      totp_enabled: user.totpConfirmedAt !== null,
    },
    company: {
      id: toWireId('co', company.id),
      name: company.displayName,
      currency: company.currency.toLowerCase(),
      time_zone: company.timeZone,
      language: company.language,
      sandbox,
    },
    companies: workplaces.map((place) => ({
      id: toWireId('co', place.id),
      name: place.name,
      roles: place.roles,
    })),
    roles: session.roles,
    permissions: [...permissionsOf(session.roles, session.rolePermissions)],
    csrf_token: csrfToken(token),
    expires_at: endOf(session).toISOString(),
  }
}

/** When it is over if nothing more is done with it. */
function endOf({ lastSeenAt, expiresAt }: Session): Date {
  return new Date(Math.min(expiresAt.getTime(), lastSeenAt.getTime() + IDLE_MS))
}
