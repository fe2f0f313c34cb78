import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { seal, sealingKey, unseal } from './seal.ts'

const key = sealingKey(randomBytes(32))
const secret = Buffer.from('a seed of twenty bytes')

it('opens what it sealed, in its place and with its key only, and no two seals are alike', () => {
  const sealed = seal(key, 'user:1', secret)
  expect(unseal(key, 'user:1', sealed)).toEqual(secret)
  expect(sealed.includes(secret)).toBe(false)
  expect(seal(key, 'user:1', secret).equals(sealed)).toBe(false)
  expect(() => unseal(key, 'user:2', sealed)).toThrow()
  expect(() => unseal(sealingKey(randomBytes(32)), 'user:1', sealed)).toThrow()
  for (const at of [0, 15, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(key, 'user:1', changed)).toThrow()
  }
})
