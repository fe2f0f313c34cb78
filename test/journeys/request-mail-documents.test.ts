import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { eventually, made, mailTo, newCustomer, TINY_PDF, upload } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** The mail about a request carries the documents that the company added, as far as mail servers take it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const MB = 1024 * 1024
const pdfOf = (bytes: number) =>
  Buffer.concat([TINY_PDF.subarray(0, 9), Buffer.alloc(bytes - TINY_PDF.length, 0x20), TINY_PDF.subarray(9)])
const added = async (name: string, bytes: Buffer) =>
  String((await made(upload(world.company, name, bytes))).id)

async function mailed(values: Record<string, unknown>, email: string) {
  const asked = await made(
    world.company.call('POST', '/v1/payment_requests', {
      kind: 'detailed',
      title: 'Wedding flowers',
      currency: 'eur',
      subtotal: 40_000,
      tax: 8_000,
      shipping: 0,
      email,
      ...values,
    }),
  )
  await made(world.company.call('POST', `/v1/payment_requests/${asked.id}/send`, {}))
  return { id: asked.id, mail: await mailOf(email, 1) }
}
async function mailOf(email: string, count: number) {
  const [mail] = await eventually(
    () => mailTo(world, email),
    (mails) => mails.length === count,
  )
  return mail ?? expect.unreachable()
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('R-017 R-023 a request goes with its documents, byte for byte, and its reminder too', async () => {
  const attachments = [await added('Sales order SO-2214.pdf', TINY_PDF), await added('Plan.pdf', pdfOf(MB))]
  const { id, mail } = await mailed({ attachments }, 'ann@lune.test')
  expect(mail.attachments).toMatchObject([
    { filename: 'Sales order SO-2214.pdf', content_type: 'application/pdf' },
    { filename: 'Plan.pdf', content_type: 'application/pdf' },
  ])
  expect(mail.text).toMatch(/Attached:?\s+Sales order SO-2214.pdf, Plan.pdf/)
  expect(mail.text).not.toContain('Documents to download')
  const raw = await (await fetch(`${world.sandbox.url}/mailbox/messages/${mail.id}/raw`)).text()
  const [, body = ''] = /filename="?Plan\.pdf"?[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(raw) ?? []
  expect(sha256(Buffer.from(body, 'base64'))).toBe(sha256(pdfOf(MB)))

  await made(world.company.call('POST', `/v1/payment_requests/${id}/remind`, {}))
  const reminder = await mailOf('ann@lune.test', 2)
  expect(reminder.attachments.map(({ filename }) => filename)).toEqual([
    'Sales order SO-2214.pdf',
    'Plan.pdf',
  ])
})

it('R-023 what would make the mail too large is named as a download of the page, in the language of the customer', async () => {
  const customer = (await newCustomer(world.company, { language: 'fr', country: 'FR' })).id
  const attachments = [
    await added('Devis.pdf', pdfOf(6 * MB)),
    await added('Photos.pdf', pdfOf(6 * MB)),
    await added('Conditions.pdf', TINY_PDF),
  ]
  const { mail } = await mailed({ attachments, customer }, 'lea@lune.test')
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['Devis.pdf', 'Conditions.pdf'])
  expect(mail.text).toMatch(/En pièce jointe\s?:?\s+Devis.pdf, Conditions.pdf/)
  expect(mail.text).toMatch(/Documents à télécharger\s?:?\s+Photos.pdf/)
})
