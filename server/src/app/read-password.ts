import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** A password from QUITTANCE_PASSWORD, or asked for without showing it: never from the command line, which others see. */
export async function readPassword(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.QUITTANCE_PASSWORD) return env.QUITTANCE_PASSWORD
  process.stderr.write('Password: ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const asking = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  const [line] = (await Promise.race([once(asking, 'line'), once(asking, 'close')])) as [string?]
  asking.close()
  process.stderr.write('\n')
  if (!line)
    throw new Error('No password was given. Nothing was changed; type one, or set QUITTANCE_PASSWORD.')
  return line
}
