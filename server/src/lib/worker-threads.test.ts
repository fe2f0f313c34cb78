import { afterEach, describe, expect, it } from 'vitest'
import { WorkerThreads } from './worker-threads.ts'

/** A thread that does what its task says, to fail in the ways that a real one might. */
const SCRIPT = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ word }) => {
  if (word === 'exit') process.exit(3)
  if (word === 'throw') setTimeout(() => { throw new Error('boom') })
  else if (word === 'loop') for (;;);
  else if (word === 'memory') { const kept = []; for (;;) kept.push(new Array(1e6).fill(word)) }
  else if (word === 'refuse') parentPort.postMessage({ failure: 'no' })
  else parentPort.postMessage({ answer: word })
})`

type Threads = WorkerThreads<{ word: unknown }, string>

function threadsFor(threads: number, timeLimitMs: number): Threads {
  const script = new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`)
  const failed = (reason: string) => new Error(`Not done: ${reason}.`)
  return new WorkerThreads({ script, threads, timeLimitMs, memoryLimitMb: 64, failed })
}

const outcome = (threads: Threads, word: string): Promise<string> =>
  threads.run({ word }).catch((error: Error) => error.message)

describe('worker threads', () => {
  let threads = threadsFor(2, 20_000)
  afterEach(() => threads.close())

  it('lose only the task that crashed, and say so', async () => {
    threads = threadsFor(2, 20_000)
    const asked = ['one', 'exit', 'two', 'throw', 'three', 'memory', 'four', 'refuse', 'five']
    const answers = await Promise.all(asked.map((word) => outcome(threads, word)))
    expect(answers.filter((_, index) => index % 2 === 0)).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(answers[1]).toBe('Not done: its thread ended.')
    expect(answers[3]).toMatch(/boom/)
    expect(answers[5]).toMatch(/memory/)
    expect(answers[7]).toBe('Not done: no.')
    expect(await outcome(threads, 'six')).toBe('six')
  })

  it('give up a task that takes too long, and go on with the next', async () => {
    threads = threadsFor(1, 3000)
    const answers = await Promise.all(['loop', 'after'].map((word) => outcome(threads, word)))
    expect(answers[0]).toMatch(/it took more than 3000 ms/)
    expect(answers[1]).toBe('after')
  })

  it('refuse what is waiting when they are closed, and start again when asked', async () => {
    threads = threadsFor(1, 20_000)
    const asked = Promise.all(['loop', 'waiting'].map((word) => outcome(threads, word)))
    await threads.close()
    for (const answer of await asked) expect(answer).toMatch(/^Not done/)
    expect(await outcome(threads, 'again')).toBe('again')
  })

  it('refuse a task that cannot be copied to a thread', async () => {
    threads = threadsFor(1, 20_000)
    await expect(threads.run({ word: () => 'no data' })).rejects.toThrow(/could not be cloned/)
    expect(await outcome(threads, 'next')).toBe('next')
  })
})
