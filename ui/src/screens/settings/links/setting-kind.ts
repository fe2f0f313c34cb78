import type { components } from '../../../api/schema.generated.ts'

export type Setting = components['schemas']['Setting']

/** What a setting takes, as far as a field can be made for it. */
export type SettingKind =
  | { kind: 'switch' }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'choices'; values: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'other' }

/** Read from the JSON Schema that comes with the setting, so that one that is new has its field too. */
export function kindOf({ schema }: Pick<Setting, 'schema'>): SettingKind {
  const { type, enum: values, items, minimum, maximum } = schema as Record<string, unknown>
  if (type === 'boolean') return { kind: 'switch' }
  if (isNames(values)) return { kind: 'choice', values }
  const own = type === 'array' ? (items as { enum?: unknown }).enum : undefined
  if (isNames(own)) return { kind: 'choices', values: own }
  if (type === 'integer' && typeof minimum === 'number' && typeof maximum === 'number')
    return { kind: 'number', min: minimum, max: maximum }
  return { kind: 'other' }
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
