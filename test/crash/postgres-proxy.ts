import type { MessageCounter } from './message-counter.ts'
import { type Direction, type Line, startTcpProxy, type TcpProxy } from './tcp-proxy.ts'

/**
 * Stands before PostgreSQL and counts statements: one message when a statement goes there (up to its Sync),
 * one when its result comes back (up to ReadyForQuery). Making a connection is not counted.
 */
export function startPostgresProxy(url: string, counter: MessageCounter): Promise<TcpProxy> {
  const { hostname, port } = new URL(url)
  return startTcpProxy({ host: hostname, port: Number(port || 5432) }, (line) => watch(counter, line))
}

const NOTHING = Buffer.alloc(0)

function watch(counter: MessageCounter, line: Line): { there: Direction; back: Direction } {
  const statements = new Map<string, string>()
  /** Statements on their way, oldest first. */
  const asked: string[] = []
  let isReady = false
  let current = ''

  const there = units(line, {
    begins: 'startup',
    ends: (type, body) => {
      if (type === 'P') {
        const [name = '', text = ''] = body.toString('utf8').split('\0')
        statements.set(name, text)
      }
      if (type === 'B') current = statements.get(body.toString('latin1').split('\0')[1] ?? '') ?? ''
      if (type === 'Q') current = body.toString('utf8')
      return type === 'S' || type === 'Q' || !isReady
    },
    passes: () => {
      if (!isReady) return true
      const label = short(current)
      asked.push(label)
      return counter.pass(`db> ${label}`)
    },
  })
  const back = units(line, {
    begins: 'message',
    // A notification comes at any time and belongs to no statement.
    ends: (type) => type === 'Z' || !isReady || asked.length === 0,
    passes: (type) => {
      if (type !== 'Z') return true
      if (isReady) return counter.pass(`db< ${asked.shift()}`)
      isReady = true
      return true
    },
  })
  return { there, back }
}

interface Units {
  begins: 'startup' | 'message'
  /** Says whether a message is the last of its unit. */
  ends: (type: string, body: Buffer) => boolean
  passes: (lastType: string) => boolean
}

const LENGTH_BYTES = 4

/** Cuts a stream of PostgreSQL messages into units, and lets each through as a whole, up to one that is held. */
function units(line: Line, { begins, ends, passes }: Units): Direction {
  let hasType = begins === 'message'
  let rest: Buffer = NOTHING
  let unit: Buffer[] = []
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const out: Buffer[] = []
    for (;;) {
      const at = hasType ? 1 : 0
      if (rest.length < at + LENGTH_BYTES) break
      const end = at + rest.readInt32BE(at)
      if (rest.length < end) break
      const type = hasType ? String.fromCharCode(rest[0] ?? 0) : 'startup'
      const isLast = ends(type, rest.subarray(at + LENGTH_BYTES, end))
      unit.push(rest.subarray(0, end))
      rest = rest.subarray(end)
      hasType = true
      if (!isLast) continue
      if (!passes(type)) {
        line.isHeld = true
        break
      }
      out.push(...unit)
      unit = []
    }
    return Buffer.concat(out)
  }
}

function short(text: string): string {
  return text.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, 60)
}
