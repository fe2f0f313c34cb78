import { shapeText, widthOf } from './shape-text.ts'
import { PLAIN, typefaceFor, type Weight } from './typeface.ts'

const HYPHEN = /[-/\u2010\u2013\u2014]/
const IDEOGRAPH = /[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/

/** The text in pieces that a line may end after: after spaces, between hyphenated words, around ideographs. */
function* breakable(text: string): Generator<string> {
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const here = text.charAt(index)
    const next = text.charAt(index + 1)
    const isEnd =
      here === ' '
        ? next !== ' '
        : next !== ' ' &&
          ((HYPHEN.test(here) && index > start && !HYPHEN.test(next)) ||
            IDEOGRAPH.test(here) ||
            IDEOGRAPH.test(next))
    if (!isEnd) continue
    yield text.slice(start, index + 1)
    start = index + 1
  }
  if (start < text.length) yield text.slice(start)
}

/**
 * The lines of a text in a width, line breaks kept. A word wider than the line is broken between characters; a
 * text is never cut.
 */
export function wrapText(text: string, weight: Weight, size: number, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)) {
    wrapParagraph(paragraph.replaceAll('\t', ' '), weight, size, width, lines)
  }
  return lines
}

function wrapParagraph(text: string, weight: Weight, size: number, width: number, lines: string[]): void {
  if (widthOf(text, weight, size) <= width) {
    lines.push(text.trimEnd())
    return
  }
  const blank = spaceWidth(text, weight, size)
  let line = ''
  let used = 0
  for (const word of breakable(text)) {
    const bare = word.trimEnd()
    const bareWidth = bare === '' ? 0 : widthOf(bare, weight, size)
    if (line !== '' && used + bareWidth > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    if (bareWidth > width) {
      const parts = breakWord(bare, weight, size, width)
      const last = parts.pop() ?? ''
      lines.push(...parts)
      line = last + word.slice(bare.length)
      used = widthOf(last, weight, size)
    } else {
      line += word
      used += bareWidth
    }
    used += blank * (word.length - bare.length)
  }
  if (line !== '') lines.push(line.trimEnd())
}

/** In foreign text a space may come from either font; the wider one is sure to fit. */
function spaceWidth(text: string, weight: Weight, size: number): number {
  const inter = widthOf(' ', weight, size)
  if (PLAIN.test(text)) return inter
  return Math.max(inter, (typefaceFor(weight, 1).pair(0x20, 0).advance * size) / 1000)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function breakWord(word: string, weight: Weight, size: number, width: number): string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const next = (shapeText(segment, weight).width * size) / 1000
    if (part !== '' && used + next > width) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += segment
    used += next
  }
  parts.push(part)
  return parts
}

/** The longest beginning that fits one line, with an ellipsis where something is left out. */
export function fitLine(text: string, weight: Weight, size: number, width: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (widthOf(line, weight, size) <= width) return line
  const [first = ''] = breakWord(line, weight, size, width - widthOf('…', weight, size))
  return `${first.trimEnd()}…`
}
