import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The real server as a process of its own, made to be killed. */
export interface Victim {
  url: string
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): void
  /** Resolves when the process is gone. */
  gone: Promise<void>
}

const SERVE = fileURLToPath(new URL('../../server/src/app/serve.ts', import.meta.url))

/** Starts `serve --role …` with nothing of this process's environment but the path. Resolves when it is ready. */
export async function startVictim(
  role: 'all' | 'web',
  port: number,
  env: Record<string, string>,
): Promise<Victim> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVE, '--role', role], {
    env: {
      PATH: process.env.PATH ?? '',
      LOG_LEVEL: process.env.CRASH_LOG_LEVEL ?? 'fatal',
      // Hundreds of starts read the same sources.
      NODE_COMPILE_CACHE: join(tmpdir(), 'quittance-crash-compile-cache'),
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(() => {})
  const killIt = () => void child.kill('SIGKILL')
  process.once('exit', killIt)
  gone.then(() => process.off('exit', killIt))
  await Promise.race([
    ready(child),
    gone.then(() => Promise.reject(new Error('The server ended before it was ready.'))),
  ])
  return { url: `http://127.0.0.1:${port}`, kill: killIt, gone }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('message', () => resolve()))
}
