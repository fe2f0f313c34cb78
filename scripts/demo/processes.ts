import type { ChildProcess } from 'node:child_process'
import { port, sandboxPort } from './places.ts'

/** The first line that the sandbox prints, which says where its parts are. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end !== -1) found(text.slice(0, end))
    })
    child.once('exit', (code) =>
      failed(new Error(`The sandbox did not start (status ${code}). Is port ${sandboxPort} free?`)),
    )
  })
}

/** Until the server says that it listens. */
export function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    child.once('message', () => done())
    child.once('exit', (code) =>
      failed(new Error(`The server did not start (status ${code}). Is port ${port} free?`)),
    )
  })
}

/** Asks a process to end, and waits for it. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}
