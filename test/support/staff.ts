import { randomBytes } from 'node:crypto'
import { type OperatorValues, runCommand } from '../../server/src/app/operator-commands.ts'
import type { Answer, Tenant, World } from './world.ts'

/** Somebody with a browser of their own: it keeps the cookie, and sends what a page of ours would. */
export class Person {
  readonly world: World
  readonly email: string
  password: string
  /** As the browser would send it; empty while signed out. */
  cookie = ''
  csrf = ''

  constructor(world: World, email: string, password: string) {
    this.world = world
    this.email = email
    this.password = password
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isRaw = body instanceof Uint8Array || typeof body === 'string'
    const response = await fetch(`${this.world.url}${path}`, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(this.csrf === '' || method === 'GET' ? {} : { 'x-csrf-token': this.csrf }),
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) this.cookie = keptCookie(set)
    const text = await response.text()
    const answer = { status: response.status, headers: response.headers, text, body: parse(text) }
    if (typeof answer.body.csrf_token === 'string') this.csrf = answer.body.csrf_token
    return answer
  }

  signIn(more: Record<string, unknown> = {}): Promise<Answer> {
    return this.call('POST', '/v1/session', { email: this.email, password: this.password, ...more })
  }
}

/** What a browser keeps of a cookie: nothing of one that is over. */
function keptCookie(set: string): string {
  const expires = /Expires=([^;]+)/.exec(set)?.[1]
  const value = set.split(';')[0] ?? ''
  return expires !== undefined && new Date(expires) <= new Date() ? '' : value
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

const newPassword = () => randomBytes(12).toString('base64url')

/** A member of a company's staff with a password, as the operator makes one; not signed in yet. */
export async function newMember(
  world: World,
  tenant: Tenant,
  role: string,
  values: OperatorValues = {},
): Promise<Person> {
  const email = `${role}.${randomBytes(4).toString('hex')}@staff.test`
  const person = { email, name: `The ${role}`, password: newPassword(), ...values }
  await runCommand(world.services, true, 'add-staff', { company: tenant.id, role, ...person })
  return new Person(world, person.email, person.password)
}

/** The same, signed in. */
export async function signedIn(
  world: World,
  tenant: Tenant,
  role: string,
  values: OperatorValues = {},
): Promise<Person> {
  const person = await newMember(world, tenant, role, values)
  const answer = await person.signIn()
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`)
  return person
}
