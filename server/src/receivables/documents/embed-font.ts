import { deflateSync } from 'node:zlib'
import type { Glyph } from 'fontkit'
import { PLAIN_CODES, type PlacedGlyph, type Typeface, typefaceFor } from './typeface.ts'

type Pdf = PDFKit.PDFDocument

/** The part of a typeface that every document carries, compressed once in a thread. */
type Seed = {
  readonly codes: ReadonlyMap<number, number>
  readonly ids: readonly number[]
  readonly file: FontFile
}
type FontFile = { readonly bytes: Uint8Array; readonly rawLength: number }

const seeds = new Map<Typeface, Seed>()

/**
 * One typeface in one document. Inter starts from a subset with all that English and French need, whose font
 * file is built once in a thread; only a document with other characters pays for a subset of its own.
 */
export class EmbeddedFont {
  readonly name: string
  readonly reference: PDFKit.PDFKitReference
  readonly #pdf: Pdf
  readonly #face: Typeface
  readonly #seed: Seed
  readonly #extraCodes = new Map<number, number>()

  constructor(pdf: Pdf, face: Typeface, name: string) {
    this.#pdf = pdf
    this.#face = face
    this.name = name
    this.reference = pdf.ref({})
    this.#seed = seedOf(face)
  }

  /** The code of a glyph in this document, as it is written in a page's content. */
  hexOf(glyph: PlacedGlyph): string {
    const code = this.#seed.codes.get(glyph.id) ?? this.#extraCodes.get(glyph.id) ?? this.#include(glyph.id)
    return (0x10000 + code).toString(16).slice(1)
  }

  #include(id: number): number {
    const code = this.#seed.codes.size + this.#extraCodes.size
    this.#extraCodes.set(id, code)
    return code
  }

  /** Writes the font's objects; nothing can be drawn with it afterwards. */
  finish(): void {
    const { font } = this.#face
    const scale = 1000 / font.unitsPerEm
    const name = `${tagOf(this.name)}+${font.postscriptName}`
    const ids = [...this.#seed.ids, ...this.#extraCodes.keys()]
    const file = this.#extraCodes.size === 0 ? this.#seed.file : fontFileOf(this.#face, ids)
    const descriptor = this.#object({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((side) => side * scale),
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: (font.capHeight || font.ascent) * scale,
      StemV: 80,
      FontFile2: this.#stream({ Filter: 'FlateDecode', Length1: file.rawLength }, file.bytes),
    })
    const descendant = this.#object({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: literal('Adobe'), Ordering: literal('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: [0, ids.map((id) => font.getGlyph(id).advanceWidth * scale)],
    })
    Object.assign(this.reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.#stream({}, Buffer.from(toUnicode(ids.map((id) => this.#face.textOf(id))))),
    })
    this.reference.end(undefined)
  }

  #object(data: object): PDFKit.PDFKitReference {
    const reference = this.#pdf.ref(data)
    reference.end(undefined)
    return reference
  }

  #stream(data: object, bytes: Uint8Array): PDFKit.PDFKitReference {
    const reference = this.#pdf.ref(data)
    reference.end(bytes)
    return reference
  }
}

/** pdfkit writes a string as a name unless it is an object. */
function literal(text: string): object {
  return Object(text) as object
}

/** Six letters before a subset's name, from the font's number in the document. */
function tagOf(name: string): string {
  return `QUIT${name.replace(/\d+/, (figures) => String.fromCharCode(64 + Number(figures)))}`.toUpperCase()
}

function seedOf(face: Typeface): Seed {
  const known = seeds.get(face)
  if (known) return known
  const isInter = face === typefaceFor('regular') || face === typefaceFor('semibold')
  const ids = [...new Set([0, ...(isInter ? PLAIN_CODES.map((code) => face.pair(code, 0).id) : [])])]
  const made = { ids, codes: new Map(ids.map((id, code) => [id, code])), file: fontFileOf(face, ids) }
  seeds.set(face, made)
  return made
}

function fontFileOf(face: Typeface, ids: readonly Glyph['id'][]): FontFile {
  const subset = face.font.createSubset()
  for (const id of ids) subset.includeGlyph(id)
  const raw = subset.encode()
  return { bytes: deflateSync(raw), rawLength: raw.length }
}

/** A CMap that tells readers and search the characters of each code. */
function toUnicode(texts: readonly string[]): string {
  const entries = texts.map((text, code) => `<${hex(code)}> <${[...text].map(utf16).join('')}>`)
  const chunks: string[] = []
  for (let start = 1; start < entries.length; start += 100) {
    const part = entries.slice(start, start + 100)
    chunks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${chunks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function hex(value: number): string {
  return (0x10000 + value).toString(16).slice(1)
}

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, index) => hex(character.charCodeAt(index))).join('')
}
