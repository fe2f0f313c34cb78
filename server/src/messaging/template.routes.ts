import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type RouteServices, read, write } from '../identity/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { idParams, language, line, longText, name, nullable, wireId } from '../lib/schemas.ts'
import { changeTemplate, createTemplate, deleteTemplate } from './change-template.ts'
import { VARIABLES } from './fill-text.ts'
import { SHIPPED_TEMPLATES } from './shipped-templates.ts'
import { findTemplate, listTemplates, SECTORS, TEMPLATE_KINDS, type Template } from './templates.queries.ts'

const TemplateWire = Type.Object(
  {
    object: Type.Literal('template'),
    id: wireId('tpl'),
    shipped: Type.Boolean({ description: 'Comes with Quittance: read-only, to be copied.' }),
    kind: Type.Enum(TEMPLATE_KINDS),
    language,
    sector: Type.Enum(SECTORS),
    name: Type.String(),
    subject: nullable(Type.String()),
    body: Type.String(),
  },
  { $id: 'Template' },
)

const kind = Type.Enum(['request', 'confirmation', 'reply'], {
  description: 'For a request, for a thank-you after a payment, or a saved reply for anything.',
})
const sector = Type.Enum(SECTORS)
const body = Type.String({
  ...longText,
  description: `Filled in by us: \`${VARIABLES.map((each) => `{ ${each} }`).join('`, `')}\`, and the custom attributes \`{ customer.meta_… }\` and \`{ appointment.meta_… }\`. Filled in by the sender: \`[ … ]\`.`,
})
const Create = Type.Object(
  {
    copy_of: Type.Optional(Type.String({ maxLength: 100, description: 'A template to begin from.' })),
    kind: Type.Optional(kind),
    language: Type.Optional(language),
    sector: Type.Optional(sector),
    name: Type.Optional(name),
    subject: Type.Optional(nullable(line)),
    body: Type.Optional(body),
  },
  { additionalProperties: false },
)
const { copy_of: _, ...changeable } = Create.properties
const Change = Type.Object(changeable, { additionalProperties: false, minProperties: 1 })

const tag = 'Templates'

/** Texts that the whole team sends by: listed with those that come with the product, written, copied, deleted. */
export function templateRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/templates',
      permission: 'templates.read',
      summary: 'List all templates: the company’s own, then those that come with the product',
      tag,
      query: Type.Object({
        kind: Type.Optional(Type.Enum(TEMPLATE_KINDS)),
        language: Type.Optional(language),
      }),
      response: Type.Object({ object: Type.Literal('list'), data: Type.Array(TemplateWire) }),
    },
    async (db, { query }) => ({
      object: 'list' as const,
      data: [...(await listTemplates(db)), ...SHIPPED_TEMPLATES]
        .filter((each) => query.kind === undefined || each.kind === query.kind)
        .filter((each) => query.language === undefined || each.language === query.language)
        .map(toWire),
    }),
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/templates/:id',
      permission: 'templates.read',
      summary: 'Read a template',
      tag,
      params: idParams,
      response: TemplateWire,
    },
    async (db, { params }) => {
      const found = await findTemplate(db, params.id)
      if (found === undefined) throw new NotFound('template')
      return toWire(found)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/templates',
      permission: 'templates.write',
      summary: 'Write a template, or copy one',
      tag,
      body: Create,
      response: TemplateWire,
    },
    async (tx, { actor, body: { copy_of, ...given } }) => {
      const original = copy_of === undefined ? undefined : await findTemplate(tx, copy_of)
      if (copy_of !== undefined && original === undefined) throw new NotFound('template')
      const fields = { sector: 'general' as const, subject: null, ...original, ...given }
      return toWire(
        await createTemplate(tx, actor, {
          kind: required(fields.kind, 'kind'),
          language: required(fields.language, 'language'),
          sector: fields.sector,
          name: required(fields.name, 'name'),
          subject: fields.subject,
          body: required(fields.body, 'body'),
        }),
      )
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/templates/:id',
      permission: 'templates.write',
      summary: 'Change a template',
      tag,
      params: idParams,
      body: Change,
      response: TemplateWire,
    },
    async (tx, { actor, params, body: changes }) =>
      toWire(await changeTemplate(tx, actor, params.id, changes)),
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/templates/:id',
      permission: 'templates.write',
      summary: 'Delete a template',
      tag,
      params: idParams,
      response: Type.Object({
        object: Type.Literal('template'),
        id: wireId('tpl'),
        deleted: Type.Literal(true),
      }),
    },
    async (tx, { actor, params }) => {
      await deleteTemplate(tx, actor, params.id)
      return { object: 'template' as const, id: params.id, deleted: true as const }
    },
  )
}

function required<T>(value: T | undefined, field: string): T {
  if (value !== undefined) return value
  throw new InvalidRequest(`${field} is missing: give it, or a template to copy. Nothing was created.`, {
    field,
  })
}

function toWire(template: Template): Static<typeof TemplateWire> {
  return {
    object: 'template',
    id: template.id,
    shipped: template.shipped,
    kind: template.kind,
    language: template.language,
    sector: template.sector,
    name: template.name,
    subject: template.subject,
    body: template.body,
  }
}
