import type { MessageCounter } from './message-counter.ts'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts'

/** Stands before the processor and counts what is written to it and what it writes, piece by piece. */
export function startProcessorProxy(url: string, counter: MessageCounter): Promise<TcpProxy> {
  const { hostname, port } = new URL(url)
  return startTcpProxy({ host: hostname, port: Number(port) }, (line) => {
    const direction = (arrow: string) => (chunk: Buffer) => {
      line.isHeld = !counter.pass(`processor${arrow} ${firstLine(chunk)}`)
      return line.isHeld ? NOTHING : chunk
    }
    return { there: direction('>'), back: direction('<') }
  })
}

const NOTHING = Buffer.alloc(0)

function firstLine(chunk: Buffer): string {
  const line = chunk.toString('latin1').split('\r\n', 1)[0] ?? ''
  return /^[A-Z]+ |^HTTP/.test(line) ? line.replace(/\?.*/, '').slice(0, 60) : '(more)'
}
