import { constants, crc32, deflateSync } from 'node:zlib'
import { type Painted, type PaletteSize, painter } from './palette.ts'
import type { Picture } from './picture.ts'

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const TRUE_COLOUR = 6
const PALETTE = 3
const MOST_COLOURS = 256
const PALETTES: readonly PaletteSize[] = [MOST_COLOURS, 128, 64, 32, 16]

/**
 * The picture as a PNG of at most `limit` bytes, in all its colours or in as many as it takes; undefined where even
 * the fewest are too large. Always eight bits and not interlaced: what every reader of ours takes.
 */
export function writePng(picture: Picture, limit: number): Buffer | undefined {
  const paint = painter(picture)
  if (!paint(MOST_COLOURS).isExact) {
    const whole = trueColourPng(picture)
    if (whole.length <= limit) return whole
  }
  for (const colours of PALETTES) {
    const png = paintedPng(picture, paint(colours))
    if (png.length <= limit) return png
  }
  return undefined
}

function paintedPng({ width, height }: Picture, { colours, indexes }: Painted): Buffer {
  const rows = Buffer.alloc(height * (width + 1))
  for (let row = 0; row < height; row++)
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const isClear = colours.some(([, , , opacity]) => opacity < 255)
  return png({ width, height, kind: PALETTE }, rows, [
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    ...(isClear ? [chunk('tRNS', Buffer.from(colours.map(([, , , opacity]) => opacity)))] : []),
  ])
}

/** Each row as what it differs from the one above it: even ground and straight edges become nothing. */
function trueColourPng({ width, height, pixels }: Picture): Buffer {
  const length = width * 4
  const rows = Buffer.alloc(height * (length + 1))
  const UP = 2
  for (let row = 0; row < height; row++) {
    rows[row * (length + 1)] = UP
    for (let at = 0; at < length; at++) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * length + at] ?? 0)
      rows[row * (length + 1) + 1 + at] = (pixels[row * length + at] ?? 0) - above
    }
  }
  return png({ width, height, kind: TRUE_COLOUR }, rows, [])
}

function png(
  { width, height, kind }: { width: number; height: number; kind: number },
  rows: Buffer,
  before: readonly Buffer[],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, kind, 0, 0, 0], 8)
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(rows, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
