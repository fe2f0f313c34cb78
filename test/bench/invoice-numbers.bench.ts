import { type CustomerId, findCustomer } from '../../server/src/customers/index.ts'
import { type Actor, system } from '../../server/src/lib/actor.ts'
import type { Last, Tx } from '../../server/src/lib/db/index.ts'
import { parseDecimal } from '../../server/src/lib/decimal.ts'
import { emit } from '../../server/src/lib/events.ts'
import { newId } from '../../server/src/lib/ids.ts'
import { createInvoice, type InvoiceOrder } from '../../server/src/receivables/create-invoice.ts'
import { invoiceIssued } from '../../server/src/receivables/events.ts'
import { computeInvoice } from '../../server/src/receivables/invoice-arithmetic.ts'
import { writeInvoice } from '../../server/src/receivables/write-invoice.ts'
import { rateOf } from './support/at-once.ts'
import { makeBenchCompany } from './support/bench-company.ts'
import { loadedId, startBenchPostgres } from './support/bench-database.ts'
import { KIND, Loader } from './support/load-rows.ts'
import { median, printBench, type Result, spread } from './support/result.ts'

const FLOOR = 0.6
const ISSUERS = 16
const INVOICES = 480
const ROUNDS = 9

/**
 * Invoices issued by 16 at once in one company, whose counter they all take, over the same transaction with a number
 * of its own for each; alternately, on one pool.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  const database = await postgres.create()
  const { services, company } = await makeBenchCompany(database)
  const loader = new Loader(database.owner, company)
  await loader.customers(100)
  const now = new Date()
  const numbered = (n: number) =>
    services.database.write(company.id, (tx, last) => createInvoice(tx, system, now, order(n), last))
  const external = (n: number) =>
    services.database.write(company.id, (tx, last) => createWithoutNumber(tx, system, now, order(n), last))
  const ours: number[] = []
  const theirs: number[] = []
  await rateOf(INVOICES, ISSUERS, numbered)
  await rateOf(INVOICES, ISSUERS, external)
  await loader.analyse()
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await rateOf(INVOICES, ISSUERS, external))
    ours.push(await rateOf(INVOICES, ISSUERS, numbered))
  }
  const { rows } = await database.owner.query<{ issued: string; last: string }>(
    `select count(*) issued, max(sequence) last from receivables.invoices where series = 'own'`,
  )
  await services.database.close()
  await postgres.stop()
  const expected = String(INVOICES * (ROUNDS + 1))
  if (rows[0]?.issued !== expected || rows[0].last !== expected) {
    throw new Error(
      `${expected} invoices were issued; ${rows[0]?.issued} are there, the last number is ${rows[0]?.last}.`,
    )
  }
  const ratios = ours.map((rate, round) => rate / (theirs[round] ?? 1))
  return [
    {
      name: 'invoices numbered without gaps, 16 at once / the same without a number',
      ratio: median(ratios),
      floor: FLOOR,
      detail:
        `${median(ours).toFixed(0)} invoices/s against ${median(theirs).toFixed(0)}; ${ROUNDS} rounds of ${INVOICES} each, ` +
        `ratios ${spread(ratios)}; ${expected} issued, none failed, last number ${rows[0].last}: no gap`,
    },
  ]
}

function order(n: number): InvoiceOrder {
  return {
    customerId: loadedId(KIND.customer, 1 + (n % 100)) as CustomerId,
    currency: 'USD' as InvoiceOrder['currency'],
    taxIncluded: false,
    issuedOn: '2026-11-12',
    dueOn: '2026-11-30',
    orderReference: `PO-${n}`,
    note: null,
    lines: Array.from({ length: 3 }, (_, at) => ({
      description: `Peonies, white, stem ${at + 1}`,
      quantity: `${1 + at}`,
      unit: null,
      unitPrice: '12.50',
      taxes: [],
    })),
    discount: null,
    shipping: null,
  }
}

/** What `createInvoice` does, with a number that it is given. */
async function createWithoutNumber(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: InvoiceOrder,
  last: Last,
): Promise<unknown> {
  const customer = await findCustomer(tx, order.customerId)
  if (customer === undefined) throw new Error('There is no such customer.')
  const amounts = computeInvoice({
    currency: order.currency,
    areTaxesIncluded: order.taxIncluded,
    lines: order.lines.map((line) => ({
      quantity: parseDecimal(line.quantity, 'quantity'),
      unitPrice: parseDecimal(line.unitPrice, 'unit_price'),
      taxes: [],
    })),
    allowances: [],
  })
  const id = newId<'inv'>()
  await emit(tx, actor, invoiceIssued, id, {
    customer_id: customer.id,
    total: amounts.total,
    currency: order.currency,
  })
  return writeInvoice(
    tx,
    now,
    {
      id,
      externalNumber: `EXT-${id}`,
      series: 'external',
      typeCode: '380',
      source: 'bench',
      customerId: customer.id,
      currency: order.currency,
      subtotal: amounts.subtotal,
      allowances: amounts.allowanceTotal,
      charges: amounts.chargeTotal,
      shipping: amounts.shipping,
      tax: amounts.taxTotal,
      rounding: amounts.rounding,
      total: amounts.total,
      prepaid: 0n,
      issuedOn: order.issuedOn,
      dueOn: order.dueOn,
      orderReference: order.orderReference,
      note: order.note,
      buyer: {
        name: customer.name,
        addressLines: customer.addressLines,
        email: customer.email,
        taxId: customer.taxId,
      },
      seller: null,
      adjustments: [],
      taxBreakdown: amounts.taxes.map((tax) => ({
        category: tax.category,
        rate: tax.rate.toFixed(),
        name: tax.name ?? null,
        taxable: tax.taxable.toString(),
        tax: tax.tax.toString(),
      })),
      terms: { taxIncluded: order.taxIncluded, discount: null, shipping: null },
      lines: order.lines.map((line, at) => ({
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice,
        taxRate: line.taxes[0]?.rate ?? null,
        amount: amounts.lines[at]?.net ?? 0n,
        taxes: [],
      })),
    },
    last,
  )
}

if (import.meta.main) await printBench(run)
