import { afterEach, describe, expect, it } from 'vitest'
import { DocumentWorkers, type RenderTask } from './document-workers.ts'
import { sampleInvoice } from './sample-documents.ts'

/** A thread that does what the invoice's number says, to fail in the ways that a real one might. */
const SCRIPT = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ document: { number } }) => {
  if (number === 'exit') process.exit(3)
  if (number === 'throw') setTimeout(() => { throw new Error('boom') })
  else if (number === 'loop') for (;;);
  else if (number === 'memory') { const kept = []; for (;;) kept.push(new Array(1e6).fill(number)) }
  else if (number === 'refuse') parentPort.postMessage({ failure: 'no' })
  else parentPort.postMessage({ bytes: new TextEncoder().encode(number) })
})`

function workersFor(threads: number, timeLimitMs: number): DocumentWorkers {
  const script = new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`)
  return new DocumentWorkers({ script, threads, timeLimitMs, memoryLimitMb: 64 })
}

function task(number: string): RenderTask {
  return { kind: 'invoice', document: sampleInvoice('en-US', 1, { number }) }
}

const outcome = (workers: DocumentWorkers, number: string): Promise<string> =>
  workers.render(task(number)).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: Error) => `${(error as { code?: string }).code}: ${error.message}`,
  )

describe('the document threads', () => {
  let workers = workersFor(2, 20_000)
  afterEach(() => workers.close())

  it('lose only the document whose rendering crashed, and say so', async () => {
    workers = workersFor(2, 20_000)
    const asked = ['one', 'exit', 'two', 'throw', 'three', 'memory', 'four', 'refuse', 'five']
    const answers = await Promise.all(asked.map((number) => outcome(workers, number)))
    expect(answers.filter((_, index) => index % 2 === 0)).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(answers[1]).toMatch(/document_not_rendered.*its thread ended.*ask for the document again/)
    expect(answers[3]).toMatch(/boom/)
    expect(answers[5]).toMatch(/memory/)
    expect(answers[7]).toMatch(/The PDF could not be made: no\. Nothing about the money has changed/)
    expect(await outcome(workers, 'six')).toBe('six')
  })

  it('give up a document that takes too long, and go on with the next', async () => {
    workers = workersFor(1, 3000)
    const answers = await Promise.all(['loop', 'after'].map((number) => outcome(workers, number)))
    expect(answers[0]).toMatch(/it took more than 3000 ms/)
    expect(answers[1]).toBe('after')
  })

  it('refuse what is waiting when they are closed, and start again when asked', async () => {
    workers = workersFor(1, 20_000)
    const asked = Promise.all(['loop', 'waiting'].map((number) => outcome(workers, number)))
    await workers.close()
    for (const answer of await asked) expect(answer).toMatch(/document_not_rendered/)
    expect(await outcome(workers, 'again')).toBe('again')
  })

  it('refuse a document that cannot be copied to a thread', async () => {
    workers = workersFor(1, 20_000)
    const bad = { kind: 'invoice', document: { number: () => 'no data' } } as unknown as RenderTask
    await expect(workers.render(bad)).rejects.toThrow(/could not be cloned/)
    expect(await outcome(workers, 'next')).toBe('next')
  })
})
