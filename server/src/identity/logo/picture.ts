/** Pixels in rows from the top left, four bytes each: red, green, blue, opacity. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const CHANNELS = 4
const OPAQUE = 255

/** The largest size of a picture's shape within a box; never larger than the picture is. */
export function fitInto(
  { width, height }: { width: number; height: number },
  box: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(1, box.width / width, box.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The same picture in fewer pixels, each the mean of those that it stands for. */
export function shrink(picture: Picture, { width, height }: { width: number; height: number }): Picture {
  if (width === picture.width && height === picture.height) return picture
  // What is not seen has no say in the colour of what is: so colours are weighed by their opacity.
  const weighed = new Float32Array(picture.pixels)
  for (let at = 0; at < weighed.length; at += CHANNELS) {
    const opacity = (weighed[at + 3] ?? 0) / OPAQUE
    for (let channel = 0; channel < 3; channel++)
      weighed[at + channel] = (weighed[at + channel] ?? 0) * opacity
  }
  const narrow = meanOfLines(weighed, picture.width, picture.height, width)
  const small = meanOfLines(narrow, picture.height, width, height)
  const pixels = new Uint8Array(small.length)
  for (let at = 0; at < small.length; at += CHANNELS) {
    const opacity = small[at + 3] ?? 0
    for (let channel = 0; channel < 3; channel++)
      pixels[at + channel] = opacity === 0 ? 0 : Math.round(((small[at + channel] ?? 0) * OPAQUE) / opacity)
    pixels[at + 3] = Math.round(opacity)
  }
  return { width, height, pixels }
}

/** Each of `lines` lines of `length` pixels drawn together to `target` pixels; lines become columns. */
function meanOfLines(from: Float32Array, length: number, lines: number, target: number): Float32Array {
  const to = new Float32Array(lines * target * CHANNELS)
  const share = length / target
  for (let place = 0; place < target; place++) {
    const start = place * share
    const end = Math.min(length, start + share)
    for (let source = Math.floor(start); source < end; source++) {
      const weight = (Math.min(end, source + 1) - Math.max(start, source)) / share
      for (let line = 0; line < lines; line++) {
        const read = (line * length + source) * CHANNELS
        const write = (place * lines + line) * CHANNELS
        for (let channel = 0; channel < CHANNELS; channel++)
          to[write + channel] = (to[write + channel] ?? 0) + (from[read + channel] ?? 0) * weight
      }
    }
  }
  return to
}
