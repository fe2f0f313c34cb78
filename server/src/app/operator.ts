/** `bin/operator`: what the operator of an installation does by hand. Each command prints JSON. */
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { openDatabaseBeside } from './open-database.ts'
import { runCommand, UsageError } from './operator-commands.ts'
import { readPassword } from './read-password.ts'
import { makeLog, makeServices } from './services.ts'

const USAGE = `bin/operator <command>

  list-companies
  create-company --name NAME --country US --currency usd [--legal-name N] [--email E] [--phone P]
                 [--address 'LINE;LINE'] [--tax-id T] [--language en|fr] [--time-zone Z]
                 [--descriptor TEXT] [--account acct_… | --own-account]
  add-staff      --company co_… --email E --name N --role ROLE [--language en|fr] [--with-password]
  invite         --company co_… --email E --name N --role ROLE [--language en|fr]   (by mail; tells the link too)
  set-password   --email E [--no-second-factor]   (also where a person forgot it; ends their sessions)
  create-key     --company co_… --name N [--role ROLE | --permission P…]   (every permission where none is named)
  payment-links  --company co_… --switch on|off
  settings       --company co_…
  set            --company co_… --setting KEY=VALUE…   (all or none; a value is JSON or text)
  end-surge      --company co_…                 (of declined cards; card payments are paused no longer)
  preset         --company co_… --name kinnek|komet|koronet|komet_receiving|kimoby

A password is asked for, or taken from QUITTANCE_PASSWORD.
`

const options = {
  name: { type: 'string' },
  'legal-name': { type: 'string' },
  email: { type: 'string' },
  phone: { type: 'string' },
  address: { type: 'string' },
  country: { type: 'string' },
  currency: { type: 'string' },
  'tax-id': { type: 'string' },
  language: { type: 'string' },
  'time-zone': { type: 'string' },
  descriptor: { type: 'string' },
  account: { type: 'string' },
  'own-account': { type: 'boolean' },
  company: { type: 'string' },
  role: { type: 'string' },
  permission: { type: 'string', multiple: true },
  switch: { type: 'string' },
  setting: { type: 'string', multiple: true },
  'with-password': { type: 'boolean' },
  'no-second-factor': { type: 'boolean' },
} as const

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [command] = positionals
  if (command === undefined) throw new UsageError('No command.')
  const { 'with-password': withPassword, ...given } = values
  const wantsPassword = command === 'set-password' || (command === 'add-staff' && withPassword)
  const password = wantsPassword ? { password: await readPassword(process.env) } : {}
  const log = makeLog()
  log.level = 'warn'
  const config = readConfig(process.env, 'all', { tool: true })
  const database = await openDatabaseBeside(process.env, log)
  const services = await makeServices(config, database.serverUrl, log)
  try {
    const result = await runCommand(services, config.stripe.isPlatform, command, { ...given, ...password })
    console.log(JSON.stringify(result, null, 2))
  } finally {
    await services.database.close()
    await database.close()
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof UsageError) console.error(`\n${USAGE}`)
  process.exitCode = 1
})
