import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { findCustomer } from '../customers/index.ts'
import { download, findCompany, type RouteServices } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { idParams, language } from '../lib/schemas.ts'
import { defaultLocale } from '../lib/words.ts'
import { invoicePdf } from './invoice-pdf.ts'
import { findInvoice } from './invoices.queries.ts'

/** An invoice as a PDF, for whoever issues it: as its customer gets it, without a payment link. */
export function invoicePdfRoutes(server: FastifyInstance, services: RouteServices): void {
  download(
    server,
    services,
    {
      url: '/v1/invoices/:id/pdf',
      permission: 'invoices.read',
      summary: 'Print an invoice, in the customer’s language unless another is asked for',
      tag: 'Invoices',
      params: idParams,
      query: Type.Object({ language: Type.Optional(language) }),
    },
    async ({ companyId, params, query }) => {
      const id = givenId('inv', params.id, 'invoice')
      const customer = await services.database.read(companyId, async (db) => {
        const invoice = await findInvoice(db, id)
        return invoice && findCustomer(db, invoice.customerId)
      })
      const company = await findCompany(services.database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      const locale = defaultLocale(
        query.language ?? customer?.language ?? company.language,
        customer?.country ?? company.country,
      )
      return invoicePdf(services.database, companyId, id, { locale, payUrl: undefined })
    },
  )
}
