import {
  addStaff,
  checkPassword,
  createApiKey,
  createCompany,
  findCompany,
  findInvitedPerson,
  findUserByEmail,
  inviteMember,
  isPermission,
  listCompanies,
  PERMISSIONS,
  permissionsOf,
  ROLES,
  type Role,
  setPassword,
  turnOffSecondFactor,
} from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { currencyFromWire } from '../lib/currencies.ts'
import { type CompanyId, fromWireId, toWireId } from '../lib/ids.ts'
import { connectMerchantAccount } from '../payments/index.ts'
import { setPreset, setSettings, showSettings } from './operator-settings.ts'
import { endSurge } from './operator-surge.ts'
import { mayAddCompany, type Services } from './services.ts'

const operator: Actor = { type: 'operator', id: process.env.USER ?? 'operator' }

/** What a command is given, as `bin/operator` reads it. */
export interface OperatorValues {
  name?: string
  'legal-name'?: string
  email?: string
  phone?: string
  /** Lines with semicolons between them. */
  address?: string
  country?: string
  currency?: string
  'tax-id'?: string
  language?: string
  'time-zone'?: string
  descriptor?: string
  account?: string
  'own-account'?: boolean
  company?: string
  role?: string
  /** Never of the command line, which everybody on the machine can see. */
  password?: string
  'no-second-factor'?: boolean
  permission?: string[]
  switch?: string
  /** Each `key=value`. */
  setting?: string[]
}

/** The command or its values cannot be understood; nothing was done. */
export class UsageError extends Error {}

/** Runs one command of the operator and returns what it prints. */
export async function runCommand(
  services: Services,
  isPlatform: boolean,
  command: string,
  values: OperatorValues,
): Promise<unknown> {
  const { database } = services
  switch (command) {
    case 'list-companies':
      return (await listCompanies(database.global)).map((company) => ({
        id: toWireId('co', company.id),
        name: company.displayName,
      }))
    case 'create-company':
      return newCompany(services, isPlatform, values)
    case 'add-staff': {
      const role = roleOf(values)
      const person = {
        email: must(values.email, 'email'),
        name: must(values.name, 'name'),
        language: language(values),
        roles: [role],
      }
      const { password } = values
      if (password !== undefined) await checkPassword(password, [person.email, person.name])
      await addStaff(database, await company(services, values), operator, person)
      if (password !== undefined) await choosePassword(services, person.email, password)
      return { added: person.email, role }
    }
    case 'invite':
      return invite(services, values)
    case 'set-password': {
      const email = must(values.email, 'email')
      const password = must(values.password, 'password')
      await checkPassword(password, [email])
      await choosePassword(services, email, password, values['no-second-factor'] ?? false)
      return { password_set: email }
    }
    case 'create-key': {
      const permissions =
        values.permission ??
        (values.role === undefined ? [...PERMISSIONS] : [...permissionsOf([roleOf(values)])])
      const unknown = permissions.find((permission) => !isPermission(permission))
      if (unknown !== undefined)
        throw new UsageError(`${unknown} is not a permission. There are: ${PERMISSIONS.join(', ')}.`)
      const name = must(values.name, 'name')
      const made = await database.write(await company(services, values), (tx) =>
        createApiKey(tx, operator, { name, permissions: permissions.filter(isPermission) }),
      )
      return { id: toWireId('key', made.key.id), secret: made.secret }
    }
    case 'payment-links': {
      if (values.switch !== 'on' && values.switch !== 'off') throw new UsageError('--switch is on or off.')
      const on = `company.payment_links_enabled=${values.switch === 'on'}`
      await setSettings(database, operator, await company(services, values), [on])
      return { payment_links: values.switch }
    }
    case 'settings':
      return showSettings(database, await company(services, values))
    case 'set':
      if (values.setting === undefined) throw new UsageError('--setting key=value is missing.')
      return setSettings(database, operator, await company(services, values), values.setting)
    case 'end-surge':
      return endSurge(database, operator, await company(services, values))
    case 'preset':
      return setPreset(database, operator, await company(services, values), must(values.name, 'name'))
    default:
      throw new UsageError(`There is no command ${command}.`)
  }
}

async function newCompany(
  { database, clock, processor }: Services,
  isPlatform: boolean,
  values: OperatorValues,
): Promise<unknown> {
  if (!(await mayAddCompany(database, isPlatform))) {
    throw new UsageError(
      'With the company’s own processor key there is one company. Set a platform key to have more.',
    )
  }
  const currency = currencyFromWire(must(values.currency, 'currency').toLowerCase())
  if (currency === undefined) throw new UsageError('--currency is not a currency.')
  const isOwn = values['own-account'] ?? false
  if (values.account !== undefined && isOwn) throw new UsageError('Give --account acct_… or --own-account.')
  if (values.account === undefined && !isOwn && !isPlatform)
    throw new UsageError('Without a platform key a company has its own account: give --own-account.')
  // With a platform key a company may also begin without one, and set it up itself.
  const account =
    values.account === undefined && !isOwn ? undefined : await processor.readAccount(values.account ?? null)
  const name = must(values.name, 'name')
  const id = await createCompany(database, operator, {
    displayName: name,
    legalName: values['legal-name'] ?? name,
    email: values.email ?? null,
    phone: values.phone ?? null,
    addressLines: values.address?.split(';').map((line) => line.trim()) ?? [],
    country: must(values.country, 'country').toUpperCase(),
    taxId: values['tax-id'] ?? null,
    language: language(values),
    timeZone: values['time-zone'] ?? 'UTC',
    currency,
    statementDescriptor: values.descriptor ?? null,
  })
  if (account !== undefined) {
    await database.write(id, (tx) => connectMerchantAccount(tx, operator, clock.now(), account))
  }
  return { id: toWireId('co', id), settles: account?.settlementCurrencies ?? [] }
}

async function company({ database }: Services, values: OperatorValues): Promise<CompanyId> {
  const id = fromWireId('co', must(values.company, 'company'))
  const found = id === undefined ? undefined : await findCompany(database.global, id)
  if (found === undefined)
    throw new UsageError('--company is not a company of this installation; see list-companies.')
  return found.id
}

/** They sign in with it from now on, and with nothing that was before. */
async function choosePassword(
  { database }: Services,
  email: string,
  password: string,
  noSecondFactor = false,
): Promise<void> {
  const user = await findUserByEmail(database.global, email)
  if (user === undefined) throw new UsageError('--email is nobody of this installation.')
  await setPassword(database, operator, user.id, password)
  if (noSecondFactor) await turnOffSecondFactor(database, operator, user.id)
}

/** Mails an invitation, and tells its link too, for where no mail goes out yet. */
async function invite(services: Services, values: OperatorValues): Promise<unknown> {
  const { database, linkKey } = services
  const by = { actor: operator, permissions: new Set(PERMISSIONS) }
  const invitation = {
    email: must(values.email, 'email'),
    name: must(values.name, 'name'),
    language: language(values),
    roles: [roleOf(values)],
  }
  const companyId = await company(services, values)
  const member = await database.write(companyId, (tx) => inviteMember(tx, by, linkKey, invitation))
  const person = await database.read(companyId, (db) => findInvitedPerson(db, member.id))
  return {
    invited: member.email,
    until: member.invitedUntil?.toISOString(),
    link: person && (await services.messageLinkUrl(companyId, 'invitation', person.invitationId)),
  }
}

function roleOf(values: OperatorValues): Role {
  const role = must(values.role, 'role') as Role
  if (!ROLES.includes(role)) throw new UsageError(`--role is one of ${ROLES.join(', ')}.`)
  return role
}

function language(values: OperatorValues): 'en' | 'fr' {
  const chosen = values.language ?? 'en'
  if (chosen !== 'en' && chosen !== 'fr') throw new UsageError('--language is en or fr.')
  return chosen
}

function must(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing.`)
  return value
}
