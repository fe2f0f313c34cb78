import type { Currency } from '../../../lib/currencies.ts'
import type { PayPageDocument, PayPagePayment, PayPageState, PayPageView } from '../view.ts'

/** Views for tests and for looking at: one for each state, and the shapes that break pages. */
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
  'processing',
  'paid',
  'paid_elsewhere',
  'pay_anyway',
  'refunded',
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
    declineCode: null,
    refunded: [],
    receiptPath: null,
    ...changes,
  }
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
  processing: { payment: samplePayment() },
  paid: { ...settled, payment: samplePayment(receipt) },
  paid_elsewhere: { ...settled, anywayPath: `${PATH}?anyway=1` },
  pay_anyway: { ...settled, amount: 124_050n, form: FORM },
  refunded: {
    ...settled,
    payment: samplePayment({ ...receipt, refunded: [{ amount: 4_000n, at: '2026-11-12T18:00:00Z' }] }),
  },
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

/** An expired page by what it offers. */
export function renewalView(
  renewal: NonNullable<PayPageView['renewal']>,
  language: 'en' | 'fr',
): PayPageView {
  return sampleView('expired', language, { renewal })
}

export const RENEWALS: readonly NonNullable<PayPageView['renewal']>[] = [
  { kind: 'send', to: 'r•••@…' },
  { kind: 'sent', to: 'r•••@…', at: '2026-11-14T14:40:00Z' },
  { kind: 'ask' },
  { kind: 'asked', at: '2026-11-14T14:40:00Z' },
  { kind: 'call' },
  { kind: 'refused', retryAfterSeconds: 2_400 },
]

export function quickView(language: 'en' | 'fr'): PayPageView {
  const quick = {
    kind: 'quick',
    reference: 'RO 8841',
    customerName: null,
    message: null,
    total: 124_050n,
  } as const
  return sampleView('payable', language, { request: quick, documents: [] })
}

/** A deposit on a job, with its breakdown. */
export function detailedView(language: 'en' | 'fr'): PayPageView {
  const french = language === 'fr'
  const detail = {
    title: french ? 'Presse à imprimer Heidelberg' : 'Heidelberg printing press',
    part: french ? 'Acompte de 30\u00a0% sur 4\u00a0135,00\u00a0$' : 'Deposit of 30% of $4,135.00',
    breakdown: [
      { label: french ? 'Sous-total' : 'Subtotal', amount: 105_000n },
      { label: french ? 'Taxe' : 'Tax', amount: 14_050n },
      { label: french ? 'Livraison' : 'Shipping', amount: 5_000n },
    ],
  }
  const request = {
    kind: 'detailed',
    reference: 'SO-2214',
    customerName: 'Café Lune',
    message: null,
    total: 124_050n,
    detail,
  } as const
  const attachments = [
    {
      fileName: french ? 'Bon de commande SO-2214.pdf' : 'Sales order SO-2214.pdf',
      path: '/p/x/attachments/1',
      sizeBytes: 84_210,
    },
    {
      fileName: 'Heidelberg-Speedmaster-vue-de-face-avec-plateau-de-sortie-ouvert-IMG_20261104_101502.jpg',
      path: '/p/x/attachments/2',
      sizeBytes: 2_404_113,
    },
  ]
  return sampleView('payable', language, { request, documents: [], attachments })
}

/** Twenty lines, each of its own words. */
export function longView(language: 'en' | 'fr'): PayPageView {
  const lines = Array.from({ length: 20 }, (_, index) => ({
    description: `${['Roses', 'Pivoines', 'Eucalyptus', 'Tulips', 'Renoncules'][index % 5]} ${index * 37 + 11}, lot ${index * 7919}`,
    quantity: `${index + 1}`,
    amount: BigInt(1_000 + index * 731),
  }))
  return sampleView('payable', language, { documents: [sampleDocument({ lines, moreLines: 4 })] })
}

export function manyInvoicesView(language: 'en' | 'fr'): PayPageView {
  const documents = Array.from({ length: 25 }, (_, index) =>
    sampleDocument({
      id: `inv_${index}`,
      number: `INV-${1_042 + index}`,
      dueOn: `2026-${index % 2 === 0 ? '11' : '12'}-${String((index % 28) + 1).padStart(2, '0')}`,
    }),
  )
  return sampleView('payable', language, { documents, amount: 124_050n * 25n })
}

export const HOSTILE = `"><script>alert(1)</script><b>O'Reilly & Søns</b> </script><!-- \${7*7} {{x}} %3Cimg%3E مرحبا 👩‍👩‍👧`

/** Every string that somebody else wrote is hostile. */
export function hostileView(language: 'en' | 'fr', state: PayPageState = 'payable'): PayPageView {
  const lines = [{ description: HOSTILE, quantity: HOSTILE, amount: 1n }]
  return sampleView(state, language, {
    company: {
      name: HOSTILE,
      phone: `+1${HOSTILE}`,
      email: `${HOSTILE}@x.example`,
      timeZone: 'America/Montreal',
    },
    request: { kind: 'invoice', reference: HOSTILE, customerName: HOSTILE, message: HOSTILE, total: 1n },
    documents: [sampleDocument({ number: HOSTILE, lines, pdfPath: `/p/${HOSTILE}` })],
  })
}

export function longNamesView(language: 'en' | 'fr'): PayPageView {
  const company =
    'Société coopérative des fleuristes et pépiniéristes réunis de la rive sud du Saint-Laurent inc.'
  return sampleView('payable', language, {
    company: {
      name: company,
      phone: '+1 514 555 0134',
      email: 'comptabilite.clients.entreprises@fleuristes-rive-sud.example',
      timeZone: 'America/Montreal',
    },
    request: {
      kind: 'invoice',
      reference: 'FA-2026-000000001042-REV-B',
      customerName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH',
      message: null,
      total: 9_999_999_999n,
    },
    amount: 9_999_999_999n,
    documents: [
      sampleDocument({ number: 'FA-2026-000000001042-REV-B', total: 9_999_999_999n, open: 9_999_999_999n }),
    ],
  })
}
