import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Starts a program of ours beside the bench and waits until it says that it is ready. */
export async function startProcess(
  program: URL,
  options: { env?: Record<string, string>; execArgv?: string[]; args?: string[] } = {},
): Promise<ChildProcess> {
  const child = fork(program, options.args ?? [], {
    env: { ...process.env, ...options.env },
    execArgv: ['--disable-warning=ExperimentalWarning', ...(options.execArgv ?? [])],
  })
  await answer(child, (message) => 'ready' in message)
  return child
}

/** The next message of a child that fits. Throws when it ends first. */
export function answer<T extends object>(
  child: ChildProcess,
  fits: (message: object) => boolean,
): Promise<T> {
  return new Promise((found, failed) => {
    const hear = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !fits(message)) return
      stop()
      found(message as T)
    }
    const ended = (status: number | null) => {
      stop()
      failed(new Error(`${child.spawnargs.at(-1)} ended with status ${status}.`))
    }
    const stop = () => {
      child.off('message', hear)
      child.off('exit', ended)
    }
    child.on('message', hear)
    child.on('exit', ended)
  })
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const SERVER = new URL('../../../server/src/app/serve.ts', import.meta.url)

/** The product's server as a program of its own, with the web role only unless told. */
export async function startServer(
  env: Record<string, string>,
  execArgv: string[] = [],
  role: 'web' | 'all' = 'web',
): Promise<ChildProcess> {
  return startProcess(SERVER, { env, execArgv, args: ['--role', role] })
}
