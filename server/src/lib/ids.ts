import { fromString, fromUUID, toUUID } from 'typeid-js'
import { v7 } from 'uuid'

declare const brand: unique symbol

/** A UUIDv7 inside the server and the database; a TypeID (`inv_01h…`) outside. */
export type Id<Prefix extends string> = string & { readonly [brand]: Prefix }

export type CompanyId = Id<'co'>

/** A new id. Version 7: ordered by the time of making, so keyset pages by id are pages by time. */
export function newId<P extends string>(): Id<P> {
  return v7() as Id<P>
}

/** The least id that may have been made at an instant (system time), for rows since then by their id. */
export function firstIdOf(instant: Date): string {
  const ms = instant.getTime().toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The outside form of an id. */
export function toWireId(prefix: string, id: string): string {
  return fromUUID(id, prefix)
}

/** The inside form of an outside id, or undefined if it is not one of this kind. */
export function fromWireId<P extends string>(prefix: P, text: string): Id<P> | undefined {
  if (text.length !== prefix.length + 27 || !text.startsWith(`${prefix}_`)) return undefined
  try {
    const uuid = toUUID(fromString(text, prefix))
    return toWireId(prefix, uuid) === text ? (uuid as Id<P>) : undefined
  } catch {
    return undefined
  }
}
