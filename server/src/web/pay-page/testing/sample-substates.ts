import type { Charged } from '../../../lib/methods.ts'
import type { AmountCause } from '../../../requests/index.ts'
import type { PayPagePayment, PayPageView } from '../view.ts'
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
const SHOWN = { isByHand: false, shownAs: 'ROSA BLOOMS', bankReference: null }
const UNSHOWN = { ...SHOWN, shownAs: null }

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
        refunded: refunded.map((amount, index) => ({
          amount,
          at: `2026-11-1${index + 2}T18:00:00Z`,
          ...SHOWN,
        })),
      }),
    })
}

/** With these ways to pay; the first of them is chosen. */
function withWire(wire: NonNullable<PayPageView['wire']>): Make {
  return (language) => {
    const view = withMethods('payable', ['card'])(language)
    return { ...view, form: wire === 'offered' ? view.form : null, wire }
  }
}

const REFUNDED = {
  receiptPath: RECEIPT,
  refunded: [{ amount: 4_000n, at: '2026-11-12T18:00:00Z', ...UNSHOWN }],
} as const satisfies Partial<PayPagePayment>

function withMethods(state: 'payable' | 'declined', methods: readonly Charged[]): Make {
  return (language) => {
    const view = sampleView(state, language)
    return { ...view, form: view.form && { ...view.form, methods } }
  }
}

function overTime(changes: Partial<PayPagePayment> = {}): PayPagePayment {
  return samplePayment({ method: 'bnpl', cardBrand: null, cardLast4: null, ...changes })
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
  'changed by a write-off': partly([{ kind: 'invoice_written_off', number: 'INV-1043' }], 100_000n),
  'changed by a recovery': partly([{ kind: 'invoice_recovered', number: 'INV-1043' }], 100_000n),
  'written off': (language) => sampleView('voided', language, { isWrittenOff: true }),
  'written off in part': (language) =>
    sampleView('paid_elsewhere', language, {
      anywayPath: null,
      isWrittenOff: true,
      settled: 40_000n,
      settledBy: { payment: 40_000n, credit: 0n },
    }),
  'a recovery invoice': (language) =>
    sampleView('payable', language, { documents: [sampleDocument({ type: 'recovery_invoice' })] }),
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
  'replaced by a newer statement': (language) =>
    sampleView('replaced', language, {
      newerStatement: '2026-11-30',
      replacedByPath: '/p/x',
      edited: null,
      renewal: null,
    }),
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
  'offering Affirm and a bank debit': withMethods('payable', ['card', 'ach', 'bnpl']),
  'offering wallets above': withMethods('payable', ['card', 'wallet', 'bnpl']),
  'offering wallets below the card': (language) => {
    const view = withMethods('payable', ['card', 'wallet'])(language)
    return { ...view, form: view.form && { ...view.form, wallets: 'under_card' } }
  },
  'paid with a wallet': (language) =>
    sampleView('paid', language, {
      payment: samplePayment({ wallet: 'apple_pay', receiptPath: RECEIPT }),
    }),
  'offering a wire': withWire('offered'),
  'offering a wire alone': (language) => ({ ...withWire('offered')(language), form: null }),
  'telling where to send a wire': withWire({
    reference: '7KQ2-M9XD',
    holder: 'Rosa Blooms',
    bankName: 'Sandbox Test Bank',
    routingNumber: '999999999',
    accountNumber: '110000012345',
    swiftCode: 'SNDBUS33XXX',
  }),
  'not able to tell where to send a wire': withWire('unreachable'),
  'offering Affirm alone': withMethods('payable', ['bnpl']),
  'refused by Affirm': (language) => ({
    ...withMethods('declined', ['card', 'bnpl'])(language),
    payment: overTime({ declineCode: 'payment_method_provider_decline' }),
  }),
  'waiting for Affirm': (language) => sampleView('action_needed', language, { payment: overTime() }),
  'paid with Affirm': (language) =>
    sampleView('paid', language, { payment: overTime({ receiptPath: RECEIPT }) }),
  'refunded by Affirm': (language) =>
    sampleView('refunded', language, {
      payment: overTime(REFUNDED),
    }),
  'refunded to a bank account': (language) =>
    sampleView('refunded', language, {
      payment: samplePayment({
        ...REFUNDED,
        refunded: [{ ...REFUNDED.refunded[0], ...SHOWN, bankReference: '091000019000001' }],
        method: 'ach',
        cardBrand: null,
        cardLast4: null,
        bank: { name: 'STRIPE TEST BANK', last4: '6789' },
      }),
    }),
  'given back by hand': (language) =>
    sampleView('refunded', language, {
      payment: samplePayment({ ...REFUNDED, refunded: [{ ...REFUNDED.refunded[0], isByHand: true }] }),
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
