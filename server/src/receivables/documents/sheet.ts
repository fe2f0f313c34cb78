import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { EmbeddedFont } from './embed-font.ts'
import { type Run, type ShapedText, shapeText, widthOf } from './shape-text.ts'
import { type Typeface, typefaceFor, type Weight } from './typeface.ts'
import { wrapText } from './wrap-text.ts'

/** The colours of `faces.md` on paper; each text colour passes 4.5:1 on white and on the panel. */
export const COLOR = {
  ink: '#0f172a',
  quiet: '#475569',
  accent: '#0b6b4f',
  onAccent: '#ffffff',
  rule: '#cbd5e1',
  panel: '#f1f6f4',
  alert: '#b42318',
} as const
export type Color = (typeof COLOR)[keyof typeof COLOR]

export type TextStyle = {
  readonly size: number
  readonly weight?: Weight
  readonly color?: Color
  readonly align?: 'left' | 'right' | 'center'
}

export type SheetOptions = {
  readonly locale: string
  readonly title: string
  readonly author: string
  /** Stands in the file as its date, so that one document always has the same bytes. */
  readonly date: Date
}

export type Place = { readonly page: number; readonly y: number }

export const MARGIN = 48
/** What the foot of a page takes above the paper's edge. */
const FOOT = 62
const LINE_HEIGHT = 1.4
const LETTER_REGIONS = new Set(['US', 'CA'])

/** The paper of a document: pages, a pen that goes down, and text in any script. Lengths are points from the top left. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument
  readonly left = MARGIN
  readonly width: number
  readonly right: number
  readonly bottom: number
  /** Where the next thing is drawn. */
  y = MARGIN
  #page = 0
  readonly #fonts = new Map<Typeface, EmbeddedFont>()

  constructor(options: SheetOptions) {
    const region = new Intl.Locale(options.locale).maximize().region ?? ''
    this.pdf = new PDFDocument({
      size: LETTER_REGIONS.has(region) ? 'LETTER' : 'A4',
      margin: 0,
      font: '',
      bufferPages: true,
      pdfVersion: '1.7',
      lang: options.locale,
      displayTitle: true,
      info: {
        Title: options.title,
        Author: options.author,
        Producer: 'Quittance',
        Creator: 'Quittance',
        CreationDate: options.date,
      },
    })
    this.width = this.pdf.page.width - 2 * MARGIN
    this.right = this.pdf.page.width - MARGIN
    this.bottom = this.pdf.page.height - FOOT
  }

  get height(): number {
    return this.pdf.page.height
  }

  /** The page after the current one, which another column may have begun already. */
  nextPage(): void {
    this.#page++
    if (this.#page < this.pdf.bufferedPageRange().count) this.pdf.switchToPage(this.#page)
    else this.pdf.addPage()
    this.y = MARGIN
  }

  /** Where the pen is, to come back to for a column beside this one. */
  get place(): Place {
    return { page: this.#page, y: this.y }
  }

  moveTo({ page, y }: Place): void {
    this.#page = page
    this.pdf.switchToPage(page)
    this.y = y
  }

  /** Starts a new page unless so much is free below the pen. */
  keep(height: number): boolean {
    if (this.y + height <= this.bottom) return false
    this.nextPage()
    return true
  }

  /** One line with its baseline at `y`; `x` is its left end, its right end or its middle by `align`. */
  text(text: string, x: number, y: number, style: TextStyle): void {
    this.draw(shapeText(text, style.weight ?? 'regular'), x, y, style)
  }

  /** Wrapped text from the pen down, going on over pages line by line. */
  paragraph(text: string, x: number, width: number, style: TextStyle): void {
    for (const line of wrapText(text, style.weight ?? 'regular', style.size, width)) {
      this.keep(lineHeight(style.size))
      this.lines([line], x, this.y, style)
      this.y += lineHeight(style.size)
    }
  }

  /** Lines that are wrapped already, the first beginning at `top`. */
  lines(lines: readonly string[], x: number, top: number, style: TextStyle): void {
    const height = lineHeight(style.size)
    lines.forEach((line, index) => {
      this.text(line, x, top + index * height + baseline(style.size), style)
    })
  }

  rule(y: number, x: number = this.left, width: number = this.width): void {
    this.pdf.rect(x, y - 0.25, width, 0.5).fill(COLOR.rule)
  }

  /** Foot lines and page numbers, once the number of pages is known. */
  eachPage(draw: (page: number, pages: number) => void): void {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(start + page)
      draw(page + 1, count)
    }
  }

  async finish(): Promise<Uint8Array> {
    for (const font of this.#fonts.values()) font.finish()
    this.pdf.end()
    return buffer(this.pdf)
  }

  protected draw(shaped: ShapedText, x: number, y: number, style: TextStyle): void {
    const scale = style.size / 1000
    const shift = style.align === 'right' ? shaped.width : style.align === 'center' ? shaped.width / 2 : 0
    let pen = x - shift * scale
    const content = [`BT ${rgb(style.color ?? COLOR.ink)} rg`]
    for (const run of shaped.runs) {
      const font = this.#fontOf(run.face)
      content.push(`/${font.name} ${style.size} Tf 1 0 0 -1 ${number(pen)} ${number(y)} Tm`)
      if (run.actualText !== undefined) content.push(`/Span << /ActualText ${utf16(run.actualText)} >> BDC`)
      pen += showGlyphs(run, font, style.size, content) * scale
      if (run.actualText !== undefined) content.push('EMC')
    }
    content.push('ET')
    this.pdf.addContent(content.join('\n'))
  }

  #fontOf(face: Typeface): EmbeddedFont {
    let font = this.#fonts.get(face)
    if (font === undefined) {
      font = new EmbeddedFont(this.pdf, face, `F${this.#fonts.size + 1}`)
      this.#fonts.set(face, font)
    }
    this.pdf.page.fonts[font.name] ??= font.reference
    return font
  }
}

export function lineHeight(size: number): number {
  return size * LINE_HEIGHT
}

/** From the top of a line to its baseline. */
export function baseline(size: number): number {
  const { font } = typefaceFor('regular')
  return lineHeight(size) / 2 + (font.capHeight / font.unitsPerEm / 2) * size
}

/** The size, no larger than wanted, at which a figure fits a width: half a figure would be another figure. */
export function sizeToFit(text: string, size: number, width: number): number {
  const wanted = widthOf(text, 'semibold', size)
  return wanted <= width ? size : Math.floor(((size * width) / wanted) * 10) / 10
}

/** Writes a run as one array of codes and corrections; returns its width in thousandths. */
function showGlyphs(run: Run, font: EmbeddedFont, size: number, content: string[]): number {
  let width = 0
  let codes = ''
  let parts = ''
  let rise = 0
  const correct = (by: number): void => {
    if (Math.abs(by) < 0.5) return
    parts += codes === '' ? `${number(by)} ` : `<${codes}> ${number(by)} `
    codes = ''
  }
  const flush = (): void => {
    if (codes !== '') parts += `<${codes}>`
    if (parts !== '') content.push(`[${parts}] TJ`)
    codes = ''
    parts = ''
  }
  for (const glyph of run.glyphs) {
    if (glyph.offsetY !== rise) {
      flush()
      rise = glyph.offsetY
      content.push(`${number((rise * size) / 1000)} Ts`)
    }
    correct(-glyph.offsetX)
    codes += font.hexOf(glyph)
    correct(glyph.width + glyph.offsetX - glyph.advance)
    width += glyph.advance
  }
  flush()
  if (rise !== 0) content.push('0 Ts')
  return width
}

function number(value: number): number {
  return Math.round(value * 100) / 100
}

function rgb(color: string): string {
  return [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
}

function utf16(text: string): string {
  return `<feff${Array.from({ length: text.length }, (_, at) => (0x10000 + text.charCodeAt(at)).toString(16).slice(1)).join('')}>`
}
