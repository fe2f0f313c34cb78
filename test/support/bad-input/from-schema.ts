import type { Schema } from './api-document.ts'
import { NO_DATE, Raw } from './values.ts'

/** Texts that one format or another takes: the first that a schema takes is its example. */
const EXAMPLES = [
  'example',
  'a@example.test',
  '2026-01-02',
  'usd',
  'US',
  '12',
  '12.5',
  '123456',
  'An example of some length',
]
const NOT_A_MAILBOX = ['x', '@', 'a@b', 'a b@example.test', 'a@example.test\r\nBcc: b@example.test']
/** What some schema takes for a text, and most do not. */
const ODD_TEXTS = ['', ' ', 'a\u0000b', 'a\u001bb', '\u202e', "' or 1=1 --", '1e5', '-', 'é', '../x']

/** A value that a schema takes, with nothing in it that may be left out. */
function exampleOf(schema: Schema): unknown {
  const [variant] = variantsOf(schema)
  if (variant === undefined) return null
  if (variant.enum !== undefined) return variant.enum[0]
  switch (variant.type) {
    case 'string':
      return EXAMPLES.find((text) => takesText(variant, text))
    case 'integer':
    case 'number':
      return variant.minimum ?? 1
    case 'boolean':
      return true
    case 'array':
      return variant.items === undefined
        ? []
        : Array.from({ length: variant.minItems ?? 0 }, () => exampleOf(variant.items as Schema))
    default:
      return Object.fromEntries(
        (variant.required ?? []).map((name) => [name, exampleOf(variant.properties?.[name] ?? {})]),
      )
  }
}

/**
 * Values that a schema refuses: of every other kind, beyond its bounds, and with one part of it bad. Of variants,
 * what is bad of each; so they are told apart by a field that has another value in each.
 */
export function refusedBy(schema: Schema): unknown[] {
  const variants = variantsOf(schema)
  const isNullable = variants.length < (schema.anyOf?.length ?? 1)
  return variants.flatMap(refusedByOne).filter((value) => value !== null || !isNullable)
}

function variantsOf(schema: Schema): Schema[] {
  return (schema.anyOf ?? [schema]).filter(({ type }) => type !== 'null')
}

function refusedByOne(schema: Schema): unknown[] {
  if (schema.enum !== undefined) return [null, 3, true, [], {}, 'nonsense', '', `${schema.enum[0]} `]
  switch (schema.type) {
    case 'string':
      return [null, 3, -1, true, [], {}, ['x'], { $link: 'x' }, ...refusedTexts(schema)]
    case 'integer':
      return [null, '1', '', true, [], [1], {}, 0.5, new Raw('1e400'), ...outside(schema)]
    case 'boolean':
      return [null, 'true', 0, 1, 'yes', [], {}]
    case 'array':
      return [null, {}, 3, 'x', true, ...refusedLists(schema)]
    default:
      return [null, [], 'x', 3, true, ...refusedObjects(schema)]
  }
}

function refusedTexts(schema: Schema): unknown[] {
  const { minLength = 0, maxLength, format } = schema
  const texts = [...ODD_TEXTS, ...(format === 'mailbox' ? NOT_A_MAILBOX : [])]
  const dates = format === 'date' ? NO_DATE.filter((value) => typeof value === 'string') : []
  return [
    ...texts.filter((text) => !takesText(schema, text)),
    ...dates,
    ...(minLength > 1 ? ['x'.repeat(minLength - 1)] : []),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(format === 'text' ? [new Raw('"\\ud800"'), new Raw('"x\\udc00"')] : []),
  ]
}

/** True where the schema surely takes it. */
function takesText({ pattern, format, minLength = 0, maxLength = Infinity }: Schema, text: string): boolean {
  if (text.length < minLength || text.length > maxLength) return false
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return false
  if (format === 'mailbox') return /^\w+@\w+\.test$/.test(text)
  if (format === 'date') return !NO_DATE.includes(text) && /^\d{4}-\d\d-\d\d$/.test(text)
  return format !== 'text' || !/\p{Cc}/u.test(text)
}

function outside({ minimum, maximum }: Schema): unknown[] {
  return [...(minimum === undefined ? [] : [minimum - 1]), ...(maximum === undefined ? [] : [maximum + 1])]
}

function refusedLists({ items = {}, minItems = 0, maxItems }: Schema): unknown[] {
  const good = exampleOf(items)
  return [
    ...(minItems > 0 ? [[]] : []),
    ...(maxItems === undefined ? [] : [Array(maxItems + 1).fill(good)]),
    ...refusedBy(items).map((value) => [value]),
  ]
}

/** Each field bad by itself, each that is needed left out, and one more than there are. */
function refusedObjects(schema: Schema): unknown[] {
  const { properties = {}, required = [], additionalProperties } = schema
  const good = exampleOf(schema) as Record<string, unknown>
  const without = required.map((name) =>
    Object.fromEntries(Object.entries(good).filter(([field]) => field !== name)),
  )
  const bad = Object.entries(properties).flatMap(([name, field]) =>
    refusedBy(field).map((value) => ({ ...good, [name]: value })),
  )
  return [...without, ...bad, ...(additionalProperties === false ? [{ ...good, nonsense: 1 }] : [])]
}

/** Texts of a query that a schema refuses, which are read into its type first. */
export function refusedInQuery(schema: Schema): string[] {
  const [variant] = variantsOf(schema)
  if (variant?.enum !== undefined) return ['nonsense', '', `${variant.enum[0]}x`]
  switch (variant?.type) {
    case 'integer':
      return ['x', '1.5', '1e2000', '', ...outside(variant).map(String)]
    case 'boolean':
      return ['2', 'yes', 'x']
    default:
      return refusedTexts(variant ?? {})
        .filter((text) => typeof text === 'string')
        .map(encodeURIComponent)
  }
}
