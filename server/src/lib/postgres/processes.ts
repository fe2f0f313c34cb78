import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

export interface RunningProcess {
  pid: number
  command: string
}

/**
 * Live processes whose command line holds the mark. A cluster's name is in the command line of its
 * postmaster and in the title of every backend, and nothing else has it: unlike a pid in a file it
 * cannot be mistaken for a stranger's. A zombie has no command line and does not count.
 */
export async function findProcesses(mark: string): Promise<RunningProcess[]> {
  const all = process.platform === 'linux' ? await listProc() : await listPs('-ax')
  return all.filter(({ pid, command }) => pid !== process.pid && command.includes(mark))
}

/** The command line of a live process; empty for one that is gone, and for a zombie. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readCommand(pid)
  return (await listPs('-p', String(pid)))[0]?.command ?? ''
}

/** Sends a signal; a process that is gone already is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Whether the number is taken, by whomever, zombies included: PostgreSQL asks the same. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function listProc(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  return Promise.all(pids.map(async (pid) => ({ pid, command: await readCommand(pid) })))
}

async function readCommand(pid: number): Promise<string> {
  const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return raw.replaceAll('\0', ' ').trim()
}

async function listPs(...which: string[]): Promise<RunningProcess[]> {
  const args = ['-ww', '-o', 'pid=,command=', ...which]
  const { stdout } = await promisify(execFile)('ps', args).catch(() => ({ stdout: '' }))
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line)
    return match ? [{ pid: Number(match[1]), command: (match[2] ?? '').trim() }] : []
  })
}
