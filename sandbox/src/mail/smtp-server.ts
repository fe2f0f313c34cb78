import { SMTPServer, type SMTPServerAddress } from 'smtp-server'
import type { World } from '../world.ts'
import { storeMessage } from './store-message.ts'

const triesBeforeSlowAccepts = 2

/**
 * Takes mail for anyone, as the internet would. Recipients whose name starts with `bounce` do not exist, nor do those
 * starting with `nobody`, which an old server says without an enhanced status; those starting with `refuse` take no
 * mail of ours by policy; those starting with `slow` are greylisted: refused for now the first two times.
 */
export async function startSmtpServer(world: World, port: number, host: string) {
  const slowTries = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
    onRcptTo: ({ address }, _session, callback) => {
      const name = address.toLowerCase()
      if (name.startsWith('bounce')) {
        return callback(smtpError(550, `5.1.1 <${address}>: Recipient address rejected: User unknown`))
      }
      if (name.startsWith('nobody')) return callback(smtpError(550, `No such user here: ${address}`))
      if (name.startsWith('refuse')) {
        return callback(smtpError(550, `5.7.1 <${address}>: Recipient refuses mail of this sender by policy`))
      }
      const tries = slowTries.get(name) ?? 0
      if (name.startsWith('slow') && tries < triesBeforeSlowAccepts) {
        slowTries.set(name, tries + 1)
        return callback(
          smtpError(450, `4.2.0 <${address}>: Recipient address rejected: Greylisted, try again later`),
        )
      }
      callback()
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(smtpError(552, '5.3.4 Message too big'))
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? (mailFrom as SMTPServerAddress).address : ''
        storeMessage(world, {
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        }).then(
          (id) => callback(null, `Queued as ${id}`),
          (error: Error) => callback(error),
        )
      })
    },
  })
  server.on('error', (error) => console.error(`The sandbox's mail server: ${error.message}`))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
