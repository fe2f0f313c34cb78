import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** For a request whose first bytes are under way when the server begins to close. */
const GRACE_MS = 1000

/**
 * Lets a closing server end soon after its last answer. Node closes connections that wait for another request, but not
 * those that never sent one (browsers open some ahead of need): they would hold it up for the minute that a request's
 * head may take.
 */
export function closeConnections(server: FastifyInstance): void {
  /** How many requests of a connection are being answered. */
  const open = new Map<Socket, number>()
  let closing = false
  const closeIfIdle = (socket: Socket) => {
    if (open.get(socket) === 0) socket.destroy()
  }
  server.server.on('connection', (socket: Socket) => {
    open.set(socket, 0)
    socket.once('close', () => open.delete(socket))
  })
  server.server.on('request', ({ socket }, response) => {
    open.set(socket, (open.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = open.get(socket)
      if (left === undefined) return
      open.set(socket, left - 1)
      if (closing) setTimeout(closeIfIdle, GRACE_MS, socket).unref()
    })
  })
  server.addHook('preClose', async () => {
    closing = true
    for (const socket of open.keys()) setTimeout(closeIfIdle, GRACE_MS, socket).unref()
  })
}
