import { randomInt } from 'node:crypto'

/**
 * The seed of a test that goes where chance leads it. The gate goes the same way each time, so that nothing lands or is
 * refused by luck; new ways are looked for with `random`, and gone again with the number that the test names.
 */
export function seedOf(variable: string, ofTheGate: number): number {
  const asked = process.env[variable]
  if (asked === 'random') return randomInt(2 ** 31)
  return Number(asked ?? ofTheGate)
}

/** mulberry32: the same numbers for the same seed. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
