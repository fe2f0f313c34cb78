import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The two weights of the fonts that every screen is written in; those for other alphabets come when they are wanted. */
const FONTS = 'dashboard/assets/inter-latin-{400,600}-normal-*.woff2'
/** What a section shows first, by the first part of its path. */
const SCREENS: Readonly<Record<string, string>> = {
  '': 'src/screens/home/home.tsx',
  'sign-in': 'src/screens/signing-in/sign-in.tsx',
  pay: 'src/screens/requests/requests.tsx',
  customers: 'src/screens/customers/customers.tsx',
  invoices: 'src/screens/invoices/invoices.tsx',
}

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

/**
 * Of a bundle: has the page ask at once for its fonts, rather than when the stylesheet has come and names them; and
 * writes into `preloads.json` what a section's first screen is made of, so that its page can ask for that too.
 */
export function writePreloads(folder: string): void {
  const links = globSync(FONTS, { cwd: folder })
    .sort()
    .map((path) => `<link rel="preload" href="/${path}" as="font" type="font/woff2" crossorigin>`)
  const page = join(folder, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('</title>', `</title>${links.join('')}`))

  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(folder, '.vite/manifest.json'), 'utf8'),
  )
  const first = new Set(filesOf(manifest, 'index.html'))
  const preloads = Object.entries(SCREENS).map(([section, source]) => {
    const files = [...new Set(filesOf(manifest, source))].filter((file) => !first.has(file))
    return [section, files.map((file) => `/${file}`)] as const
  })
  writeFileSync(join(folder, 'preloads.json'), JSON.stringify(Object.fromEntries(preloads)))
  rmSync(join(folder, '.vite'), { recursive: true })
}

/** A chunk's own script and stylesheets, and those of all that it imports at once. */
function filesOf(manifest: Readonly<Record<string, Chunk>>, name: string): string[] {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`The bundle has no ${name}.`)
  const { file, css = [], imports = [] } = chunk
  return [file, ...css, ...imports.flatMap((each) => filesOf(manifest, each))]
}
