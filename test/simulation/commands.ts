import { generator } from '../support/random.ts'
/**
 * What a simulation does is fixed before it begins: a list of commands, each with a number from which its choices are
 * drawn. The same seed gives the same list, and a list that failed is done again as it is printed.
 */
export interface Command {
  name: string
  /** Seeds the choices of this command alone, whatever those before it drew. */
  draw: number
}

/** The choices of one command. */
export class Dice {
  readonly #next: () => number

  constructor(draw: number) {
    this.#next = generator(draw)
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit)
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  any<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0]
  }

  /** One of what was made so far, the newer the likelier, since old ones are done with. */
  one<T>(list: readonly T[]): T | undefined {
    const fromEnd = Math.floor(this.#next() ** 3 * list.length)
    return list[list.length - 1 - fromEnd]
  }

  /** Decimal text, 1.00 to 200.99. */
  price(): string {
    return `${1 + this.below(200)}.${String(this.below(100)).padStart(2, '0')}`
  }
}

/** `weights`: how often each name comes, in relation to the others. */
export function commandsOf(
  seed: number,
  count: number,
  weights: Readonly<Record<string, number>>,
): Command[] {
  const names = Object.entries(weights).flatMap(([name, weight]) => Array<string>(weight).fill(name))
  const next = generator(seed)
  return Array.from({ length: count }, () => ({
    name: names[Math.floor(next() * names.length)] ?? '',
    draw: Math.floor(next() * 2 ** 32),
  }))
}

/** `pay:7 refund:9`, as `readCommands` reads it. */
export function printCommands(commands: readonly Command[]): string {
  return commands.map(({ name, draw }) => `${name}:${draw}`).join(' ')
}

export function readCommands(text: string): Command[] {
  return text
    .trim()
    .split(/\s+/)
    .map((each) => {
      const [name = '', draw] = each.split(':')
      return { name, draw: Number(draw) }
    })
}
