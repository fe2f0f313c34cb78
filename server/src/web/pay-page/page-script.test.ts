import type { Browser, Page } from 'playwright-core'
import { afterAll, test as base, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { SAVING_VERSION } from '../../requests/index.ts'
import { type Shown, sampleForm } from './testing/sample-forms.ts'
import { SUBSTATES } from './testing/sample-substates.ts'
import { sampleView } from './testing/sample-views.ts'
import { openStandIn, type StandIn } from './testing/stand-in-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A page of a payer's, before a server of its own. */
class OpenPage {
  readonly page: Page
  readonly standIn: StandIn

  constructor(page: Page, standIn: StandIn) {
    this.page = page
    this.standIn = standIn
  }

  get payButton() {
    return this.page.locator('#pay')
  }

  typed() {
    const fields = ['#stand-in', '#name', '#email']
    return Promise.all(fields.map((selector) => this.page.locator(selector).inputValue()))
  }

  /** What the page asked of the stand-in for the processor. */
  calls(name: string) {
    return this.page.evaluate<unknown[]>(`calls.filter(([each]) => each === '${name}')`)
  }
}

/** Most of what is tested here is waiting, so the tests wait together, each with a page that is closed after it. */
const { concurrent: test } = base.extend<{ open: (view: Shown, query?: string) => Promise<OpenPage> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads what a fixture needs from this pattern.
  open: async ({}, use) => {
    const opened: OpenPage[] = []
    await use(async (view, query = '') => {
      const standIn = await openStandIn(view)
      const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
      opened.push(new OpenPage(page, standIn))
      await page.goto(standIn.url + view.path + query)
      return new OpenPage(page, standIn)
    })
    for (const { page, standIn } of opened) {
      await page.context().close()
      standIn.stop()
    }
  },
})

/** The form of a payable page, filled in. */
async function fillIn(at: OpenPage): Promise<OpenPage> {
  await at.page.getByLabel('Card number').fill('4242')
  await at.page.locator('#name').fill('Ana Lune')
  await at.page.locator('#email').fill('ana@lune.example')
  return at
}

const PAYABLE = sampleView('payable', 'en')
const TYPED = ['4242', 'Ana Lune', 'ana@lune.example']

function answered(state: string, more: object = {}) {
  return { body: { payment: 'pay_1', state, message: `It is ${state}.`, submit_key: 'key-2', ...more } }
}

test('a double click submits once, with the amount that was shown, in the language of the page', async ({
  open,
}) => {
  const at = await fillIn(await open(sampleView('payable', 'fr')))
  at.standIn.answers['/payments'] = () => {
    at.standIn.view = sampleView('paid', 'fr')
    return answered('succeeded')
  }
  await at.payButton.dblclick()
  await at.page.getByRole('heading', { name: 'Payé. Merci.' }).waitFor()
  expect(at.standIn.calls('/payments')).toEqual([
    {
      method: 'POST',
      path: `${at.standIn.view.path}/payments`,
      search: '?lang=fr',
      body: {
        submit_key: sampleView('payable', 'fr').form?.submitKey,
        confirmation_token: 'ctoken_1',
        amount: 124_050,
        currency: 'cad',
        name: 'Ana Lune',
        email: 'ana@lune.example',
        method: 'card',
      },
    },
  ])
})

const WALLETS = SUBSTATES['offering wallets above']?.('en') ?? PAYABLE

test('R-165 a device’s wallet pays what the page shows, with its owner’s e-mail unless another was typed', async ({
  open,
}) => {
  const at = await open(WALLETS, '?wallet')
  await at.page.locator('#wallets.is-ready').waitFor()
  at.standIn.answers['/status'] = () => ({
    body: { state: 'partly_paid', amount: 84_050, display: '$840.50', methods: 'card wallet bnpl' },
  })
  await at.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await at.page.getByText('The amount is now $840.50.').waitFor()
  // The card's elements and the wallets' follow: at once, and with what the server says is owed.
  await expect.poll(async () => (await at.calls('update')).length).toBe(4)
  at.standIn.answers['/payments'] = () => {
    at.standIn.view = sampleView('paid', 'en')
    return answered('succeeded')
  }
  const button = at.page.getByRole('button', { name: 'Apple Pay' })
  await button.dblclick()
  await at.page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  const sent = at.standIn.calls('/payments').map(({ body }) => body)
  expect(sent).toEqual([
    expect.objectContaining({
      method: 'wallet',
      amount: 84_050,
      name: 'Ada Payer',
      email: 'ada@wallet.test',
    }),
  ])
})

test('a device without a wallet sees nothing of one, and the form stands where it would', async ({
  open,
}) => {
  const at = await open(WALLETS)
  await expect.poll(() => at.payButton.isEnabled()).toBe(true)
  expect(await at.page.locator('#wallets').isVisible()).toBe(false)
  const tops = await at.page.evaluate<number[]>(
    "['form', 'methods'].map((id) => document.getElementById(id).getBoundingClientRect().top)",
  )
  expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeLessThan(20)
})

test('while a payment is under way the button cannot be pressed and the page says so', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  let finish = () => {}
  at.standIn.answers['/payments'] = async () => {
    await new Promise<void>((done) => {
      finish = done
    })
    return answered('declined')
  }
  await at.payButton.click()
  await at.page.getByText('Paying $1,240.50… Please keep this page open.').waitFor()
  expect(await at.payButton.isDisabled()).toBe(true)
  expect(await at.page.locator('#progress').getAttribute('role')).toBe('status')
  await expect.poll(() => at.standIn.calls('/payments').length).toBe(1)
  finish()
  await at.page.getByText('It is declined.').waitFor()
  expect(await at.payButton.isEnabled()).toBe(true)
})

test('a decline is said with focus, nothing typed is lost, and the next try has a new key', async ({
  open,
}) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => answered('declined')
  await at.payButton.click()
  await at.page.getByRole('alert').getByText('It is declined.').waitFor()
  expect(await at.page.evaluate('document.activeElement.id')).toBe('problem')
  expect(await at.typed()).toEqual(TYPED)
  await at.payButton.click()
  await expect
    .poll(() => at.standIn.calls('/payments').map(({ body }) => body.submit_key))
    .toEqual([sampleView('payable', 'en').form?.submitKey, 'key-2'])
})

test('R-101 a changed amount is shown in place with nothing typed lost, and is paid only when pressed again', async ({
  open,
}) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => ({
    status: 409,
    body: {
      code: 'amount_changed',
      amount: 119_050,
      display: '$1,190.50',
      message: 'The amount is now $1,190.50.',
    },
  })
  await at.payButton.click()
  await at.page.getByRole('alert').getByText('The amount is now $1,190.50.').waitFor()
  expect(await at.payButton.textContent()).toBe('Pay $1,190.50')
  expect(await at.page.locator('.amount [data-amount]').textContent()).toBe('$1,190.50')
  expect(await at.typed()).toEqual(TYPED)
  expect(await at.calls('update')).toContainEqual(['update', { amount: 119_050 }])
  expect(at.standIn.calls('/payments')).toHaveLength(1)
  await at.payButton.click()
  await expect.poll(() => at.standIn.calls('/payments').at(1)?.body.amount).toBe(119_050)
})

test('a lost connection never submits again: the page asks what became of it', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => {
    at.standIn.view = sampleView('unsure', 'en')
    return 'lost'
  }
  await at.payButton.click()
  await at.page.getByText('The connection was lost. We do not know yet').waitFor()
  expect(await at.payButton.isDisabled()).toBe(true)
  await expect.poll(() => at.standIn.calls('/status').length, { timeout: 10_000 }).toBeGreaterThan(1)
  at.standIn.view = sampleView('paid', 'en')
  await at.page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  expect(at.standIn.calls('/payments')).toHaveLength(1)
})

test('a payment that never arrived may be pressed again under the same key', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => 'lost'
  await at.payButton.click()
  await at.page.getByText('The payment did not reach us.').waitFor()
  expect(at.standIn.calls('/payments')).toHaveLength(1)
  expect(await at.typed()).toEqual(TYPED)
  await at.payButton.click()
  await expect.poll(() => at.standIn.calls('/payments').length).toBe(2)
  expect(new Set(at.standIn.calls('/payments').map(({ body }) => body.submit_key)).size).toBe(1)
})

test('what a browser sends again by itself after a reset carries the same key', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => 'reset'
  await at.payButton.click()
  await at.page.getByText('The payment did not reach us.').waitFor()
  const bodies = at.standIn.calls('/payments').map(({ body }) => JSON.stringify(body))
  expect(new Set(bodies).size).toBe(1)
})

test.for([{ status: 500, body: {} }, { status: 502, body: { code: 'x' } }, answered('unsure')])(
  'an answer that settles nothing (%o) is asked about, not repeated',
  async (answer, { open }) => {
    const at = await fillIn(await open(PAYABLE))
    at.standIn.answers['/payments'] = () => {
      at.standIn.view = sampleView('processing', 'en')
      return answer
    }
    await at.payButton.click()
    await at.page.getByRole('heading', { name: '$1,240.50 is on its way.' }).waitFor()
    expect(at.standIn.calls('/payments')).toHaveLength(1)
  },
)

test('a bank that wants to know who pays is answered, and only the server says what came of it', async ({
  open,
}) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => answered('requires_action', { client_secret: 'pi_1_secret_1' })
  at.standIn.answers['/payments/pay_1/refresh'] = () => {
    at.standIn.view = sampleView('paid', 'en')
    return answered('succeeded')
  }
  await at.payButton.click()
  await at.page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  expect(at.standIn.calls('/refresh')).toHaveLength(1)
  expect(at.standIn.calls('/payments')).toHaveLength(1)
})

test('fields that are wrong send nothing', async ({ open }) => {
  const at = await open(sampleView('payable', 'en'))
  await expect.poll(() => at.payButton.isEnabled()).toBe(true)
  await at.payButton.click()
  await expect.poll(() => at.payButton.isEnabled()).toBe(true)
  expect(at.standIn.calls('/payments')).toHaveLength(0)
})

test('too many tries close the button and say for how long', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => ({
    status: 429,
    body: {
      code: 'too_many_tries',
      retry_after_seconds: 3600,
      message: 'Let’s pause for an hour. Nothing was charged.',
    },
  })
  await at.payButton.click()
  await at.page.getByRole('alert').getByText('Let’s pause').waitFor()
  expect(await at.payButton.isDisabled()).toBe(true)
})

test.for(['payment_under_way', 'nothing_is_owed', 'link_not_payable'])(
  'a page that can no longer be paid (%s) shows what is true now',
  async (code, { open }) => {
    const at = await fillIn(await open(PAYABLE))
    at.standIn.answers['/payments'] = () => {
      at.standIn.view = sampleView('someone_else_pays', 'en')
      return { status: 409, body: { code } }
    }
    await at.payButton.click()
    await at.page
      .getByRole('heading', { name: 'A payment for this invoice is being made right now.' })
      .waitFor()
  },
)

test('a page that reloads keeps name and e-mail as they were typed', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/payments'] = () => ({ status: 409, body: { code: 'payment_under_way' } })
  await at.payButton.click()
  await expect.poll(() => at.page.locator('#stand-in').inputValue()).toBe('')
  expect(await at.typed()).toEqual(['', 'Ana Lune', 'ana@lune.example'])
})

test('R-095 looking at a page does not open it; the first touch, key or scroll does, once', async ({
  open,
}) => {
  const at = await open(sampleView('payable', 'en'))
  await at.page.waitForLoadState('networkidle')
  await at.page.evaluate("dispatchEvent(new Event('scroll'))")
  // Where the pointer lies already, as a browser says when a page comes up under it.
  await at.page.mouse.move(0, 0)
  expect(at.standIn.calls('/opened')).toHaveLength(0)
  await at.page.keyboard.press('Tab')
  await expect.poll(() => at.standIn.calls('/opened').length).toBe(1)
  await at.page.mouse.click(10, 300)
  await at.page.mouse.wheel(0, 200)
  await at.page.waitForLoadState('networkidle')
  expect(at.standIn.calls('/opened')).toHaveLength(1)
})

test('R-096 a page that only loaded, in any state, asked for nothing but its five files', async ({
  open,
}) => {
  const view = sampleView('payable', 'en')
  const at = await open(view)
  await expect.poll(() => at.payButton.isEnabled()).toBe(true)
  await at.page.waitForLoadState('networkidle')
  expect(at.standIn.asked).toEqual([])
  const ours = at.standIn.requested.filter((path) => !path.startsWith('/stand-in'))
  console.log('requests:', ours.join(' '))
  expect(ours).toHaveLength(5)
})

test.for(['unsure', 'someone_else_pays', 'processing'] as const)(
  'a page that is %s turns into the result',
  async (state, { open }) => {
    const at = await open(sampleView(state, 'en'))
    at.standIn.view = sampleView('paid', 'en')
    await at.page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
    expect(at.standIn.calls('/payments')).toHaveLength(0)
  },
)

test('who comes back to a payable page sees the new amount, with nothing typed lost', async ({ open }) => {
  const at = await fillIn(await open(PAYABLE))
  at.standIn.answers['/status'] = () => ({
    body: { state: 'partly_paid', amount: 84_050, display: '$840.50' },
  })
  await at.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await at.page.getByText('The amount is now $840.50.').waitFor()
  expect(await at.payButton.textContent()).toBe('Pay $840.50')
  expect(await at.typed()).toEqual(TYPED)
})

test('R-101 what is owed follows the amount in place: its sums and its first line are the server’s own', async ({
  open,
}) => {
  const at = await fillIn(await open(PAYABLE))
  await at.page.locator('summary').click()
  at.standIn.view = SUBSTATES['reduced by a credit']?.('en') ?? at.standIn.view
  const message = 'The amount is now $1,190.50: a $50.00 credit was applied.'
  at.standIn.answers['/status'] = () => ({
    body: { state: 'partly_paid', amount: 119_050, display: '$1,190.50', message },
  })
  await at.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await at.page.getByRole('alert').getByText(message).waitFor()
  await at.page.getByRole('heading', { name: message }).waitFor()
  expect(at.standIn.calls('/status').at(-1)?.search).toBe('?lang=en&shown=124050')
  expect(await at.page.locator('tfoot').textContent()).toContain('Left to pay$1,190.50')
  expect(await at.page.locator('tfoot').isVisible()).toBe(true)
  expect(await at.typed()).toEqual(TYPED)
})

test('the bank’s question is taken up again with Continue', async ({ open }) => {
  const at = await open(sampleView('action_needed', 'en'))
  at.standIn.answers['/payments/pay_1/resume'] = () =>
    answered('requires_action', { client_secret: 'pi_1_secret_1' })
  at.standIn.answers['/payments/pay_1/refresh'] = () => {
    at.standIn.view = sampleView('paid', 'en')
    return answered('succeeded')
  }
  await at.page.getByRole('button', { name: 'Continue to your bank' }).click()
  await at.page.getByRole('heading', { name: 'Paid. Thank you.' }).waitFor()
  expect(at.standIn.asked.map(({ path }) => path.split('/').at(-1))).toEqual(
    expect.arrayContaining(['resume', 'refresh']),
  )
})

test('Start over gives the attempt up and comes back to the form', async ({ open }) => {
  const at = await open(sampleView('action_needed', 'en'))
  at.standIn.answers['/payments/pay_1/give_up'] = () => {
    at.standIn.view = sampleView('payable', 'en')
    return answered('canceled')
  }
  await at.page.getByRole('button', { name: 'Start over' }).click()
  await at.page.getByRole('heading', { name: 'Pay by card' }).waitFor()
})

test('a processor whose script does not come is told, and nothing can be pressed', async ({ open }) => {
  const view = sampleView('payable', 'en')
  const at = await open({
    ...view,
    form: view.form && { ...view.form, scriptUrl: 'http://127.0.0.1:1/stripe.js' },
  })
  await at.page.getByText('The card form could not be loaded. Nothing was charged.').waitFor()
  expect(await at.payButton.isDisabled()).toBe(true)
})

function tried(state: string, more: object = {}) {
  return { body: { setup: 'set_1', state, message: `It is ${state}.`, ...more } }
}

test('R-073 a form sends what was typed once, with what was agreed to, and a decline leaves it typed', async ({
  open,
}) => {
  const at = await fillIn(await open(sampleForm('open', 'en')))
  const answers = [tried('declined'), tried('succeeded')]
  at.standIn.answers['/setups'] = () => {
    const answer = answers.shift() ?? 'lost'
    if (answers.length === 0) at.standIn.view = sampleForm('completed', 'en')
    return answer
  }
  await at.payButton.dblclick()
  const problem = at.page.locator('#problem')
  await problem.getByText('It is declined.').waitFor()
  expect(await at.page.evaluate('document.activeElement.id')).toBe('problem')
  expect(await at.typed()).toEqual(TYPED)
  await at.payButton.dblclick()
  await at.page.getByRole('heading', { name: 'Saved. Thank you.' }).waitFor()
  const body = {
    method: 'card',
    confirmation_token: 'ctoken_1',
    name: 'Ana Lune',
    email: 'ana@lune.example',
    consent: SAVING_VERSION,
  }
  expect(at.standIn.calls('/setups').map((call) => call.body)).toEqual([body, body])
})

test('R-073 a form wants the owner of a bank account, and asks a card’s bank before it is saved', async ({
  open,
}) => {
  const at = await open(sampleForm('open', 'en'))
  await at.page.getByLabel('Bank').first().check()
  await at.page.locator('#card.is-ready').waitFor()
  await at.page.locator('#stand-in').fill('000123')
  await at.payButton.click()
  expect(at.standIn.calls('/setups')).toEqual([])
  expect(await at.page.locator('#name:invalid').count()).toBe(1)
  await at.page.getByLabel('Card').first().check()
  await at.page.locator('#card.is-ready').waitFor()
  await fillIn(at)
  at.standIn.answers['/setups'] = () => tried('requires_action', { client_secret: 'seti_1_secret_x' })
  at.standIn.answers['/setups/set_1/refresh'] = () => {
    at.standIn.view = sampleForm('completed', 'en')
    return tried('succeeded')
  }
  await at.payButton.click()
  await at.page.getByRole('heading', { name: 'Saved. Thank you.' }).waitFor()
  expect(at.standIn.asked.map(({ path }) => path.split('/').slice(3).join('/'))).toEqual([
    'setups',
    'setups/set_1/refresh',
  ])
})

test('R-073 a form that lost its connection says so, and sends nothing again by itself', async ({ open }) => {
  const at = await fillIn(await open(sampleForm('open', 'fr')))
  at.standIn.answers['/setups'] = () => 'lost'
  await at.payButton.click()
  await at.page.getByText('La connexion a été perdue.').waitFor()
  expect(await at.payButton.isDisabled()).toBe(true)
  expect(at.standIn.calls('/setups')).toHaveLength(1)
})

test('R-072 a form that is over by the time it is sent says so, and too many tries close its button', async ({
  open,
}) => {
  const at = await fillIn(await open(sampleForm('open', 'en')))
  at.standIn.answers['/setups'] = () => ({
    status: 429,
    body: { code: 'too_many_tries_from_address', message: 'Too many tries.', retry_after_seconds: 600 },
  })
  await at.payButton.click()
  await at.page.locator('#problem').getByText('Too many tries.').waitFor()
  expect(await at.payButton.isDisabled()).toBe(true)
  at.standIn.answers['/setups'] = () => {
    at.standIn.view = sampleForm('expired', 'en')
    return { status: 409, body: { code: 'form_over', state: 'expired' } }
  }
  await at.page.reload()
  await fillIn(at)
  await at.payButton.click()
  await at.page.getByRole('heading', { name: 'This form has expired.' }).waitFor()
})

test('a form whose bank is asked looks again by itself, and then says what it knows', async ({ open }) => {
  const { page, standIn } = await open(sampleForm('unsure', 'en'))
  await page.clock.install()
  await page.reload()
  await page.getByRole('heading', { name: 'We are checking with the bank' }).waitFor()
  standIn.view = sampleForm('completed', 'en')
  await page.clock.fastForward(10_000)
  await page.getByRole('heading', { name: 'Saved. Thank you.' }).waitFor()
  expect(standIn.asked).toEqual([])
})
