import { LogoTooLarge, LogoTypeRefused, LogoUnreadable } from './errors.ts'
import { PNG_SIGNATURE } from './write-png.ts'

/** The largest file that is taken, in bytes, and the most pixels either way. */
export const FILE_LIMIT = 512 * 1024
export const SIDE_LIMIT = 2000

export interface PictureHead {
  readonly type: 'png' | 'jpeg'
  readonly width: number
  readonly height: number
}

/**
 * What a file says it is at its beginning, before anything of it is unpacked: its type by its content, whatever its
 * name or header says, and its size. Throws for what is no PNG or JPEG, and for what would be too large.
 */
export function readPictureHead(file: Uint8Array): PictureHead {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length === 0) throw new LogoTypeRefused('an empty file')
  if (bytes.length > FILE_LIMIT) {
    throw new LogoTooLarge(
      `The file has ${Math.ceil(bytes.length / 1024)} KB; a logo has at most ${FILE_LIMIT / 1024} KB.`,
    )
  }
  const head = headOf(bytes)
  const { width, height } = head
  if (width === 0 || height === 0) throw new LogoUnreadable('it says that it has no pixels')
  if (width > SIDE_LIMIT || height > SIDE_LIMIT) {
    throw new LogoTooLarge(
      `The picture has ${width} × ${height} pixels; a logo has at most ${SIDE_LIMIT} × ${SIDE_LIMIT}.`,
    )
  }
  return head
}

function headOf(bytes: Buffer): PictureHead {
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return pngHead(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegHead(bytes)
  throw new LogoTypeRefused(seemsToBe(bytes))
}

/** For the sentence only: what is neither PNG nor JPEG is refused whatever it seems to be. */
function seemsToBe(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 1024).trimStart()
  if (/<svg[\s>]/i.test(start)) return 'an SVG drawing'
  if (start.startsWith('GIF8')) return 'a GIF'
  if (start.startsWith('RIFF') && bytes.toString('latin1', 8, 12) === 'WEBP') return 'a WebP picture'
  if (start.startsWith('%PDF-')) return 'a PDF'
  return 'something else'
}

const IHDR_AT = 12

function pngHead(bytes: Buffer): PictureHead {
  if (bytes.length < 33 || bytes.toString('latin1', IHDR_AT, IHDR_AT + 4) !== 'IHDR')
    throw new LogoUnreadable('it has no header')
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** The segments before the picture itself, each with its length, until the frame that says how large it is. */
function jpegHead(bytes: Buffer): PictureHead {
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // Start of frame, of whatever coding; C4, C8 and CC of that range are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  throw new LogoUnreadable('it does not say how large it is')
}
