import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, write } from '../../identity/index.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { idParams, isoDate, longText, nullable } from '../../lib/schemas.ts'
import { creditNoteIdOf } from '../credit-note.routes.ts'
import { CreditNoteWire } from '../credit-note-wire.ts'
import { orderLines, orderLinesOf } from '../order-terms.ts'
import { approveCreditNote, rejectCreditNote } from './approve-credit-note.ts'
import {
  type CreditNoteChanges,
  editCreditNote,
  reopenCreditNote,
  submitCreditNote,
} from './edit-credit-note.ts'
import { shownCreditNote } from './shown-credit-note.ts'

const revision = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 2_147_483_647,
    description: 'The revision that was seen; another one is refused.',
  }),
)
const Approval = Type.Object({ revision }, { additionalProperties: false })
const Rejection = Type.Object({ reason: longText, revision }, { additionalProperties: false })
const Changes = Type.Object(
  {
    tax_included: Type.Optional(Type.Boolean()),
    issued_on: Type.Optional(nullable(isoDate)),
    reason: Type.Optional(nullable(longText)),
    apply: Type.Optional(Type.Boolean()),
    lines: Type.Optional(orderLines),
  },
  { additionalProperties: false },
)

/** The way of a credit note to be issued, where the company wants it approved. */
export function creditNoteApprovalRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const { clock } = services
  const common = {
    tag: 'Credit notes',
    params: idParams,
    response: CreditNoteWire,
    status: 200,
  } as const
  write(
    server,
    services,
    {
      ...common,
      method: 'POST',
      url: '/v1/credit_notes/:id/approve',
      permission: 'credits.approve',
      summary:
        'Approve a credit note that somebody else wrote, which issues it; for people, not for API keys, and refused where its invoice is not as it was when it was submitted',
      body: Approval,
      problems: ['approval_by_another', 'credit_note_outdated'],
    },
    async (tx, { actor, params, body }) => {
      const id = creditNoteIdOf(params.id)
      await approveCreditNote(tx, actor, clock.now(), { id, revision: body.revision })
      return shownCreditNote(tx, id)
    },
  )
  write(
    server,
    services,
    {
      ...common,
      method: 'POST',
      url: '/v1/credit_notes/:id/reject',
      permission: 'credits.approve',
      summary: 'Send a credit note back to who wrote it, with why; for people, not for API keys',
      body: Rejection,
      problems: ['approval_by_another', 'credit_note_outdated'],
    },
    async (tx, { actor, params, body }) => {
      const id = creditNoteIdOf(params.id)
      const { reason, revision } = body
      await rejectCreditNote(tx, actor, clock.now(), { id, reason, revision })
      return shownCreditNote(tx, id)
    },
  )
  write(
    server,
    services,
    {
      ...common,
      method: 'POST',
      url: '/v1/credit_notes/:id/reopen',
      permission: 'credits.write',
      summary: 'Take back a credit note that was submitted or rejected, to change it; only who wrote it does',
      problems: ['credit_note_not_yours'],
    },
    async (tx, { actor, params }) => {
      const id = creditNoteIdOf(params.id)
      await reopenCreditNote(tx, actor, id)
      return shownCreditNote(tx, id)
    },
  )
  write(
    server,
    services,
    {
      ...common,
      method: 'PATCH',
      url: '/v1/credit_notes/:id',
      permission: 'credits.write',
      summary: 'Change a credit note that was reopened (a draft); only who wrote it does',
      body: Changes,
      problems: ['credit_note_not_yours'],
    },
    async (tx, { actor, params, body }) => {
      const id = creditNoteIdOf(params.id)
      const changes: CreditNoteChanges = {
        ...(body.tax_included === undefined ? {} : { taxIncluded: body.tax_included }),
        ...(body.issued_on === undefined ? {} : { issuedOn: body.issued_on }),
        ...(body.reason === undefined ? {} : { reason: body.reason }),
        ...(body.apply === undefined ? {} : { apply: body.apply }),
        ...(body.lines === undefined ? {} : { lines: orderLinesOf(body.lines) }),
      }
      await editCreditNote(tx, actor, id, changes)
      return shownCreditNote(tx, id)
    },
  )
  write(
    server,
    services,
    {
      ...common,
      method: 'POST',
      url: '/v1/credit_notes/:id/submit',
      permission: 'credits.write',
      summary:
        'Ask for approval of a draft, as its invoice stands now; where it needs none any more, it is issued',
      problems: ['credit_note_not_yours'],
    },
    async (tx, { actor, params }) => {
      const id = creditNoteIdOf(params.id)
      await submitCreditNote(tx, actor, clock.now(), id)
      return shownCreditNote(tx, id)
    },
  )
}
