import { randomBytes } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadPayPageAssets } from './assets.ts'
import { renderPayPage, renderUnknownPage } from './render.ts'
import { HOSTILE, hostileView, longView, manyInvoicesView, quickView } from './testing/sample-shapes.ts'
import { STATES, sampleView } from './testing/sample-views.ts'
import type { PayPageState, PayPageView } from './view.ts'

const assets = loadPayPageAssets()

/** The first lines of faces.md, in both languages. */
const FIRST_LINES: Record<PayPageState, [en: string, fr: string]> = {
  payable: ['Invoice INV-1042', 'Facture INV-1042'],
  partly_paid: ['$400.00 received. $840.50 left to pay.', '400,00 $ reçus. Il reste 840,50 $ à payer.'],
  declined: [
    'Your bank declined this card. Nothing was charged.',
    'Votre banque a refusé cette carte. Rien n’a été débité.',
  ],
  too_many_tries: [
    'Let’s pause for an hour. Nothing was charged.',
    'Faisons une pause d’une heure. Rien n’a été débité.',
  ],
  unsure: [
    'We are checking with the bank. Please do not pay again.',
    'Nous vérifions auprès de la banque. Merci de ne pas payer à nouveau.',
  ],
  action_needed: [
    'Your bank asks you to confirm this payment.',
    'Votre banque vous demande de confirmer ce paiement.',
  ],
  someone_else_pays: [
    'A payment for this invoice is being made right now.',
    'Un paiement de cette facture est en cours en ce moment.',
  ],
  verify: ['A small deposit is coming to your account.', 'Un petit dépôt arrive sur votre compte.'],
  processing: ['$1,240.50 is on its way.', '1 240,50 $ sont en route.'],
  disputed: [
    'This payment is being disputed with the bank.',
    'Ce paiement est contesté auprès de la banque.',
  ],
  paid: ['Paid. Thank you.', 'Payé. Merci.'],
  paid_elsewhere: ['This invoice is already paid.', 'Cette facture est déjà payée.'],
  pay_anyway: ['This is already paid.', 'C’est déjà payé.'],
  refunded: ['$40.00 was refunded on 12 Nov.', '40,00 $ ont été remboursés le 12 nov.'],
  returned: [
    'The bank returned the payment of 12 Nov. $1,240.50 is due again.',
    'La banque a retourné le paiement du 12 nov. Il y a de nouveau 1 240,50 $ à payer.',
  ],
  voided: ['Rosa Blooms canceled this request.', 'Rosa Blooms a annulé cette demande.'],
  links_off: [
    'Rosa Blooms does not take payments by link for this.',
    'Rosa Blooms n’accepte pas de paiement par lien pour ceci.',
  ],
  replaced: ['This invoice was updated on 12 Nov.', 'Cette facture a été mise à jour le 12 nov.'],
  expired: ['This link has expired. Nothing was charged.', 'Ce lien a expiré. Rien n’a été débité.'],
  needs_new_link: [
    'Your bank declined this card. Nothing was charged.',
    'Votre banque a refusé cette carte. Rien n’a été débité.',
  ],
  unknown: ['This link is not valid.', 'Ce lien n’est pas valable.'],
}

/** What a reader reads: tags gone, entities decoded, every space plain. */
function textOf(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
}

function firstLineOf(html: string): string {
  return textOf(/<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
}

const show = (view: PayPageView) => renderPayPage(view, assets)

test.each(STATES)('a page that is %s opens with its first line in both languages', (state) => {
  for (const [index, language] of (['en', 'fr'] as const).entries()) {
    const html = show(sampleView(state, language))
    expect(firstLineOf(html)).toBe(FIRST_LINES[state][index])
    expect(html).toContain(`<html lang="${language === 'fr' ? 'fr-CA' : 'en-US'}">`)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('R-159 R-160 R-161 the page names the company, how to call and text it, the invoice and the amount due', () => {
  const html = show(sampleView('payable', 'en'))
  expect(html).toContain('<bdi>Rosa Blooms</bdi>')
  expect(html).toContain('href="tel:+15145550134" aria-label="Call Rosa Blooms"')
  expect(html).toContain('href="sms:+15145550134" aria-label="Text Rosa Blooms"')
  expect(html).toContain('href="mailto:bonjour@rosablooms.example"')
  const text = textOf(html)
  expect(text).toContain('Invoice INV-1042 for Café Lune')
  expect(text).toContain('Amount due $1,240.50')
  expect(text).toContain('due Mon 30 Nov')
  expect(text).toContain('3 lines, tax, shipping')
})

test('R-100 the one primary button says for how much it pays, and waits for the script', () => {
  const html = show(sampleView('payable', 'fr'))
  expect(html.match(/class="primary"/g)).toHaveLength(1)
  expect(html).toMatch(
    /<button id="pay" class="primary" disabled><span>Payer <span data-amount>1\s240,50\s\$<\/span><\/span><\/button>/,
  )
  expect(html).toMatch(/<noscript>.*JavaScript.*<\/noscript>/s)
})

test('R-181 a paid link gives the receipt to download, in the language of the page', () => {
  expect(show(sampleView('paid', 'en'))).toMatch(
    /href="[^"]*pay_1\.pdf\?lang&#61;en" download>.*Download receipt<\/a>/,
  )
  expect(show(sampleView('paid', 'fr'))).toMatch(
    /href="[^"]*pay_1\.pdf\?lang&#61;fr" download>.*Télécharger le reçu<\/a>/,
  )
  expect(textOf(show(sampleView('paid', 'en')))).toContain('paid 12 Nov with Visa ending in 4242')
})

test('a quick payment shows its reference and no document', () => {
  const html = show(quickView('en'))
  expect(firstLineOf(html)).toBe('Reference RO 8841')
  expect(html).not.toContain('<details')
})

test('many invoices stand folded under their count, each with its own date and PDF', () => {
  const html = show(manyInvoicesView('en'))
  expect(firstLineOf(html)).toBe('25 invoices')
  expect(html).toContain('See the 25 invoices')
  expect(html.match(/class="pdf"/g)).toHaveLength(25)
  expect(textOf(html)).toContain('INV-1043 due Wed 2 Dec $1,240.50')
})

test('only a page that takes a card names the processor or carries a form', () => {
  for (const state of STATES) {
    const view = sampleView(state, 'en')
    const html = show(view)
    expect(html.includes('id="form"')).toBe(view.form !== null && state !== 'action_needed')
    expect(html.includes('stand-in/stripe.js')).toBe(view.form !== null)
  }
})

test('“Nothing is owed” is said of a canceled request only where it is so', () => {
  expect(textOf(show(sampleView('voided', 'en')))).toContain('Nothing is owed.')
  expect(textOf(show(sampleView('voided', 'en', { amount: 5n })))).not.toContain('Nothing is owed.')
  const somePaid = textOf(show(sampleView('voided', 'en', { settled: 4_000n })))
  expect(somePaid).not.toContain('Nothing is owed.')
  expect(somePaid).toContain('$40.00 was paid before.')
})

test('R-101 an amount that went down without a payment is told with what brought it down', () => {
  const first = (causes: NonNullable<PayPageView['causes']>) =>
    firstLineOf(show(sampleView('partly_paid', 'en', { causes, settled: 0n, amount: 119_050n })))
  expect(first([{ kind: 'credit_applied', amount: 5_000n }])).toBe(
    'The amount is now $1,190.50: a $50.00 credit was applied.',
  )
  expect(first([])).toBe('The amount is now $1,190.50.')
})

test('a day of another year is written with its year, and one that is past as past', () => {
  const later = sampleView('payable', 'en', { now: '2027-01-05T12:00:00Z' })
  expect(textOf(show(later))).toContain('was due Mon, 30 Nov 2026')
  const { now: _, ...timeless } = sampleView('payable', 'en')
  expect(textOf(show(timeless))).toContain('due Mon, 30 Nov 2026')
})

test.each(STATES)('whatever others wrote is text on a page that is %s', (state) => {
  for (const language of ['en', 'fr'] as const) {
    const html = show(hostileView(language, state))
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<b>O')
    expect(html.match(/<script[ >]/g)?.length).toBe(state === 'unknown' ? undefined : 2)
    expect(html).not.toMatch(/(href|src)="javascript:/i)
    if (state === 'payable') expect(textOf(html)).toContain(HOSTILE.replace(/<[^>]*>/g, (tag) => tag))
  }
})

test('the data of the script cannot leave its element', () => {
  const view = sampleView('payable', 'en', { path: '/p/</script><script>alert(1)</script><!--' })
  const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(show(view))?.[1] ?? ''
  expect(json).not.toContain('<')
  expect(JSON.parse(json).path).toBe(view.path)
})

test('the page of an unknown token says nothing of anyone', () => {
  for (const language of ['en', 'fr'] as const) {
    const html = renderUnknownPage(language, false, assets)
    expect(show(sampleView('unknown', language, { locale: language, sandbox: false }))).toBe(html)
    expect(html).not.toMatch(/Rosa|Lune|INV|1,?240|tel:|mailto:|\/p\//)
    expect(textOf(html)).toContain(FIRST_LINES.unknown[language === 'fr' ? 1 : 0])
  }
})

test('the sandbox band stands only in a sandbox', () => {
  expect(show(sampleView('payable', 'en'))).toContain('no real money')
  expect(show(sampleView('payable', 'en', { sandbox: false }))).not.toContain('no real money')
})

test('a page of twenty lines with the largest logo is under 14 KB compressed at the quickest level', () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 }
  for (const bare of [longView('en'), longView('fr'), manyInvoicesView('fr'), sampleView('payable', 'en')]) {
    const source = `data:image/png;base64,${randomBytes(6 * 1024).toString('base64')}`
    const view = {
      ...bare,
      company: { ...bare.company, logo: { id: source, source, width: 320, height: 64 } },
    }
    const html = Buffer.from(show(view))
    const packed = brotliCompressSync(html, { params }).length
    console.log(`HTML: ${html.length} bytes, ${packed} compressed`)
    expect(packed).toBeLessThan(14 * 1024)
  }
})
