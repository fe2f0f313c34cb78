import { newId } from './ids.ts'

export const requestFaults = ['time_out_after', 'drop_before', 'drop_after', 'error_500', 'delay'] as const
export const webhookFaults = ['duplicate', 'delay', 'reorder', 'drop'] as const

export type Fault = {
  id: string
  on: 'request' | 'webhook'
  do: (typeof requestFaults)[number] | (typeof webhookFaults)[number]
  method?: string
  /** A path, its beginning, or a pattern with `*`. */
  path?: string
  /** A type of event, exact or with `*`. */
  type?: string
  /** How often it still strikes. */
  times: number
  /** For `delay`, and how long `time_out_after` keeps the connection open. */
  ms?: number
  seconds?: number
}

export type Faults = {
  add(fault: Omit<Fault, 'id'>): Fault
  list(): Fault[]
  clear(): void
  /** The first fault that fits, counted down. */
  strike(on: 'request', call: { method: string; path: string }): Fault | undefined
  strike(on: 'webhook', event: { type: string }): Fault | undefined
}

/** Faults are not kept over a restart: what was broken on purpose is whole again. */
export function createFaults(): Faults {
  let faults: Fault[] = []
  return {
    add(fault) {
      const added = { ...fault, id: newId('fault') }
      faults.push(added)
      return added
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear() {
      faults = []
    },
    strike(on: Fault['on'], what: { method?: string; path?: string; type?: string }) {
      const fault = faults.find((candidate) => candidate.on === on && fits(candidate, what))
      if (!fault) return undefined
      fault.times -= 1
      if (fault.times <= 0) faults = faults.filter((other) => other !== fault)
      return { ...fault }
    },
  }
}

function fits(fault: Fault, what: { method?: string; path?: string; type?: string }): boolean {
  if (fault.method && fault.method.toUpperCase() !== what.method) return false
  if (fault.path && !matches(fault.path, what.path ?? '', true)) return false
  // The clock's announcement is no event of the processor: only a fault that names it strikes it.
  if (fault.type) return matches(fault.type, what.type ?? '', false)
  return !what.type?.startsWith('sandbox.')
}

function matches(pattern: string, text: string, beginning: boolean): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  const end = pattern.includes('*') || !beginning ? '$' : '(?:$|/)'
  return new RegExp(`^${source}${end}`).test(text)
}
