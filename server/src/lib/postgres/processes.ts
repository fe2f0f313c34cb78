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
  const all = process.platform === 'linux' ? await fromProc() : await fromPs()
  return all.filter(({ pid, command }) => pid !== process.pid && command.includes(mark))
}

async function fromProc(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return Promise.all(
    pids.map(async (pid) => {
      const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return { pid: Number(pid), command: raw.replaceAll('\0', ' ').trim() }
    }),
  )
}

async function fromPs(): Promise<RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command='])
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line)
    return match ? [{ pid: Number(match[1]), command: (match[2] ?? '').trim() }] : []
  })
}

/** Sends a signal; a process that is gone already is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
