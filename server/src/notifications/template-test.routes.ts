import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  type Company,
  findCompany,
  findUser,
  isStaffAddress,
  type RouteServices,
  write,
} from '../identity/index.ts'
import { systemClock } from '../lib/clock.ts'
import type { Db } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { toWireId } from '../lib/ids.ts'
import { email, idParams } from '../lib/schemas.ts'
import { defaultLocale } from '../lib/words.ts'
import {
  type EmailContent,
  fillText,
  findTemplate,
  queueTestMessage,
  type Template,
} from '../messaging/index.ts'
import { paragraphsOf } from '../requests/index.ts'
import { TestAddressRefused } from './errors.ts'
import { sellerOf } from './payment-emails.ts'
import { namesInPlace, sampleValues } from './sample-values.ts'
import { TestMessageWire } from './test-message.routes.ts'
import { noticeWords } from './words.ts'

/** A template as a mail, to see for oneself: to nobody but the company's own staff, so who may write texts may. */
export function templateTestRoutes(server: FastifyInstance, services: RouteServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/templates/:id/test',
      permission: 'templates.write',
      summary: 'Send a template with sample values: to yourself, or by a key to somebody of the staff',
      tag: 'Templates',
      params: idParams,
      body: Type.Object(
        {
          email: Type.Optional({
            ...email,
            description: 'Whoever is signed in gets it themselves; a key says who of the staff does.',
          }),
        },
        { additionalProperties: false },
      ),
      response: TestMessageWire,
      problems: ['test_address_refused', 'too_many_test_messages'],
    },
    async (tx, { params, body, session }) => {
      const [company, template] = await Promise.all([
        findCompany(tx, tx.companyId),
        findTemplate(tx, params.id),
      ])
      if (company === undefined || template === undefined) throw new NotFound('template')
      const person = session === undefined ? undefined : await findUser(tx, session.userId)
      const address = await addressOf(tx, person?.email, body.email)
      const locale = defaultLocale(template.language, company.country)
      const content = templateTest(company, template, locale)
      const id = await queueTestMessage(tx, systemClock.now(), { address, locale, content })
      return { object: 'test_message' as const, id: toWireId('msg', id), to: address }
    },
  )
}

/** A test to any address would be a way to mail strangers in the company's name with words of one's own. */
async function addressOf(db: Db, own: string | undefined, named: string | undefined): Promise<string> {
  const field = { field: 'email' }
  if (own === undefined) {
    if (named === undefined)
      throw new InvalidRequest(
        'A key is nobody: say who of the staff gets the test. Nothing was sent.',
        field,
      )
    if (await isStaffAddress(db, named)) return named
    throw new TestAddressRefused(
      'This is the address of nobody who works here, and tests of templates go to the staff only. Nothing was sent.',
      field,
    )
  }
  if (named === undefined || named.toLowerCase() === own.toLowerCase()) return own
  throw new TestAddressRefused(
    'A test of a template goes to whoever asks for it. Nothing was sent; leave the address out.',
    field,
  )
}

function templateTest(company: Company, template: Template, locale: string): EmailContent {
  const say = noticeWords(locale)
  const samples = { ...sampleValues(company, locale), link: say('sample_link') }
  const filled = (text: string) => {
    const { missing } = fillText(text, samples)
    return fillText(text, { ...samples, ...namesInPlace(missing) }).text
  }
  return {
    subject: say('template_test_subject', { subject: filled(template.subject ?? template.name) }),
    preview: say('template_test_preview', { name: template.name }),
    heading: template.name,
    paragraphs: paragraphsOf(filled(template.body)),
    closing: [say('template_test_closing')],
    seller: sellerOf(company),
  }
}
