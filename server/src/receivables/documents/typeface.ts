import { createRequire } from 'node:module'
import { type Font, type GlyphRun, openSync } from 'fontkit'

/** A glyph where it stands in a run. Lengths are thousandths of the font size. */
export type PlacedGlyph = {
  readonly id: number
  /** The glyph's own width, which the PDF reader knows. */
  readonly width: number
  /** How far the pen moves, kerning included. */
  readonly advance: number
  readonly offsetX: number
  readonly offsetY: number
}

/** No contextual alternates: in Inter they turn `3x4` into a multiplication. */
const LETTERS = { calt: false, liga: false }
/** Figures alone are of equal width: the hyphen's and the space's twins would leave holes in words. */
const FIGURES = { ...LETTERS, tnum: true }
/** What English and French are written with: Inter has all of it, and one glyph tells one character. */
export const PLAIN =
  /^[\x20-\x7e\xa0-\xac\xae-\xff\u0152\u0153\u0178\u2011-\u2014\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2039\u203a\u20ac\u2122\u2212]*$/
export const PLAIN_CODES: readonly number[] = Array.from(
  { length: 0x2213 - 0x20 },
  (_, index) => index + 0x20,
).filter((code) => PLAIN.test(String.fromCodePoint(code)))

const MAX_KEPT_PAIRS = 50_000
const MAX_KEPT_TEXTS = 5000
const MAX_KEPT_LENGTH = 40

/**
 * A font file parsed once in a thread. fontkit shapes a word in half a millisecond; kerning and tabular figures
 * look at one neighbour only, so scripts that need no more are shaped from pairs, each asked of fontkit once.
 */
export class Typeface {
  readonly font: Font
  readonly #scale: number
  readonly #pairs = new Map<number, PlacedGlyph>()
  readonly #shaped = new Map<string, readonly PlacedGlyph[]>()
  #texts: Map<number, string> | undefined

  constructor(path: string) {
    this.font = openSync(createRequire(import.meta.url).resolve(path))
    this.#scale = 1000 / this.font.unitsPerEm
  }

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint)
  }

  /** The glyph of a character before its neighbour (0 where there is none). Figures are never kerned. */
  pair(codePoint: number, next: number): PlacedGlyph {
    const neighbour = isKerned(codePoint) && isKerned(next) ? next : 0
    const key = codePoint * 0x110000 + neighbour
    const known = this.#pairs.get(key)
    if (known) return known
    const text = String.fromCodePoint(codePoint) + (neighbour === 0 ? '' : String.fromCodePoint(neighbour))
    const made = this.#placed(this.font.layout(text, isFigure(codePoint) ? FIGURES : LETTERS), 0)
    if (this.#pairs.size >= MAX_KEPT_PAIRS) this.#pairs.clear()
    this.#pairs.set(key, made)
    return made
  }

  /** Whole shaping, for scripts whose letters join, stack or reorder. Right-to-left runs come in drawing order. */
  shape(text: string): readonly PlacedGlyph[] {
    const known = this.#shaped.get(text)
    if (known) return known
    const run = this.font.layout(text, LETTERS)
    const made = run.glyphs.map((_, index) => this.#placed(run, index))
    if (this.#shaped.size >= MAX_KEPT_TEXTS) this.#shaped.clear()
    if (text.length <= MAX_KEPT_LENGTH) this.#shaped.set(text, made)
    return made
  }

  /** The characters that a glyph stands for, the same in every document whatever was drawn before it. */
  textOf(id: number): string {
    this.#texts ??= this.#readTexts()
    return this.#texts.get(id) ?? ''
  }

  #readTexts(): Map<number, string> {
    const texts = new Map<number, string>()
    const tell = (id: number, code: number): void => {
      if (!texts.has(id)) texts.set(id, String.fromCodePoint(code))
    }
    for (const code of PLAIN_CODES) if (this.has(code)) tell(this.pair(code, 0).id, code)
    for (const code of [...this.font.characterSet].sort((a, b) => a - b)) {
      tell(this.font.glyphForCodePoint(code).id, code)
    }
    return texts
  }

  #placed(run: GlyphRun, index: number): PlacedGlyph {
    const glyph = run.glyphs[index]
    const position = run.positions[index]
    if (glyph === undefined || position === undefined) throw new RangeError('a glyph without a position')
    return {
      id: glyph.id,
      width: glyph.advanceWidth * this.#scale,
      advance: position.xAdvance * this.#scale,
      offsetX: position.xOffset * this.#scale,
      offsetY: position.yOffset * this.#scale,
    }
  }
}

/** Letters of Latin, Greek and Cyrillic, and punctuation: few enough pairs to keep. */
function isKerned(codePoint: number): boolean {
  return !isFigure(codePoint) && (codePoint < 0x530 || (codePoint >= 0x2010 && codePoint <= 0x203a))
}

function isFigure(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39
}

export type Weight = 'regular' | 'semibold'

const FILES = {
  regular: [
    '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  ],
  semibold: [
    '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  ],
} as const

const opened = new Map<string, Typeface>()

/** Inter first; DejaVu Sans, opened when first needed, for what Inter lacks. */
export function typefaceFor(weight: Weight, choice: 0 | 1 = 0): Typeface {
  const path = FILES[weight][choice]
  const known = opened.get(path)
  if (known) return known
  const made = new Typeface(path)
  opened.set(path, made)
  return made
}
