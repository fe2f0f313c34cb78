import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { bound, isMet, machine, type Result } from './support/result.ts'

/**
 * `bin/bench [name…]`: runs the benches whose file names have one of the words (all, without), each in a process of its
 * own, and prints their results as Markdown. Exit status 1 where a bound is missed, 2 where a bench failed.
 */
const ORDER = [
  'pay-page',
  'settlement',
  'invoice-numbers',
  'invoice-pdf',
  'bulk-send',
  'memory',
  'verify',
  'big-lists',
  'aging',
  'audits',
]

const [first, one] = process.argv.slice(2)
if (first === '--one' && one !== undefined) {
  const { run } = (await import(`./${one}.bench.ts`)) as { run: () => Promise<Result[]> }
  process.send?.(await run())
  process.disconnect()
} else {
  await runAll(process.argv.slice(2))
}

async function runAll(words: readonly string[]): Promise<void> {
  const names = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  if (names.length === 0) throw new Error(`No bench has a name with ${words.join(' or ')}.`)
  const date = new Date().toISOString().slice(0, 10)
  console.log(`Measured ${date} on ${machine()}.\n`)
  console.log('| what | ratio | bound | | detail |\n|---|---|---|---|---|')
  for (const name of names) {
    const results = await runOne(name)
    for (const result of results ?? []) console.log(row(result))
    if (results === undefined) console.log(`| ${name} | | | **failed** | see above |`)
    if (results === undefined) process.exitCode = 2
    else if (!results.every(isMet)) process.exitCode ??= 1
  }
}

/** What a bench found, or undefined where it ended without. */
async function runOne(name: string): Promise<Result[] | undefined> {
  const child = fork(import.meta.filename, ['--one', name], { stdio: ['ignore', 2, 2, 'ipc'] })
  let results: Result[] | undefined
  child.on('message', (message: Result[]) => {
    results = message
  })
  await once(child, 'exit')
  return results
}

function row(result: Result): string {
  return `| ${result.name} | ${result.ratio.toFixed(2)} | ${bound(result)} | ${isMet(result) ? 'met' : '**missed**'} | ${result.detail} |`
}
