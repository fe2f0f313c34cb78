import { Worker } from 'node:worker_threads'

/** What a thread says of a task: its answer, or why there is none. */
export type ThreadMessage<Answer> = { readonly answer: Answer } | { readonly failure: string }

type Options = {
  readonly script: URL
  readonly threads: number
  readonly timeLimitMs: number
  readonly memoryLimitMb: number
  /** The error that a task without an answer ends with. */
  readonly failed: (reason: string) => Error
}
type Job<Task, Answer> = { readonly task: Task; readonly done: PromiseWithResolvers<Answer> }

const closings = new Set<() => Promise<void>>()

/**
 * Threads for work that would hold up the event loop, and so every payment. They start when first needed. A
 * thread that crashes, runs out of memory or of time takes down the one task that it had. `answerTasks` is the
 * thread's side.
 */
export class WorkerThreads<Task, Answer> {
  readonly #options: Options
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  readonly #waiting: Job<Task, Answer>[] = []

  constructor(options: Options) {
    this.#options = options
    closings.add(() => this.close())
  }

  run(task: Task): Promise<Answer> {
    const done = Promise.withResolvers<Answer>()
    this.#waiting.push({ task, done })
    this.#next()
    return done.promise
  }

  /** Stops every thread; what is still being done is refused, and a later task starts anew. */
  async close(): Promise<void> {
    for (const { done } of this.#waiting.splice(0))
      done.reject(this.#options.failed('the server is stopping'))
    await Promise.all([...this.#all].map((worker) => worker.terminate()))
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? (this.#all.size < this.#options.threads ? this.#start() : undefined)
      if (worker === undefined) return
      const job = this.#waiting.shift()
      if (job !== undefined) this.#run(worker, job)
    }
  }

  #start(): Worker {
    const { script, memoryLimitMb } = this.#options
    const worker = new Worker(script, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    })
    // An idle thread must not keep the process alive; a busy one is held by its job.
    worker.unref()
    this.#all.add(worker)
    // Without a listener, a thread that fails while idle would end the process.
    worker.on('error', () => {})
    worker.once('exit', () => this.#forget(worker))
    return worker
  }

  #forget(worker: Worker): void {
    this.#all.delete(worker)
    const at = this.#idle.indexOf(worker)
    if (at >= 0) this.#idle.splice(at, 1)
    this.#next()
  }

  #run(worker: Worker, { task, done }: Job<Task, Answer>): void {
    const { failed, timeLimitMs } = this.#options
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref()
      settle()
    }
    const fail = (reason: string): void => finish(() => done.reject(failed(reason)))
    const onMessage = (message: ThreadMessage<Answer>): void => {
      if ('answer' in message) finish(() => done.resolve(message.answer))
      else fail(message.failure)
      this.#idle.push(worker)
      this.#next()
    }
    const onError = (error: Error): void => fail(error.message)
    const onExit = (): void => fail('its thread ended')
    const timer = setTimeout(() => {
      fail(`it took more than ${timeLimitMs} ms`)
      void worker.terminate()
    }, timeLimitMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref()
    try {
      worker.postMessage(task)
    } catch (error) {
      fail(String(error))
      this.#idle.push(worker)
    }
  }
}

/**
 * For an orderly end of the process, whose threads they are: several servers in one share them. What is still being done
 * is refused, and a later task starts anew.
 */
export async function closeThreads(): Promise<void> {
  await Promise.all([...closings].map((close) => close()))
}
