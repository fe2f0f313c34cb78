import type { Actor } from './actor.ts'
import type { Tx } from './db/index.ts'
import { newId } from './ids.ts'
import { enqueue } from './outbox.ts'

/** What a module tells: past tense, `noun.verb`. `Data` is what listeners in the same transaction receive. */
export interface EventKind<Data> {
  readonly type: string
  readonly subjectType: string
  /** What of the data the audit trail keeps. */
  readonly audited: (data: Data) => unknown
}

/** `audited` picks what the audit trail keeps; all of it unless told, so tell it where the data is a whole row. */
export function defineEvent<Data>(
  type: string,
  audited: (data: Data) => unknown = (data) => data,
): EventKind<Data> {
  return { type, subjectType: type.slice(0, type.indexOf('.')), audited }
}

export interface DomainEvent<Data = unknown> {
  readonly id: string
  readonly type: string
  readonly subjectType: string
  readonly subjectId: string
  readonly actor: Actor
  readonly data: Data
  /** What the audit trail keeps of the data. */
  readonly detail: unknown
}

/** A listener after commit gets no data, only whom it concerns: it reads what is true by then. */
export interface PastEvent {
  readonly id: string
  readonly type: string
  readonly subjectId: string
}

export interface SameTransaction {
  readonly type: string
  readonly listen: (tx: Tx, event: DomainEvent<never>) => Promise<void>
}

/** Binds a listener to a kind; it takes part in the emitter's transaction and may not veto. */
export function on<Data>(
  kind: EventKind<Data>,
  listen: (tx: Tx, event: DomainEvent<Data>) => Promise<void>,
): SameTransaction {
  return { type: kind.type, listen: listen as SameTransaction['listen'] }
}

/** A change that is no event: nobody is told of it, but rows of a higher module hang on it. */
export interface Change<Ids> {
  readonly name: string
  readonly ids?: Ids
}

export interface Follower {
  readonly name: string
  readonly follow: (tx: Tx, ids: never) => void
}

/** Binds what follows to a change, in the transaction that makes it. */
export function following<Ids>(change: Change<Ids>, follow: (tx: Tx, ids: Ids) => void): Follower {
  return { name: change.name, follow: follow as Follower['follow'] }
}

/** Has followed what was changed just now. */
export function changed<Ids>(tx: Tx, change: Change<Ids>, ids: Ids): void {
  for (const follower of tx.wiring.followers)
    if (follower.name === change.name) follower.follow(tx, ids as never)
}

/** Who listens to what; `app/wiring.ts` holds the one table. */
export interface Wiring {
  readonly followers: readonly Follower[]
  readonly sameTransaction: readonly SameTransaction[]
  /** Types with a listener after commit: only these cost an outbox row. */
  readonly afterCommit: ReadonlySet<string>
  /** Adds the audit row of an event. */
  readonly audit: (tx: Tx, event: DomainEvent) => void
  /** Called after a commit that left rows in the outbox. */
  readonly nudge: () => void
}

/** The task that delivers an event to its listeners after commit. */
export const DELIVER_EVENT = 'deliver_event'

/**
 * Tells an event: audited, queued for after the commit, and heard by its same-transaction listeners, in the
 * order of the wiring table. All writes belong to the caller's transaction.
 */
export async function emit<Data>(
  tx: Tx,
  actor: Actor,
  kind: EventKind<Data>,
  subjectId: string,
  data: Data,
): Promise<void> {
  const event: DomainEvent<Data> = {
    id: newId(),
    type: kind.type,
    subjectType: kind.subjectType,
    subjectId,
    actor,
    data,
    detail: kind.audited(data),
  }
  tx.wiring.audit(tx, event)
  if (tx.wiring.afterCommit.has(kind.type)) {
    enqueue(tx, DELIVER_EVENT, { event_id: event.id, type: kind.type, subject_id: subjectId })
  }
  for (const listener of tx.wiring.sameTransaction) {
    if (listener.type === kind.type) await listener.listen(tx, event as DomainEvent<never>)
  }
}
