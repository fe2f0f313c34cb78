import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type Company, findCompany, type RouteServices, write } from '../identity/index.ts'
import { systemClock } from '../lib/clock.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { toWireId } from '../lib/ids.ts'
import { email, language, wireId } from '../lib/schemas.ts'
import { defaultLocale, type Language } from '../lib/words.ts'
import { type EmailContent, queueTestMessage, TemplateVariableMissing } from '../messaging/index.ts'
import { composeThankYou } from './compose-thank-you.ts'
import { sellerOf } from './payment-emails.ts'
import { namesInPlace, sampleValues } from './sample-values.ts'
import { noticeWords } from './words.ts'

export const TestMessageWire = Type.Object(
  { object: Type.Literal('test_message'), id: wireId('msg'), to: Type.String() },
  { $id: 'TestMessage' },
)

const order = {
  body: Type.Object({ email, language: Type.Optional(language) }, { additionalProperties: false }),
  response: TestMessageWire,
  status: 201 as const,
}

/** Messages to see for oneself, to any address: the thank-you as it is set, and one that mail arrives. */
export function testMessageRoutes(server: FastifyInstance, services: RouteServices): void {
  write(
    server,
    services,
    {
      ...order,
      method: 'POST',
      url: '/v1/settings/thankyou/test',
      permission: 'settings.write',
      summary: 'Send the thank-you as it is set, with sample values; it need not be switched on',
      tag: 'Settings',
    },
    (tx, { body }) => sendTest(tx, body, (company, locale) => sampleThankYou(tx, company, locale)),
  )
  write(
    server,
    services,
    {
      ...order,
      method: 'POST',
      url: '/v1/messages/test',
      permission: 'settings.write',
      summary: 'Send a test message: whether mail arrives, and how it looks',
      tag: 'Messages',
    },
    (tx, { body }) => sendTest(tx, body, async (company, locale) => plainTest(company, locale)),
  )
}

async function sendTest(
  tx: Tx,
  body: { email: string; language?: Language },
  compose: (company: Company, locale: string) => Promise<EmailContent>,
) {
  const company = await findCompany(tx, tx.companyId)
  if (company === undefined) throw new NotFound('company')
  const locale = defaultLocale(body.language ?? company.language, company.country)
  const content = await compose(company, locale)
  const id = await queueTestMessage(tx, systemClock.now(), { address: body.email, locale, content })
  return { object: 'test_message' as const, id: toWireId('msg', id), to: body.email }
}

/** Custom attributes are anybody's: each stands for itself, by its name. */
async function sampleThankYou(tx: Tx, company: Company, locale: string): Promise<EmailContent> {
  const values = sampleValues(company, locale)
  try {
    return await composeThankYou(tx, company, { locale, values })
  } catch (error) {
    if (!(error instanceof TemplateVariableMissing)) throw error
    const named = namesInPlace(error.variables.filter((name) => name.includes('.meta_')))
    return composeThankYou(tx, company, { locale, values: { ...values, ...named } })
  }
}

function plainTest(company: Company, locale: string): EmailContent {
  const say = noticeWords(locale)
  const seller = company.displayName
  return {
    subject: say('test_subject', { seller }),
    preview: say('test_intro', { seller }),
    heading: say('test_heading'),
    paragraphs: [say('test_intro', { seller })],
    closing: [say('test_closing')],
    seller: sellerOf(company),
  }
}
