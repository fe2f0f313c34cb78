import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the dashboard as it is served. */
export interface DashboardFile {
  contentType: string
  cacheControl: string
  body: Buffer
  /** Compressed when it was built; null where the format is compressed already. */
  brotli: Buffer | null
  gzip: Buffer | null
}

export interface Dashboard {
  /** The page, with NONCE_PLACE where each answer's own nonce stands. */
  page: string
  /** First parts of the paths that the page is served at: `''` for the front page, `pay`, `settings`, … */
  sections: ReadonlySet<string>
  /** The files of a section's first screen, beside those that the page itself asks for. */
  firstFiles: Readonly<Record<string, readonly string[]>>
  find(path: string): DashboardFile | undefined
}

export const NONCE_PLACE = '__CSP_NONCE__'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const BUILDS = join(import.meta.dirname, '../../../../ui/dist')

/** What every build has beside its files; one of before lacks what came since. */
const PARTS = ['index.html', 'sections.json', 'preloads.json']

/** Reads the dashboard that was built last, once, at start; undefined where none was built, or by an older version. */
export function loadDashboard(builds = BUILDS): Dashboard | undefined {
  const current = join(builds, 'current')
  if (!existsSync(current)) return undefined
  const folder = join(builds, readFileSync(current, 'utf8'))
  if (!PARTS.every((part) => existsSync(join(folder, part)))) return undefined
  const files = new Map<string, DashboardFile>()
  for (const path of globSync('dashboard/**/*', { cwd: folder })) {
    const contentType = TYPES[extname(path)]
    const file = join(folder, path)
    if (contentType !== undefined && statSync(file).isFile())
      files.set(`/${path}`, readFile(file, contentType))
  }
  const sections: string[] = JSON.parse(readFileSync(join(folder, 'sections.json'), 'utf8'))
  return {
    page: readFileSync(join(folder, 'index.html'), 'utf8'),
    sections: new Set(sections),
    firstFiles: JSON.parse(readFileSync(join(folder, 'preloads.json'), 'utf8')),
    find: (path) => files.get(path),
  }
}

function readFile(file: string, contentType: string): DashboardFile {
  const packed = (ending: string) => (existsSync(file + ending) ? readFileSync(file + ending) : null)
  return {
    contentType,
    // What stands in assets/ has a hash of its content in its name; the rest keeps its name.
    cacheControl: file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    body: readFileSync(file),
    brotli: packed('.br'),
    gzip: packed('.gz'),
  }
}
