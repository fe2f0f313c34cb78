import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { list, read, write } from '../../identity/index.ts'
import type { Db } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { givenId } from '../../lib/given-id.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import { idParams, listQuery } from '../../lib/schemas.ts'
import type { RequestServices } from '../payment-link.routes.ts'
import { BulkBody, bulkOrder } from './bulk-order-wire.ts'
import {
  BulkItemWire,
  BulkSendWire,
  bulkItemToWire,
  bulkSendToWire,
  itemColumns,
  PreviewWire,
  previewToWire,
} from './bulk-send-wire.ts'
import {
  BULK_LABELS,
  type BulkSend,
  type BulkSendId,
  countItems,
  findBulkSend,
  listBulkSends,
  listItems,
} from './bulk-sends.queries.ts'
import { cancelBulkSend } from './end-bulk-send.ts'
import { previewItems } from './preview-items.ts'
import { startBulkSend } from './start-bulk-send.ts'

const tag = 'Bulk sends'
const sending = { permission: 'requests.send', tag } as const
const reading = { permission: 'requests.read', tag } as const
const idOf = (text: string) => givenId('bulk', text, 'bulk send')

/** Payment links or statements to many customers in one go, sent by a job. */
export function bulkSendRoutes(server: FastifyInstance, services: RequestServices): void {
  const { clock } = services
  read(
    server,
    services,
    {
      ...sending,
      method: 'POST',
      url: '/v1/bulk_sends/preview',
      summary: 'Show who would get what, to which address, and who nothing and why; it sends nothing',
      body: BulkBody,
      response: PreviewWire,
      status: 200,
    },
    async (db, { body, permissions }) =>
      previewToWire(await previewItems(db, await bulkOrder(db, clock.now(), body, permissions))),
  )
  write(
    server,
    services,
    {
      ...sending,
      method: 'POST',
      url: '/v1/bulk_sends',
      summary:
        'Send payment links for up to 10,000 invoices, one link to each customer for the sum, or statements to up to 10,000 customers',
      body: BulkBody,
      response: BulkSendWire,
    },
    async (tx, { actor, body, permissions }) => {
      const now = clock.now()
      const order = await bulkOrder(tx, now, body, permissions)
      return show(tx, await startBulkSend(tx, actor, now, order))
    },
  )
  write(
    server,
    services,
    {
      ...sending,
      method: 'POST',
      url: '/v1/bulk_sends/:id/cancel',
      summary: 'Stop what is not sent yet of a bulk send',
      params: idParams,
      response: BulkSendWire,
      status: 200,
    },
    async (tx, { actor, params }) => show(tx, await cancelBulkSend(tx, actor, clock.now(), idOf(params.id))),
  )
  list(
    server,
    services,
    {
      ...reading,
      url: '/v1/bulk_sends',
      summary: 'List bulk sends, newest first',
      query: listQuery,
      row: BulkSendWire,
      fileName: 'bulk-sends',
      columns: {
        id: (row) => row.id,
        kind: (row) => row.kind,
        state: (row) => row.state,
        total: (row) => row.counts.total,
        sent: (row) => row.counts.sent,
        skipped: (row) => row.counts.skipped,
        failed: (row) => row.counts.failed,
        created_at: (row) => row.created_at,
        over_at: (row) => row.over_at,
      },
    },
    async (db, query) => {
      const asked = pageRequest('bulk', query)
      const rows = await listBulkSends(db, asked)
      const counts = await countItems(
        db,
        rows.map(({ id }) => id),
      )
      return page('bulk', rows, asked.limit, (row) => bulkSendToWire(row, counts.get(row.id)))
    },
  )
  read(
    server,
    services,
    {
      ...reading,
      method: 'GET',
      url: '/v1/bulk_sends/:id',
      summary: 'Read a bulk send: how many customers stand where',
      params: idParams,
      response: BulkSendWire,
    },
    async (db, { params }) => show(db, await existing(db, idOf(params.id))),
  )
  list(
    server,
    services,
    {
      ...reading,
      url: '/v1/bulk_sends/:id/items',
      summary: 'List what each customer gets of a bulk send, in the order in which it is sent',
      params: idParams,
      query: { ...listQuery, state: Type.Optional(Type.Enum([...BULK_LABELS])) },
      row: BulkItemWire,
      fileName: 'bulk-send',
      columns: itemColumns,
    },
    async (db, query, params) => {
      const { id } = await existing(db, idOf(params.id))
      const asked = pageRequest('bki', query)
      const rows = await listItems(db, id, { ...asked, label: query.state })
      return page('bki', rows, asked.limit, bulkItemToWire)
    },
  )
}

async function existing(db: Db, id: BulkSendId): Promise<BulkSend> {
  const send = await findBulkSend(db, id)
  if (send === undefined) throw new NotFound('bulk send')
  return send
}

async function show(db: Db, send: BulkSend) {
  return bulkSendToWire(send, (await countItems(db, [send.id])).get(send.id))
}
