import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file of the page as it is served: its address changes with its content, so browsers keep it for ever. */
export interface PayPageAsset {
  path: string
  contentType: string
  cacheControl: string
  body: Buffer
  /** Compressed once; null where the format is compressed already. */
  brotli: Buffer | null
  gzip: Buffer | null
}

export interface PayPageAssets {
  stylesheetPath: string
  scriptPath: string
  /** Of the form that saves without charging. */
  formScriptPath: string
  /** The fonts that every page needs, to be asked for early. */
  fontPaths: string[]
  find(path: string): PayPageAsset | undefined
}

const FONTS = ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600']
/** The stylesheet's parts, in the order in which later rules win. */
const STYLES = ['fonts', 'colours', 'base', 'bar', 'owed', 'panel', 'methods', 'wire', 'by-phone', 'media']
/** The script's modules, each after those it imports: together they are one file. */
const MODULES = ['page', 'server', 'live', 'action', 'fields', 'wallets', 'pay']
/** Of the form that saves without charging. */
const FORM_MODULES = ['page', 'server', 'fields', 'method']

let loaded: PayPageAssets | undefined

/** Reads stylesheet, script and fonts once, at start: compressing them takes a tenth of a second. */
export function loadPayPageAssets(): PayPageAssets {
  loaded ??= readPayPageAssets()
  return loaded
}

function readPayPageAssets(): PayPageAssets {
  const resolve = createRequire(import.meta.url).resolve
  const fonts = new Map(
    FONTS.map((font) => {
      const file = resolve(`@fontsource/inter/files/inter-${font}-normal.woff2`)
      return [font, makeAsset(`inter-${font}`, 'woff2', 'font/woff2', readFileSync(file))]
    }),
  )
  const style = STYLES.map((name) => readFileSync(new URL(`styles/${name}.css`, import.meta.url), 'utf8'))
    .join('')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/url\("?(latin[\w-]+)"?\)/g, (_, font: string) => `url("${fonts.get(font)?.path ?? font}")`)
  const stylesheet = makeAsset('pay', 'css', 'text/css; charset=utf-8', Buffer.from(style))
  const scriptOf = (name: string, modules: readonly string[]) =>
    makeAsset(name, 'js', 'text/javascript; charset=utf-8', Buffer.from(readScript(modules)))
  const script = scriptOf('pay', MODULES)
  const formScript = scriptOf('method', FORM_MODULES)
  const all = new Map([stylesheet, script, formScript, ...fonts.values()].map((asset) => [asset.path, asset]))
  return {
    stylesheetPath: stylesheet.path,
    scriptPath: script.path,
    formScriptPath: formScript.path,
    fontPaths: FONTS.slice(0, 2).map((font) => fonts.get(font)?.path ?? ''),
    find: (path) => all.get(path),
  }
}

/** The browser's modules without their types, comments and imports of each other, as one module. */
function readScript(modules: readonly string[]): string {
  return modules
    .map((name) => {
      const source = readFileSync(new URL(`browser/${name}.ts`, import.meta.url), 'utf8')
      return stripTypeScriptTypes(source)
        .replace(/^import [^;]*? from '[^']*'$/gm, '')
        .replace(/^export /gm, '')
        .replace(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
        .replace(/[ \t]+$/gm, '')
        .replace(/\n{2,}/g, '\n')
    })
    .join('')
}

function makeAsset(name: string, extension: string, contentType: string, body: Buffer): PayPageAsset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  const isText = contentType.startsWith('text/')
  return {
    path: `/assets/${name}.${hash}.${extension}`,
    contentType,
    cacheControl: 'public, max-age=31536000, immutable',
    body,
    brotli: isText ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : null,
    gzip: isText ? gzipSync(body, { level: 9 }) : null,
  }
}
