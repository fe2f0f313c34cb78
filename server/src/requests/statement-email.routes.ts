import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ownCompany, write } from '../identity/index.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { email, idParams, name, nullable, wireId } from '../lib/schemas.ts'
import { StatementWire, statementToWire } from '../receivables/index.ts'
import { textFields, textOrder } from './compose-text.ts'
import { LINK_REASONS } from './link-decision.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { LinkWire, linkToWire } from './request-wire.ts'
import { sendStatement } from './send-statement.ts'

const SentStatementWire = Type.Object(
  {
    object: Type.Literal('sent_statement'),
    statement: StatementWire,
    email: Type.Object({ id: wireId('msg'), to: Type.String() }),
    payment_request: nullable(wireId('req')),
    payment_link: Type.Object({
      embedded: Type.Boolean(),
      reason: Type.Enum([...LINK_REASONS], {
        description: 'What decided: the first of these that applied, or the rule of the settings.',
      }),
      decided_by: nullable(
        Type.String({ description: 'Of a rule: the setting’s key, or `sender` for the sender’s own tick.' }),
      ),
      link: nullable(LinkWire),
    }),
  },
  { $id: 'SentStatement' },
)

/** Statements by e-mail, with or without a payment link for what is pending. */
export function statementEmailRoutes(server: FastifyInstance, services: RequestServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/statements/:id/send',
      permission: 'requests.send',
      summary: 'Send a statement by e-mail as PDF, with or without a payment link for its pending balance',
      tag: 'Statements',
      params: idParams,
      body: Type.Object(
        {
          to: Type.Optional(email),
          name: Type.Optional(name),
          payment_link: Type.Optional(
            Type.Boolean({
              description:
                'Whether it carries a payment link; else as the setting `invoice.manual_link` says. Where nothing is pending there is none.',
            }),
          ),
          ...textFields,
        },
        { additionalProperties: false },
      ),
      response: SentStatementWire,
    },
    async (tx, { actor, params, body }) => {
      const { statement, message, decision, link } = await sendStatement(tx, actor, services.clock.now(), {
        linkKey: services.linkKey,
        company: await ownCompany(tx),
        statementId: givenId('stm', params.id, 'statement'),
        to: body.to,
        name: body.name,
        text: textOrder(body),
        ticked: body.payment_link,
      })
      return {
        object: 'sent_statement' as const,
        statement: statementToWire(statement),
        email: { id: toWireId('msg', message.id), to: message.toAddress },
        payment_request: link === null ? null : toWireId('req', link.requestId),
        payment_link: {
          embedded: decision.embedded,
          reason: decision.reason,
          decided_by: decision.decidedBy,
          link: link === null ? null : linkToWire(link),
        },
      }
    },
  )
}
