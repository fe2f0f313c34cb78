import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { download, findCompany, type RouteServices } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { idParams, language } from '../lib/schemas.ts'
import { defaultLocale } from '../lib/words.ts'
import { findReceipt, receiptPdf } from './receipts.ts'

/** The receipt of a payment for staff, as its payer can download it. */
export function receiptRoutes(server: FastifyInstance, services: RouteServices): void {
  download(
    server,
    services,
    {
      url: '/v1/payments/:id/receipt',
      permission: 'payments.read',
      summary: 'Print the receipt of a payment, with the refunds there are by now',
      tag: 'Payments',
      params: idParams,
      query: Type.Object({ language: Type.Optional(language) }),
    },
    async ({ companyId, params, query }) => {
      const id = fromWireId('pay', params.id)
      const [company, receipt] = await services.database.read(companyId, (db) =>
        Promise.all([findCompany(db, companyId), id === undefined ? undefined : findReceipt(db, id)]),
      )
      if (company === undefined || receipt === undefined) throw new NotFound('receipt')
      return receiptPdf(receipt, defaultLocale(query.language ?? company.language, company.country))
    },
  )
}
