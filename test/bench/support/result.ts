import { readFileSync } from 'node:fs'
import { arch, availableParallelism, platform, totalmem } from 'node:os'

/** What a bench found: a ratio measured within one run, and the least (`floor`) or most (`ceiling`) it may be. */
export interface Result {
  name: string
  ratio: number
  floor?: number
  ceiling?: number
  detail: string
}

export function isMet({ ratio, floor, ceiling }: Result): boolean {
  return (floor === undefined || ratio >= floor) && (ceiling === undefined || ratio <= ceiling)
}

export function bound({ floor, ceiling }: Result): string {
  return floor === undefined ? `at most ${ceiling}` : `at least ${floor}`
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** How far the values lie apart, as text: least to most. */
export function spread(values: readonly number[], digits = 2): string {
  return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`
}

/** Prints a bench that is run by itself; the exit status says whether all its bounds are met. */
export async function printBench(run: () => Promise<Result[]>): Promise<void> {
  for (const result of await run()) {
    const verdict = isMet(result) ? 'met' : 'MISSED'
    console.log(`${result.name}: ${result.ratio.toFixed(2)} (${bound(result)}: ${verdict}); ${result.detail}`)
    if (!isMet(result)) process.exitCode = 1
  }
}

/** The machine in a sentence: numbers mean nothing without it. */
export function machine(): string {
  const model = /^model name\s*:\s*(.+)$/m.exec(readCpuInfo())?.[1] ?? arch()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${availableParallelism()} cores of ${model.trim()}, ${memory} GB, ${platform()}, Node ${process.versions.node}`
}

function readCpuInfo(): string {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8')
  } catch {
    return ''
  }
}
