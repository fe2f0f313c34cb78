import type { Answer } from '../world.ts'

/** What is not refused as it should be, in words; an empty list is what every test wants. */
export function faultOf(
  what: string,
  { status, headers, body, text }: Answer,
  expected?: string,
): string | undefined {
  if (status < 400 || status >= 500) return `${what.slice(0, 90)}: ${status} ${text.slice(0, 120)}`
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return `${what.slice(0, 90)}: ${status} is no problem document`
  const { code, detail, type, title } = body
  const isWhole =
    body.status === status &&
    (expected === undefined || code === expected) &&
    [code, detail, type, title].every((part) => typeof part === 'string' && part !== '')
  return isWhole ? undefined : `${what}: ${text.slice(0, 200)}`
}

/** Tries them, twelve at once; `expected` is the code that each must be refused with, where it must be one. */
export async function faultsOf(
  tries: readonly (readonly [what: string, call: () => Promise<Answer>])[],
  expected?: string,
): Promise<string[]> {
  const faults: string[] = []
  const queue = [...tries]
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [what, call] = next
      const fault = await call().then(
        (answer) => faultOf(what, answer, expected),
        (error: Error) => `${what.slice(0, 90)}: no answer (${error.message}, ${String(error.cause)})`,
      )
      if (fault !== undefined) faults.push(fault)
    }
  }
  await Promise.all(Array.from({ length: 12 }, work))
  return faults.sort()
}
