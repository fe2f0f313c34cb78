import type { ServerProcess } from '../support/server-process.ts'
import type { Stage } from './stage.ts'

/** Something done at the server that is killed, and what it leaves to be looked at. */
export interface Run<Subject> {
  /** Made before counting begins, by the server that lives. */
  prepare(n: number): Promise<Subject>
  /** The operation under test. It fails when its server dies. */
  act(victim: ServerProcess, subject: Subject): Promise<unknown>
  /** Says of one that stands still, by its messages, that others of its kind would wait for what it has locked. */
  isInTheWay?: (seen: readonly string[]) => boolean
  /** Takes so many-th of the sampled messages only, where others like it are taken whole; 1 unless given. */
  step?: number
  /** After the kill, with a new server: everything that the kill of this round interrupted. */
  recover(victim: ServerProcess, crashed: Crashed<Subject>[]): Promise<void>
}

export interface Crashed<Subject> {
  n: number
  subject: Subject
  /** The message that never arrived; undefined for the run that nothing interrupted. */
  message: string | undefined
}

/** So many operations stand still at once in one server: its pool has eight connections. */
const AT_ONCE = 6

/**
 * 1 takes every message. A larger number takes every so many-th and each that makes a difference by itself: a
 * commit, a call of the processor, and their answers. Between two of those nothing lasting changes.
 */
const EVERY = Number(process.env.CRASH_EVERY ?? 18)

/**
 * Does the operation again and again, held at its 1st, 2nd, 3rd … message until a run ends by itself. A start
 * costs a second, so one kill interrupts several: the first stands still at one message, the next, on its own
 * debt, at a later one, and so on; then the server is killed with all of them in its hands. Returns the messages.
 */
export async function crashAtEveryMessage<Subject>(stage: Stage, run: Run<Subject>): Promise<string[]> {
  const messages: string[] = []
  const whole = await holdOne(stage, await stage.victim(), run, Number.POSITIVE_INFINITY)
  const points = pointsOf([...stage.counter.seen], EVERY === 1 ? 1 : (run.step ?? 1))
  let round = [whole]
  let over: Crashed<Subject> | undefined
  for (; over === undefined; round = []) {
    const victim = await stage.victim()
    let isFree = true
    for (let held = 0; isFree && over === undefined && held < AT_ONCE; held += 1) {
      const crashed = await holdOne(stage, victim, run, points.next().value)
      round.push(crashed)
      if (crashed.message === undefined) over = crashed
      else messages.push(crashed.message)
      isFree = !run.isInTheWay?.(stage.counter.seen)
    }
    await stage.kill()
    await run.recover(await stage.victim(), round)
  }
  return messages
}

/** Where to stop, without an end: the caller goes on until a run ends by itself. */
function* pointsOf(whole: readonly string[], step: number): Generator<number, never> {
  for (let n = 1, sampled = 0; ; n++) {
    const message = whole[n - 1]
    const isDecisive = message === undefined || /^processor|commit$/.test(message)
    if (!isDecisive && n % EVERY !== 1 % EVERY) continue
    if (message === undefined || sampled % step === 0) yield n
    sampled += 1
  }
}

async function holdOne<Subject>(
  stage: Stage,
  victim: ServerProcess,
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
