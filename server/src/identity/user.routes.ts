import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type Database, type GlobalDb, sql } from '../lib/db/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { language, name } from '../lib/schemas.ts'
import { countSignIn, forgiveSignIn } from './attempts.ts'
import { answerWithSession, type SignInServices } from './browser-session.ts'
import { changeUser } from './change-user.ts'
import { CurrentPasswordRefused, NotSignedIn } from './errors.ts'
import { detailsChanged } from './events.ts'
import { checkPassword } from './passwords/check-password.ts'
import { isPassword } from './passwords/hash-password.ts'
import { givenCode, givenPassword, personRoute } from './person-route.ts'
import { rotateSession } from './rotate-session.ts'
import { turnOffSecondFactor } from './second-factor/turn-off.ts'
import { beginSecondFactor, turnOnSecondFactor } from './second-factor/turn-on.ts'
import { SessionWire, sessionToWire } from './session-wire.ts'
import type { Session } from './sessions.queries.ts'
import { setPassword } from './set-password.ts'
import { findUser, type User } from './users.queries.ts'

const tag = 'Signing in'

/** What a person changes about themselves, whatever their roles. */
export function userRoutes(server: FastifyInstance, services: SignInServices): void {
  personRoute(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/user',
      summary: 'Change one’s name, language or password; a new password ends the other sessions',
      tag,
      body: Type.Object(
        {
          name: Type.Optional(name),
          language: Type.Optional(language),
          password: Type.Optional(givenPassword),
          current_password: Type.Optional(givenPassword),
        },
        { additionalProperties: false },
      ),
      response: SessionWire,
    },
    async ({ session, token, body, request, reply }) => {
      const user = await self(services.database.global, session)
      if (body.password === undefined) {
        await changeSelf(services.database, user, body)
        return sessionToWire(services, session, token)
      }
      if (body.current_password === undefined)
        throw new InvalidRequest('current_password is missing. Nothing was changed.', {
          field: 'current_password',
        })
      await requirePassword(services, user, body.current_password, request.ip, 'current_password')
      await checkPassword(body.password, [user.name, user.email])
      await setPassword(services.database, { type: 'staff', id: user.id }, user.id, body.password, session.id)
      await changeSelf(services.database, user, body)
      return answerWithSession(services, reply, await rotateSession(services.database.global, session))
    },
  )
  secondFactorRoutes(server, services)
}

function secondFactorRoutes(server: FastifyInstance, services: SignInServices): void {
  personRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/user/totp',
      summary: 'Begin a second factor: a secret for an authenticator app, to be confirmed by a first code',
      tag,
      response: Type.Object(
        { secret: Type.String(), otpauth_url: Type.String(), qr_svg: Type.String() },
        { $id: 'SecondFactor' },
      ),
    },
    async ({ session }) => {
      const begun = await beginSecondFactor(services, await self(services.database.global, session))
      return { secret: begun.secret, otpauth_url: begun.url, qr_svg: begun.qrSvg }
    },
  )
  personRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/user/totp/confirm',
      summary: 'Turn the second factor on by its first code; the recovery codes are shown this once',
      tag,
      body: Type.Object({ code: givenCode }, { additionalProperties: false }),
      response: Type.Object({ recovery_codes: Type.Array(Type.String()) }, { $id: 'RecoveryCodes' }),
    },
    async ({ session, body }) => ({
      recovery_codes: await turnOnSecondFactor(services, session, body.code),
    }),
  )
  personRoute(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/user/totp',
      summary: 'Turn the second factor off',
      tag,
      body: Type.Object({ password: givenPassword }, { additionalProperties: false }),
    },
    async ({ session, body, request }) => {
      const user = await self(services.database.global, session)
      await requirePassword(services, user, body.password, request.ip, 'password')
      await turnOffSecondFactor(services.database, { type: 'staff', id: user.id }, user.id)
    },
  )
}

async function self(db: GlobalDb, { userId }: Session): Promise<User> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new NotSignedIn()
  return user
}

/** Counted as signing in is: a session left open is no place to guess the password at leisure. */
async function requirePassword(
  { database: { global } }: SignInServices,
  user: User,
  password: string,
  address: string,
  field: string,
): Promise<void> {
  await countSignIn(global, user.email, address)
  if (!(await isPassword(user.passwordHash, password))) {
    throw new CurrentPasswordRefused('This is not your password. Nothing was changed.', { field })
  }
  await forgiveSignIn(global, user.email, address)
}

async function changeSelf(
  database: Database,
  user: User,
  { name = user.name, language = user.language }: { name?: string; language?: User['language'] },
): Promise<void> {
  if (name === user.name && language === user.language) return
  await changeUser(
    database,
    { type: 'staff', id: user.id },
    user.id,
    { kind: detailsChanged, data: {} },
    (db) =>
      db.many(sql`update identity.users set name = ${name}, language = ${language} where id = ${user.id}`),
  )
}
