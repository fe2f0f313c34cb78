import { expect, it } from 'vitest'
import { shapeText } from './shape-text.ts'
import { typefaceFor } from './typeface.ts'
import { fitLine, wrapText } from './wrap-text.ts'

it('shapes words from pairs as fontkit shapes them whole', () => {
  for (const text of [
    'Office AVATAR To.',
    'fjord ffi l’été À côté',
    'Привет, Ωμέγα',
    '(A) {b} [C] “q” — ½',
  ]) {
    const whole = typefaceFor('regular').shape(text)
    expect(shapeText(text, 'regular').runs.flatMap(({ glyphs }) => glyphs)).toEqual(whole)
  }
})

it('gives figures one width, and leaves `3x4` as it is written', () => {
  const widths = [...'0123456789'].map((figure) => shapeText(figure, 'semibold').width)
  expect(new Set(widths).size).toBe(1)
  const [times] = shapeText('×', 'regular').runs[0]?.glyphs ?? []
  expect(shapeText('3x4', 'regular').runs[0]?.glyphs[1]?.id).not.toBe(times?.id)
})

it('draws a visible box for what no font has, and keeps the characters for the text layer', () => {
  const { runs } = shapeText('a中👨‍👩‍👧', 'regular')
  expect(runs.map(({ glyphs }) => glyphs.length)).toEqual([1, 4])
  expect(runs[1]?.actualText).toBe('中👨‍👩‍👧')
})

it('drops controls and direction marks, and keeps figures of right-to-left text in reading order', () => {
  expect(shapeText('\u0000a\u0007\u202eb\u200b\ud800', 'regular').width).toBe(
    shapeText('ab\ufffd', 'regular').width,
  )
  const figures = shapeText('رقم 123', 'regular').runs.at(-1)
  expect(figures?.glyphs.map(({ id }) => typefaceFor('regular').textOf(id)).join('')).toBe('123')
})

it('wraps at spaces and hyphens, breaks a word that is wider than a line, and loses no letter', () => {
  const text = 'one two-three four/five\nsix — a -5 b'
  for (const width of [5, 20, 40, 80, 400]) {
    const lines = wrapText(text, 'regular', 9, width)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/\s/g, ''))
  }
  expect(wrapText('one two-three', 'regular', 9, 45)).toEqual(['one two-', 'three'])
  expect(wrapText('a\n\nb', 'regular', 9, 45)).toEqual(['a', '', 'b'])
  expect(fitLine('a very long line', 'regular', 9, 40)).toMatch(/^a very.*…$/)
})
