import type { FastifyRequest } from 'fastify'
import type { Actor } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { InvariantBroken } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type AdmitServices, admitSession } from './admit-session.ts'
import { type ApiKeyId, findKeyHolder } from './api-keys.queries.ts'
import { PermissionDenied, Unauthenticated } from './errors.ts'
import { noteKeyUse } from './note-key-use.ts'
import { type Permission, permissionsOf } from './permissions.ts'
import { sessionTokenOf } from './session-token.ts'
import type { Session } from './sessions.queries.ts'

/** Who calls, for which company, and all that they may do there. */
export interface Admitted {
  actor: Actor
  companyId: CompanyId
  publicNumber: Buffer
  permissions: ReadonlySet<Permission>
  /** The session, where it is a person who calls. */
  session: Session | undefined
}

/**
 * The holder of an API key, or the person of a session, if they may do this. Throws `Unauthenticated`,
 * `NotSignedIn`, `CrossSiteRefused` or `PermissionDenied`. A key in the request is what counts, whatever cookie is
 * beside it.
 */
export async function admit(
  services: AdmitServices,
  request: FastifyRequest,
  permission: Permission,
): Promise<Admitted> {
  const { authorization } = request.headers
  const token = authorization === undefined ? sessionTokenOf(request, services.sessions) : undefined
  const caller =
    token === undefined
      ? await holderOf(services.database, authorization)
      : personOf(await admitSession(services, request, token))
  if (!caller.permissions.has(permission)) {
    const who = caller.session === undefined ? 'This API key lacks' : 'Your roles in this company lack'
    throw new PermissionDenied(`${who} the permission ${permission}. Nothing was done.`)
  }
  return caller
}

const known = new WeakMap<FastifyRequest, Admitted>()

/** Admits before anything of the body is read: who may not learns nothing more, and costs nothing more. */
export function admitFirst(services: AdmitServices, permission: Permission) {
  return async (request: FastifyRequest): Promise<void> => {
    known.set(request, await admit(services, request, permission))
  }
}

/** Who was admitted with a request by `admitFirst`. */
export function admittedOf(request: FastifyRequest): Admitted {
  const admitted = known.get(request)
  if (admitted === undefined) throw new InvariantBroken('A route was reached by nobody who was admitted.')
  return admitted
}

function personOf(session: Session): Admitted {
  const { userId, companyId, publicNumber, roles, rolePermissions } = session
  return {
    actor: { type: 'staff', id: userId },
    companyId,
    publicNumber,
    permissions: permissionsOf(roles, rolePermissions),
    session,
  }
}

const lastNoted = new Map<ApiKeyId, number>()

async function holderOf(database: Database, authorization: string | undefined): Promise<Admitted> {
  const secret = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  const holder = secret === undefined ? undefined : await findKeyHolder(database.global, secret)
  if (holder === undefined) {
    throw new Unauthenticated(
      'This needs a valid API key (`Authorization: Bearer qk_…`) or somebody who is signed in. Nothing was done.',
    )
  }
  const now = systemClock.now().getTime()
  if (now - (lastNoted.get(holder.apiKeyId) ?? 0) > 60_000) {
    lastNoted.set(holder.apiKeyId, now)
    await database.write(holder.companyId, (tx) => noteKeyUse(tx, holder.apiKeyId))
  }
  return {
    actor: { type: 'api_key', id: holder.apiKeyId },
    companyId: holder.companyId,
    publicNumber: holder.publicNumber,
    permissions: new Set(holder.permissions),
    session: undefined,
  }
}
