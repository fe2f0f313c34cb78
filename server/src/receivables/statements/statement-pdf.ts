import { findCompany, findLogo } from '../../identity/index.ts'
import type { Currency } from '../../lib/currencies.ts'
import type { Database } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { languageOf } from '../../lib/words.ts'
import { fileNameOf, sellerOf } from '../document-parts.ts'
import { renderStatementPdf } from '../documents/index.ts'
import { findStatement, type StatementId } from './statements.queries.ts'

/** Renders a statement as it was written. With `payUrl` it carries the button and the QR code; keep that nowhere. */
export async function statementPdf(
  database: Database,
  companyId: CompanyId,
  id: StatementId,
  { locale, payUrl }: { locale: string; payUrl: string | undefined },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const company = await findCompany(database.global, companyId)
  const { statement, logo } = await database.read(companyId, async (db) => ({
    statement: await findStatement(db, id),
    logo: await findLogo(db),
  }))
  if (company === undefined || statement === undefined) throw new NotFound('statement')
  const { content, kind, asOf, pending } = statement
  const bytes = await renderStatementPdf({
    language: languageOf(locale),
    locale,
    seller: sellerOf({ company, logo }),
    customer: {
      name: content.customer.name,
      addressLines: content.customer.addressLines,
      email: content.customer.email ?? undefined,
      taxId: content.customer.taxId ?? undefined,
    },
    kind,
    from: content.from ?? undefined,
    asOf,
    madeOn: content.madeOn,
    currency: statement.currency as Currency,
    opening: BigInt(content.opening),
    rows: content.rows.map((row) => ({
      ...row,
      dueOn: row.dueOn ?? undefined,
      amount: BigInt(row.amount),
      balance: BigInt(row.balance),
    })),
    balance: BigInt(content.balance),
    pending,
    inFlight: BigInt(content.inFlight),
    unapplied: BigInt(content.unapplied),
    buckets: content.buckets.map(({ bucket, open }) => ({ bucket, open: BigInt(open) })),
    payUrl,
  })
  return { fileName: `${fileNameOf(`statement-${content.customer.name}-${asOf}`)}.pdf`, bytes }
}
