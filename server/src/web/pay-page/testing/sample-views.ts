import type { Currency } from '../../../lib/currencies.ts'
import type { PayPageDocument, PayPagePayment, PayPageState, PayPageView } from '../view.ts'

/** Views for tests and for looking at: one for each state. The shapes that break pages are beside it. */
const NOW = '2026-11-14T15:00:00Z'
export const PATH = '/p/AbCdEfGhIjKlMnOpQrStUvWxYz1'

export const STATES: readonly PayPageState[] = [
  'payable',
  'partly_paid',
  'declined',
  'too_many_tries',
  'unsure',
  'action_needed',
  'someone_else_pays',
  'verify',
  'processing',
  'paid',
  'paid_elsewhere',
  'pay_anyway',
  'refunded',
  'returned',
  'disputed',
  'voided',
  'links_off',
  'replaced',
  'expired',
  'needs_new_link',
  'unknown',
]

const FORM: PayPageView['form'] = {
  submitKey: '0b7d3a52-6f0e-4c35-9f0d-1a2b3c4d5e6f',
  publishableKey: 'pk_test_stand_in',
  account: null,
  scriptUrl: '/stand-in/stripe.js',
  methods: ['card'],
  saves: true,
}

export function sampleDocument(changes: Partial<PayPageDocument> = {}): PayPageDocument {
  return {
    id: 'inv_1042',
    number: 'INV-1042',
    dueOn: '2026-11-30',
    total: 124_050n,
    open: 124_050n,
    pdfPath: `${PATH}/invoices/inv_1042.pdf`,
    lines: [
      { description: 'Weekly bouquets, November', quantity: '4', amount: 72_000n },
      { description: 'Table arrangements', quantity: '12', amount: 30_000n },
      { description: 'Vase en verre soufflé, 30 cm', quantity: null, amount: 4_650n },
    ],
    moreLines: 0,
    shipping: 1_500n,
    tax: 15_900n,
    adjustments: 0n,
    ...changes,
  }
}

export function samplePayment(changes: Partial<PayPagePayment> = {}): PayPagePayment {
  return {
    id: 'pay_1',
    amount: 124_050n,
    at: '2026-11-12T17:30:00Z',
    cardBrand: 'visa',
    cardLast4: '4242',
    wallet: null,
    method: 'card',
    bank: null,
    clears: null,
    verify: null,
    returnedAt: null,
    declineCode: null,
    refunded: [],
    receiptPath: null,
    ...changes,
  }
}

/** The same from a bank account. */
function sampleDebit(changes: Partial<PayPagePayment> = {}): PayPagePayment {
  const bank = { name: 'STRIPE TEST BANK', last4: '6789' }
  return samplePayment({ method: 'ach', cardBrand: null, cardLast4: null, bank, ...changes })
}

const receipt = { receiptPath: `${PATH}/receipts/pay_1.pdf` }
const settled = { amount: 0n, settled: 124_050n, documents: [sampleDocument({ open: 0n })] }

/** What each state has that a payable page has not. */
const CHANGES: Record<PayPageState, Partial<PayPageView>> = {
  payable: {
    form: FORM,
    request: { ...request(), message: 'Hi Lune team! Here is November.\nThank you, Rosa' },
  },
  partly_paid: {
    form: FORM,
    amount: 84_050n,
    settled: 40_000n,
    causes: [{ kind: 'payment_received', amount: 40_000n }],
    documents: [sampleDocument({ open: 84_050n })],
  },
  declined: { form: FORM, payment: samplePayment({ declineCode: 'insufficient_funds' }) },
  too_many_tries: { payment: samplePayment({ declineCode: 'generic_decline' }) },
  unsure: { payment: samplePayment() },
  action_needed: { form: FORM, payment: samplePayment() },
  someone_else_pays: {},
  verify: {
    payment: sampleDebit({
      verify: { by: 'descriptor_code', from: '2026-11-16T15:00:00Z', triesLeft: 10, wasWrong: false },
    }),
  },
  processing: { payment: samplePayment() },
  paid: { ...settled, payment: samplePayment(receipt) },
  paid_elsewhere: { ...settled, anywayPath: `${PATH}?anyway=1` },
  pay_anyway: { ...settled, amount: 124_050n, form: FORM },
  refunded: {
    ...settled,
    payment: samplePayment({
      ...receipt,
      refunded: [
        {
          amount: 4_000n,
          at: '2026-11-12T18:00:00Z',
          isByHand: false,
          shownAs: 'ROSA BLOOMS',
          bankReference: '24011112345678901234567',
        },
      ],
    }),
  },
  returned: {
    form: FORM,
    payment: sampleDebit({ declineCode: 'R01', returnedAt: '2026-11-13T17:30:00Z' }),
  },
  disputed: { ...settled, payment: samplePayment(receipt) },
  voided: { amount: 0n, documents: [sampleDocument({ open: 0n })] },
  links_off: {},
  replaced: {
    replacedAt: '2026-11-12T18:00:00Z',
    edited: { before: 124_050n, after: 118_050n },
    renewal: { kind: 'ask' },
  },
  expired: { expiredAt: '2026-11-13T18:00:00Z', renewal: { kind: 'send', to: 'r•••@…' } },
  needs_new_link: { payment: samplePayment({ declineCode: 'insufficient_funds' }), renewal: { kind: 'ask' } },
  unknown: {},
}

function request(): PayPageView['request'] {
  return { kind: 'invoice', reference: 'INV-1042', customerName: 'Café Lune', message: null, total: 124_050n }
}

/** A page in a state: `fr` is a shop in Montréal, paid in Canadian dollars. */
export function sampleView(
  state: PayPageState,
  language: 'en' | 'fr',
  changes: Partial<PayPageView> = {},
): PayPageView {
  return {
    state,
    locale: language === 'fr' ? 'fr-CA' : 'en-US',
    sandbox: true,
    path: PATH,
    company: {
      name: 'Rosa Blooms',
      phone: '+1 514 555 0134',
      email: 'bonjour@rosablooms.example',
      timeZone: 'America/Montreal',
    },
    request: request(),
    currency: (language === 'fr' ? 'CAD' : 'USD') as Currency,
    amount: 124_050n,
    settled: 0n,
    documents: [sampleDocument()],
    payment: null,
    form: null,
    replacedAt: null,
    expiredAt: null,
    now: NOW,
    ...CHANGES[state],
    ...changes,
  }
}
