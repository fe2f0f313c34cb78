import type { AmountCause } from '../../../requests/index.ts'
import type { PayPageView } from '../view.ts'
import {
  detailedView,
  longNamesView,
  longView,
  manyInvoicesView,
  quickView,
  RENEWALS,
  renewalView,
} from './sample-shapes.ts'
import { PATH, sampleDocument, samplePayment, sampleView } from './sample-views.ts'

type Language = 'en' | 'fr'
type Make = (language: Language) => PayPageView

const RECEIPT = `${PATH}/receipts/pay_1.pdf`

function partly(causes: readonly AmountCause[], amount: bigint): Make {
  return (language) =>
    sampleView('partly_paid', language, {
      causes,
      amount,
      settled: 0n,
      documents: [sampleDocument({ open: amount })],
    })
}

const paidThen = (refunded: bigint[]): Make => {
  return (language) =>
    sampleView('refunded', language, {
      payment: samplePayment({
        receiptPath: RECEIPT,
        refunded: refunded.map((amount, index) => ({ amount, at: `2026-11-1${index + 2}T18:00:00Z` })),
      }),
    })
}

const CREDIT: AmountCause = { kind: 'credit_applied', amount: 5_000n }

/** What a page may say within a state, by a name: the states themselves are in sample-views.ts. */
export const SUBSTATES: Readonly<Record<string, Make>> = {
  'reduced by a credit': partly([CREDIT], 119_050n),
  'raised by a credit taken back': partly([{ kind: 'credit_taken_back', amount: 8_000n }], 132_050n),
  'changed by an edit': partly([{ kind: 'invoice_edited', number: 'INV-1042' }], 118_050n),
  'changed by a void': partly([{ kind: 'invoice_voided', number: 'INV-1043' }], 100_000n),
  'changed by several causes': partly(
    [CREDIT, { kind: 'payment_received', amount: 20_000n }, { kind: 'invoice_edited', number: 'INV-1042' }],
    90_000n,
  ),
  'changed for a reason unknown': partly([], 100_000n),
  'settled by credit': (language) =>
    sampleView('paid_elsewhere', language, {
      anywayPath: null,
      settledBy: { payment: 0n, credit: 124_050n },
    }),
  'settled by credit and payment': (language) =>
    sampleView('paid_elsewhere', language, { settledBy: { payment: 40_000n, credit: 84_050n } }),
  'paid beside a credit': (language) =>
    sampleView('paid', language, {
      payment: samplePayment({ amount: 119_050n, receiptPath: RECEIPT }),
      settledBy: { payment: 119_050n, credit: 5_000n },
    }),
  'settled by nothing': (language) =>
    sampleView('paid_elsewhere', language, { anywayPath: null, settled: 0n }),
  'to be paid anyway, settled by credit': (language) =>
    sampleView('pay_anyway', language, { settledBy: { payment: 0n, credit: 124_050n } }),
  'voided after a payment': (language) =>
    sampleView('voided', language, { settled: 40_000n, settledBy: { payment: 40_000n, credit: 0n } }),
  'voided after a credit': (language) =>
    sampleView('voided', language, { settled: 5_000n, settledBy: { payment: 0n, credit: 5_000n } }),
  'refunded in full': paidThen([124_050n]),
  'refunded twice': paidThen([4_000n, 2_000n]),
  'replaced by an edit, with the way on': (language) =>
    sampleView('replaced', language, { replacedByPath: '/p/x', renewal: null }),
  'replaced by an edit of its words': (language) =>
    sampleView('replaced', language, { edited: { before: 124_050n, after: 124_050n } }),
  'replaced by sending': (language) =>
    sampleView('replaced', language, { edited: null, renewal: { kind: 'call' } }),
  'a corrected invoice': (language) =>
    sampleView('payable', language, { documents: [sampleDocument({ type: 'corrected_invoice' })] }),
  'a self-billed invoice': (language) =>
    sampleView('paid_elsewhere', language, { documents: [sampleDocument({ type: 'self_billed_invoice' })] }),
  'two invoices of other kinds': (language) =>
    sampleView('payable', language, {
      documents: [
        sampleDocument({ type: 'corrected_invoice' }),
        sampleDocument({
          id: 'inv_1043',
          number: 'INV-1043',
          type: 'prepayment_invoice',
          dueOn: '2026-11-02',
        }),
      ],
    }),
  'two invoices already paid': (language) =>
    sampleView('paid_elsewhere', language, {
      documents: [
        sampleDocument({ open: 0n }),
        sampleDocument({ id: 'inv_2', number: 'INV-1043', open: 0n }),
      ],
    }),
  'a quick payment': quickView,
  'a quick payment already paid': (language) =>
    sampleView('paid_elsewhere', language, { request: quickView(language).request, documents: [] }),
  'a part of a job with documents': detailedView,
  'many lines': longView,
  'many invoices': manyInvoicesView,
  'long names and a large amount': longNamesView,
  'names from right to left': (language) => {
    const view = sampleView('payable', language)
    return {
      ...view,
      company: { ...view.company, name: 'زهور الورد' },
      request: {
        ...view.request,
        customerName: 'מאפיית השכונה (תל אביב)',
        message: 'שלום! זו החשבונית של נובמבר.',
      },
      documents: [
        sampleDocument({
          number: 'حـ-٢٠٢٦/17',
          lines: [{ description: 'باقة ورد (كبيرة) 12', quantity: '3', amount: 107_000n }],
        }),
      ],
    }
  },
  'a company without telephone': (language) => {
    const view = sampleView('links_off', language)
    return { ...view, company: { ...view.company, phone: null } }
  },
  'a company without address': (language) => {
    const view = sampleView('expired', language, { renewal: { kind: 'call' } })
    return { ...view, company: { ...view.company, phone: null, email: null } }
  },
  ...Object.fromEntries(
    RENEWALS.map((renewal) => [
      `expired, offering ${renewal.kind}`,
      (language: Language) => renewalView(renewal, language),
    ]),
  ),
}
