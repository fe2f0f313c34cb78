import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'

const TICKS_PER_SECOND = 100

interface Times {
  parent: number
  seconds: number
  /** Of its children that have ended. */
  childSeconds: number
}

/** The processor time that a process has used; undefined where there is no /proc or no such process. */
function times(pid: number | string): Times | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return {
      parent: Number(fields[1]),
      seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      childSeconds: (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND,
    }
  } catch {
    return undefined
  }
}

/**
 * Processor seconds used so far by programs of ours and by all of PostgreSQL. Where others share the machine, time
 * on the clock is theirs too; this is not.
 */
export async function cpuMeter(owner: pg.Client): Promise<(...pids: (number | undefined)[]) => number> {
  const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() pid')
  const postmaster = times(rows[0]?.pid ?? 0)?.parent
  return (...pids) => {
    let seconds = times(postmaster ?? 0)?.childSeconds ?? 0
    for (const pid of pids) seconds += times(pid ?? 0)?.seconds ?? 0
    for (const pid of postmaster === undefined
      ? []
      : readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const found = times(pid)
      if (found !== undefined && found.parent === postmaster) seconds += found.seconds
    }
    return seconds
  }
}
