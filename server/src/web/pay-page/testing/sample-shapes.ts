import type { PayPageState, PayPageView } from '../view.ts'
import { sampleDocument, sampleView } from './sample-views.ts'

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
