/** The part of fontkit 2 that documents use; the package has no types of its own. */
declare module 'fontkit' {
  export type Glyph = { readonly id: number; readonly advanceWidth: number; codePoints: number[] }
  export type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
  export type GlyphRun = { readonly glyphs: Glyph[]; readonly positions: GlyphPosition[] }
  export type Subset = { includeGlyph(id: number): number; encode(): Uint8Array }
  export type Font = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly italicAngle: number
    readonly bbox: { minX: number; minY: number; maxX: number; maxY: number }
    readonly characterSet: number[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    getGlyph(id: number): Glyph
    layout(
      text: string,
      features?: Record<string, boolean>,
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): GlyphRun
    createSubset(): Subset
  }
  export function openSync(path: string): Font
}
