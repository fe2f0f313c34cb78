import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../server/src/app/config.ts'
import { type OperatorValues, runCommand } from '../../server/src/app/operator-commands.ts'
import { type makeLog, makeServices } from '../../server/src/app/services.ts'
import { dataDir, keep, sandboxUrl, url } from './places.ts'

const COMPANY: OperatorValues = {
  name: 'Rosa Blooms',
  'legal-name': 'Rosa Blooms LLC',
  country: 'US',
  currency: 'usd',
  email: 'hello@rosablooms.test',
  phone: '+13055550142',
  address: '1200 Biscayne Blvd;Miami, FL 33132',
  'time-zone': 'America/New_York',
  descriptor: 'ROSA BLOOMS',
}
const ROLES = [
  'admin',
  'accounts_payable',
  'accounts_receivable',
  'cashier',
  'credit_manager',
  'sales',
  'sales_allocations',
  'sales_manager',
]

interface Person {
  email: string
  password: string
  role: string
}

interface Demo {
  url: string
  sandbox_url: string
  company: string
  api_key: string
  staff: Person[]
}

/** Fills the demo company, once: its account at the sandbox, an API key and a person for each role. */
export async function fillDemo(env: NodeJS.ProcessEnv, log: ReturnType<typeof makeLog>): Promise<Demo> {
  const services = await makeServices(readConfig(env, 'all'), env.DATABASE_URL ?? '', log)
  const operator = (command: string, values: OperatorValues) => runCommand(services, true, command, values)
  const path = join(dataDir, 'demo.json')
  try {
    if (existsSync(path)) {
      const demo = JSON.parse(readFileSync(path, 'utf8')) as Demo
      const staff = await withPasswords(demo.staff, operator)
      keep('demo.json', { ...demo, url, sandbox_url: sandboxUrl, staff })
      return { ...demo, url, staff }
    }
    const account = await makeAccount(env)
    const company = (await operator('create-company', { ...COMPANY, account })) as { id: string }
    const key = (await operator('create-key', { company: company.id, name: 'Demo' })) as { secret: string }
    const staff = ROLES.map((role) => ({
      email: `${role.replaceAll('_', '.')}@rosablooms.test`,
      password: newPassword(),
      role,
    }))
    // All at once: their passwords are then judged by one thread, which takes a moment to start.
    await Promise.all(
      staff.map(({ role, ...person }) =>
        operator('add-staff', { company: company.id, ...person, name: titled(role), role }),
      ),
    )
    const demo: Demo = { url, sandbox_url: sandboxUrl, company: company.id, api_key: key.secret, staff }
    keep('demo.json', demo)
    return demo
  } finally {
    await services.database.close()
  }
}

const newPassword = () => randomBytes(12).toString('base64url')

/** A demo that was made before people signed in gets passwords now. */
function withPasswords(
  staff: readonly (Omit<Person, 'password'> & { password?: string })[],
  operator: (command: string, values: OperatorValues) => Promise<unknown>,
): Promise<Person[]> {
  return Promise.all(
    staff.map(async (person) => {
      const password = person.password ?? newPassword()
      if (person.password === undefined) await operator('set-password', { email: person.email, password })
      return { ...person, password }
    }),
  )
}

function titled(role: string): string {
  return role
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** A connected account that settles in four currencies, so that real e-invoices can be paid. */
async function makeAccount(env: NodeJS.ProcessEnv): Promise<string> {
  const headers = { authorization: `Bearer ${env.STRIPE_SECRET_KEY}` }
  const post = async (path: string, body: Record<string, string>) => {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(body),
    })
    if (!response.ok) throw new Error(`The sandbox made no account: ${await response.text()}`)
    return (await response.json()) as { id: string }
  }
  const account = await post('/v1/accounts', {
    country: 'US',
    default_currency: 'usd',
    'business_profile[name]': 'Rosa Blooms',
    'capabilities[us_bank_account_ach_payments][requested]': 'true',
    'capabilities[affirm_payments][requested]': 'true',
  })
  for (const currency of ['eur', 'cad', 'gbp']) {
    await post(`/v1/accounts/${account.id}/external_accounts`, {
      'external_account[object]': 'bank_account',
      'external_account[country]': 'US',
      'external_account[currency]': currency,
      'external_account[account_number]': '000123456789',
      'external_account[routing_number]': '110000000',
    })
  }
  return account.id
}
