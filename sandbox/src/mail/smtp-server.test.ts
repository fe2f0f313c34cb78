import { createTransport, type Transporter } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox } from '../../test/support.ts'

let world: Opened
let transport: Transporter
beforeAll(async () => {
  world = await openSandbox()
  transport = createTransport({ host: '127.0.0.1', port: world.sandbox.smtpPort, secure: false })
})
afterAll(async () => {
  transport.close()
  await world.sandbox.stop()
})

const read = async (path: string) => fetch(world.sandbox.url + path)

test('a message is kept as it came: text, HTML, attachments and raw', async () => {
  const sent = await transport.sendMail({
    from: 'Émile <shop@example.test>',
    to: 'Payer@Example.test',
    subject: 'Facture n° 7 — 12,00 €',
    text: 'Bonjour',
    html: '<p>Bonjour <a href="http://127.0.0.1/p/x">payer</a></p>',
    attachments: [
      { filename: 'facture é.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' },
    ],
  })
  const { data } = await world.read('/mailbox/messages?to=payer@example.test')
  expect(data).toMatchObject([
    {
      to: ['payer@example.test'],
      subject: 'Facture n° 7 — 12,00 €',
      message_id: sent.messageId,
      text: expect.stringContaining('Bonjour'),
      attachments: [{ filename: 'facture é.pdf', content_type: 'application/pdf', size: 8 }],
    },
  ])
  const at = `/mailbox/messages/${data[0].id}`
  expect((await world.read(at)).html).toContain('href="http://127.0.0.1/p/x"')
  expect(await (await read(`${at}/raw`)).text()).toContain(`Message-ID: ${sent.messageId}`)
  const attachment = await read(`${at}/attachments/0`)
  expect(attachment.headers.get('content-type')).toBe('application/pdf')
  expect(await attachment.text()).toBe('%PDF-1.7')
  expect((await read(`${at}/attachments/1`)).status).toBe(404)
  const page = await read(`${at}/html`)
  expect(page.headers.get('content-security-policy')).toContain('sandbox')
})

test('a recipient that bounces is refused for good, a slow one twice', async () => {
  const to = (address: string) =>
    transport.sendMail({ from: 'shop@example.test', to: address, subject: 's', text: 't' })
  await expect(to('bounce@example.test')).rejects.toMatchObject({ responseCode: 550 })
  await expect(to('slow@example.test')).rejects.toMatchObject({ responseCode: 450 })
  await expect(to('slow@example.test')).rejects.toMatchObject({ responseCode: 450 })
  await expect(to('slow@example.test')).resolves.toBeDefined()
})

test('the mailbox lists newest first, and can be emptied', async () => {
  for (const subject of ['one', 'two'])
    await transport.sendMail({ from: 'a@example.test', to: 'order@example.test', subject, text: 't' })
  const list = () => world.read('/mailbox/messages?to=order@example.test')
  expect((await list()).data.map((message: { subject: string }) => message.subject)).toEqual(['two', 'one'])
  await fetch(`${world.sandbox.url}/mailbox/messages`, { method: 'DELETE' })
  expect((await list()).data).toEqual([])
})
