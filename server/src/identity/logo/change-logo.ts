import { createHash } from 'node:crypto'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { logoChanged } from '../events.ts'
import type { DrawnLogo } from './draw-logo.ts'
import type { LogoId } from './logos.queries.ts'

/** Shows a logo in place of the one there was; `undefined` takes it away. Throws where there is none to take away. */
export async function changeLogo(
  tx: Tx,
  actor: Actor,
  now: Date,
  logo: DrawnLogo | undefined,
): Promise<void> {
  const before = await tx.maybe(sql<{ id: LogoId | null }>`
    select logo_id id from identity.companies where id = ${tx.companyId} for update`)
  if (before === undefined) throw new NotFound('company')
  if (logo === undefined && before.id === null) throw new NotFound('logo')
  const id = logo === undefined ? null : newId<'lgo'>()
  if (logo !== undefined) {
    const { large, small } = logo
    await tx.change(sql`
      insert into identity.company_logos (company_id, id, image, width, height, small_image, small_width,
        small_height, created_at)
      values (${tx.companyId}, ${id}, ${Buffer.from(large.image)}, ${large.width}, ${large.height},
        ${Buffer.from(small.image)}, ${small.width}, ${small.height}, ${now})`)
  }
  await tx.change(sql`update identity.companies set logo_id = ${id} where id = ${tx.companyId}`)
  if (before.id !== null) {
    await tx.change(sql`
      delete from identity.company_logos where company_id = ${tx.companyId} and id = ${before.id}`)
  }
  await emit(tx, actor, logoChanged, tx.companyId, {
    before: before.id,
    after: id,
    sha256: logo === undefined ? null : createHash('sha256').update(logo.large.image).digest('hex'),
  })
}
