import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, made } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

describe('Optional mail', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const call: World['company']['call'] = (...input) => world.company.call(...input)
  interface Arrived {
    id: string
    headers: Record<string, string>
    text: string
  }
  const arrived = async (address: string, count: number): Promise<Arrived[]> => {
    const list = () =>
      world.play<{ data: { id: string; text: string }[] }>(
        'GET',
        `/mailbox/messages?to=${encodeURIComponent(address)}`,
      )
    const { data } = await eventually(list, (found) => found.data.length >= count)
    return Promise.all(
      data.map(async ({ id, text }) => {
        const raw = await (await fetch(`${world.sandbox.url}/mailbox/messages/${id}/raw`)).text()
        const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
        const headers = Object.fromEntries(head.split('\r\n').map((line) => line.split(/:\s*(.*)/s, 2)))
        return { id, text, headers }
      }),
    )
  }
  const asked = async (email: string, language = 'en') => {
    const customer = await made(call('POST', '/v1/customers', { name: 'Ana', email, language }))
    const order = {
      kind: 'quick',
      amount: 4500,
      currency: 'usd',
      reference: 'Bouquet',
      customer: customer.id,
    }
    const { id } = await made(call('POST', '/v1/payment_requests', order))
    await made(call('POST', `/v1/payment_requests/${id}/send`, {}))
    return String(id)
  }
  const remind = (request: string) => call('POST', `/v1/payment_requests/${request}/remind`, {})
  const stopAddress = (mail: Arrived | undefined) =>
    /<(.*)>/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''

  it('offers to stop in one click, in its header and its text; requests do not', async () => {
    await made(remind(await asked('offer@lune.test')))
    const [reminder, request] = await arrived('offer@lune.test', 2)
    expect(request?.headers).not.toHaveProperty('List-Unsubscribe')
    expect(reminder?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(stopAddress(reminder)).toContain(`${world.url}/u/`)
    expect(reminder?.text).toContain(stopAddress(reminder))
  })

  it('stops at one click to that address of that company, and requests still arrive', async () => {
    const request = await asked('stop@lune.test', 'fr')
    await made(remind(request))
    const url = stopAddress((await arrived('stop@lune.test', 2))[0])
    const page = await fetch(url)
    expect(await page.text()).toContain('Ne plus recevoir de rappels')
    const listed = async () =>
      (await made(call('GET', '/v1/suppressions?address=stop@lune.test'))).data as {
        id: string
        reason: string
      }[]
    // Mail scanners open pages too.
    expect(await listed()).toEqual([])
    const click = () =>
      fetch(url, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const clicks = await Promise.all([click(), click(), fetch(url, { method: 'POST' })])
    expect(clicks.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await listed()).toMatchObject([{ reason: 'unsubscribed' }])
    await world.play('POST', '/sandbox/clock/advance', { seconds: 120 })
    expect(await remind(request)).toMatchObject({
      status: 409,
      body: { code: 'recipient_suppressed', reason: 'unsubscribed' },
    })
    await made(call('POST', `/v1/payment_requests/${request}/send`, {}))
    await arrived('stop@lune.test', 3)
    const other = await world.newCompany()
    expect((await made(other.call('GET', '/v1/suppressions'))).data).toEqual([])
    const elsewhere = await asked('others@lune.test')
    await made(remind(elsewhere))
  })

  it('is not stopped by a token that was changed', async () => {
    await made(remind(await asked('forged@lune.test')))
    const url = stopAddress((await arrived('forged@lune.test', 2))[0])
    const at = url.indexOf('/u/') + 10
    const forged = `${url.slice(0, at)}${url[at] === 'A' ? 'B' : 'A'}${url.slice(at + 1)}`
    for (const wrong of [forged, `${url}A`, `${world.url}/u/x`])
      expect((await fetch(wrong, { method: 'POST' })).status).toBe(404)
    expect((await made(call('GET', '/v1/suppressions?address=forged@lune.test'))).data).toEqual([])
  })
})
