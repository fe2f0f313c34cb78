import type pg from 'pg'
import type { Company } from '../../../server/src/identity/index.ts'
import { linkToken, tokenHash } from '../../../server/src/requests/link-token.ts'
import { loadedId } from './bench-database.ts'

/** The kinds of loaded ids (see `bench.id`). */
export const KIND = {
  customer: 1,
  invoice: 2,
  line: 3,
  request: 4,
  item: 5,
  link: 6,
  payment: 7,
  reservation: 8,
} as const

/** What is owed of the n-th, in minor units, as SQL; and how much of it is tax, as nearly every real invoice has some. */
const AMOUNT = '(10000 + n % 5000)'
const TAX = 800
export const FEE = 320
export const amountOf = (n: number) => BigInt(10_000 + (n % 5000))

interface Range {
  from: number
  to: number
}

/** Bulk loads of one company's rows, by SQL, each as the product would have left them. */
export class Loader {
  readonly #client: pg.Client
  readonly #company: Company

  constructor(client: pg.Client, company: Company) {
    this.#client = client
    this.#company = company
  }

  /** For a database that is only read afterwards: a million rows are loaded in half the time. */
  async dropForeignKeys(): Promise<void> {
    const { rows } = await this.#client.query<{ drop: string }>(`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) drop from pg_constraint
      where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text not like 'graphile%'`)
    for (const { drop } of rows) await this.#client.query(drop)
  }

  async customers(count: number): Promise<void> {
    await this.#each(
      { from: 1, to: count },
      `
      insert into customers.customers (company_id, id, name, email)
      select $1, bench.id(${KIND.customer}, n), 'Customer ' || n, 'c' || n || '@example.test'`,
    )
  }

  /** Invoices of the own series with one line each, or none. `paid` and `voided` are conditions on `n`. */
  async invoices(
    range: Range,
    options: { customers: number; paid?: string; voided?: string; inFlight?: string; lines?: boolean },
  ): Promise<void> {
    const { customers, paid = 'false', voided = 'false', inFlight = 'false' } = options
    const customer = `bench.id(${KIND.customer}, 1 + n % ${customers})`
    await this.#each(
      range,
      `
      insert into receivables.payables (company_id, id, kind, label, customer_id, currency, due, settled, in_flight, voided, due_on)
      select $1, bench.id(${KIND.invoice}, n), 'invoice', 'INV-' || n, ${customer}, 'USD', ${AMOUNT},
        case when ${paid} then ${AMOUNT} else 0 end, case when ${inFlight} then ${AMOUNT} else 0 end,
        case when ${voided} then ${AMOUNT} else 0 end, date '2026-01-01' + (n % 300)::int`,
    )
    await this.#each(
      range,
      `
      insert into receivables.invoices (company_id, id, customer_id, series, number, sequence, type_code, state, currency,
        subtotal, allowances, charges, shipping, tax, rounding, total, prepaid, issued_on, due_on, buyer, adjustments,
        tax_breakdown, voided_at)
      select $1, bench.id(${KIND.invoice}, n), ${customer}, 'own', 'INV-' || n, n, '380',
        case when ${voided} then 'void' else 'open' end, 'USD', ${AMOUNT} - ${TAX}, 0, 0, 0, ${TAX}, 0, ${AMOUNT}, 0,
        date '2026-01-01' + (n % 300)::int, date '2026-01-01' + (n % 300)::int,
        '{"name": "Café Lune", "addressLines": ["1 rue de la Paix"], "email": null, "taxId": null}', '[]', '[]',
        case when ${voided} then now() end`,
    )
    if (options.lines !== false) {
      await this.#each(
        range,
        `
        insert into receivables.invoice_lines (company_id, id, invoice_id, position, description, quantity, unit_price, amount)
        select $1, bench.id(${KIND.line}, n), bench.id(${KIND.invoice}, n), 1, 'Peonies, white', '1', '92.00', ${AMOUNT} - ${TAX}`,
      )
    }
    await this.#client.query(
      `insert into receivables.number_series (company_id, id, series, prefix, last_number)
       values ($1, bench.id(255, 1), 'invoice', 'INV-', $2)
       on conflict (company_id, series) do update set last_number = excluded.last_number`,
      [this.#company.id, range.to],
    )
  }

  /** A request for each invoice, with its item and a link; `lines` is how many lines the payer sees. */
  async requests(
    range: Range,
    options: {
      customers: number
      /** Without it there are no links, as nobody could open them. */
      linkKey?: Buffer
      settled?: string
      voided?: string
      lines?: number
      /** When each was made. */
      madeAt?: string
    },
  ): Promise<void> {
    const { customers, linkKey, settled = 'false', voided = 'false', lines = 5, madeAt = 'now()' } = options
    await this.#each(
      range,
      `
      insert into requests.requests (company_id, id, kind, customer_id, reference, message, currency, total, snapshot, state,
        sent_at, settled_at, created_at)
      select $1, bench.id(${KIND.request}, n), 'invoice', bench.id(${KIND.customer}, 1 + n % ${customers}), 'INV-' || n,
        'Thank you for your order.', 'USD', ${AMOUNT}, jsonb_build_object('customerName', 'Café Lune', 'documents',
          jsonb_build_array(jsonb_build_object('id', bench.id(${KIND.invoice}, n), 'number', 'INV-' || n, 'dueOn', '2026-12-01',
            'total', ${AMOUNT}::text, 'open', ${AMOUNT}::text, 'shipping', '0', 'tax', '${TAX}', 'adjustments', '0',
            'lines', ${snapshotLines(lines)}, 'moreLines', 0))),
        case when ${voided} then 'voided' else 'sent' end, ${madeAt}, case when ${settled} then ${madeAt} end, ${madeAt}`,
    )
    await this.#each(
      range,
      `
      insert into requests.items (company_id, id, request_id, payable_id, amount)
      select $1, bench.id(${KIND.item}, n), bench.id(${KIND.request}, n), bench.id(${KIND.invoice}, n), ${AMOUNT}`,
    )
    await this.#each(
      range,
      `
      insert into requests.standings (company_id, id, label, created_at)
      select $1, bench.id(${KIND.request}, n), case when ${settled} then 'paid' when ${voided} then 'voided' else 'sent' end,
        (select created_at from requests.requests r where r.company_id = $1 and r.id = bench.id(${KIND.request}, n))`,
    )
    if (linkKey === undefined) return
    for (let from = range.from; from <= range.to; from += LINKS_AT_ONCE) {
      const numbers = numbersOf({ from, to: Math.min(range.to, from + LINKS_AT_ONCE - 1) })
      await this.#client.query(
        `insert into requests.links (company_id, id, request_id, token_hash, channel, state, issued_at)
         select $1, bench.id(${KIND.link}, n), bench.id(${KIND.request}, n), hash, 'copy', 'active', now()
         from unnest($2::bigint[], $3::bytea[]) links(n, hash)`,
        [this.#company.id, numbers, numbers.map((n) => tokenHash(this.token(linkKey, n)))],
      )
    }
  }

  token(linkKey: Buffer, n: number): string {
    return linkToken(linkKey, this.#company, loadedId(KIND.link, n))
  }

  /** Attempts by card whose processor was asked and has not answered yet: created, with what they hold. */
  async attempts(range: Range): Promise<void> {
    await this.#payments(range, `'created', null, null, null`)
    await this.#reservations(range, 'active')
    await this.#each(
      range,
      `
      insert into lib.due (task, company_id, subject_id, due_at)
      select 'resolve_payment', $1, bench.id(${KIND.payment}, n), now() + interval '1 day'`,
    )
  }

  /** Successful payments with all that a settlement leaves, and five postings for each with its invoice's. */
  async settlements(range: Range): Promise<void> {
    await this.#payments(range, `'succeeded', 'pi_' || n, 'ch_' || n, now()`)
    await this.#reservations(range, 'consumed')
    await this.#each(
      range,
      `
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, at)
      select $1, bench.id(9, n), 'payment', bench.id(${KIND.payment}, n), bench.id(${KIND.invoice}, n), 'USD', ${AMOUNT}, now()`,
    )
    await this.#each(
      range,
      `
      insert into payments.balance_transactions (company_id, id, processor_reference, kind, payment_id, gross, fee, currency)
      select $1, bench.id(10, n), 'txn_' || n, 'charge', bench.id(${KIND.payment}, n), ${AMOUNT}, ${FEE}, 'USD'`,
    )
    await this.#each(
      range,
      `
      insert into receivables.receipts (company_id, id, snapshot, created_at)
      select $1, bench.id(${KIND.payment}, n), '{"number": "bench"}', now()`,
    )
    for (const [at, { kind, subject, transfers }] of POSTINGS.entries()) {
      await this.#each(
        range,
        `
        insert into ledger.entries (company_id, id, at, kind, subject_type, subject_id)
        select $1, bench.id(${16 + at}, n), now(), '${kind}', '${subject}', bench.id(${KIND[subject]}, n)`,
      )
      // A list of each column, of which every n takes a row for each place.
      const column = (values: readonly unknown[]) => `unnest(array[${values.join(', ')}])`
      await this.#each(
        range,
        `
        insert into ledger.transfers (company_id, id, entry_id, debit, credit, amount, currency)
        select $1, bench.id(${column(transfers.map((_, nth) => 32 + 4 * at + nth))}, n), bench.id(${16 + at}, n),
          ${column(transfers.map(([debit]) => debit))}, ${column(transfers.map(([, credit]) => credit))},
          ${column(transfers.map(([, , amount]) => amount))}, 'USD'`,
      )
    }
  }

  /** What autovacuum would have done by the time that anybody looks. */
  async analyse(): Promise<void> {
    await this.#client.query('vacuum analyze')
  }

  async #payments(range: Range, facts: string): Promise<void> {
    await this.#each(
      range,
      `
      insert into payments.payments (company_id, id, purpose_type, purpose_id, submit_key, amount, currency, method,
        confirmation_token, payer_name, payer_email, locale, fee, fee_currency, created_at, state, processor_reference,
        charge_reference, settled_at)
      select $1, bench.id(${KIND.payment}, n), 'payment_request', bench.id(${KIND.request}, n), 'submit-' || n, ${AMOUNT}, 'USD',
        'card', 'ctoken_' || n, 'Léa Dubois', 'lea@example.test', 'en-US', ${facts.includes('created') ? 'null, null' : `${FEE}, 'USD'`}, now(), ${facts}`,
    )
  }

  async #reservations(range: Range, state: 'active' | 'consumed'): Promise<void> {
    await this.#each(
      range,
      `
      insert into receivables.reservations (company_id, id, payment_id, payable_id, amount, state)
      select $1, bench.id(${KIND.reservation}, n), bench.id(${KIND.payment}, n), bench.id(${KIND.invoice}, n), ${AMOUNT}, '${state}'`,
    )
  }

  /** Runs an insert … select of `n` over a range, in parts so that no transaction grows without bound. */
  async #each({ from, to }: Range, insert: string): Promise<void> {
    for (let at = from; at <= to; at += ROWS_AT_ONCE) {
      const last = Math.min(to, at + ROWS_AT_ONCE - 1)
      await this.#client.query(`${insert} from generate_series(${at}::bigint, ${last}::bigint) n`, [
        this.#company.id,
      ])
    }
  }
}

const ROWS_AT_ONCE = 100_000
const LINKS_AT_ONCE = 10_000

const POSTINGS = [
  {
    kind: 'invoice_issued',
    subject: 'invoice',
    transfers: [
      [1100, 4000, `${AMOUNT} - ${TAX}`],
      [1100, 2200, `${TAX}`],
    ],
  },
  { kind: 'payment_succeeded', subject: 'payment', transfers: [[1050, 2150, AMOUNT]] },
  { kind: 'payment_applied', subject: 'payment', transfers: [[2150, 1100, AMOUNT]] },
  { kind: 'processing_fee', subject: 'payment', transfers: [[5100, 1050, `${FEE}`]] },
] as const

function snapshotLines(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => ({
    description: `Peonies, white, stem ${at + 1}`,
    quantity: `${at + 1}`,
    amount: '2000',
  }))
  return `'${JSON.stringify(lines)}'::jsonb`
}

function numbersOf({ from, to }: Range): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
