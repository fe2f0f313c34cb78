import { Worker } from 'node:worker_threads'
import { DocumentNotRendered } from './errors.ts'
import type { InvoiceDocument } from './invoice-document.ts'
import type { ReceiptDocument } from './receipt-document.ts'

export type RenderTask =
  | { readonly kind: 'invoice'; readonly document: InvoiceDocument }
  | { readonly kind: 'receipt'; readonly document: ReceiptDocument }
export type RenderAnswer = { readonly bytes: Uint8Array } | { readonly failure: string }

type Options = {
  readonly script: URL
  readonly threads: number
  readonly timeLimitMs: number
  readonly memoryLimitMb: number
}
type Job = { readonly task: RenderTask; readonly done: PromiseWithResolvers<Uint8Array> }

/**
 * Threads that render documents, so that a page of 500 lines never holds up a payment. They start when first
 * needed. A thread that crashes, runs out of memory or of time takes down the one document it was rendering.
 */
export class DocumentWorkers {
  readonly #options: Options
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  readonly #waiting: Job[] = []

  constructor(options: Options) {
    this.#options = options
  }

  render(task: RenderTask): Promise<Uint8Array> {
    const done = Promise.withResolvers<Uint8Array>()
    this.#waiting.push({ task, done })
    this.#next()
    return done.promise
  }

  /** Stops every thread; what is still being rendered is refused, and a later render starts anew. */
  async close(): Promise<void> {
    for (const { done } of this.#waiting.splice(0))
      done.reject(new DocumentNotRendered('the server is stopping'))
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

  #run(worker: Worker, { task, done }: Job): void {
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref()
      settle()
    }
    const onMessage = (answer: RenderAnswer): void => {
      finish(() =>
        'bytes' in answer ? done.resolve(answer.bytes) : done.reject(new DocumentNotRendered(answer.failure)),
      )
      this.#idle.push(worker)
      this.#next()
    }
    const onError = (error: Error): void => finish(() => done.reject(new DocumentNotRendered(error.message)))
    const onExit = (): void => finish(() => done.reject(new DocumentNotRendered('its thread ended')))
    const timer = setTimeout(() => {
      finish(() => done.reject(new DocumentNotRendered(`it took more than ${this.#options.timeLimitMs} ms`)))
      void worker.terminate()
    }, this.#options.timeLimitMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref()
    try {
      worker.postMessage(task)
    } catch (error) {
      finish(() => done.reject(new DocumentNotRendered(String(error))))
      this.#idle.push(worker)
    }
  }
}
