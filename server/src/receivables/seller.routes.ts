import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { idParams, line, listQuery, listWire, name, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { addSeller } from './sellers/add-seller.ts'
import { deleteSeller } from './sellers/delete-seller.ts'
import { listSellers, type Seller } from './sellers/sellers.queries.ts'

const SellerWire = Type.Object(
  {
    object: Type.Literal('seller'),
    id: wireId('sel'),
    names: Type.Array(Type.String()),
    tax_id: nullable(Type.String()),
    electronic_addresses: Type.Array(Type.String()),
    created_at: timestamp,
  },
  { $id: 'Seller' },
)

const tag = 'Sellers'

/** Under which names and tax ids the company sells beside its own: e-invoices of others are asked about. */
export function sellerRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/sellers',
      permission: 'invoices.write',
      summary: 'Note that the company sells under another name or tax id too',
      tag,
      body: Type.Object(
        {
          names: Type.Array(name, { minItems: 1, maxItems: 10 }),
          tax_id: Type.Optional(nullable(name)),
          electronic_addresses: Type.Optional(Type.Array(line, { maxItems: 10 })),
        },
        { additionalProperties: false },
      ),
      response: SellerWire,
    },
    async (tx, { actor, body }) =>
      toWire(
        await addSeller(tx, actor, services.clock.now(), {
          names: body.names,
          taxId: body.tax_id ?? null,
          addresses: body.electronic_addresses ?? [],
        }),
      ),
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/sellers',
      permission: 'invoices.read',
      summary: 'List the sellers that the company is, beside its own name, newest first',
      tag,
      query: Type.Object(listQuery),
      response: listWire(SellerWire),
    },
    async (db, { query }) => {
      const request = pageRequest('sel', query)
      return page('sel', await listSellers(db, request), request.limit, toWire)
    },
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/sellers/:id',
      permission: 'invoices.write',
      summary: 'Forget a seller: its next document is asked about again',
      tag,
      params: idParams,
      response: Type.Object({
        object: Type.Literal('seller'),
        id: wireId('sel'),
        deleted: Type.Literal(true),
      }),
    },
    async (tx, { actor, params }) => {
      const id = givenId('sel', params.id, 'seller')
      await deleteSeller(tx, actor, id)
      return { object: 'seller' as const, id: params.id, deleted: true as const }
    },
  )
}

function toWire(seller: Seller): Static<typeof SellerWire> {
  return {
    object: 'seller',
    id: toWireId('sel', seller.id),
    names: [...seller.names],
    tax_id: seller.taxId,
    electronic_addresses: [...seller.addresses],
    created_at: seller.createdAt.toISOString(),
  }
}
