import { PLAIN, type PlacedGlyph, type Typeface, typefaceFor, type Weight } from './typeface.ts'

/** Glyphs of one typeface in a row. */
export type Run = {
  readonly face: Typeface
  readonly glyphs: readonly PlacedGlyph[]
  /** The characters, where the glyphs alone do not tell them: joined letters, and boxes for what no font has. */
  readonly actualText: string | undefined
}

export type ShapedText = {
  readonly runs: readonly Run[] /** Thousandths of the font size. */
  readonly width: number
}

const BOX = 0x25a1
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e0fff}]/gu
const CLINGING = /[\p{M}\u200c\u200d]/u
const NEEDS_SHAPING =
  /[\p{M}\u200c\u200d]|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u
const FIGURE = /\p{Nd}/u

/** Line breaks and tabs become spaces, what has no form (controls, direction marks) goes, accents are composed. */
function printable(text: string): string {
  if (PLAIN.test(text)) return text
  return text.toWellFormed().normalize('NFC').replace(/\s/gu, space).replace(INVISIBLE, '')
}

function space(found: string): string {
  return found === '\u00a0' || found === '\u202f' || found === '\u2007' ? found : ' '
}

/** Chooses a typeface for every character, so that any text can be drawn: Inter, DejaVu Sans, or a visible box. */
export function shapeText(text: string, weight: Weight): ShapedText {
  const clean = printable(text)
  const runs = PLAIN.test(clean) ? [plainRun(clean, typefaceFor(weight))] : mixedRuns(clean, weight)
  let width = 0
  for (const run of runs) for (const glyph of run.glyphs) width += glyph.advance
  return { runs, width }
}

export function widthOf(text: string, weight: Weight, size: number): number {
  return (shapeText(text, weight).width * size) / 1000
}

function plainRun(text: string, face: Typeface): Run {
  const glyphs: PlacedGlyph[] = []
  for (let index = 0; index < text.length; index++) {
    glyphs.push(face.pair(text.charCodeAt(index), index + 1 < text.length ? text.charCodeAt(index + 1) : 0))
  }
  return { face, glyphs, actualText: undefined }
}

type Piece = { face: Typeface | undefined; isFigures: boolean; text: string }

function mixedRuns(text: string, weight: Weight): Run[] {
  const pieces: Piece[] = []
  const characters = [...text]
  characters.forEach((character, index) => {
    const last = pieces.at(-1)
    const isFigures = FIGURE.test(character)
    if (last !== undefined && CLINGING.test(character)) {
      last.text += character
      return
    }
    const face = faceFor(character, characters[index + 1], last, weight)
    if (last !== undefined && last.face === face && last.isFigures === isFigures) last.text += character
    else pieces.push({ face, isFigures, text: character })
  })
  return pieces.map((piece) => runOf(piece, weight))
}

/** A space inside foreign text stays with it, so that words of a right-to-left script keep their order. */
function faceFor(
  character: string,
  next: string | undefined,
  last: Piece | undefined,
  weight: Weight,
): Typeface | undefined {
  const inter = typefaceFor(weight)
  const code = character.codePointAt(0) ?? BOX
  if (character === ' ' && last?.face !== undefined && last.face !== inter && next !== undefined) {
    if (last.face.has(next.codePointAt(0) ?? BOX) && !inter.has(next.codePointAt(0) ?? BOX)) return last.face
  }
  if (inter.has(code)) return inter
  const fallback = typefaceFor(weight, 1)
  return fallback.has(code) ? fallback : undefined
}

function runOf({ face, text }: Piece, weight: Weight): Run {
  if (face === undefined) return boxes(text, typefaceFor(weight))
  const clinging =
    CLINGING.test(text) && [...text].some((character) => !face.has(character.codePointAt(0) ?? BOX))
  const drawn = clinging
    ? text.replace(/[\p{M}\u200c\u200d]/gu, (mark) => (face.has(mark.codePointAt(0) ?? BOX) ? mark : ''))
    : text
  if (NEEDS_SHAPING.test(drawn)) return { face, glyphs: face.shape(drawn), actualText: text }
  const codes = [...drawn].map((character) => character.codePointAt(0) ?? BOX)
  const glyphs = codes.map((code, index) => face.pair(code, codes[index + 1] ?? 0))
  const isTold =
    !clinging && glyphs.every((glyph, index) => face.textOf(glyph.id).codePointAt(0) === codes[index])
  return { face, glyphs, actualText: isTold ? undefined : text }
}

function boxes(text: string, face: Typeface): Run {
  const visible = [...text].filter((character) => !CLINGING.test(character))
  return { face, glyphs: visible.map(() => face.pair(BOX, 0)), actualText: text }
}
