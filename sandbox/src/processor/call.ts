import type { Kind, Kinds } from '../kinds.ts'
import type { World } from '../world.ts'
import { missing } from './api-error.ts'
import type { Params } from './form.ts'

/** One request to the processor's API. */
export type Call = {
  world: World
  /** The account whose objects are meant: the platform's, or the connected one named in the header. */
  account: string
  /** Whether a publishable key was used: then only what a client secret opens is shown. */
  publishable: boolean
  method: string
  path: string
  params: Params
  /** The `:id` of the path. */
  id: string
  requestId: string
  idempotencyKey: string | null
}

export type Operation = (call: Call) => unknown

/** Loads an object of the caller's account, or refuses with the processor's "No such …". */
export function load<K extends Kind>(call: Call, kind: K, id: string, param = 'id'): Kinds[K] {
  const object = call.world.store.get(kind, call.account, id)
  if (!object) throw missing(kind, id, param)
  return object
}
