import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What `postgres.json` keeps from start to start. Mode 0600: whoever reads it can log in as anyone. */
export interface Secrets {
  passwords: { superuser: string; owner: string; server: string; sandbox: string }
  /** The port of the last start, taken again when it is free. */
  port: number | null
  /** The cluster whose roles and databases stand and have these passwords. */
  preparedCluster: string | null
}

/** `null` when there are none, or what is there is not what we wrote. */
export async function readSecrets(dataDir: string): Promise<Secrets | null> {
  const text = await readFile(join(dataDir, 'postgres.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    },
  )
  try {
    const { passwords, port, preparedCluster } = JSON.parse(text) as Secrets
    const all = [passwords.superuser, passwords.owner, passwords.server, passwords.sandbox]
    if (!all.every((password) => typeof password === 'string' && password !== '')) return null
    return { passwords, port: port ?? null, preparedCluster: preparedCluster ?? null }
  } catch {
    return null
  }
}

export function makeSecrets(): Secrets {
  const password = () => randomBytes(24).toString('hex')
  return {
    passwords: { superuser: password(), owner: password(), server: password(), sandbox: password() },
    port: null,
    preparedCluster: null,
  }
}

/** Written aside and renamed: a kill or a power cut leaves the old file or the new one. */
export async function writeSecrets(dataDir: string, secrets: Secrets): Promise<void> {
  const path = join(dataDir, 'postgres.json')
  const file = await open(`${path}.new`, 'w', 0o600)
  await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
  await syncDirectory(dirname(path))
}

/** Makes a rename in the directory last over a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  await handle.sync()
  await handle.close()
}
