import { api, ask } from '../../api/client.ts'
import type { components, paths } from '../../api/schema.generated.ts'

type Schemas = components['schemas']
type Credits = paths['/v1/credit_notes/import']['post']['responses'][201]['content']['application/json']
export type ImportReport = Schemas['InvoiceImport'] | Credits
export type Imported = Schemas['Invoice'] | Schemas['CreditNote'] | ImportReport
type Query = NonNullable<paths['/v1/invoices/import']['post']['parameters']['query']>

const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.xml', 'application/xml'],
  ['.pdf', 'application/pdf'],
  ['.csv', 'text/csv'],
]
/** What a list holds: each is a call, and a way to book it. */
export const HOLDINGS = ['invoices', 'open_invoices', 'credits', 'open_credits'] as const
export type Holding = (typeof HOLDINGS)[number]

/** For the file chooser. */
export const ACCEPTED = TYPES.flat().join(',')

/** What a file is sent as, by how its name ends; undefined where it is none that can be imported. */
export function typeOf(file: File): string | undefined {
  const name = file.name.toLowerCase()
  return TYPES.find(([ending]) => name.endsWith(ending))?.[1]
}

/** Sends a file as itself. `key` is its Idempotency-Key: a repeat after no answer imports nothing twice. */
export function importFile(file: File, type: string, query: Query, key: string): Promise<Imported> {
  return ask(
    api.POST('/v1/invoices/import', {
      params: { query, header: { 'idempotency-key': key } },
      headers: { 'content-type': type },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  )
}

/** Sends a list as what it holds; those that were open before are opening balances. */
export function importList(file: File, holding: Holding, isTrial: boolean, key: string): Promise<Imported> {
  const query = {
    dry_run: isTrial,
    opening_balances: holding === 'open_invoices' || holding === 'open_credits',
  }
  if (holding === 'invoices' || holding === 'open_invoices') return importFile(file, 'text/csv', query, key)
  return ask(
    api.POST('/v1/credit_notes/import', {
      params: { query, header: { 'idempotency-key': key } },
      headers: { 'content-type': 'text/csv' },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  )
}
