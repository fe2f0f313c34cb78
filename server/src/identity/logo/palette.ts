import type { Picture } from './picture.ts'

/** Colours, four bytes each as in a picture, and which of them each pixel has. */
export interface Painted {
  readonly colours: readonly Colour[]
  readonly indexes: Uint8Array
  /** Whether each pixel has the very colour that it had. */
  readonly isExact: boolean
}
type Colour = readonly [red: number, green: number, blue: number, opacity: number]

/** A part of the space of colours: those of the picture that lie in it, with how many pixels have each. */
interface Box {
  readonly colours: readonly { readonly colour: Colour; readonly count: number; readonly key: number }[]
  readonly widest: { readonly channel: number; readonly range: number }
}

/** Each time a palette of so many colours is reached, it is kept. */
const KEPT = [16, 32, 64, 128, 256] as const
export type PaletteSize = (typeof KEPT)[number]

/**
 * Paints the picture in at most so many colours: its own where it has no more, else those that come nearest. The
 * palettes are made once, the smaller ones on the way to the largest.
 */
export function painter(picture: Picture): (size: PaletteSize) => Painted {
  const boxes = [boxOf(coloursOf(picture))]
  const kept = new Map<number, readonly Box[]>()
  for (const size of KEPT) {
    while (boxes.length < size) {
      const widest = boxes.reduce((one, other) => (other.widest.range > one.widest.range ? other : one))
      if (widest.widest.range === 0) break
      boxes.splice(boxes.indexOf(widest), 1, ...halves(widest))
    }
    kept.set(size, [...boxes])
  }
  return (size) => paint(picture, kept.get(size) ?? boxes)
}

function paint(picture: Picture, boxes: readonly Box[]): Painted {
  const places = new Map(boxes.flatMap(({ colours }, place) => colours.map(({ key }) => [key, place])))
  const indexes = new Uint8Array(picture.width * picture.height)
  const pixels = view(picture)
  for (let at = 0; at < indexes.length; at++) indexes[at] = places.get(pixels.getUint32(at * 4)) ?? 0
  const isExact = boxes.every(({ colours }) => colours.length === 1)
  return { colours: boxes.map(meanOf), indexes, isExact }
}

function view({ pixels }: Picture): DataView {
  return new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength)
}

function coloursOf(picture: Picture): Box['colours'] {
  const counts = new Map<number, number>()
  const pixels = view(picture)
  for (let at = 0; at < pixels.byteLength; at += 4) {
    const key = pixels.getUint32(at)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => ({
    key,
    count,
    colour: [key >>> 24, (key >>> 16) & 255, (key >>> 8) & 255, key & 255],
  }))
}

function boxOf(colours: Box['colours']): Box {
  let widest = { channel: 0, range: 0 }
  for (let channel = 0; channel < 4; channel++) {
    let [least, most] = [255, 0]
    for (const { colour } of colours) {
      const value = colour[channel] ?? 0
      if (value < least) least = value
      if (value > most) most = value
    }
    if (most - least > widest.range) widest = { channel, range: most - least }
  }
  return { colours, widest }
}

/** Cut where as many pixels lie on one side as on the other, with at least one colour on each. */
function halves({ colours, widest: { channel } }: Box): [Box, Box] {
  const sorted = colours.toSorted((one, other) => (one.colour[channel] ?? 0) - (other.colour[channel] ?? 0))
  const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2
  let sum = 0
  let cut = 0
  while (cut < sorted.length - 1 && (cut === 0 || sum < half)) sum += sorted[cut++]?.count ?? 0
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))]
}

function meanOf({ colours }: Box): Colour {
  const pixels = colours.reduce((sum, { count }) => sum + count, 0)
  const mean = (channel: number) =>
    Math.round(colours.reduce((sum, { colour, count }) => sum + (colour[channel] ?? 0) * count, 0) / pixels)
  return [mean(0), mean(1), mean(2), mean(3)]
}
