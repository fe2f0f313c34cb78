import pg from 'pg'
import { type Cluster, systemIdentifier } from './cluster.ts'
import { type Secrets, writeSecrets } from './secrets.ts'
import { urlFor } from './urls.ts'

const { escapeIdentifier, escapeLiteral } = pg

/**
 * Makes the roles and the two databases, or makes them right. Each statement may be repeated, and the
 * whole is noted as done only at its end, so a start that was killed in the middle does it again.
 */
export async function prepareDatabases(cluster: Cluster, secrets: Secrets, port: number): Promise<Secrets> {
  const identifier = await systemIdentifier(cluster.clusterDir)
  if (secrets.preparedCluster === identifier) return secrets
  const { superuser, owner, server, sandbox } = secrets.passwords
  const client = new pg.Client({ connectionString: urlFor('postgres', superuser, port, 'postgres') })
  await client.connect()
  try {
    // CREATEDB is for the databases of tests; CREATEROLE for migrations that bring a role.
    await ensureRole(client, 'quittance_owner', owner, 'createdb createrole')
    await ensureRole(client, 'quittance_server', server, '')
    await ensureRole(client, 'quittance_sandbox', sandbox, '')
    // As migrate does elsewhere: the owner may act as the server, and end its sessions.
    await client.query('grant quittance_server to quittance_owner')
    await ensureDatabase(client, 'quittance', 'quittance_owner')
    await ensureDatabase(client, 'sandbox', 'quittance_sandbox')
    await client.query('revoke all on database quittance, sandbox, postgres, template1 from public')
    await client.query('grant connect on database quittance to quittance_server')
  } finally {
    await client.end()
  }
  const prepared = { ...secrets, preparedCluster: identifier }
  await writeSecrets(cluster.dataDir, prepared)
  return prepared
}

async function ensureRole(client: pg.Client, name: string, password: string, powers: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount === 0) await client.query(`create role ${escapeIdentifier(name)}`)
  await client.query(
    `alter role ${escapeIdentifier(name)} with login nosuperuser nobypassrls ${powers} password ${escapeLiteral(password)}`,
  )
}

async function ensureDatabase(client: pg.Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) {
    await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(owner)}`)
  }
}
