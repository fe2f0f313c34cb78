import { inflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { LogoUnreadable } from './errors.ts'
import type { Picture } from './picture.ts'
import { readPictureHead } from './picture-head.ts'

/** Unpacks a PNG or JPEG of any kind into its pixels. Throws for what is not one, is not whole, or is too large. */
export function decodePicture(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const head = readPictureHead(bytes)
  if (head.type === 'png') checkPngIsWhole(bytes, head)
  const { width, height, data } = head.type === 'png' ? unpackPng(bytes) : unpackJpeg(bytes)
  if (width !== head.width || height !== head.height)
    throw new LogoUnreadable('it says two different things of its size')
  return { width, height, pixels: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
}

function unpackPng(bytes: Buffer): { width: number; height: number; data: Uint8Array } {
  try {
    return PNG.sync.read(bytes)
  } catch (error) {
    throw new LogoUnreadable(reasonOf(error))
  }
}

/** Megabytes that the pixels of the largest picture take, several times over. */
const JPEG_MEMORY_MB = 256

function unpackJpeg(bytes: Buffer): { width: number; height: number; data: Uint8Array } {
  try {
    return jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: false,
      maxMemoryUsageInMB: JPEG_MEMORY_MB,
    })
  } catch (error) {
    throw new LogoUnreadable(reasonOf(error))
  }
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.replace(/[.\s]+$/, '').slice(0, 200) || 'it is damaged'
}

const CHUNKS_AT = 8
const FRAME = 12

/**
 * Walks a PNG's chunks: to its end, which is the file's end too, so that nothing else hides behind it; and so that
 * no more is unpacked than its size can need, since the reader of interlaced ones unpacks whatever there is.
 */
function checkPngIsWhole(bytes: Buffer, { width, height }: { width: number; height: number }): void {
  const packed: Buffer[] = []
  let at = CHUNKS_AT
  let type = ''
  while (type !== 'IEND') {
    if (at + FRAME > bytes.length) throw new LogoUnreadable('it ends too early')
    const length = bytes.readUInt32BE(at)
    type = bytes.toString('latin1', at + 4, at + 8)
    if (at + FRAME + length > bytes.length) throw new LogoUnreadable('it ends too early')
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length))
    at += FRAME + length
  }
  if (at !== bytes.length) throw new LogoUnreadable('something else follows after its end')
  // Eight bytes a pixel at most, and a byte for each row of each of seven passes where it is interlaced.
  const most = width * height * 8 + (height + 1) * 7 * 9
  try {
    inflateSync(Buffer.concat(packed), { maxOutputLength: most })
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new LogoUnreadable(isTooMuch ? 'it holds more than its size says' : 'it is damaged')
  }
}
