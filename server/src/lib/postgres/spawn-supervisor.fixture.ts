// What the tests of this module share: data directories, supervisors in processes of their own, kills.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findProcesses, signal } from './processes.ts'

export interface SpawnedSupervisor {
  child: ChildProcess
  /** The URLs, when it is ready; rejects with what it said when it ends before. */
  ready: Promise<{ ownerUrl: string; serverUrl: string; sandboxUrl: string }>
  said(): string
  stop(): Promise<void>
}

export function spawnSupervisor(dataDir: string, account?: { uid: number; gid: number }): SpawnedSupervisor {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'supervisor.fixture.ts'), dataDir], {
    ...account,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin?.on('error', () => {})
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk)))
    child.once('close', () => reject(new Error(said)))
  }).then((line) => JSON.parse(line))
  ready.catch(() => {})
  return {
    child,
    ready,
    said: () => said,
    async stop() {
      const closed = once(child, 'close')
      child.stdin?.end()
      await closed
    },
  }
}

/** Kills the supervisor alone; its postgres becomes an orphan. */
export async function killSupervisor({ child }: SpawnedSupervisor): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'exit')
  child.kill('SIGKILL')
  await closed
}

/** Kills the supervisor and all of its PostgreSQL, initdb included, as a power cut would. */
export async function killEverything(supervisor: SpawnedSupervisor, dataDir: string): Promise<void> {
  await killSupervisor(supervisor)
  for (;;) {
    const left = await processesOf(dataDir)
    if (left.length === 0) return
    for (const pid of left) signal(pid, 'SIGKILL')
    await sleep(10)
  }
}

async function processesOf(dataDir: string): Promise<number[]> {
  const directories = (await readdir(dataDir)).filter((name) => name.startsWith('postgres'))
  const marks = await Promise.all(
    directories.map(async (name) => {
      const found = await stat(join(dataDir, name)).catch(() => null)
      return found?.isDirectory() ? [join(dataDir, name), `-${found.ino}`] : []
    }),
  )
  const found = await Promise.all(marks.flat().map((mark) => findProcesses(mark)))
  return found.flat().map(({ pid }) => pid)
}

/** mkdtemp makes it for its owner alone, as a clone in /root would be. */
export function makeDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'quittance-supervisor-'))
}

export async function removeDataDir(dataDir: string): Promise<void> {
  for (const pid of await processesOf(dataDir)) signal(pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
}

export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
