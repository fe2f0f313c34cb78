import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sampleUbl } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { environmentOf, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { rowCounts } from '../support/story.ts'
import { type Answer, freePort, startWorld, type World } from '../support/world.ts'

const MB = 2 ** 20
/** What the kernel says of a process; elsewhere than on Linux nothing is known of its memory. */
const STATUS = (pid: number | 'self') => `/proc/${pid}/status`

/** Uploads to a server of their own, so that its memory is nobody else's. */
describe('a large upload', () => {
  let world: World
  let server: ServerProcess
  let before: Record<string, number>
  beforeAll(async () => {
    world = await startWorld()
    server = await startServerProcess('web', await freePort(), environmentOf(world))
    expect(await send(sampleUbl({ number: '<cbc:ID>first</cbc:ID>' }))).toMatchObject({ status: 201 })
    await world.settle()
  })
  afterAll(async () => {
    server.kill('SIGTERM')
    await server.gone
    await world.stop()
  })
  beforeEach(async () => {
    before = await rowCounts(world)
  })

  async function send(body: string | ReadableStream): Promise<Pick<Answer, 'status' | 'body' | 'headers'>> {
    const response = await fetch(`${server.url}/v1/invoices/import?confirm_seller=true`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${world.company.key}`, 'content-type': 'application/xml' },
      duplex: 'half',
    } as RequestInit)
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Answer['body'],
    }
  }

  /** A right e-invoice but for a comment that makes it so large, with its length told or, as a stream, not. */
  const whole = (megabytes: number) => sampleUbl({ header: `<!--${'x'.repeat(megabytes * MB)}-->` })
  const inParts = (megabytes: number) => {
    const [start = '', end = ''] = sampleUbl({ header: '<!--|-->' }).split('|')
    const part = new Uint8Array(MB).fill(0x78)
    const parts = [Buffer.from(start), ...Array<Uint8Array>(megabytes).fill(part), Buffer.from(end)]
    return ReadableStream.from(parts)
  }

  it.each([30, 100])(
    'of %i MB is refused, its length told or not: its sender is told, nothing changes',
    async (megabytes) => {
      for (const body of [whole(megabytes), inParts(megabytes)]) {
        const answer = await send(body)
        expect(answer).toMatchObject({ status: 413, body: { status: 413, code: 'too_large' } })
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
      }
      expect(await rowCounts(world)).toEqual(before)
    },
  )

  it.skipIf(!existsSync(STATUS('self')))('of 100 MB is never held in memory', async () => {
    const peak = peakMemory(server.pid)
    for (const body of [whole(100), inParts(100), inParts(100)]) await send(body)
    expect(peakMemory(server.pid) - peak).toBeLessThan(60 * MB)
  })

  it('of 7 MB that is a right e-invoice is imported, and others are answered meanwhile', async () => {
    const lineCount = 17_000
    const document = sampleUbl({ lineCount, number: '<cbc:ID>large</cbc:ID>' })
    expect(document.length).toBeGreaterThan(6.5 * MB)
    let isOver = false
    const importing = send(document).finally(() => {
      isOver = true
    })
    const answered: number[] = []
    while (!isOver) answered.push((await fetch(`${server.url}/healthz`)).status)
    expect(new Set(answered)).toEqual(new Set([200]))
    expect(await importing).toMatchObject({
      status: 201,
      body: { total: lineCount * 12_000, number: 'large' },
    })
    await world.settle()
    await world.prove()
  })

  it('leaves the server well', async () => {
    const answer = await send(sampleUbl({ number: '<cbc:ID>last</cbc:ID>' }))
    expect(answer).toMatchObject({ status: 201, body: { total: 12_000 } })
  })
})

/** The most memory that a process ever had resident, in bytes. */
function peakMemory(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS(pid), 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
