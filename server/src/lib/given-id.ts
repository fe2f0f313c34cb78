import { InvalidRequest, NotFound } from './errors.ts'
import { fromWireId, type Id } from './ids.ts'

/** The inside form of an id that a caller gave. What is none of its kind is not there: throws `NotFound` of `noun`. */
export function givenId<P extends string>(prefix: P, text: string, noun: string): Id<P> {
  const id = fromWireId(prefix, text)
  if (id === undefined) throw new NotFound(noun)
  return id
}

/** The same of a list's filter, undefined where it is left out. Throws `InvalidRequest` of the field. */
export function givenFilter<P extends string>(
  prefix: P,
  text: string | undefined,
  field: string,
): Id<P> | undefined {
  const id = text === undefined ? undefined : fromWireId(prefix, text)
  if (text !== undefined && id === undefined)
    throw new InvalidRequest(`${field} is not an id of that kind.`, { field })
  return id
}
