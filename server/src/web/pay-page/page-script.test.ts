import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { SUBSTATES } from './testing/sample-substates.ts'
import { sampleView } from './testing/sample-views.ts'
import { openStandIn, type StandIn } from './testing/stand-in-server.ts'
import type { PayPageView } from './view.ts'

let browser: Browser
let standIn: StandIn
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await page?.context().close()
  standIn?.stop()
})

async function open(view: PayPageView): Promise<void> {
  standIn = await openStandIn(view)
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await page.goto(standIn.url + view.path)
}

/** The form of a payable page, filled in. */
async function openAndType(language: 'en' | 'fr' = 'en'): Promise<void> {
  await open(sampleView('payable', language))
  await page.getByLabel('Card number').fill('4242')
  await page.locator('#name').fill('Ana Lune')
  await page.locator('#email').fill('ana@lune.example')
}

const payButton = () => page.locator('#pay')
const typed = () =>
  Promise.all(['#stand-in', '#name', '#email'].map((selector) => page.locator(selector).inputValue()))
const TYPED = ['4242', 'Ana Lune', 'ana@lune.example']
/** What the page asked of the stand-in for the processor. */
const calls = (name: string) =>
  page.evaluate(`calls.filter(([each]) => each === '${name}')`) as Promise<unknown[]>

function answered(state: string, more: object = {}) {
  return { body: { payment: 'pay_1', state, message: `It is ${state}.`, submit_key: 'key-2', ...more } }
}

test('a double click submits once, with the amount that was shown, in the language of the page', async () => {
  await openAndType('fr')
  standIn.answers['/payments'] = () => {
    standIn.view = sampleView('paid', 'fr')
    return answered('succeeded')
  }
  await payButton().dblclick()
  await page.getByRole('heading', { name: 'Payé. Merci.' }).waitFor()
  expect(standIn.calls('/payments')).toEqual([
    {
      method: 'POST',
      path: `${standIn.view.path}/payments`,
      search: '?lang=fr',
      body: {
        submit_key: sampleView('payable', 'fr').form?.submitKey,
        confirmation_token: 'ctoken_1',
        amount: 124_050,
        currency: 'cad',
        name: 'Ana Lune',
        email: 'ana@lune.example',
      },
    },
  ])
})

test('while a payment is under way the button cannot be pressed and the page says so', async () => {
  await openAndType()
  let finish = () => {}
  standIn.answers['/payments'] = async () => {
    await new Promise<void>((done) => {
      finish = done
    })
    return answered('declined')
  }
  await payButton().click()
  await page.getByText('Paying $1,240.50… Please keep this page open.').waitFor()
  expect(await payButton().isDisabled()).toBe(true)
  expect(await page.locator('#progress').getAttribute('role')).toBe('status')
  await expect.poll(() => standIn.calls('/payments').length).toBe(1)
  finish()
  await page.getByText('It is declined.').waitFor()
  expect(await payButton().isEnabled()).toBe(true)
})

test('a decline is said with focus, nothing typed is lost, and the next try has a new key', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => answered('declined')
  await payButton().click()
  await page.getByRole('alert').getByText('It is declined.').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('problem')
  expect(await typed()).toEqual(TYPED)
  await payButton().click()
  await expect
    .poll(() => standIn.calls('/payments').map(({ body }) => body.submit_key))
    .toEqual([sampleView('payable', 'en').form?.submitKey, 'key-2'])
})

test('R-101 a changed amount is shown in place with nothing typed lost, and is paid only when pressed again', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => ({
    status: 409,
    body: {
      code: 'amount_changed',
      amount: 119_050,
      display: '$1,190.50',
      message: 'The amount is now $1,190.50.',
    },
  })
  await payButton().click()
  await page.getByRole('alert').getByText('The amount is now $1,190.50.').waitFor()
  expect(await payButton().textContent()).toBe('Pay $1,190.50')
  expect(await page.locator('[data-amount]').textContent()).toBe('$1,190.50')
  expect(await typed()).toEqual(TYPED)
  expect(await calls('update')).toContainEqual(['update', { amount: 119_050 }])
  expect(standIn.calls('/payments')).toHaveLength(1)
  await payButton().click()
  await expect.poll(() => standIn.calls('/payments').at(1)?.body.amount).toBe(119_050)
})

test('a lost connection never submits again: the page asks what became of it', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => {
    standIn.view = sampleView('unsure', 'en')
    return 'lost'
  }
  await payButton().click()
  await page.getByText('The connection was lost. We do not know yet').waitFor()
  expect(await payButton().isDisabled()).toBe(true)
  await expect.poll(() => standIn.calls('/status').length, { timeout: 10_000 }).toBeGreaterThan(1)
  standIn.view = sampleView('paid', 'en')
  await page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  expect(standIn.calls('/payments')).toHaveLength(1)
})

test('a payment that never arrived may be pressed again under the same key', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => 'lost'
  await payButton().click()
  await page.getByText('The payment did not reach us.').waitFor()
  expect(standIn.calls('/payments')).toHaveLength(1)
  expect(await typed()).toEqual(TYPED)
  await payButton().click()
  await expect.poll(() => standIn.calls('/payments').length).toBe(2)
  expect(new Set(standIn.calls('/payments').map(({ body }) => body.submit_key)).size).toBe(1)
})

test('what a browser sends again by itself after a reset carries the same key', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => 'reset'
  await payButton().click()
  await page.getByText('The payment did not reach us.').waitFor()
  const bodies = standIn.calls('/payments').map(({ body }) => JSON.stringify(body))
  expect(new Set(bodies).size).toBe(1)
})

test.each([{ status: 500, body: {} }, { status: 502, body: { code: 'x' } }, answered('unsure')])(
  'an answer that settles nothing (%o) is asked about, not repeated',
  async (answer) => {
    await openAndType()
    standIn.answers['/payments'] = () => {
      standIn.view = sampleView('processing', 'en')
      return answer
    }
    await payButton().click()
    await page.getByRole('heading', { name: '$1,240.50 is on its way.' }).waitFor()
    expect(standIn.calls('/payments')).toHaveLength(1)
  },
)

test('a bank that wants to know who pays is answered, and only the server says what came of it', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => answered('requires_action', { client_secret: 'pi_1_secret_1' })
  standIn.answers['/payments/pay_1/refresh'] = () => {
    standIn.view = sampleView('paid', 'en')
    return answered('succeeded')
  }
  await payButton().click()
  await page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  expect(standIn.calls('/refresh')).toHaveLength(1)
  expect(standIn.calls('/payments')).toHaveLength(1)
})

test('fields that are wrong send nothing', async () => {
  await open(sampleView('payable', 'en'))
  await expect.poll(() => payButton().isEnabled()).toBe(true)
  await payButton().click()
  await expect.poll(() => payButton().isEnabled()).toBe(true)
  expect(standIn.calls('/payments')).toHaveLength(0)
})

test('too many tries close the button and say for how long', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => ({
    status: 429,
    body: {
      code: 'too_many_tries',
      retry_after_seconds: 3600,
      message: 'Let’s pause for an hour. Nothing was charged.',
    },
  })
  await payButton().click()
  await page.getByRole('alert').getByText('Let’s pause').waitFor()
  expect(await payButton().isDisabled()).toBe(true)
})

test.each(['payment_under_way', 'nothing_is_owed', 'link_not_payable'])(
  'a page that can no longer be paid (%s) shows what is true now',
  async (code) => {
    await openAndType()
    standIn.answers['/payments'] = () => {
      standIn.view = sampleView('someone_else_pays', 'en')
      return { status: 409, body: { code } }
    }
    await payButton().click()
    await page.getByRole('heading', { name: 'A payment for this invoice is being made right now.' }).waitFor()
  },
)

test('a page that reloads keeps name and e-mail as they were typed', async () => {
  await openAndType()
  standIn.answers['/payments'] = () => ({ status: 409, body: { code: 'payment_under_way' } })
  await payButton().click()
  await expect.poll(() => page.locator('#stand-in').inputValue()).toBe('')
  expect(await typed()).toEqual(['', 'Ana Lune', 'ana@lune.example'])
})

test('R-095 looking at a page does not open it; the first touch, key or scroll does, once', async () => {
  await open(sampleView('payable', 'en'))
  await page.waitForLoadState('networkidle')
  await page.evaluate("dispatchEvent(new Event('scroll'))")
  expect(standIn.calls('/opened')).toHaveLength(0)
  await page.keyboard.press('Tab')
  await expect.poll(() => standIn.calls('/opened').length).toBe(1)
  await page.mouse.click(10, 300)
  await page.mouse.wheel(0, 200)
  await page.waitForLoadState('networkidle')
  expect(standIn.calls('/opened')).toHaveLength(1)
})

test('R-096 a page that only loaded, in any state, asked for nothing but its five files', async () => {
  const view = sampleView('payable', 'en')
  await open(view)
  await expect.poll(() => payButton().isEnabled()).toBe(true)
  await page.waitForLoadState('networkidle')
  expect(standIn.asked).toEqual([])
  const ours = standIn.requested.filter((path) => !path.startsWith('/stand-in'))
  console.log('requests:', ours.join(' '))
  expect(ours).toHaveLength(5)
})

test.each(['unsure', 'someone_else_pays', 'processing'] as const)(
  'a page that is %s turns into the result',
  async (state) => {
    await open(sampleView(state, 'en'))
    standIn.view = sampleView('paid', 'en')
    await page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
    expect(standIn.calls('/payments')).toHaveLength(0)
  },
)

test('who comes back to a payable page sees the new amount, with nothing typed lost', async () => {
  await openAndType()
  standIn.answers['/status'] = () => ({ body: { state: 'partly_paid', amount: 84_050, display: '$840.50' } })
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await page.getByText('The amount is now $840.50.').waitFor()
  expect(await payButton().textContent()).toBe('Pay $840.50')
  expect(await typed()).toEqual(TYPED)
})

test('R-101 what is owed follows the amount in place: its sums and its first line are the server’s own', async () => {
  await openAndType()
  await page.locator('summary').click()
  standIn.view = SUBSTATES['reduced by a credit']?.('en') ?? standIn.view
  const message = 'The amount is now $1,190.50: a $50.00 credit was applied.'
  standIn.answers['/status'] = () => ({
    body: { state: 'partly_paid', amount: 119_050, display: '$1,190.50', message },
  })
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await page.getByRole('alert').getByText(message).waitFor()
  await page.getByRole('heading', { name: message }).waitFor()
  expect(standIn.calls('/status').at(-1)?.search).toBe('?lang=en&shown=124050')
  expect(await page.locator('tfoot').textContent()).toContain('Left to pay$1,190.50')
  expect(await page.locator('tfoot').isVisible()).toBe(true)
  expect(await typed()).toEqual(TYPED)
})

test('the bank’s question is taken up again with Continue', async () => {
  await open(sampleView('action_needed', 'en'))
  standIn.answers['/payments/pay_1/resume'] = () =>
    answered('requires_action', { client_secret: 'pi_1_secret_1' })
  standIn.answers['/payments/pay_1/refresh'] = () => {
    standIn.view = sampleView('paid', 'en')
    return answered('succeeded')
  }
  await page.getByRole('button', { name: 'Continue to your bank' }).click()
  await page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  expect(standIn.asked.map(({ path }) => path.split('/').at(-1))).toEqual(
    expect.arrayContaining(['resume', 'refresh']),
  )
})

test('Start over gives the attempt up and comes back to the form', async () => {
  await open(sampleView('action_needed', 'en'))
  standIn.answers['/payments/pay_1/give_up'] = () => {
    standIn.view = sampleView('payable', 'en')
    return answered('canceled')
  }
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('heading', { name: 'Pay by card' }).waitFor()
})

test('a processor whose script does not come is told, and nothing can be pressed', async () => {
  const view = sampleView('payable', 'en')
  await open({ ...view, form: view.form && { ...view.form, scriptUrl: 'http://127.0.0.1:1/stripe.js' } })
  await page.getByText('The card form could not be loaded. Nothing was charged.').waitFor()
  expect(await payButton().isDisabled()).toBe(true)
})
