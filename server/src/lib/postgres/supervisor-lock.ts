import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataDirectoryInUse, EmbeddedPostgresError } from './errors.ts'

const SQLITE_BUSY = 5

export interface SupervisorLock {
  release(): void
}

/**
 * Takes the one lock of a data directory. Node offers no file locks, SQLite does: an exclusive
 * transaction on an empty file is a lock of the operating system, which dies with this process however
 * it dies, is not inherited by the postgres it starts, and is seen from other containers. A file that
 * holds a pid would lie after a kill -9, and more so once the pid is given to another process.
 */
export function takeSupervisorLock(dataDir: string): SupervisorLock {
  const pidFile = join(dataDir, 'supervisor.pid')
  const lock = open(dataDir)
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw cannotLock(dataDir, error)
    throw new DataDirectoryInUse(dataDir, readPid(pidFile))
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  let held = true
  return {
    release() {
      if (!held) return
      held = false
      rmSync(pidFile, { force: true })
      lock.close()
    },
  }
}

function open(dataDir: string): DatabaseSync {
  const path = join(dataDir, 'supervisor.lock')
  try {
    // SQLite would open a file that we may only read, and then lock nothing. The file itself must not be
    // opened for a try: closing it would let go of a lock that this process holds already.
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    if (existsSync(path)) accessSync(path, constants.W_OK)
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw cannotLock(dataDir, error)
  }
}

function cannotLock(dataDir: string, error: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Cannot lock ${join(dataDir, 'supervisor.lock')} (${(error as Error).message}). ` +
      'The data directory and its files must belong to the user who starts Quittance: ' +
      'start it as the user who did the first time, or change the owner of the directory.',
    { cause: error },
  )
}

/** The pid is only for the message: the holder may not have written it yet. */
function readPid(pidFile: string): number | null {
  if (!existsSync(pidFile)) return null
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  return Number.isInteger(pid) ? pid : null
}
