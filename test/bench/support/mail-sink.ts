import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes everything and keeps nothing, in a process of its own. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, _session, callback) => {
    stream.resume()
    stream.on('end', () => callback())
  },
})
server.listen(Number(process.env.SMTP_PORT), '127.0.0.1')
await once(server.server, 'listening')
process.send?.({ ready: true })
