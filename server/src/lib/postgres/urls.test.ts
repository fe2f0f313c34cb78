import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { migrate } from '../migrate.ts'
import { assertServerRoleIsSafe, connectionFor } from './urls.ts'

describe('who connects where', () => {
  const owner = 'postgres://owner:p%40ss@db.example:5432/quittance?sslmode=require'

  it('takes the owner’s power off a server that has only DATABASE_URL', () => {
    const asServer = `${owner}&options=-c%20role%3Dquittance_server`
    expect(connectionFor({ DATABASE_URL: owner })).toEqual({
      ownerUrl: owner,
      serverUrl: asServer,
      directUrl: asServer,
    })
  })

  it('uses DATABASE_URL as it is when the owner has a URL of its own', () => {
    const server = 'postgres://server:x@pooler:6432/quittance'
    const direct = 'postgres://server:x@db.example:5432/quittance'
    expect(
      connectionFor({ DATABASE_URL: server, DATABASE_OWNER_URL: owner, DATABASE_DIRECT_URL: direct }),
    ).toEqual({ ownerUrl: owner, serverUrl: server, directUrl: direct })
  })

  it('keeps startup options that the URL has already', () => {
    const { serverUrl } = connectionFor({ DATABASE_URL: 'postgres://o@h/q?options=-c%20work_mem%3D8MB' })
    expect(new URL(serverUrl).searchParams.get('options')).toBe('-c work_mem=8MB -c role=quittance_server')
  })

  it('refuses what is not a URL of PostgreSQL without showing it', () => {
    expect(() => connectionFor({ DATABASE_URL: 'mysql://root:secret@h/q' })).toThrow(
      /^DATABASE_URL is not a URL/,
    )
    expect(() => connectionFor({ DATABASE_URL: 'mysql://root:secret@h/q' })).not.toThrow(/secret/)
  })
})

describe('the server’s role', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase({ migrated: false })
    const directory = join(import.meta.dirname, 'no-migrations')
    await migrate({ ownerUrl: database.ownerUrl, serverRole: 'quittance_server', directory })
  })
  afterAll(() => database.drop())

  async function check(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await assertServerRoleIsSafe(client)
    } finally {
      await client.end()
    }
  }

  it('is accepted when it owns nothing and is no superuser', async () => {
    await check(database.serverUrl)
  })

  it('is refused when it owns a table', async () => {
    await expect(check(database.ownerUrl)).rejects.toThrow(
      /owns .* so PostgreSQL would not keep companies apart/,
    )
  })

  it('is accepted when an owner’s login gives up its power at the start', async () => {
    await check(connectionFor({ DATABASE_URL: database.ownerUrl }).serverUrl)
  })
})
