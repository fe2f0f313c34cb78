import { mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chooseAccount, giveTo } from './account.ts'
import { locateBinaries } from './binaries.ts'
import { type Cluster, clusterExists } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { initCluster, removeUnfinished } from './init-cluster.ts'
import { keepRunning } from './keep-running.ts'
import { openPostmaster } from './open-postmaster.ts'
import { stopPostmaster } from './postmaster.ts'
import { prepareDatabases } from './prepare-databases.ts'
import { makeSecrets, readSecrets, type Secrets, writeSecrets } from './secrets.ts'
import { setSuperuserPassword } from './single-user.ts'
import { takeSupervisorLock } from './supervisor-lock.ts'
import { urlFor } from './urls.ts'

export { DataDirectoryInUse } from './errors.ts'
export { assertServerRoleIsSafe, connectionFor, type DatabaseUrls } from './urls.ts'

export interface EmbeddedPostgres {
  /** Database `quittance` as its owner: migrations only. */
  ownerUrl: string
  /** Database `quittance` as the server's role: not its owner, bound by row-level security. */
  serverUrl: string
  /** Database `sandbox` as its owner; it and `quittance` are closed to each other. */
  sandboxUrl: string
  /** Fast shutdown. Open transactions are rolled back, so finish the requests in flight first. */
  stop(): Promise<void>
}

/** The addresses of the embedded PostgreSQL that another process of ours keeps running; null if there is none. */
export async function attachEmbeddedPostgres(
  dataDir: string,
): Promise<Omit<EmbeddedPostgres, 'stop'> | null> {
  const secrets = await readSecrets(resolve(dataDir))
  if (secrets === null || secrets.port === null) return null
  const { owner, server, sandbox } = secrets.passwords
  return {
    ownerUrl: urlFor('quittance_owner', owner, secrets.port, 'quittance'),
    serverUrl: urlFor('quittance_server', server, secrets.port, 'quittance'),
    sandboxUrl: urlFor('quittance_sandbox', sandbox, secrets.port, 'sandbox'),
  }
}

export interface EmbeddedPostgresOptions {
  dataDir: string
  log?: (message: string) => void
  /** Further settings of PostgreSQL; those that durability and access rest on cannot be changed. */
  settings?: Record<string, string>
}

/**
 * Starts the PostgreSQL that comes with Quittance on a data directory, making or repairing what is there,
 * and keeps it running until `stop()`. Throws `DataDirectoryInUse` when another live process does so already.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await ensureDataDir(resolve(options.dataDir))
  const lock = takeSupervisorLock(dataDir)
  try {
    const cluster = await openCluster(dataDir, options.log ?? (() => {}))
    const settings = options.settings ?? {}
    let secrets = await ensureCluster(cluster)
    const running = await openPostmaster(cluster, secrets, settings)
    try {
      secrets = await prepareDatabases(cluster, secrets, running.port)
      if (secrets.port !== running.port) await writeSecrets(dataDir, { ...secrets, port: running.port })
    } catch (error) {
      await stopPostmaster(running, cluster.log)
      throw error
    }
    const kept = keepRunning(cluster, running, settings)
    const { owner, server, sandbox } = secrets.passwords
    return {
      ownerUrl: urlFor('quittance_owner', owner, running.port, 'quittance'),
      serverUrl: urlFor('quittance_server', server, running.port, 'quittance'),
      sandboxUrl: urlFor('quittance_sandbox', sandbox, running.port, 'sandbox'),
      stop: () => kept.stop().finally(() => lock.release()),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Others may pass through a new one, since postgres may run as another user; nobody may list it. */
async function ensureDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o711 })
    return await realpath(dataDir)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data directory ${dataDir} cannot be made (${(error as Error).message}). Set DATA_DIR to a directory ` +
        'that the user who starts Quittance may write to.',
      { cause: error },
    )
  }
}

async function openCluster(dataDir: string, log: (message: string) => void): Promise<Cluster> {
  const clusterDir = join(dataDir, 'postgres')
  const account = await chooseAccount(clusterDir)
  const binaries = await locateBinaries(account, [dataDir, '/var/lib/quittance'])
  return { dataDir, clusterDir, account, binaries, log }
}

/** The cluster and the secrets that open it. A lost `postgres.json` is replaced, the rows are kept. */
async function ensureCluster(cluster: Cluster): Promise<Secrets> {
  await removeUnfinished(cluster)
  const stored = await readSecrets(cluster.dataDir)
  const secrets = stored ?? makeSecrets()
  if (stored === null) await writeSecrets(cluster.dataDir, secrets)
  if (await clusterExists(cluster)) {
    await giveTo(cluster.account, cluster.clusterDir)
    if (stored === null) await setSuperuserPassword(cluster, secrets)
  } else {
    await initCluster(cluster, secrets.passwords.superuser)
  }
  return secrets
}
