import { DomainError } from './errors.ts'

/** A constant table `{ from: { event: to } }`. Only its module writes that status. */
export type StateTable<S extends string, E extends string> = Readonly<
  Record<S, Readonly<Partial<Record<E, S>>>>
>

export class TransitionRefused extends DomainError {
  readonly code = 'transition_refused'
  readonly status = 409
}

/** The state after an event. A transition that is not in the table is refused. */
export function next<S extends string, E extends string>(
  noun: string,
  table: StateTable<S, E>,
  state: S,
  event: E,
): S {
  const to = table[state][event]
  if (to === undefined) {
    throw new TransitionRefused(`A ${noun} that is ${state} cannot ${event}. Nothing was changed.`)
  }
  return to
}

/** The states in which an event is allowed: for a statement that moves many rows at once. */
export function statesBefore<S extends string, E extends string>(table: StateTable<S, E>, event: E): S[] {
  return (Object.keys(table) as S[]).filter((state) => table[state][event] !== undefined)
}
