import type { Stage } from './stage.ts'
import type { Victim } from './victim.ts'

/** Something done at the server that is killed, and what it leaves to be looked at. */
export interface Run<Subject> {
  /** Made before counting begins, by the server that lives. */
  prepare(n: number): Promise<Subject>
  /** The operation under test. It fails when its server dies. */
  act(victim: Victim, subject: Subject): Promise<unknown>
  /** After the kill, with a new server: everything that the kill of this round interrupted. */
  recover(victim: Victim, crashed: Crashed<Subject>[]): Promise<void>
}

export interface Crashed<Subject> {
  n: number
  subject: Subject
  /** The message that never arrived; undefined for the run that nothing interrupted. */
  message: string | undefined
}

/** So many operations stand still at once in one server: its pool has eight connections. */
const AT_ONCE = 6

/** 1 takes every message; a larger number every so many-th, for a quick look. */
const EVERY = Number(process.env['CRASH_EVERY'] ?? 1)

/**
 * Does the operation again and again, held at its 1st, 2nd, 3rd … message until a run ends by itself. A start
 * costs a second, so one kill interrupts several: the first stands still at message n, the next, on its own
 * debt, at n + 1, and so on; then the server is killed with all of them in its hands. Returns the messages.
 */
export async function crashAtEveryMessage<Subject>(stage: Stage, run: Run<Subject>): Promise<string[]> {
  const messages: string[] = []
  let isOver = false
  for (let n = 1; !isOver; ) {
    const victim = await stage.victim()
    const round: Crashed<Subject>[] = []
    while (!isOver && round.length < AT_ONCE) {
      const crashed = await holdOne(stage, victim, run, n)
      round.push(crashed)
      if (crashed.message === undefined) isOver = true
      else messages.push(crashed.message)
      n += EVERY
    }
    await stage.kill()
    await run.recover(await stage.victim(), round)
  }
  return messages
}

async function holdOne<Subject>(
  stage: Stage,
  victim: Victim,
  run: Run<Subject>,
  n: number,
): Promise<Crashed<Subject>> {
  const subject = await run.prepare(n)
  const held = stage.counter.holdAt(n)
  const ended = run.act(victim, subject).then(() => undefined)
  ended.catch(() => {}) // the kill ends it
  const message = await Promise.race([held, ended])
  stage.counter.end()
  return { n, subject, message }
}
