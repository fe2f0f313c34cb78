import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { external, list, type RouteServices, read } from '../identity/index.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import { NotFound } from '../lib/errors.ts'
import { givenFilter, givenId } from '../lib/given-id.ts'
import { type CompanyId, fromWireId, toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { amountOut, currencyCode, idParams, listQuery, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { acceptDispute } from './answer-dispute.ts'
import { type DisputeState, disputeStates, isDisputeOpen } from './dispute.state.ts'
import { type Dispute, type DisputeId, findDispute, listDisputes } from './disputes.queries.ts'
import type { PaymentServices } from './resolve-payment.ts'

export type DisputeServices = RouteServices & PaymentServices

const STATES = Object.keys(disputeStates) as DisputeState[]

export const DisputeWire = Type.Object(
  {
    object: Type.Literal('dispute'),
    id: wireId('dsp'),
    payment: wireId('pay'),
    amount: amountOut,
    currency: currencyCode,
    reason: Type.String({
      description: 'What the payer’s bank says, as the processor names it: fraudulent…',
    }),
    network_reason_code: nullable(Type.String({ description: 'Of the card’s network, as 10.4.' })),
    state: Type.Enum(STATES, {
      description: 'An inquiry only asks; all others took the money, until it is won.',
    }),
    due_by: nullable(timestamp),
    fee: amountOut,
    fee_currency: nullable(currencyCode),
    can_answer: Type.Boolean({ description: 'Whether evidence can still be handed in.' }),
    submitted_at: nullable(timestamp),
    evidence: nullable(
      Type.Object(
        {
          texts: Type.Record(Type.String(), Type.String()),
          files: Type.Record(Type.String(), Type.String()),
        },
        { description: 'What was handed in, by the processor’s fields; of files the names.' },
      ),
    ),
    opened_at: timestamp,
    decided_at: nullable(timestamp),
    charged_back_at: nullable(timestamp),
    reinstated_at: nullable(timestamp),
    processor_reference: Type.String(),
  },
  { $id: 'Dispute' },
)

/** Disputes, to list, to read and to give up; `reports` gathers evidence and hands it in. */
export function disputeRoutes(server: FastifyInstance, services: DisputeServices): void {
  const tag = 'Disputes'
  const { clock } = services
  list(
    server,
    services,
    {
      url: '/v1/disputes',
      permission: 'payments.read',
      summary: 'List disputes, newest first',
      tag,
      query: {
        ...listQuery,
        status: Type.Optional(Type.Enum([...STATES, 'open' as const])),
        payment: Type.Optional(Type.String({ maxLength: 100 })),
      },
      row: DisputeWire,
      fileName: 'disputes',
      columns: {
        id: (row) => row.id,
        state: (row) => row.state,
        payment: (row) => row.payment,
        currency: (row) => row.currency,
        amount: (row) => amountCell(row.amount, row.currency),
        fee: (row) => amountCell(row.fee, row.fee_currency ?? row.currency),
        reason: (row) => row.reason,
        due_by: (row) => row.due_by,
        opened_at: (row) => row.opened_at,
        submitted_at: (row) => row.submitted_at,
        decided_at: (row) => row.decided_at,
      },
    },
    async (db, query) => {
      const asked = pageRequest('dsp', query)
      const rows = await listDisputes(db, asked, {
        states:
          query.status === undefined
            ? undefined
            : query.status === 'open'
              ? STATES.filter(isDisputeOpen)
              : [query.status],
        paymentId: givenFilter('pay', query.payment, 'payment'),
      })
      return page('dsp', rows, asked.limit, (row) => disputeToWire(row, clock.now()))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/disputes/:id',
      permission: 'payments.read',
      summary: 'Read a dispute',
      tag,
      params: idParams,
      response: DisputeWire,
    },
    async (db, { params }) => {
      const id = fromWireId('dsp', params.id)
      const dispute = id === undefined ? undefined : await findDispute(db, id)
      if (dispute === undefined) throw new NotFound('dispute')
      return disputeToWire(dispute, clock.now())
    },
  )
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/disputes/:id/accept',
      permission: 'disputes.answer',
      summary: 'Give a dispute up: it is lost at once, for good',
      tag,
      params: idParams,
      response: DisputeWire,
      status: 200,
    },
    async ({ actor, companyId, params }, claim) => {
      const id = givenDispute(params.id)
      return disputeToWire(await acceptDispute(services, actor, companyId, id, claim), clock.now())
    },
    ({ companyId }, id) => disputeAgain(services, companyId, id),
  )
}

/** A path's dispute; what is none is not found. */
function givenDispute(text: string): DisputeId {
  return givenId('dsp', text, 'dispute')
}

/** The answer to a caller whose first call is gone: the dispute as it is by now. */
export async function disputeAgain(
  { database, clock }: DisputeServices,
  companyId: CompanyId,
  id: string,
): Promise<Static<typeof DisputeWire>> {
  const dispute = await database.read(companyId, (db) => findDispute(db, id as DisputeId))
  if (dispute === undefined) throw new NotFound('dispute')
  return disputeToWire(dispute, clock.now())
}

export function disputeToWire(dispute: Dispute, now: Date): Static<typeof DisputeWire> {
  const isAsked = dispute.state === 'needs_response' || dispute.state === 'inquiry'
  return {
    object: 'dispute',
    id: toWireId('dsp', dispute.id),
    payment: toWireId('pay', dispute.paymentId),
    amount: Number(dispute.amount),
    currency: dispute.currency.toLowerCase(),
    reason: dispute.reason,
    network_reason_code: dispute.networkCode,
    state: dispute.state,
    due_by: dispute.dueBy?.toISOString() ?? null,
    fee: Number(dispute.fee),
    fee_currency: dispute.feeCurrency?.toLowerCase() ?? null,
    can_answer: isAsked && dispute.submittedAt === null && (dispute.dueBy === null || dispute.dueBy > now),
    submitted_at: dispute.submittedAt?.toISOString() ?? null,
    // What was sent and never arrived is no evidence.
    evidence:
      dispute.submittedAt === null || dispute.evidence === null
        ? null
        : { texts: { ...dispute.evidence.texts }, files: { ...dispute.evidence.files } },
    opened_at: dispute.openedAt.toISOString(),
    decided_at: dispute.decidedAt?.toISOString() ?? null,
    charged_back_at: dispute.chargedBackAt?.toISOString() ?? null,
    reinstated_at: dispute.reinstatedAt?.toISOString() ?? null,
    processor_reference: dispute.processorReference,
  }
}
