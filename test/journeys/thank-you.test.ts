import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, made, mailTo, newCustomer, owned, pay } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

describe('The automatic thank-you', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const call: World['company']['call'] = (...input) => world.company.call(...input)
  const set = (values: Record<string, unknown>) => made(call('PATCH', '/v1/settings', values))
  const paid = async (email: string, customer: Record<string, unknown> = {}) => {
    const { id } = await newCustomer(world.company, { name: 'Ana', email, ...customer })
    const order = { kind: 'quick', amount: 4500, currency: 'usd', reference: 'Bouquet', customer: id }
    const request = await made(call('POST', '/v1/payment_requests', order))
    const sent = await made(call('POST', `/v1/payment_requests/${request.id}/send`, {}))
    const [link] = sent.links as { url: string }[]
    expect((await pay(world, world.company, link?.url ?? '', { amount: 4500 })).body).toMatchObject({
      state: 'succeeded',
    })
    await world.settle()
    return (await mailTo(world, email)).map(({ subject, text }) => ({
      subject,
      text: text.replaceAll(/\s+/g, ' '),
    }))
  }
  const priorities = () =>
    owned<{ kind: string; detail: unknown }>(
      world,
      `select kind, detail from notifications.priorities order by id`,
    )

  it('R-184 K22 is off until it is switched on', async () => {
    const mails = await paid('off@lune.test')
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Receipt from Rosa Blooms: $45.00',
      expect.stringContaining('Payment request'),
    ])
  })

  it('R-187 once switched on, is sent on each completed payment, once, beside the receipt', async () => {
    await set({ 'thankyou.enabled': true })
    const mails = await paid('on@lune.test')
    const thanks = mails.filter(({ subject }) => subject === 'Thank you from Rosa Blooms')
    expect(thanks).toHaveLength(1)
    expect(thanks[0]?.text).toContain('Hello Ana, We have received your payment of $45.00.')
    expect(mails.filter(({ subject }) => subject.startsWith('Receipt'))).toHaveLength(1)
    // Told again, as a job is whose worker died, it is not sent again.
    const [last] = await owned<{ id: string; subject_id: string }>(
      world,
      `select id, subject_id from notifications.events where type = 'payment.succeeded' order by id desc limit 1`,
    )
    const [company] = await owned<{ id: string }>(world, 'select id from identity.companies')
    await owned(world, 'select lib.enqueue($1, $2, $3)', [
      company?.id,
      'deliver_event',
      {
        event_id: last?.id,
        type: 'payment.succeeded',
        subject_id: last?.subject_id,
        company_id: company?.id,
      },
    ])
    await world.settle()
    expect(await mailTo(world, 'on@lune.test')).toHaveLength(mails.length)
  })

  it('R-185 says what the company composed in the payer’s language, or a saved reply', async () => {
    await set({ 'thankyou.text': { en: 'Ta, { customer.name }: { payment.amount }.', fr: null } })
    const own = (await paid('own@lune.test')).find(({ subject }) => subject.startsWith('Thank you'))
    expect(own?.text).toContain('Ta, Ana: $45.00.')
    const reply = await made(
      call('POST', '/v1/templates', {
        kind: 'reply',
        language: 'en',
        name: 'Keys',
        body: 'Come for your keys.',
      }),
    )
    await set({ 'thankyou.text': { en: null, fr: null }, 'thankyou.template': reply.id })
    const mails = await paid('keys@lune.test')
    expect(mails.some(({ text }) => text.includes('Come for your keys.'))).toBe(true)
  })

  it('R-185 is not sent with a variable that has no value, or a blank: that becomes a priority, and the receipt goes out', async () => {
    await set({ 'thankyou.text': { en: 'Rent { customer.meta_rent_due } [ when ]', fr: null } })
    const mails = await paid('missing@lune.test')
    expect(mails.some(({ subject }) => subject.startsWith('Receipt'))).toBe(true)
    expect(mails.some(({ subject }) => subject.startsWith('Thank you'))).toBe(false)
    expect(await priorities()).toEqual([
      {
        kind: 'thank_you.blocked',
        detail: { code: 'template_variable_missing', variables: ['customer.meta_rent_due'] },
      },
    ])
    const filled = await paid('blank@lune.test', { meta: { rent_due: '1 May' } })
    expect(filled.some(({ subject }) => subject.startsWith('Thank you'))).toBe(false)
    expect((await priorities()).map(({ detail }) => detail)).toContainEqual({
      code: 'template_blanks_unfilled',
      blanks: ['[ when ]'],
    })
  })

  it('R-186 is tried out by a test to any address, in both languages, with sample values', async () => {
    await set({
      'thankyou.text': { en: 'Hi { customer.name }, { customer.meta_rent_due }.', fr: null },
      'thankyou.template': null,
    })
    await made(call('POST', '/v1/settings/thankyou/test', { email: 'try@else.test' }))
    await made(call('POST', '/v1/settings/thankyou/test', { email: 'try@else.test', language: 'fr' }))
    const mails = await eventually(
      () => mailTo(world, 'try@else.test'),
      (found) => found.length === 2,
    )
    const texts = mails.map(({ text }) => text).join()
    expect(texts).toContain('Hi Camille Martin, ‹customer.meta_rent_due›.')
    expect(texts).toContain('Bonjour Camille Martin,')
  })

  it('R-186 tests go out at most twenty an hour, whoever asks at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => call('POST', '/v1/messages/test', { email: 'many@else.test' })),
    )
    const counts = Object.groupBy(answers, ({ status }) => String(status))
    expect({ sent: counts['201']?.length, refused: counts['429']?.length }).toEqual({ sent: 18, refused: 6 })
    expect(counts['429']?.[0]?.body.code).toBe('too_many_test_messages')
  })
})
