import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const SCRIPT = `
import { readlinkSync } from 'node:fs'
import { getPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { giveWay } from '${new URL('./give-way.ts', import.meta.url)}'
const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
giveWay()
parentPort.postMessage(getPriority(thread))`

it.skipIf(!existsSync('/proc/thread-self'))('a thread that gives way does so alone', async () => {
  const before = getPriority()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`))
  const [priority] = await once(worker, 'message')
  expect(priority).toBeGreaterThan(before)
  expect(getPriority()).toBe(before)
})
