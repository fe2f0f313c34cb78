import pg from 'pg'

export type EntryRow = {
  kind: string
  id: string
  account: string
  created: number
  sequence: number
  body: string
}

/** One table of JSON objects in PostgreSQL, so that a restart of the sandbox loses nothing. */
export type StoreDatabase = {
  rows(): AsyncGenerator<EntryRow>
  /** Upserts the rows and deletes those given as null, in one transaction. */
  write(batch: [key: string, row: EntryRow | null][]): Promise<void>
  close(): Promise<void>
}

const schema = `
  create table if not exists sandbox_objects (
    kind text not null,
    id text not null,
    account text not null,
    created bigint not null,
    sequence bigint not null,
    body json not null,
    primary key (kind, id)
  );
  create index if not exists sandbox_objects_in_order on sandbox_objects (sequence);
`

const upsert = `
  insert into sandbox_objects (kind, id, account, created, sequence, body)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::json[])
  on conflict (kind, id) do update set body = excluded.body
`

const rowsPerRead = 5000

export async function openStoreDatabase(connectionString: string): Promise<StoreDatabase> {
  const pool = new pg.Pool({ connectionString, max: 2 })
  pool.on('error', (error) => console.error(`The sandbox's database closed a connection: ${error.message}`))
  await pool.query(schema)
  return {
    async *rows() {
      for (let after = 0; ; ) {
        const { rows } = await pool.query<EntryRow & { sequence: string; created: string }>(
          `select kind, id, account, created, sequence, body::text as body
             from sandbox_objects where sequence > $1 order by sequence limit ${rowsPerRead}`,
          [after],
        )
        for (const row of rows) yield { ...row, created: Number(row.created), sequence: Number(row.sequence) }
        if (rows.length < rowsPerRead) return
        after = Number(rows.at(-1)?.sequence)
      }
    },
    async write(batch) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await writeBatch(client, batch)
        await client.query('commit')
        client.release()
      } catch (error) {
        client.release(true)
        throw error
      }
    },
    close: () => pool.end(),
  }
}

async function writeBatch(
  client: pg.PoolClient,
  batch: [key: string, row: EntryRow | null][],
): Promise<void> {
  const kept = batch.flatMap(([, row]) => (row ? [row] : []))
  const gone = batch.flatMap(([key, row]) => (row ? [] : [key]))
  if (kept.length > 0) {
    await client.query(upsert, [
      kept.map((row) => row.kind),
      kept.map((row) => row.id),
      kept.map((row) => row.account),
      kept.map((row) => row.created),
      kept.map((row) => row.sequence),
      kept.map((row) => row.body),
    ])
  }
  if (gone.length > 0) {
    await client.query(`delete from sandbox_objects where kind || '/' || id = any($1)`, [gone])
  }
}
