import { type Db, sql } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { LogoImage } from './draw-logo.ts'

export type LogoId = Id<'lgo'>

/** The logo of a company as documents and the dashboard show it, or undefined. */
export function findLogo(db: Db): Promise<LogoImage | undefined> {
  return db.maybe(sql<LogoImage>`
    select image, width, height from identity.company_logos where company_id = ${db.companyId}`)
}

/** The same as pay pages and mails show it: of few bytes. */
export function findSmallLogo(db: Db): Promise<LogoImage | undefined> {
  return db.maybe(sql<LogoImage>`
    select small_image image, small_width width, small_height height
    from identity.company_logos where company_id = ${db.companyId}`)
}

interface LogoFacts {
  width: number
  height: number
  createdAt: Date
}

/** How large it is, in pixels, and since when it is shown. */
export function findLogoFacts(db: Db): Promise<LogoFacts | undefined> {
  return db.maybe(sql<LogoFacts>`
    select width, height, created_at "createdAt" from identity.company_logos where company_id = ${db.companyId}`)
}
