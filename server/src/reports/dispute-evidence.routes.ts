import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { asking, external } from '../identity/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { type CompanyId, fromWireId } from '../lib/ids.ts'
import { idParams, nullable, wireId } from '../lib/schemas.ts'
import {
  type DisputeServices,
  DisputeWire,
  disputeAgain,
  disputeToWire,
  type Evidence,
  type EvidenceFile,
  submitEvidence,
} from '../payments/index.ts'
import { findAttachments } from '../receivables/index.ts'
import { bytesOf, type Gathered, gatherEvidence, MAX_TEXT } from './gather-evidence.ts'

/** What may be told in words, and what by a file, as the processor names it. */
const TEXT_FIELDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'duplicate_charge_explanation',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_tracking_number',
  'uncategorized_text',
] as const
const FILE_FIELDS = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
] as const

/** The processor's bounds: docs.stripe.com/disputes/best-practices. */
const MAX_TEXTS = 150_000
const MAX_FILES_BYTES = 4_500_000

const evidenceText = nullable(Type.String({ maxLength: MAX_TEXT, format: 'text' }))
const texts = Type.Object(
  Object.fromEntries(TEXT_FIELDS.map((field) => [field, Type.Optional(evidenceText)])),
  {
    additionalProperties: false,
    description: 'Words that stand in the place of what was gathered; null leaves them out.',
  },
)
const files = Type.Object(
  Object.fromEntries(FILE_FIELDS.map((field) => [field, Type.Optional(nullable(wireId('att')))])),
  {
    additionalProperties: false,
    description:
      'Attachments (PDF, PNG or JPEG) that stand in the place of gathered files; null leaves one out.',
  },
)
const EvidenceWire = Type.Object(
  {
    object: Type.Literal('dispute_evidence'),
    dispute: wireId('dsp'),
    texts: Type.Record(Type.String(), Type.String()),
    files: Type.Array(
      Type.Object({ field: Type.String(), file_name: Type.String(), media_type: Type.String() }),
    ),
  },
  { $id: 'DisputeEvidence' },
)

/** What speaks for a disputed payment, gathered by itself; and handing it in. */
export function disputeEvidenceRoutes(server: FastifyInstance, services: DisputeServices): void {
  const tag = 'Disputes'
  const { database, clock } = services
  asking(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/disputes/:id/evidence',
      permission: 'payments.read',
      summary: 'What would be handed in for a dispute, as it is gathered now',
      tag,
      params: idParams,
      response: EvidenceWire,
    },
    async ({ companyId, params }) => {
      const gathered = await gatherEvidence(database, companyId, givenId('dsp', params.id, 'dispute'))
      return {
        object: 'dispute_evidence' as const,
        dispute: params.id,
        texts: gathered.texts,
        files: gathered.files.map(({ field, fileName, mediaType }) => ({
          field,
          file_name: fileName,
          media_type: mediaType,
        })),
      }
    },
  )
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/disputes/:id/submit',
      permission: 'disputes.answer',
      summary: 'Hand in evidence for a dispute or an inquiry; that can be done once',
      tag,
      params: idParams,
      body: Type.Object(
        { texts: Type.Optional(texts), files: Type.Optional(files) },
        { additionalProperties: false },
      ),
      response: DisputeWire,
      status: 200,
    },
    async ({ actor, companyId, params, body }, claim) => {
      const disputeId = givenId('dsp', params.id, 'dispute')
      const gathered = await gatherEvidence(database, companyId, disputeId)
      const evidence: Evidence = {
        texts: chosenTexts(gathered, body.texts ?? {}),
        files: await chosenFiles(services, companyId, gathered, body.files ?? {}),
      }
      const dispute = await submitEvidence(services, actor, companyId, { disputeId, evidence }, claim)
      return disputeToWire(dispute, clock.now())
    },
    ({ companyId }, id) => disputeAgain(services, companyId, id),
  )
}

function chosenTexts(gathered: Gathered, given: Static<typeof texts>): Record<string, string> {
  const all: Record<string, string | null | undefined> = { ...gathered.texts, ...given }
  const chosen = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
  const length = Object.values(chosen).reduce((sum, text) => sum + text.length, 0)
  if (length > MAX_TEXTS)
    throw new InvalidRequest(
      `All words together have ${length} characters; the bank takes ${MAX_TEXTS}. Nothing was handed in; shorten them.`,
      { field: 'texts' },
    )
  return chosen
}

/** What was given stands in the place of what was gathered; the rest goes as far as the bank takes it. */
async function chosenFiles(
  { database }: DisputeServices,
  companyId: CompanyId,
  gathered: Gathered,
  given: Static<typeof files>,
): Promise<EvidenceFile[]> {
  const wanted = Object.entries(given as Record<string, string | null | undefined>)
  const chosen: EvidenceFile[] = []
  for (const [field, text] of wanted) {
    if (text === null || text === undefined) continue
    const id = fromWireId('att', text)
    const [found] = id === undefined ? [] : await database.read(companyId, (db) => findAttachments(db, [id]))
    if (id === undefined || found === undefined) throw new NotFound('attachment')
    chosen.push({
      field,
      fileName: found.fileName,
      mediaType: found.contentType,
      bytes: await bytesOf(database, companyId, id),
    })
  }
  let size = chosen.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > MAX_FILES_BYTES)
    throw new InvalidRequest(
      `These files have ${size} bytes together; the bank takes ${MAX_FILES_BYTES}. Nothing was handed in; take smaller ones.`,
      { field: 'files' },
    )
  for (const { field, fileName, mediaType, read } of gathered.files) {
    if (wanted.some(([name]) => name === field)) continue
    const bytes = await read()
    if (size + bytes.length > MAX_FILES_BYTES) continue
    size += bytes.length
    chosen.push({ field, fileName, mediaType, bytes })
  }
  return chosen
}
