import type { components } from '../../../api/schema.generated.ts'

export type Setting = components['schemas']['Setting']

/** What a setting of the kind `texts` says. */
export type Texts = Record<'en' | 'fr', string | null>

/** What a setting takes, as far as a field can be made for it. */
export type SettingKind =
  | { kind: 'switch' }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'choices'; values: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  /** Minor units of the company's currency. */
  | { kind: 'amount'; min: number; max: number }
  /** `18:00` */
  | { kind: 'time' }
  /** A text in each language, or null for none, of so many characters at most. */
  | { kind: 'texts'; max: number }
  | { kind: 'other' }

/** Read from the JSON Schema that comes with the setting, so that one that is new has its field too. */
export function kindOf({ schema }: Pick<Setting, 'schema'>): SettingKind {
  const {
    type,
    enum: values,
    items,
    minimum,
    maximum,
    properties,
    'x-unit': unit,
  } = schema as Record<string, unknown>
  if (type === 'boolean') return { kind: 'switch' }
  if (isNames(values)) return { kind: 'choice', values }
  const own = type === 'array' ? (items as { enum?: unknown }).enum : undefined
  if (isNames(own)) return { kind: 'choices', values: own }
  if (type === 'integer' && typeof minimum === 'number' && typeof maximum === 'number')
    return { kind: unit === 'minor_units' ? 'amount' : 'number', min: minimum, max: maximum }
  if (unit === 'time_of_day') return { kind: 'time' }
  const max = textsMax(properties)
  return max === undefined ? { kind: 'other' } : { kind: 'texts', max }
}

/** How long a text of each language may be, where the parts of a setting are just those. */
function textsMax(parts: unknown): number | undefined {
  const { en, fr, ...rest } = (parts ?? {}) as Record<string, { anyOf?: { maxLength?: number }[] }>
  if (fr === undefined || Object.keys(rest).length > 0) return undefined
  return en?.anyOf?.find(({ maxLength }) => maxLength !== undefined)?.maxLength
}

function isNames(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string')
}

/** Whether two values of a setting mean the same; a set has no order. */
export function isSame(one: unknown, other: unknown): boolean {
  const bare = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
  return bare(one) === bare(other)
}

/** A whole number within its bounds, or undefined. */
export function readWhole(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined
  return value !== undefined && value >= min && value <= max ? value : undefined
}
