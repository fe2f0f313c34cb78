import type { Page } from 'playwright-core'
import { TINY_PDF } from '../story.ts'
import type { Screens, Shown } from './screen.ts'

const requests = { route: '/pay/requests', path: 'pay/requests', shown: 'tbody a' }
const receive = { route: '/pay/receive', path: 'pay/receive', shown: 'fieldset li' }
const tenders = { route: '/pay/tenders', path: 'pay/tenders', shown: 'li button' }
const detailed = {
  route: '/pay/requests/new/detailed',
  path: 'pay/requests/new/detailed',
  shown: 'form',
}
const tick = async (page: Page) => {
  await page.locator('tbody [type=checkbox]').first().check()
}

const showBankDeposits = async (page: Page) => {
  await page.locator('[role=radiogroup] label').last().click()
  await page
    .getByText(/(slip|bordereau) 2291/)
    .first()
    .waitFor()
}

/** Stands there once the server has said what is offered. */
const chooseWays = (page: Page) => page.getByRole('button', { name: /^(Choose|Choisir)$/ })

/** Home, and Pay. */
export function payScreens({ bulk, paid, payment, sent, disputed, wired, owing }: Shown): Screens {
  const request = { route: '/pay/requests/:id', path: `pay/requests/${paid}`, shown: 'article ol li' }
  const open = { ...request, path: `pay/requests/${sent}` }
  const dispute = { ...request, path: `pay/requests/${disputed}`, shown: '[data-dispute] button' }
  return {
    home: { route: '/', path: '', shown: 'figure' },
    'home-table': {
      route: '/',
      path: '',
      shown: 'figure',
      before: (page) => page.locator('#content section button').first().click(),
    },
    nothing: { route: '/*', path: 'pay/nothing', shown: 'h1' },
    requests,
    'requests-none': { ...requests, path: 'pay/requests?status=voided', shown: 'h2' },
    'requests-ticked': { ...requests, before: tick },
    'requests-many': {
      ...requests,
      before: tick,
      over: {
        of: 'screens/requests/many.tsx',
        kind: 'dialog',
        by: (page) => page.locator('section[aria-label] button').last(),
      },
    },
    'bulk-sends': { route: '/pay/sends/:id?', path: 'pay/sends', shown: 'tbody a' },
    'bulk-send': { route: '/pay/sends/:id?', path: `pay/sends/${bulk}`, shown: 'tbody a' },
    'requests-status': {
      ...requests,
      over: {
        of: 'parts/list/chip.tsx',
        kind: 'dialog',
        by: (page) => page.locator('search [aria-haspopup=dialog]').first(),
      },
    },
    'requests-days': {
      ...requests,
      over: {
        of: 'parts/list/chip.tsx',
        kind: 'dialog',
        by: (page) => page.locator('search [aria-haspopup=dialog]').nth(1),
      },
    },
    'requests-columns': {
      ...requests,
      width: 1440,
      over: {
        of: 'parts/list/column-choice.tsx',
        kind: 'dialog',
        by: (page) => page.locator('search button:has(.lucide-columns-3)'),
      },
    },
    request,
    'request-alone': { ...request, path: `pay/requests/${paid}?alone=1` },
    'request-sent': open,
    'request-refund': {
      ...request,
      over: {
        of: 'screens/requests/refund.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article a[href*=receipt] + button'),
      },
    },
    'refund-undo': {
      ...request,
      shown: '[data-refund] button',
      over: {
        of: 'screens/requests/refunds.tsx',
        kind: 'dialog',
        by: (page) => page.locator('[data-refund] button').first(),
      },
    },
    'dispute-answer': {
      ...dispute,
      over: {
        of: 'screens/requests/answer-dispute.tsx',
        kind: 'dialog',
        by: (page) => page.locator('[data-dispute] button').first(),
        shown: 'textarea',
      },
    },
    'dispute-accept': {
      ...dispute,
      over: {
        of: 'screens/requests/disputes.tsx',
        kind: 'dialog',
        by: (page) => page.locator('[data-dispute] button').last(),
      },
    },
    'request-remind': {
      ...open,
      over: {
        of: 'screens/requests/remind.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-bell-ring)'),
      },
    },
    'request-wire': {
      ...open,
      over: {
        of: 'parts/wires/book-wire.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-landmark)'),
      },
    },
    'request-by-phone': {
      ...open,
      over: {
        of: 'parts/by-phone/enter-card.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-phone):enabled'),
      },
    },
    'request-take-back': {
      ...open,
      path: `pay/requests/${wired}`,
      over: {
        of: 'parts/wires/take-back.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article a[href*=receipt] + button'),
      },
    },
    'request-void': {
      ...open,
      over: {
        of: 'screens/requests/void-request.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-ban)'),
      },
    },
    wires: { route: '/pay/wires', path: 'pay/wires', shown: 'section li button' },
    'wire-send-back': {
      route: '/pay/wires',
      path: 'pay/wires',
      shown: 'section li button',
      over: {
        of: 'parts/wires/send-back-wire.tsx',
        kind: 'dialog',
        by: (page) => page.getByRole('button', { name: /^(Return to sender|Rendre à l’émetteur)$/ }).first(),
      },
    },
    books: { route: '/pay/books', path: 'pay/books', shown: 'tfoot' },
    receive: { route: '/pay/receive', path: 'pay/receive', shown: 'input' },
    'receive-applied': {
      ...receive,
      path: `pay/receive?customer=${owing}`,
      before: async (page) => {
        await page.locator('form input[inputmode=decimal]').first().fill('7')
        await page.locator('fieldset input[inputmode=decimal]').waitFor()
      },
    },
    'receive-charged': {
      ...receive,
      path: `pay/receive?customer=${owing}`,
      before: (page) => page.locator('form select').first().selectOption('phone'),
    },
    tenders,
    'tenders-banked': {
      ...tenders,
      before: async (page) => {
        await page.locator('[role=radiogroup] label').nth(1).click()
        await page
          .getByText(/ · (banked|déposé le) /)
          .first()
          .waitFor()
      },
    },
    'bank-deposits': { ...tenders, before: showBankDeposits },
    'bank-deposit-undo': {
      ...tenders,
      before: showBankDeposits,
      over: {
        of: 'screens/tenders/undo-deposit.tsx',
        kind: 'dialog',
        by: (page) => page.locator('#content li button').first(),
      },
    },
    'tender-take-back': {
      ...tenders,
      over: {
        of: 'parts/wires/take-back.tsx',
        kind: 'dialog',
        by: (page) => page.locator('#content li button').first(),
      },
    },
    payments: { route: '/pay/payments', path: 'pay/payments', shown: 'tbody a' },
    'payments-none': { route: '/pay/payments', path: 'pay/payments?status=returned', shown: 'h2' },
    payment: {
      route: '/pay/payments/:row/:id',
      path: `pay/payments/${payment}/${paid}`,
      shown: 'article ol li',
    },
    refunds: { route: '/pay/refunds', path: 'pay/refunds', shown: 'tbody a' },
    'refunds-none': { route: '/pay/refunds', path: 'pay/refunds?status=failed', shown: 'h2' },
    refund: {
      route: '/pay/refunds/:row/:id',
      path: 'pay/refunds',
      shown: 'tbody a',
      before: async (page) => {
        await page.locator('tbody a').first().click()
        await page.locator('article ol li').first().waitFor()
      },
    },
    deposits: { route: '/pay/deposits', path: 'pay/deposits', shown: 'tbody a' },
    'deposits-none': { route: '/pay/deposits', path: 'pay/deposits?state=canceled', shown: 'h2' },
    deposit: {
      route: '/pay/deposits/:id',
      path: 'pay/deposits',
      shown: 'tbody a',
      before: async (page) => {
        await page.locator('tbody a').first().click()
        await page.locator('article tfoot').first().waitFor()
      },
    },
    'request-new': {
      route: '/pay/requests/new',
      path: 'pay/requests/new',
      shown: 'form',
      before: (page) => chooseWays(page).waitFor(),
    },
    'request-new-ways': {
      route: '/pay/requests/new',
      path: 'pay/requests/new',
      shown: 'form',
      before: (page) => chooseWays(page).click(),
    },
    detailed: { ...detailed, before: fillDetailed },
    'detailed-review': { ...detailed, before: reviewDetailed },
    'detailed-sent': {
      ...detailed,
      before: async (page) => {
        await reviewDetailed(page)
        await page.locator('form [type=submit]').click()
        await page.getByRole('status').locator('svg').waitFor()
      },
    },
  }
}

/** All that a detailed request wants, by place: the words of its labels are in two languages. */
async function fillDetailed(page: Page): Promise<void> {
  const form = page.locator('form')
  await form.locator('input').first().fill('lune')
  await page.getByRole('option').filter({ hasText: 'Café Lune' }).click()
  await form.locator('input').nth(2).fill('Greenhouse, built and painted')
  await form.locator('input[inputmode=decimal]').first().fill('1240.50')
  const bytes = { name: 'SO-2214.pdf', mimeType: 'application/pdf', buffer: TINY_PDF }
  await page.locator('input[type=file]').setInputFiles(bytes)
  await page.getByText('SO-2214.pdf', { exact: true }).waitFor()
  await chooseWays(page).waitFor()
}

async function reviewDetailed(page: Page): Promise<void> {
  await fillDetailed(page)
  await page.locator('form [type=submit]').click()
  await page.locator('form dl').waitFor()
}
