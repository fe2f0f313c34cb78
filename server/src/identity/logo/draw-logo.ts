import { decodePicture } from './decode-picture.ts'
import { LogoUnreadable } from './errors.ts'
import { fitInto, type Picture, shrink } from './picture.ts'
import { writePng } from './write-png.ts'

/** A picture as PNG with its size in pixels. */
export interface LogoImage {
  readonly image: Uint8Array
  readonly width: number
  readonly height: number
}

/** A logo as it is kept: for documents and the dashboard, and for pay pages and mails. */
export interface DrawnLogo {
  readonly large: LogoImage
  readonly small: LogoImage
}

interface Form {
  readonly width: number
  readonly height: number
  readonly bytes: number
}
/** On paper it is 150 × 44 points: so four pixels for each. */
const LARGE: Form = { width: 600, height: 176, bytes: 128 * 1024 }
/**
 * On a page it is 32 pixels high, twice that on fine screens. Its bytes are a part of the page, which has 14 KB in all.
 */
const SMALL: Form = { width: 320, height: 64, bytes: 6 * 1024 }
/** How much smaller it is tried again, where it takes too many bytes in the fewest colours. */
const STEP = 0.8

/**
 * Draws what is kept of an uploaded file from its pixels alone: what else was in it (where a photograph was taken,
 * another file behind it) is gone. Throws as `decodePicture`.
 */
export function drawLogo(file: Uint8Array): DrawnLogo {
  const picture = decodePicture(file)
  if (!isSeen(picture)) throw new LogoUnreadable('all of it is transparent')
  return { large: drawAs(picture, LARGE), small: drawAs(picture, SMALL) }
}

function isSeen({ pixels }: Picture): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) return true
  return false
}

function drawAs(picture: Picture, form: Form): LogoImage {
  let box = { width: form.width, height: form.height }
  for (;;) {
    const { width, height } = fitInto(picture, box)
    const image = writePng(shrink(picture, { width, height }), form.bytes)
    if (image !== undefined) return { image, width, height }
    box = { width: Math.max(1, width * STEP), height: Math.max(1, height * STEP) }
  }
}
