import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { systemClock } from '../lib/clock.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { findCompany } from './companies.queries.ts'
import { CompanyWire, companyToWire } from './company.routes.ts'
import { downloadFile } from './download-route.ts'
import { changeLogo } from './logo/change-logo.ts'
import { findLogo } from './logo/logos.queries.ts'
import { FILE_LIMIT, SIDE_LIMIT } from './logo/picture-head.ts'
import { readLogo } from './logo/read-logo.ts'
import { prepareAndWrite, type RouteServices, write } from './route.ts'

const url = '/v1/company/logo'
const change = { url, permission: 'settings.write', tag: 'Company', response: CompanyWire } as const
/** What is larger is not taken in; what is smaller and still too large is told in words how large it may be. */
const BODY_LIMIT = 4 * FILE_LIMIT

/** The company's logo, on its pay pages, mails and documents: sent as itself, shown, taken away. */
export function logoRoutes(server: FastifyInstance, services: RouteServices): void {
  server.register(async (scope) => {
    // Whatever it is sent as: what it is, its content says.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) =>
      done(null, body),
    )
    prepareAndWrite(
      scope,
      services,
      {
        ...change,
        method: 'PUT',
        summary: `Show a logo: the PNG or JPEG itself, at most ${FILE_LIMIT / 1024} KB and ${SIDE_LIMIT} × ${SIDE_LIMIT} pixels. It is drawn anew; pay pages show it within seconds, mails and documents from then on`,
        problems: ['logo_type_refused', 'logo_too_large', 'logo_unreadable', 'logo_not_read'],
      },
      async ({ body }) => {
        const file: unknown = body
        if (!(file instanceof Uint8Array))
          throw new InvalidRequest(
            'Send the picture itself, as image/png or image/jpeg. Nothing was changed: the logo is as it was.',
          )
        return readLogo(file)
      },
      async (tx, { actor }, logo) => {
        await changeLogo(tx, actor, systemClock.now(), logo)
        return companyAsIs(tx)
      },
    )
  })
  downloadFile(
    server,
    services,
    {
      url,
      permission: 'settings.read',
      tag: 'Company',
      summary: 'The logo as documents show it: a PNG, drawn from what was sent',
      params: Type.Object({}),
      query: Type.Object({}),
    },
    async ({ companyId }) => {
      const logo = await services.database.read(companyId, findLogo)
      if (logo === undefined) throw new NotFound('logo')
      return { fileName: 'logo.png', contentType: 'image/png', bytes: logo.image }
    },
  )
  write(
    server,
    services,
    {
      ...change,
      method: 'DELETE',
      summary: 'Show no logo; pages show the first letter of the name again',
    },
    async (tx, { actor }) => {
      await changeLogo(tx, actor, systemClock.now(), undefined)
      return companyAsIs(tx)
    },
  )
}

async function companyAsIs(tx: Tx) {
  const company = await findCompany(tx, tx.companyId)
  if (company === undefined) throw new NotFound('company')
  return companyToWire(tx, company)
}
