import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Apache-2.0. 170 MB with all that it brings: installed beside our own dependencies when a bench wants it. */
const VERSION = '13.5.0'
const root = resolve(import.meta.dirname, '../../..')
const home = join(root, '.tools/lighthouse')
const program = join(home, 'node_modules/lighthouse/cli/index.js')

export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
export type Category = (typeof CATEGORIES)[number]

/** From 0 to 1, as Lighthouse weighs them; with the names of audits that took something away. */
export type Scores = Record<Category, { score: number; lost: string[] }>

/**
 * What Lighthouse says of a page as a new visitor loads it, on its slow telephone or on its desk (`desktop`), both
 * throttled by reckoning. `cookie` is sent with every request.
 */
export async function audit(
  url: string,
  { form, cookie }: { form: 'mobile' | 'desktop'; cookie?: string },
): Promise<Scores> {
  await install()
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  try {
    const headers = join(folder, 'headers.json')
    writeFileSync(headers, JSON.stringify(cookie === undefined ? {} : { cookie }))
    const report = join(folder, 'report.json')
    await run(process.execPath, [
      program,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--extra-headers=${headers}`,
      '--no-enable-error-reporting',
      // The dashboard's live stream is never at rest: what there is to load has come long before.
      '--max-wait-for-load=12000',
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ])
    return scoresOf(JSON.parse(readFileSync(report, 'utf8')) as Report)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Report {
  runtimeError?: { message: string }
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; displayValue?: string }>
}

function scoresOf({ runtimeError, categories, audits }: Report): Scores {
  if (runtimeError !== undefined) throw new Error(runtimeError.message)
  const entries = CATEGORIES.map((category) => {
    const { score, auditRefs } = categories[category]
    const lost = auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}${audits[id]?.displayValue ? ` ${audits[id].displayValue}` : ''}`)
    return [category, { score: score ?? 0, lost }] as const
  })
  return Object.fromEntries(entries) as Scores
}

async function install(): Promise<void> {
  if (existsSync(program)) return
  const npm = join(root, 'bin/npm')
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error']
  await run(npm, ['install', '--prefix', home, ...quiet, `lighthouse@${VERSION}`])
}

async function run(command: string, args: string[]): Promise<void> {
  const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(existsSync(chromium) ? { CHROME_PATH: chromium } : {}) },
  })
  let said = ''
  child.stderr.on('data', (piece) => {
    said += piece
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`${command} ended with status ${status}: ${said.slice(-2000)}`)
}
