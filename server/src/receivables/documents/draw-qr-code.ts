import { create } from 'qrcode'
import { COLOR, type Sheet } from './sheet.ts'

const QUIET_MODULES = 4

/** Rows of dark modules as rectangles in one path: sharp at every size, on screen and on paper. */
export function drawQrCode(sheet: Sheet, text: string, x: number, y: number, side: number): void {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const unit = side / (size + 2 * QUIET_MODULES)
  const path: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue
      const start = column
      while (column + 1 < size && data[row * size + column + 1]) column++
      path.push(`${start} ${row} ${column - start + 1} 1.02 re`)
    }
  }
  sheet.pdf.roundedRect(x, y, side, side, 4).fill('#ffffff')
  const offset = QUIET_MODULES * unit
  sheet.pdf
    .save()
    .translate(x + offset, y + offset)
    .scale(unit)
    .fillColor(COLOR.ink)
  sheet.pdf.addContent(`${path.join('\n')}\nf`)
  sheet.pdf.restore()
}
