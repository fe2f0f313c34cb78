import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
} from '../../server/src/identity/index.ts'
import { newId, toWireId } from '../../server/src/lib/ids.ts'
import { type Person, signedIn } from '../support/staff.ts'
import { rowCounts } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 300_000 })

/** Every route of the API document, asked by a person of each role: what the table says, and nothing else. */
let world: World
const staff = new Map<Role, Person>()
let routes: Route[]

interface Route {
  method: string
  path: string
  permission: Permission | 'person' | 'nobody'
  isRead: boolean
}

beforeAll(async () => {
  world = await startWorld()
  for (const role of ROLES) staff.set(role, await signedIn(world, world.company, role))
  routes = await readRoutes()
  await world.settle()
})
afterAll(() => world.stop())

async function readRoutes(): Promise<Route[]> {
  const { paths } = (await (await fetch(`${world.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { description?: string }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description = '' }]) => ({
      method: method.toUpperCase(),
      path,
      permission: needOf(description, `${method} ${path}`),
      isRead: method === 'get',
    })),
  )
}

/** Each route says what it needs; one that does not is a fault. */
function needOf(description: string, route: string): Route['permission'] {
  if (description === 'Needs nothing.') return 'nobody'
  if (description === 'Needs somebody who is signed in.') return 'person'
  const permission = /^Needs the permission `([a-z_.]+)`/.exec(description)?.[1]
  if (!PERMISSIONS.includes(permission as Permission)) throw new Error(`${route} does not say what it needs.`)
  return permission as Permission
}

/** An id of the right kind, of nothing that there is. */
const filled = (path: string) => path.replaceAll(/\{\w+\}/g, toWireId('inv', newId()))

const ask = (person: Person, { method, path, isRead }: Route, headers: Record<string, string> = {}) =>
  person.call(method, filled(path), isRead ? undefined : {}, {
    ...(isRead ? {} : { 'idempotency-key': randomUUID() }),
    ...headers,
  })

it('only signing in, and what leads there, is open to anybody', () => {
  const open = routes
    .filter(({ permission }) => permission === 'nobody')
    .map(({ method, path }) => `${method} ${path}`)
  expect(open.sort()).toEqual([
    'POST /v1/invitations/accept',
    'POST /v1/invitations/lookup',
    'POST /v1/password_resets',
    'POST /v1/password_resets/confirm',
    'POST /v1/session',
  ])
})

it.each(ROLES)('R-001 R-002 somebody who is %s may do what the table says, on every route', async (role) => {
  const person = staff.get(role) as Person
  const may = permissionsOf([role])
  const wrong: string[] = []
  const before = await rowCounts(world)
  for (const route of routes) {
    if (route.permission === 'nobody' || route.permission === 'person') continue
    const { status, body } = await ask(person, route)
    const isRefused = status === 403 && body.code === 'permission_denied'
    // Past the gate an empty body and an id of nothing are refused too, but never as one who may not.
    const isRight = may.has(route.permission) ? !isRefused && status < 500 : isRefused
    if (!isRight) wrong.push(`${route.method} ${route.path}: ${status} ${body.code}`)
  }
  expect(wrong).toEqual([])
  if (role !== 'admin') expect(await rowCounts(world)).toEqual(before)
})

it('nothing is done for whoever is not signed in, or comes from another site', async () => {
  const admin = staff.get('admin') as Person
  const wrong: string[] = []
  for (const route of routes.filter(({ permission }) => permission !== 'nobody')) {
    const bare = await fetch(`${world.url}${filled(route.path)}`, { method: route.method })
    if (bare.status !== 401) wrong.push(`${route.method} ${route.path}: ${bare.status} for nobody`)
    if (route.isRead) continue
    for (const headers of [
      { 'x-csrf-token': '' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, body } = await ask(admin, route, headers)
      if (status !== 403 || body.code !== 'cross_site_refused')
        wrong.push(`${route.method} ${route.path}: ${status} ${body.code} with ${JSON.stringify(headers)}`)
    }
  }
  expect(wrong).toEqual([])
  expect((await admin.call('GET', '/v1/session')).status).toBe(200)
})
