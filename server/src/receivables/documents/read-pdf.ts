import { execFileSync } from 'node:child_process'

/** What tests read of a PDF, with Debian's poppler-utils where it is more than the bytes themselves tell. */
export const hasPoppler = isInstalled()

function isInstalled(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.log('skipped: poppler-utils is not installed, so the text of PDFs is not read')
    return false
  }
}

/** The text in drawing order; every kind of space is one plain space. */
export function textOf(pdf: Uint8Array): string {
  return poppler('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf).toString('utf8').replace(/\s+/g, ' ')
}

/** The text of each page, line by line as it looks. */
export function pagesOf(pdf: Uint8Array): string[] {
  const text = poppler('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], pdf).toString('utf8')
  return text.split('\f').slice(0, -1)
}

export function infoOf(pdf: Uint8Array): string {
  return poppler('pdfinfo', ['-'], pdf).toString('utf8')
}

/** Grey levels of the first page. */
export function pictureOf(pdf: Uint8Array, dotsPerInch: number): { width: number; pixels: Uint8Array } {
  const pgm = poppler('pdftoppm', ['-gray', '-f', '1', '-l', '1', '-r', `${dotsPerInch}`, '-'], pdf)
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('pdftoppm wrote no PGM')
  return { width: Number(head[1]), pixels: pgm.subarray(head[0].length) }
}

export type Link = { readonly uri: string; readonly rect: readonly number[]; readonly name: string }

/** The links as the file itself holds them: annotations are not compressed. */
export function linksOf(pdf: Uint8Array): Link[] {
  const text = Buffer.from(pdf).toString('latin1')
  const actions = new Map(
    [...text.matchAll(/^(\d+) 0 obj\n<<\n\/S \/URI\n\/URI \((.*)\)\n>>/gm)].map((found) => [
      found[1],
      found[2],
    ]),
  )
  const annotations = text.matchAll(
    /\/Contents \(([^\n]*)\)\n\/Subtype \/Link\n\/A (\d+) 0 R\n\/Type \/Annot\n\/Rect \[([^\]]*)\]/g,
  )
  return [...annotations].map((found) => ({
    name: found[1] ?? '',
    uri: actions.get(found[2]) ?? '',
    rect: (found[3] ?? '').split(' ').map(Number),
  }))
}

function poppler(program: string, parameters: readonly string[], pdf: Uint8Array): Buffer {
  return execFileSync(program, parameters, {
    input: pdf,
    maxBuffer: 100_000_000,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}
