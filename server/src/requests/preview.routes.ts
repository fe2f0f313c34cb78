import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { findCustomer } from '../customers/index.ts'
import { findCompany, read } from '../identity/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { language, nullable, wireId } from '../lib/schemas.ts'
import { defaultLocale } from '../lib/words.ts'
import { composeText, textFields, textOrder } from './compose-text.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { requestIdOf } from './request-wire.ts'
import { findRequest } from './requests.queries.ts'
import { textValues } from './text-values.ts'
import { requestWords } from './words.ts'

const { allow_blanks: _, ...fields } = textFields
const PreviewWire = Type.Object(
  {
    object: Type.Literal('template_preview'),
    language,
    subject: nullable(Type.String()),
    text: Type.String(),
    sendable: Type.Boolean({ description: 'Whether it can be sent as it is, without allow_blanks.' }),
    unknown: Type.Array(Type.String(), {
      description: 'Names in braces that mean nothing. They block sending.',
    }),
    missing: Type.Array(Type.String(), {
      description: 'Variables without a value here. They block sending.',
    }),
    warnings: Type.Array(
      Type.Object({ code: Type.Enum(['blank', 'other_language']), detail: Type.String() }),
    ),
  },
  { $id: 'TemplatePreview' },
)

/** What a text would say to a customer. It changes nothing, so it needs no Idempotency-Key. */
export function previewRoutes(server: FastifyInstance, services: RequestServices): void {
  read(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/templates/preview',
      permission: 'templates.read',
      summary: 'Show what a template or a message would say',
      tag: 'Templates',
      body: Type.Object(
        {
          ...fields,
          customer: Type.Optional(wireId('cus')),
          payment_request: Type.Optional(wireId('req')),
          language: Type.Optional(language),
        },
        { additionalProperties: false },
      ),
      response: PreviewWire,
      status: 200,
    },
    async (db, { body }) => {
      const company = await findCompany(db, db.companyId)
      if (company === undefined) throw new NotFound('company')
      const request =
        body.payment_request === undefined
          ? undefined
          : await findRequest(db, requestIdOf(body.payment_request))
      if (body.payment_request !== undefined && request === undefined) throw new NotFound('payment request')
      const named = body.customer === undefined ? undefined : fromWireId('cus', body.customer)
      const customerId = named ?? request?.customerId ?? null
      const customer = customerId === null ? undefined : await findCustomer(db, customerId)
      if (body.customer !== undefined && customer === undefined) throw new NotFound('customer')
      const locale = defaultLocale(
        body.language ?? customer?.language ?? company.language,
        customer?.country ?? company.country,
      )
      const order = textOrder(body)
      const { appointmentId } = order
      const values = await textValues(db, services.clock.now(), {
        company,
        customerId,
        request,
        appointmentId,
        locale,
      })
      const say = requestWords(locale)
      const text = await composeText(db, order, {
        kinds: ['request', 'confirmation', 'reply', 'reminder'],
        locale,
        values,
        link: say('link_shown'),
      })
      if (text === undefined)
        throw new InvalidRequest('Give a template or a message to show.', { field: 'template' })
      const parts = [...(text.subject === null ? [] : [text.subject]), text.body]
      const unknown = parts.flatMap((part) => part.unknown)
      const missing = [...new Set(parts.flatMap((part) => part.missing))]
      const blanks = parts.flatMap((part) => part.blanks)
      const spoken = body.language ?? customer?.language ?? company.language
      const isOther = text.language !== null && text.language !== spoken
      return {
        object: 'template_preview' as const,
        language: text.language ?? spoken,
        subject: text.subject?.text ?? null,
        text: text.body.text,
        sendable: unknown.length + missing.length + blanks.length === 0,
        unknown,
        missing,
        warnings: [
          ...blanks.map((blank) => ({ code: 'blank' as const, detail: blank })),
          ...(isOther ? [{ code: 'other_language' as const, detail: text.language ?? '' }] : []),
        ],
      }
    },
  )
}
