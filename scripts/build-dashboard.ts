import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { writeOffline } from './dashboard/write-offline.ts'
import { writePreloads } from './dashboard/write-preloads.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'ui/dist')
/** What the bundle is made from. */
const SOURCES = [
  'ui/index.html',
  'ui/vite.config.ts',
  'ui/src/**/*',
  'ui/public/**/*',
  'scripts/dashboard/*.ts',
  'server/src/lib/{words,keeper}.ts',
  'package-lock.json',
]
const TEXT = /\.(js|css|html|svg|webmanifest)$/

/**
 * Builds the dashboard if its sources have changed since: into a folder named by their hash, which `current` names
 * once it is whole. So several may build at once, and a server never reads half of a build.
 */
export async function buildDashboard(): Promise<void> {
  const name = hashOfSources()
  const folder = join(dist, name)
  if (!existsSync(folder)) {
    const half = join(dist, `.${randomUUID()}`)
    await bundle(half)
    writeOffline(half)
    writePreloads(half)
    await compress(half)
    try {
      renameSync(half, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error
      rmSync(half, { recursive: true })
    }
  }
  const current = join(dist, `.${randomUUID()}`)
  writeFileSync(current, name)
  renameSync(current, join(dist, 'current'))
  forgetOthers(name)
}

async function bundle(outDir: string): Promise<void> {
  // Not before there is something to do: most starts find the build of the last one.
  const { build } = await import('vite')
  // Else, in a test run, it would be React's slow half for developers.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ root: join(root, 'ui'), logLevel: 'warn', build: { outDir } })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    if (statSync(join(root, path)).isFile())
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
  }
  return hash.digest('base64url').slice(0, 16).replace(/^-/, '_')
}

/** Each text file also as .br and .gz, so that the server never compresses. */
async function compress(folder: string): Promise<void> {
  const files = globSync('**/*', { cwd: folder }).filter((path) => TEXT.test(path) && path !== 'index.html')
  await Promise.all(
    files.map(async (path) => {
      const body = readFileSync(join(folder, path))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(body, { params }),
        promisify(gzip)(body, { level: 9 }),
      ])
      writeFileSync(join(folder, `${path}.br`), br)
      writeFileSync(join(folder, `${path}.gz`), gz)
    }),
  )
}

/** Builds that are no longer named. A half one that is an hour old is nobody's who still works at it. */
function forgetOthers(name: string): void {
  const hourAgo = Date.now() - 3_600_000
  for (const other of readdirSync(dist)) {
    const path = join(dist, other)
    if (other === name || other === 'current') continue
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat !== undefined && stat.mtimeMs < hourAgo) rmSync(path, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  mkdirSync(dist, { recursive: true })
  await buildDashboard()
}
