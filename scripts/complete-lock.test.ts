import { expect, it } from 'vitest'
import { completeLock, type Lock } from './complete-lock.ts'

it('adds what a registry did not have, for the machines it is for, and nothing twice', () => {
  const lock: Lock = {
    packages: {
      '': {},
      'node_modules/@swc/core': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: {
          '@swc/core-linux-x64-gnu': '1.2.3',
          '@swc/core-linux-arm64-musl': '1.2.3',
          '@swc/core-darwin-x64': '1.2.3',
          fsevents: '~2.3.3',
        },
      },
      'node_modules/@swc/core-linux-x64-gnu': { version: '1.2.3' },
      'node_modules/@swc/core/node_modules/@swc/core-darwin-x64': { version: '1.2.3' },
      'node_modules/fsevents': { version: '2.3.3' },
    },
  }
  expect(completeLock(lock)).toEqual(['@swc/core-linux-arm64-musl'])
  expect(lock.packages['node_modules/@swc/core-linux-arm64-musl']).toEqual({
    version: '1.2.3',
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
    dev: true,
    optional: true,
  })
  expect(completeLock(lock)).toEqual([])
})
