import { deflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { flowerLogo, jpegOf, pngChunk, pngOf } from '../../../../test/support/pictures.ts'
import { drawLogo, type LogoImage } from './draw-logo.ts'
import { readLogo } from './read-logo.ts'

/** The pixel of a drawn logo, as red, green, blue and opacity. */
function pixelOf({ image, width }: LogoImage, x: number, y: number): number[] {
  const { data } = PNG.sync.read(Buffer.from(image))
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]
}

const RED = [220, 20, 60] as const
const half = (x: number) => x < 16
const palette = [
  pngChunk('PLTE', Buffer.from([...RED, 255, 255, 255])),
  pngChunk('tRNS', Buffer.from([255, 0])),
]

it.each([
  ['colours with opacity', { kind: 6 }, (x: number) => [...RED, half(x) ? 255 : 0]],
  ['colours', { kind: 2 }, (x: number) => (half(x) ? RED : [255, 255, 255])],
  ['16 bits', { kind: 6, depth: 16 }, (x: number) => [...RED.map((c) => c * 257), half(x) ? 65535 : 0]],
  ['a palette of one bit', { kind: 3, depth: 1, before: palette }, (x: number) => [half(x) ? 0 : 1]],
  [
    'an interlaced palette',
    { kind: 3, depth: 4, before: palette, interlaced: true },
    (x: number) => [half(x) ? 0 : 1],
  ],
  [
    '16 bits, interlaced',
    { kind: 6, depth: 16, interlaced: true },
    (x: number) => [...RED.map((c) => c * 257), half(x) ? 65535 : 0],
  ],
] as const)('a PNG of %s is drawn anew as a plain one', (_, kind, at) => {
  for (const drawn of Object.values(drawLogo(pngOf(32, 20, at, kind)))) {
    expect(drawn).toMatchObject({ width: 32, height: 20 })
    expect(pixelOf(drawn, 2, 10)).toEqual([...RED, 255])
    expect(pixelOf(drawn, 30, 10)[kind.kind === 2 ? 0 : 3]).toBe(kind.kind === 2 ? 255 : 0)
    const [depth, , , , interlaced] = Buffer.from(drawn.image).subarray(24)
    expect([depth, interlaced]).toEqual([8, 0])
  }
})

it('a grey PNG and a JPEG are drawn anew as well', () => {
  const grey = drawLogo(pngOf(20, 20, () => [9], { kind: 0, depth: 4 }))
  expect(pixelOf(grey.small, 5, 5)).toEqual([153, 153, 153, 255])
  const { small } = drawLogo(jpegOf(40, 20, () => RED))
  expect(small).toMatchObject({ width: 40, height: 20 })
  for (const [channel, value] of RED.entries())
    expect(Math.abs((pixelOf(small, 20, 10)[channel] ?? 0) - value)).toBeLessThan(6)
})

it('whatever it shows, the small one has at most 6 KB and the large one 128 KB, in the shape that it came in', () => {
  const noise = (seed: number) => (x: number, y: number) =>
    (((x * 73 + y * 151 + seed) * 2654435761) >>> 8) & 255
  const clear = pngOf(700, 300, (x, y) => [1, 2, 3, 4].map((seed) => noise(seed)(x, y)))
  const photograph = jpegOf(400, 400, (x, y) => [noise(1)(x >> 1, y), (x * y) & 255, noise(3)(x, y >> 2)])
  for (const [file, shape] of [
    [clear, 700 / 300],
    [photograph, 1],
    [flowerLogo(), 3],
    [flowerLogo(2000, 90), 2000 / 90],
  ] as const) {
    const { large, small } = drawLogo(file)
    expect(small.image.length).toBeLessThanOrEqual(6 * 1024)
    expect(large.image.length).toBeLessThanOrEqual(128 * 1024)
    for (const { width, height } of [large, small])
      expect(Math.abs(width / height / shape - 1)).toBeLessThan(0.15)
    expect(small.width <= 320 && small.height <= 64 && large.width <= 600 && large.height <= 176).toBe(true)
  }
})

it('colour that is not seen does not bleed into what is, where it is made smaller', () => {
  const { small } = drawLogo(pngOf(512, 512, (x) => (x % 2 === 0 ? [...RED, 255] : [0, 255, 0, 0])))
  expect(pixelOf(small, 20, 20)).toEqual([...RED, 128])
})

it('nothing else of the file is kept: neither what a camera wrote into it nor what stands behind it', () => {
  const secret = Buffer.from('Exif\0\0 GPS 45.5 <script>alert(1)</script>')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(secret.length + 2)
  const plain = jpegOf(40, 20, () => RED)
  const file = Buffer.concat([
    plain.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    length,
    secret,
    plain.subarray(2),
    secret,
  ])
  const text = pngOf(20, 20, () => [...RED, 255], { before: [pngChunk('tEXt', secret)] })
  for (const { large, small } of [drawLogo(file), drawLogo(text)])
    for (const { image } of [large, small]) expect(Buffer.from(image).includes('GPS')).toBe(false)
})

const plain = pngOf(20, 20, () => [...RED, 255])
const header = (width: number, height: number) => {
  const file = Buffer.from(pngOf(1, 1, () => [0, 0, 0, 255]))
  const chunk = Buffer.alloc(13)
  chunk.writeUInt32BE(width, 0)
  chunk.writeUInt32BE(height, 4)
  chunk.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([file.subarray(0, 8), pngChunk('IHDR', chunk), file.subarray(33)])
}
const bomb = Buffer.concat([
  pngOf(20, 20, () => [0, 0, 0, 255], { interlaced: true }).subarray(0, 33),
  pngChunk('IDAT', deflateSync(Buffer.alloc(200_000_000))),
  pngChunk('IEND', Buffer.alloc(0)),
])

it.each([
  [
    'an SVG',
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'logo_type_refused',
    'an SVG drawing',
  ],
  ['a GIF', Buffer.from('GIF89a..'), 'logo_type_refused', 'a GIF'],
  [
    'a page',
    Buffer.from('<!doctype html><img src=x onerror=alert(1)>'),
    'logo_type_refused',
    'something else',
  ],
  ['nothing', Buffer.alloc(0), 'logo_type_refused', 'an empty file'],
  ['a page before a PNG', Buffer.concat([Buffer.from('<p>'), plain]), 'logo_type_refused', 'something else'],
  [
    'a page behind a PNG',
    Buffer.concat([plain, Buffer.from('<script>')]),
    'logo_unreadable',
    'something else follows',
  ],
  ['half a PNG', plain.subarray(0, plain.length - 20), 'logo_unreadable', 'ends too early'],
  [
    'half a JPEG',
    jpegOf(200, 200, (x, y) => [x, y, x ^ y]).subarray(0, 2000),
    'logo_unreadable',
    'cannot be read',
  ],
  [
    'a PNG with a flipped bit',
    plain.map((byte, at) => (at === 45 ? byte ^ 8 : byte)),
    'logo_unreadable',
    'cannot be read',
  ],
  ['a PNG too wide', header(2001, 10), 'logo_too_large', '2001 × 10 pixels; a logo has at most 2000 × 2000'],
  ['a PNG that says it is enormous', header(2 ** 31 - 1, 2 ** 31 - 1), 'logo_too_large', 'pixels'],
  ['a JPEG too high', jpegOf(8, 2008, () => RED), 'logo_too_large', '8 × 2008 pixels'],
  ['a PNG of no width', header(0, 10), 'logo_unreadable', 'no pixels'],
  ['a PNG that unpacks to 200 MB', bomb, 'logo_unreadable', 'more than its size says'],
  ['a PNG with too little in it', header(100, 100), 'logo_unreadable', 'cannot be read'],
  ['a PNG that shows nothing', pngOf(20, 20, () => [9, 9, 9, 0]), 'logo_unreadable', 'transparent'],
  ['a file too large', Buffer.concat([plain, Buffer.alloc(600 * 1024)]), 'logo_too_large', 'at most 512 KB'],
] as const)('%s is refused, and why is said', async (_, file, code, words) => {
  const refusal = { code, status: 422, message: expect.stringContaining(words) }
  await expect(readLogo(file)).rejects.toMatchObject(refusal)
  await expect(readLogo(file)).rejects.toMatchObject({
    message: expect.stringContaining('Nothing was changed'),
  })
})

it('what is no picture at all breaks nothing: the next one is read', async () => {
  const random = Buffer.concat([jpegOf(20, 20, () => RED).subarray(0, 200), Buffer.alloc(400, 0xff)])
  await expect(readLogo(random)).rejects.toMatchObject({ code: 'logo_unreadable' })
  const { small } = await readLogo(jpeg.encode({ width: 9, height: 9, data: Buffer.alloc(324, 90) }, 80).data)
  expect(small).toMatchObject({ width: 9, height: 9 })
})
