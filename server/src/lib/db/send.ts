import type { Socket } from 'node:net'
import type pg from 'pg'

/**
 * Sends a statement together with all that are queued until `gathered` runs: the socket is written to once for
 * them, not once for each. It cannot stay corked: what takes the cork out is queued at once.
 */
export function send(
  client: pg.PoolClient,
  statement: string | pg.QueryConfig,
  gathered: (run: () => void) => void = process.nextTick,
): Promise<pg.QueryResult> {
  const stream = socketOf(client)
  if (stream.writableCorked === 0) {
    stream.cork()
    gathered(() => stream.uncork())
  }
  return client.query(statement)
}

export function socketOf(client: pg.PoolClient): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream
}
