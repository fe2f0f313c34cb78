import type { Seller } from './invoice-document.ts'
import { baseline, COLOR, lineHeight, type Sheet } from './sheet.ts'
import type { Say } from './words.ts'

export type Fact = readonly [label: string, value: string]

const LOGO_WIDTH = 150
const LOGO_HEIGHT = 44
const GAP = 24

/** The seller on the left; on the right what this paper is, and its facts as label and value. */
export function drawHeading(
  sheet: Sheet,
  say: Say,
  seller: Seller,
  title: string,
  facts: readonly Fact[],
): void {
  const half = (sheet.width - GAP) / 2
  const top = sheet.y
  const under = drawLogo(sheet, seller, top)
  const leftEnd = drawSeller(sheet, say, seller, under, half)
  const rightEnd = drawFacts(sheet, title, facts, top, half)
  sheet.y = Math.max(leftEnd, rightEnd) + 20
}

/** A stored logo that pdfkit cannot read; the paper is then drawn again without it. */
export class LogoUnreadable extends Error {}

function drawLogo(sheet: Sheet, { logoPng }: Seller, top: number): number {
  if (logoPng === undefined || logoPng.length < 24) return top
  const bytes = Buffer.from(logoPng.buffer, logoPng.byteOffset, logoPng.byteLength)
  try {
    sheet.pdf.image(bytes, sheet.left, top, { fit: [LOGO_WIDTH, LOGO_HEIGHT] })
  } catch (cause) {
    throw new LogoUnreadable('the logo cannot be read', { cause })
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return top + height * Math.min(LOGO_WIDTH / width, LOGO_HEIGHT / height) + 10
}

function drawSeller(sheet: Sheet, say: Say, seller: Seller, top: number, width: number): number {
  const named = sheet.paragraph(seller.name, sheet.left, top, width, { size: 13, weight: 'semibold' })
  const about = [...seller.addressLines, seller.phone, seller.email]
  if (seller.taxId) about.push(say('taxId', { id: seller.taxId }))
  let y = named + 2
  for (const line of about) {
    if (line) y = sheet.paragraph(line, sheet.left, y, width, { size: 9, color: COLOR.quiet })
  }
  return y
}

function drawFacts(sheet: Sheet, title: string, facts: readonly Fact[], top: number, width: number): number {
  const x = sheet.right - width
  const valueX = x + 96
  let y = sheet.paragraph(title, x, top, width, { size: 13, weight: 'semibold' }) + 2
  for (const [label, value] of facts) {
    sheet.text(label, x, y + baseline(9), { size: 9, color: COLOR.quiet })
    const end = sheet.paragraph(value, valueX, y, sheet.right - valueX, { size: 9 })
    y = Math.max(end, y + lineHeight(9))
  }
  return y
}
