import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface TcpProxy {
  port: number
  /** Cuts every connection that stands. */
  cut(): void
  stop(): Promise<void>
}

/** One direction of a connection: takes what came and gives what may go on. */
export type Direction = (chunk: Buffer) => Buffer

/** A connection; once it stands still nothing passes either way. */
export interface Line {
  isHeld: boolean
}

/** A proxy on loopback. `watch` makes the two directions of each new connection. */
export async function startTcpProxy(
  target: { host: string; port: number },
  watch: (line: Line) => { there: Direction; back: Direction },
): Promise<TcpProxy> {
  const open = new Set<Socket>()
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.once('close', () => open.delete(socket))
    }
    relay(client, upstream, watch)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stop: async () => {
      cut()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function relay(
  client: Socket,
  upstream: Socket,
  watch: (line: Line) => { there: Direction; back: Direction },
): void {
  const line: Line = { isHeld: false }
  const { there, back } = watch(line)
  const forward = (direction: Direction, to: Socket) => (chunk: Buffer) => {
    if (line.isHeld) return
    const passed = direction(chunk)
    if (passed.length > 0 && !to.destroyed) to.write(passed)
  }
  client.on('data', forward(there, upstream))
  upstream.on('data', forward(back, client))
  client.once('close', () => upstream.destroy())
  upstream.once('close', () => client.destroy())
}
