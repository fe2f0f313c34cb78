/** What may be attached: what every reader opens without a program of its own. */
export const FILE_TYPES = {
  'application/pdf': { name: 'PDF', endings: ['.pdf'] },
  'image/png': { name: 'PNG image', endings: ['.png'] },
  'image/jpeg': { name: 'JPEG image', endings: ['.jpg', '.jpeg'] },
  'image/webp': { name: 'WebP image', endings: ['.webp'] },
} as const
export type FileType = keyof typeof FILE_TYPES

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_HEADER = Buffer.from('IHDR')
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
/** Readers look for the end of a PDF in its last kilobyte (ISO 32000-1, Adobe's note 18 to annex H). */
const PDF_TAIL = 1024

/**
 * What a file is, by its content alone, or undefined. The signature must be the very first bytes: a file that begins
 * as another format and turns into one of these further on is none of them. PNG and WebP must also end where they
 * say; cameras write more after a JPEG's end.
 */
export function fileTypeOf(file: Uint8Array): FileType | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (isPdf(bytes)) return 'application/pdf'
  if (isPng(bytes)) return 'image/png'
  if (isJpeg(bytes)) return 'image/jpeg'
  if (isWebp(bytes)) return 'image/webp'
  return undefined
}

function isPdf(bytes: Buffer): boolean {
  return /^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8)) && bytes.subarray(-PDF_TAIL).includes('%%EOF')
}

function isPng(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 8).equals(PNG_SIGNATURE) &&
    bytes.subarray(12, 16).equals(PNG_HEADER) &&
    bytes.subarray(-PNG_END.length).equals(PNG_END)
  )
}

function isJpeg(bytes: Buffer): boolean {
  return (
    bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff && bytes.includes('\xff\xd9', 2, 'latin1')
  )
}

function isWebp(bytes: Buffer): boolean {
  return (
    bytes.length > 16 &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 8, 12) === 'WEBP' &&
    /^VP8[ LX]$/.test(bytes.toString('latin1', 12, 16)) &&
    bytes.readUInt32LE(4) + 8 === bytes.length
  )
}
