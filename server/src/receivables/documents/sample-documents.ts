import type { Currency } from '../../lib/currencies.ts'
import type { Language } from '../../lib/words.ts'
import type { InvoiceDocument, InvoiceLine } from './invoice-document.ts'
import type { ReceiptDocument } from './receipt-document.ts'

/** Documents for tests: complete, of any number of lines, in either language. */
const SELLER = {
  name: 'Rosa Blooms',
  legalName: 'Rosa Blooms Floristry Inc.',
  addressLines: ['1200 rue Sainte-Catherine Ouest', 'Montréal (Québec) H3B 1K1'],
  phone: '+1 514 555 0134',
  email: 'facturation@rosablooms.example',
  taxId: '123456789 RT0001',
}

const DESCRIPTIONS = [
  'Bouquet of the week',
  'Livraison du mardi, centre-ville',
  'Vase en verre soufflé 30 cm',
]

export function sampleInvoice(
  locale: string,
  lineCount: number,
  changes: Partial<InvoiceDocument> = {},
): InvoiceDocument {
  return {
    language: locale.slice(0, 2) as Language,
    locale,
    title: 'invoice',
    number: 'INV-1042',
    issuedOn: '2026-11-12',
    dueOn: '2026-11-30',
    seller: SELLER,
    customer: { name: 'Café Lune', addressLines: ['88 avenue du Parc'], email: 'comptes@cafelune.example' },
    orderReference: 'PO-7781',
    currency: (locale.endsWith('US') ? 'USD' : 'CAD') as Currency,
    lines: Array.from({ length: lineCount }, (_, index) => sampleLine(index)),
    allowances: [{ label: 'Loyalty', amount: 1500n }],
    subtotal: 110_000n,
    shipping: 1200n,
    taxes: [{ rate: '14.975', taxable: 109_700n, amount: 16_428n }],
    total: 124_050n,
    paid: 0n,
    due: 124_050n,
    notes: 'Thank you for your business.',
    payUrl: 'https://pay.rosablooms.example/p/AbCdEfGhIjKlMnOpQrStUvWxYz1',
    ...changes,
  }
}

export function sampleLine(index: number, changes: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    description: `${DESCRIPTIONS[index % DESCRIPTIONS.length]} #${index + 1}`,
    quantity: `${(index % 7) + 1}.5`,
    unit: 'h',
    unitPrice: '24.50',
    taxRate: '14.975',
    amount: BigInt(2450 * ((index % 7) + 1)),
    ...changes,
  }
}

export function sampleReceipt(locale: string, changes: Partial<ReceiptDocument> = {}): ReceiptDocument {
  return {
    language: locale.slice(0, 2) as Language,
    locale,
    seller: SELLER,
    payer: { name: 'Lune Tremblay', email: 'lune@cafelune.example' },
    number: 'pay_01jd7x9k3q8m5t2v6w4y0z1abc',
    paidAt: '2026-11-12T20:04:00Z',
    timeZone: 'America/Toronto',
    currency: 'CAD' as Currency,
    amount: 124_050n,
    method: { brand: 'Visa', last4: '4242' },
    appliedTo: [{ label: 'INV-1042', amount: 124_050n }],
    refunds: [],
    statementDescriptor: 'ROSA BLOOMS',
    ...changes,
  }
}
