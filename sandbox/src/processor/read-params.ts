import { invalidRequest } from './api-error.ts'
import type { Param, Params } from './form.ts'

/** Reads one parameter, or refuses it in the processor's words. An empty text unsets and gives null. */
export type Reader<T> = (param: Param, name: string) => T
type Shape = { [name: string]: Reader<unknown> }
type Values<S extends Shape> = { [N in keyof S]?: ReturnType<S[N]> | undefined }
type Filled<S extends Shape, R extends keyof S> = Values<S> & { [N in R]: NonNullable<ReturnType<S[N]>> }

export function readParams<S extends Shape, R extends keyof S & string = never>(
  params: Params,
  shape: S,
  required: R[] = [],
  prefix = '',
): Filled<S, R> {
  const values: { [name: string]: unknown } = {}
  const named = (name: string) => (prefix ? `${prefix}[${name}]` : name)
  for (const [name, param] of Object.entries(params)) {
    const reader = Object.hasOwn(shape, name) ? shape[name] : undefined
    if (!reader) {
      throw invalidRequest(`Received unknown parameter: ${named(name)}`, {
        code: 'parameter_unknown',
        param: named(name),
      })
    }
    values[name] = reader(param, named(name))
  }
  for (const name of required) {
    if (values[name] === undefined || values[name] === null) {
      throw invalidRequest(`Missing required param: ${named(name)}.`, {
        code: 'parameter_missing',
        param: named(name),
      })
    }
  }
  return values as Filled<S, R>
}

export const text =
  (maxLength = 5000): Reader<string | null> =>
  (param, name) => {
    if (typeof param !== 'string') throw invalidRequest(`Invalid string: ${name}`, { param: name })
    if (param.length > maxLength) {
      throw invalidRequest(
        `Invalid string: ${param.slice(0, 12)}…; must be at most ${maxLength} characters`,
        { param: name },
      )
    }
    return param === '' ? null : param
  }

export const integer: Reader<number> = (param, name) => {
  if (typeof param !== 'string' || !/^-?\d{1,15}$/.test(param)) {
    throw invalidRequest(`Invalid integer: ${typeof param === 'string' ? param : name}`, {
      code: 'parameter_invalid_integer',
      param: name,
    })
  }
  return Number(param)
}

export const boolean: Reader<boolean> = (param, name) => {
  if (param === 'true' || param === 'false') return param === 'true'
  throw invalidRequest(`Invalid boolean: ${typeof param === 'string' ? param : name}`, { param: name })
}

export const oneOf =
  <const V extends string>(...values: V[]): Reader<V | null> =>
  (param, name) => {
    if (param === '') return null
    const value = values.find((candidate) => candidate === param)
    if (value) return value
    throw invalidRequest(`Invalid ${name}: must be one of ${values.join(', ')}`, { param: name })
  }

export const hash =
  <S extends Shape>(shape: S): Reader<Values<S> | null> =>
  (param, name) => {
    if (param === '') return null
    if (typeof param !== 'object' || Array.isArray(param)) {
      throw invalidRequest(`Invalid hash: ${name}`, { param: name })
    }
    return readParams(param, shape, [], name)
  }

export const list =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (param, name) => {
    if (param === '') return []
    if (!Array.isArray(param)) throw invalidRequest(`Invalid array: ${name}`, { param: name })
    return param.map((item, index) => reader(item, `${name}[${index}]`))
  }

/** Changes to metadata: an empty value deletes its key; null deletes all. */
export type MetadataChange = { [key: string]: string } | null

export const metadata: Reader<MetadataChange> = (param, name) => {
  if (param === '') return null
  if (typeof param !== 'object') throw invalidRequest(`Invalid hash: ${name}`, { param: name })
  const change: { [key: string]: string } = {}
  for (const [key, value] of Object.entries(param)) {
    const at = `${name}[${key}]`
    if (typeof value !== 'string') {
      throw invalidRequest(`Metadata values must be strings, but for key ${key} you passed a hash`, {
        param: at,
      })
    }
    if (key.length > 40) {
      throw invalidRequest(
        `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
        { param: at },
      )
    }
    if (value.length > 500) {
      throw invalidRequest(
        `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value.slice(0, 40)}…`,
        { param: at },
      )
    }
    change[key] = value
  }
  return change
}

export function mergeMetadata(
  present: { [key: string]: string },
  change: MetadataChange | undefined,
): { [key: string]: string } {
  if (change === undefined) return present
  if (change === null) return {}
  const merged = Object.fromEntries(
    Object.entries({ ...present, ...change }).filter(([, value]) => value !== ''),
  )
  if (Object.keys(merged).length > 50) {
    throw invalidRequest('Metadata can have up to 50 keys.', { param: 'metadata' })
  }
  return merged
}
