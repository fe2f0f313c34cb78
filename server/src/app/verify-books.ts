/** `bin/verify`: proves the books and compares them with the processor. Exit status 1 on any difference. */
import type { Logger } from 'pino'
import { type Config, readConfig } from './config.ts'
import { openDatabaseBeside } from './open-database.ts'
import { makeLog, makeServices } from './services.ts'
import { PROOFS, verifyAll } from './verify.ts'

async function main(): Promise<number> {
  const log = makeLog()
  log.level = 'warn'
  const config = readConfig(process.env, 'all', { tool: true })
  const database = await openDatabaseBeside(process.env, log)
  try {
    return await verify(config, database.serverUrl, log)
  } finally {
    await database.close()
  }
}

async function verify(config: Config, databaseUrl: string, log: Logger): Promise<number> {
  const services = await makeServices(config, databaseUrl, log)
  let differences = 0
  let companies = 0
  for await (const verdict of verifyAll(services.database, services.processor)) {
    companies += 1
    differences += verdict.differences.length
    const result = verdict.differences.length === 0 ? 'agrees' : `${verdict.differences.length} differences`
    console.log(
      `${verdict.company}: ${PROOFS.length} proofs, ${verdict.compared} movements of the processor: ${result}.`,
    )
    for (const { proof, message, subjectId } of verdict.differences) {
      console.log(`  ${proof}: ${message}${subjectId === undefined ? '' : ` [${subjectId}]`}`)
    }
  }
  console.log(
    differences === 0
      ? `Ledger, invoices, requests and the processor agree (companies: ${companies}).`
      : `${differences} differences.`,
  )
  await services.database.close()
  return differences === 0 ? 0 : 1
}

main().then(
  (status) => process.exit(status),
  (error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  },
)
