import type { Load, LoadResult } from './load-maker.ts'
import { answer, startProcess, stopProcess } from './processes.ts'

export interface LoadMaker {
  ask(load: Load): Promise<LoadResult>
  stop(): Promise<void>
}

export async function startLoadMaker(): Promise<LoadMaker> {
  const child = await startProcess(new URL('./load-maker.ts', import.meta.url))
  return {
    ask: (load) => {
      const result = answer<LoadResult>(child, (message) => 'perSecond' in message)
      child.send(load)
      return result
    },
    stop: () => stopProcess(child),
  }
}
