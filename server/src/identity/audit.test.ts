import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../../test/support/story.ts'
import { createTestDatabase, openDoor, type TestDatabase } from '../../../test/support/test-database.ts'
import { system } from '../lib/actor.ts'
import type { Database } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { auditEvent, recordAudit, sealAudit } from './audit.ts'
import { auditProofs } from './proofs.ts'

let test: TestDatabase
let database: Database
const company = newId<'co'>()

beforeAll(async () => {
  test = await createTestDatabase()
  database = openDoor(test, { audit: auditEvent })
})
afterAll(async () => {
  await database.close()
  await test.drop()
})

const note = (action: string) =>
  database.write(company, async (tx) =>
    recordAudit(tx, { id: newId(), actor: system, action, subjectType: 'x', subjectId: newId(), detail: {} }),
  )
const seal = () => database.write(company, sealAudit)
/** Seals until so many events are closed: what runs in the cluster's other databases may hold some back for a while. */
const sealed = (count: bigint) => {
  let total = 0n
  const more = async () => {
    total += await seal()
    return total
  }
  return eventually(more, (closed) => closed >= count)
}
const faults = () => database.read(company, async (db) => (await auditProofs[0]?.find(db, 9)) ?? [])

it('seals close what has ended, once, and hold', async () => {
  await note('first')
  await note('second')
  expect(await sealed(2n)).toBe(2n)
  expect(await seal()).toBe(0n)
  await note('third')
  expect(await sealed(1n)).toBe(1n)
  expect(await faults()).toEqual([])
})

it('seals still hold in a restored copy, where transaction numbers start again', async () => {
  // As a dump from a cluster that had counted much further would bring them.
  await test.owner.query(
    `update identity.audit_events set xact = (xact::text::bigint + 1000000000)::text::xid8`,
  )
  await test.owner.query(
    `update identity.audit_seals set to_xact = (to_xact::text::bigint + 1000000000)::text::xid8,
      from_xact = case when number = 1 then from_xact else (from_xact::text::bigint + 1000000000)::text::xid8 end`,
  )
  expect(await faults()).toEqual([])
  await note('after the restore')
  expect(await sealed(1n)).toBe(1n)
  expect(await faults()).toEqual([])
  await test.owner.query(
    `update identity.audit_events set action = 'rewritten' where action = 'after the restore'`,
  )
  expect(await faults()).toMatchObject([{ message: expect.stringMatching(/seal \d+ does not hold/) }])
})
