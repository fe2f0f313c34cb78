import { expect, it } from 'vitest'
import { buffersFor } from './server-settings.ts'

const GB = 1024 ** 3

it('gives PostgreSQL an eighth of the memory, from 128 MB to 1 GB', () => {
  expect([0.5, 1, 2, 4, 8, 64].map((gigabytes) => buffersFor(gigabytes * GB))).toEqual([
    128, 128, 256, 512, 1024, 1024,
  ])
})
