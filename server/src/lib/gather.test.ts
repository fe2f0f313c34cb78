import { expect, it } from 'vitest'
import { gathered } from './gather.ts'

it('asks once for all that is asked in one turn, and gives each its own answer', async () => {
  const calls: (readonly number[])[] = []
  const double = gathered(async (keys: readonly number[]) => {
    calls.push(keys)
    return keys.map((key) => key * 2)
  })
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(await double(4)).toBe(8)
  expect(calls).toEqual([[1, 2, 3], [4]])
})

it('asks for many in several batches', async () => {
  const sizes: number[] = []
  const same = gathered(async (keys: readonly number[]) => {
    sizes.push(keys.length)
    return keys
  })
  const asked = Array.from({ length: 150 }, (_, n) => n)
  expect(await Promise.all(asked.map(same))).toEqual(asked)
  expect(sizes).toEqual([64, 64, 22])
})

it('lets a key that fails fail alone', async () => {
  const find = gathered(async (keys: readonly string[]) => {
    if (keys.includes('bad')) throw new Error('bad key')
    return keys
  })
  const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map(find))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it('takes a wrong number of answers for a failure', async () => {
  await expect(gathered(async () => [])('a')).rejects.toThrow('0 answers to 1 keys.')
})
