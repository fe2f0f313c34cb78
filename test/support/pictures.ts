import { crc32, deflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'

interface Kind {
  /** Bits of each channel, or of each place in the palette. */
  depth: 1 | 2 | 4 | 8 | 16
  /** As PNG numbers them: grey 0, colours 2, palette 3, grey with opacity 4, colours with opacity 6. */
  kind: 0 | 2 | 3 | 4 | 6
  interlaced: boolean
  /** Chunks before the picture's data. */
  before: readonly Buffer[]
}
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const
/** Where each pass of an interlaced picture begins, and by what it goes on. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** A PNG of any kind there is, whose channels (or places in its palette) `at` says. */
export function pngOf(
  width: number,
  height: number,
  at: (x: number, y: number) => readonly number[],
  options: Partial<Kind> = {},
): Buffer {
  const { depth = 8, kind = 6, interlaced = false, before = [] } = options
  const rows: Buffer[] = []
  for (const [left, top, right, down] of interlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil(Math.max(0, width - left) / right)
    for (let y = top; columns > 0 && y < height; y += down) {
      const row = Buffer.alloc(1 + Math.ceil((columns * CHANNELS[kind] * depth) / 8))
      let bit = 8
      for (let x = left; x < width; x += right)
        for (const value of at(x, y)) {
          if (depth === 16) row.writeUInt16BE(value, bit / 8)
          else row[bit >> 3] = (row[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)))
          bit += depth
        }
      rows.push(row)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, kind, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  chunk.set(named, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}

export function jpegOf(
  width: number,
  height: number,
  at: (x: number, y: number) => readonly number[],
): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(at(x, y).slice(0, 3), (y * width + x) * 4)
  return jpeg.encode({ width, height, data }, 90).data
}

/** A flower beside the place where a word would be, as somebody might draw it: round edges, clear ground. */
export function flowerLogo(width = 480, height = 160): Buffer {
  const [middleX, middleY, size] = [height / 2, height / 2, height / 2 - 4]
  return pngOf(width, height, (x, y) => {
    const [right, down] = [x - middleX, y - middleY]
    const distance = Math.hypot(right, down)
    const petal = size * (0.62 + 0.34 * Math.cos(5 * Math.atan2(down, right)))
    const edge = Math.max(0, Math.min(1, petal - distance + 0.5))
    if (distance < size * 0.18) return [250, 200, 60, 255]
    if (edge > 0) return [200, Math.round(40 + distance), 110, Math.round(255 * edge)]
    const isBar = x > height + 10 && x < width - 10 && Math.abs(down) < size * 0.28
    return isBar ? [40, 60, 50, 255] : [0, 0, 0, 0]
  })
}
