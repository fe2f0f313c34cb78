import type { Seller } from './invoice-document.ts'
import { widthOf } from './shape-text.ts'
import { baseline, COLOR, lineHeight, type Sheet } from './sheet.ts'
import type { Say } from './words.ts'

/** A label and what stands beside it, the first line stronger where there are several. */
export type Fact = {
  readonly label: string
  readonly lines: readonly (string | undefined)[]
  readonly isName?: boolean
}

const LOGO_WIDTH = 150
const LOGO_HEIGHT = 44
const GAP = 24
const SIZE = 9
const LEFT_PART = 0.46

/** The seller on the left; on the right what this paper is, and its facts as label and value. */
export function drawHeading(
  sheet: Sheet,
  say: Say,
  seller: Seller,
  title: string,
  facts: readonly Fact[],
): void {
  const top = sheet.place
  const leftWidth = sheet.width * LEFT_PART - GAP / 2
  drawLogo(sheet, seller)
  drawSeller(sheet, say, seller, leftWidth)
  const leftEnd = sheet.place
  sheet.moveTo(top)
  drawFacts(sheet, title, facts, sheet.left + leftWidth + GAP)
  const rightEnd = sheet.place
  const isLeftLonger = leftEnd.page === rightEnd.page ? leftEnd.y > rightEnd.y : leftEnd.page > rightEnd.page
  if (isLeftLonger) sheet.moveTo(leftEnd)
  sheet.y += 20
}

class LogoUnreadable extends Error {}

/** A paper is worth more than its logo: where that cannot be read, the paper is drawn again without it. */
export async function withReadableLogo<D extends { readonly seller: Seller }>(
  paper: D,
  render: (paper: D) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    return await render(paper)
  } catch (error) {
    if (!(error instanceof LogoUnreadable)) throw error
    return render({ ...paper, seller: { ...paper.seller, logoPng: undefined } })
  }
}

function drawLogo(sheet: Sheet, { logoPng }: Seller): void {
  if (logoPng === undefined || logoPng.length < 24) return
  const bytes = Buffer.from(logoPng.buffer, logoPng.byteOffset, logoPng.byteLength)
  try {
    sheet.pdf.image(bytes, sheet.left, sheet.y, { fit: [LOGO_WIDTH, LOGO_HEIGHT] })
  } catch (cause) {
    throw new LogoUnreadable('the logo cannot be read', { cause })
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  sheet.y += height * Math.min(LOGO_WIDTH / width, LOGO_HEIGHT / height) + 10
}

function drawSeller(sheet: Sheet, say: Say, seller: Seller, width: number): void {
  sheet.paragraph(seller.name, sheet.left, width, { size: 13, weight: 'semibold' })
  sheet.y += 2
  const about = [...seller.addressLines, seller.phone, seller.email]
  if (seller.taxId) about.push(say('taxId', { id: seller.taxId }))
  for (const line of about) {
    if (line) sheet.paragraph(line, sheet.left, width, { size: SIZE, color: COLOR.quiet })
  }
}

function drawFacts(sheet: Sheet, title: string, facts: readonly Fact[], x: number): void {
  const labelWidth = Math.max(...facts.map(({ label }) => widthOf(label, 'regular', SIZE)))
  const valueX = x + labelWidth + 12
  sheet.paragraph(title, x, sheet.right - x, { size: 13, weight: 'semibold' })
  sheet.y += 2
  for (const { label, lines, isName } of facts) {
    sheet.keep(lineHeight(SIZE))
    sheet.text(label, x, sheet.y + baseline(SIZE), { size: SIZE, color: COLOR.quiet })
    const present = lines.filter((line) => line !== undefined && line !== '')
    present.forEach((line, index) => {
      const style = isName && index === 0 ? ({ size: SIZE, weight: 'semibold' } as const) : { size: SIZE }
      sheet.paragraph(line ?? '', valueX, sheet.right - valueX, style)
    })
    sheet.y += 3
  }
}
