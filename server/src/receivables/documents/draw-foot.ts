import type { Seller } from './invoice-document.ts'
import { widthOf } from './shape-text.ts'
import { COLOR, type Sheet } from './sheet.ts'
import type { Say } from './words.ts'
import { fitLine } from './wrap-text.ts'

const SIZE = 8
const FOOT_BASELINE = 36

/** Every page says whose paper it is, which one, and how many pages there are. */
export function drawFeet(sheet: Sheet, say: Say, seller: Seller, title: string): void {
  const y = sheet.height - FOOT_BASELINE
  sheet.eachPage((page, pages) => {
    const count = say('page', { page, pages })
    const room = sheet.width - widthOf(count, 'regular', SIZE) - 24
    const about = [seller.legalName ?? seller.name, seller.taxId].filter(Boolean).join(' · ')
    const style = { size: SIZE, color: COLOR.quiet } as const
    sheet.rule(y - 16)
    sheet.text(
      fitLine(`${fitLine(title, 'regular', SIZE, room / 2)}  ·  ${about}`, 'regular', SIZE, room),
      sheet.left,
      y,
      style,
    )
    sheet.text(count, sheet.right, y, { ...style, align: 'right' })
  })
}
