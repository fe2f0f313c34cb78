import { chown, lstat, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './errors.ts'

/** Whom postgres runs as. `null`: as ourselves. */
export type Account = { uid: number; gid: number } | null

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of the cluster, and a new
 * cluster is given to `quittance` where that user exists, else to `nobody`.
 */
export async function chooseAccount(clusterDir: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  const existing = await stat(clusterDir).catch(() => null)
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  // initdb wants a user that has a name, so a bare number will not do.
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((l) => l.split(':'))
  for (const name of ['quittance', 'nobody']) {
    const user = users.find((fields) => fields[0] === name)
    if (user) return { uid: Number(user[2]) >>> 0, gid: Number(user[3]) >>> 0 }
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and this machine has no user `quittance` or `nobody` to run it as. ' +
      'Add one (adduser --system quittance), or start Quittance as an ordinary user.',
  )
}

/** Gives a whole tree to the account, the top last, so that a start that was killed half-way does it again. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account === null) return
  const entry = await lstat(path)
  if (entry.isDirectory()) for (const name of await readdir(path)) await giveTo(account, join(path, name))
  if (!entry.isSymbolicLink()) await chown(path, account.uid, account.gid)
}

/** Whether the account may pass through every directory on the way to this one, itself included. */
export async function canReach(account: Account, directory: string): Promise<boolean> {
  if (account === null) return true
  for (let at = directory; ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    if (((mode >> shift) & 1) === 0) return false
    if (at === dirname(at)) return true
  }
}
