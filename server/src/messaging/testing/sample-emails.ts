import type { EmailContent } from '../email-content.ts'

/** A payment request with every block that an e-mail may have. */
export const englishRequest: EmailContent = {
  subject: 'Invoice INV-1042 from Rosa Blooms: $1,240.50 due Mon 30 Nov',
  preview: '$1,240.50 due Mon 30 Nov. Pay by card in a minute.',
  heading: 'Invoice INV-1042',
  paragraphs: [
    'Hello Camille,',
    'Thank you for your order. Here is the invoice for the flowers of November & the vases; the PDF is attached.',
  ],
  amount: '$1,240.50',
  facts: [
    { label: 'Due', value: 'Mon 30 Nov 2026' },
    { label: 'For', value: 'Café Lune' },
    { label: 'Your reference', value: 'PO 2026/11-0042' },
  ],
  table: {
    columns: [
      { label: 'Description', align: 'left' },
      { label: 'Qty', align: 'right' },
      { label: 'Unit price', align: 'right' },
      { label: 'Amount', align: 'right' },
    ],
    rows: [
      [
        'Roses, long stem, mixed colours, delivered on Thursdays before eight in the morning',
        '40',
        '$20.00',
        '$800.00',
      ],
      ['Glass vases', '12', '$30.00', '$360.00'],
      ['Credit for late delivery', '1', '-$19.50', '-$19.50'],
      ['Shipping', '1', '$100.00', '$100.00'],
    ],
    total: { label: 'Total', value: '$1,240.50' },
  },
  button: 'Pay $1,240.50',
  closing: [
    'Card details go straight to the processor, never to Rosa Blooms.',
    'If you have already paid, please ignore this message. Questions? Just answer it.',
  ],
  seller: {
    name: 'Rosa Blooms',
    phone: '+1 (212) 555-0100',
    email: 'hello@rosablooms.example',
    addressLines: ['12 Mercer Street', 'New York, NY 10013', 'United States'],
  },
}

export const frenchRequest: EmailContent = {
  subject: 'Facture F-2026-0042 de L’Atelier Rosé : 1\u202f240,50\u00a0€ à payer avant le lundi 30 novembre',
  preview: '1\u202f240,50\u00a0€ à payer avant le lundi 30 novembre. Par carte, en une minute.',
  heading: 'Facture F-2026-0042',
  paragraphs: [
    'Bonjour Camille,',
    'Merci pour votre commande. Voici la facture des fleurs de novembre ; le PDF est joint à ce message.',
  ],
  amount: '1\u202f240,50\u00a0€',
  facts: [
    { label: 'Échéance', value: 'lundi 30 novembre 2026' },
    { label: 'Facturé à', value: 'Café de l’Été, Société coopérative de l’Île-de-Noirmoutier' },
    { label: 'Votre référence', value: 'BC 2026/11-0042' },
  ],
  table: {
    columns: [
      { label: 'Désignation', align: 'left' },
      { label: 'Qté', align: 'right' },
      { label: 'Prix unitaire', align: 'right' },
      { label: 'Montant', align: 'right' },
    ],
    rows: [
      ['Roses à longue tige, coloris mêlés, livrées le jeudi', '40', '20,00\u00a0€', '800,00\u00a0€'],
      ['Vases en verre', '12', '30,00\u00a0€', '360,00\u00a0€'],
      ['Avoir pour retard', '1', '-19,50\u00a0€', '-19,50\u00a0€'],
      ['Livraison', '1', '100,00\u00a0€', '100,00\u00a0€'],
    ],
    total: { label: 'Total', value: '1\u202f240,50\u00a0€' },
  },
  button: 'Payer 1\u202f240,50\u00a0€',
  closing: ['Les données de la carte vont directement au processeur de paiement, jamais à L’Atelier Rosé.'],
  seller: {
    name: 'L’Atelier Rosé',
    phone: '01 86 65 00 42',
    email: 'bonjour@atelier-rose.example',
    addressLines: ['3 rue des Écouffes', '75004 Paris', 'France'],
  },
}

/** The least that an e-mail is made of. */
export const barest: EmailContent = {
  subject: 'Paid. Thank you.',
  preview: '',
  heading: 'Paid. Thank you.',
  paragraphs: [],
  closing: [],
  seller: { name: 'Rosa Blooms', addressLines: [] },
}

/** The content with the same text in every field, or with a text that names the field around it. */
export function everyField(text: (field: string) => string): EmailContent {
  return {
    subject: text('subject'),
    preview: text('preview'),
    heading: text('heading'),
    amount: text('amount'),
    paragraphs: [text('paragraph')],
    facts: [{ label: text('label'), value: text('value') }],
    table: {
      columns: [
        { label: text('first'), align: 'left' },
        { label: text('second'), align: 'right' },
      ],
      rows: [[text('cell'), text('figure')]],
      total: { label: text('total'), value: text('sum') },
    },
    button: text('button'),
    closing: [text('closing')],
    seller: {
      name: text('name'),
      phone: text('phone'),
      email: text('email'),
      addressLines: [text('address')],
    },
  }
}
