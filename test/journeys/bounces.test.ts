import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyDkim } from '../support/dkim.ts'
import { eventually, made, owned } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

const SECRET = 'a secret of the mail server alone'

describe('Mail that must arrive', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const folder = mkdtempSync(join(tmpdir(), 'dkim-'))
  let world: World
  beforeAll(async () => {
    const path = join(folder, 'dkim.pem')
    writeFileSync(path, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    world = await startWorld({
      env: {
        MAIL_INBOUND_SECRET: SECRET,
        DKIM_DOMAIN: 'quittance.test',
        DKIM_SELECTOR: 's1',
        DKIM_KEY_FILE: path,
      },
    })
  })
  afterAll(async () => {
    await world.stop()
    rmSync(folder, { recursive: true })
  })

  const call: World['company']['call'] = (...input) => world.company.call(...input)
  const asked = async () =>
    String(
      (
        await made(
          call('POST', '/v1/payment_requests', {
            kind: 'quick',
            amount: 4500,
            currency: 'usd',
            reference: 'Bouquet',
          }),
        )
      ).id,
    )
  const send = (request: string, email: string) =>
    call('POST', `/v1/payment_requests/${request}/send`, { email })
  const deliveryOf = async (request: string) =>
    (
      (await made(call('GET', `/v1/payment_requests/${request}`))).deliveries as {
        state: string
        error: string | null
      }[]
    )[0]
  const until = (request: string, state: string) =>
    eventually(
      () => deliveryOf(request),
      (found) => found?.state === state,
    )
  const suppressed = async (address: string) =>
    (await made(call('GET', `/v1/suppressions?address=${encodeURIComponent(address)}`))).data as {
      id: string
      reason: string
    }[]
  const messageTo = async (address: string) => {
    type Kept = { id: string; message_id: string }
    const { data } = await world.play<{ data: Kept[] }>(
      'GET',
      `/mailbox/messages?to=${encodeURIComponent(address)}`,
    )
    return data[0] ?? expect.unreachable()
  }
  const handIn = (raw: string, authorization = `Bearer ${SECRET}`) =>
    fetch(`${world.url}/webhooks/mail`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'message/rfc822' },
      body: raw,
    })
  const report = (messageId: string, recipient: string, action: string, status: string) =>
    [
      'From: MAILER-DAEMON@mx.test',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.test',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 ${status} told by the server`,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '',
      '--b--',
    ].join('\r\n')

  it('is signed for the sender’s domain where a key is set (DKIM), over all that names it', async () => {
    await made(send(await asked(), 'signed@lune.test'))
    const { id } = await eventually(
      () => messageTo('signed@lune.test').catch(() => ({ id: '' })),
      (found) => found.id !== '',
    )
    const raw = Buffer.from(
      await (await fetch(`${world.sandbox.url}/mailbox/messages/${id}/raw`)).arrayBuffer(),
    )
    const pem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const signature = verifyDkim(raw, pem)
    expect(signature).toMatchObject({ domain: 'quittance.test', selector: 's1', isValid: true })
    expect(signature?.fields).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']))
    const forged = Buffer.from(raw.toString('latin1').replace('Subject: ', 'Subject: Re '), 'latin1')
    expect(verifyDkim(forged, pem)?.isValid).toBe(false)
  })

  it.each([
    ['a bare 550 to the recipient gives the address up', 'nobody@old.test', '550 No such user here', 1],
    ['a refusal by policy does not', 'refuse@lune.test', '5.7.1', 0],
  ])('refused by a server: %s', async (_, address, reason, entries) => {
    const id = await asked()
    await made(send(id, address))
    expect((await until(id, 'failed'))?.error).toContain(reason)
    await world.settle()
    expect(await suppressed(address)).toHaveLength(entries)
  })

  it('to an address that the server knows nobody at is not sent again, until the address is taken off the list', async () => {
    const first = await asked()
    await made(send(first, 'bounce@nobody.test'))
    expect((await until(first, 'failed'))?.error).toContain('5.1.1')
    const [entry] = await suppressed('Bounce@Nobody.test')
    expect(entry).toMatchObject({ reason: 'bounced', address: 'bounce@nobody.test' })
    const second = await asked()
    const refused = { status: 409, body: { code: 'recipient_suppressed', reason: 'bounced', field: 'email' } }
    expect(await send(second, 'BOUNCE@nobody.test')).toMatchObject(refused)
    expect(await made(call('GET', `/v1/payment_requests/${second}`))).toMatchObject({
      status: 'draft',
      links: [],
      deliveries: [],
    })
    expect(await call('POST', `/v1/payment_requests/${first}/remind`, {})).toMatchObject(refused)
    const other = await world.newCompany()
    expect(await other.call('DELETE', `/v1/suppressions/${entry?.id}`)).toMatchObject({ status: 404 })
    expect((await made(other.call('GET', '/v1/suppressions'))).data).toEqual([])
    await made(call('DELETE', `/v1/suppressions/${entry?.id}`))
    await made(send(second, 'bounce@nobody.test'))
  })

  it('that comes back later is failed by the report, matched by its Message-ID, once', async () => {
    const request = await asked()
    await made(send(request, 'gone@lune.test'))
    await until(request, 'sent')
    const { message_id } = await messageTo('gone@lune.test')
    const raw = report(message_id, 'Gone@lune.test', 'failed', '5.1.1')
    expect(await (await handIn(raw)).json()).toEqual({ received: true, report: true })
    await Promise.all([handIn(raw), handIn(raw), handIn(raw)])
    expect(await deliveryOf(request)).toMatchObject({
      state: 'failed',
      error: '550 5.1.1 told by the server',
    })
    expect(await suppressed('gone@lune.test')).toMatchObject([{ reason: 'bounced' }])
    await world.settle()
    const [message] = await owned<{ id: string }>(
      world,
      `select id from messaging.messages where message_id = $1`,
      [message_id],
    )
    const about = await owned(
      world,
      `select 1 from notifications.events where type = 'message.failed' and subject_id = $1`,
      [message?.id],
    )
    expect(about).toHaveLength(1)
  })

  it.each([
    ['refused for what it says fails, and its address is not given up', 'failed', '5.7.1', 'failed'],
    ['arrived is delivered', 'delivered', '2.0.0', 'delivered'],
    ['late is waited for', 'delayed', '4.2.0', 'sent'],
  ])('that a report says was %s', async (_, action, status, state) => {
    const address = `${action}@report.test`
    const request = await asked()
    await made(send(request, address))
    await until(request, 'sent')
    await handIn(report((await messageTo(address)).message_id, address, action, status))
    expect((await deliveryOf(request))?.state).toBe(state)
    expect(await suppressed(address)).toEqual([])
  })

  it('is not failed by a report about somebody else, or by who does not know the secret', async () => {
    const request = await asked()
    await made(send(request, 'safe@lune.test'))
    await until(request, 'sent')
    const { message_id } = await messageTo('safe@lune.test')
    expect((await handIn(report(message_id, 'else@lune.test', 'failed', '5.1.1'))).status).toBe(200)
    const refused = await handIn(report(message_id, 'safe@lune.test', 'failed', '5.1.1'), 'Bearer guess')
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      401,
      'inbound_mail_refused',
    ])
    expect(await (await handIn('Subject: Out of office\r\n\r\nBack on Monday.')).json()).toEqual({
      received: true,
      report: false,
    })
    expect(await deliveryOf(request)).toMatchObject({ state: 'sent' })
  })
})
