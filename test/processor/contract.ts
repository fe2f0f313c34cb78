import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  ChargeRequest,
  Processor,
  ProcessorDispute,
  ProcessorPayment,
} from '../../server/src/payments/processor.ts'

/** The cards that a processor's test mode publishes, by what becomes of them. */
export type TestCard = 'good' | 'insufficient_funds' | 'challenged' | 'disputed'

/** A processor to be held to the contract, and how a payer's card comes to it. */
export interface Candidate {
  processor: Processor
  /** The connected account that is charged for, or null for the key's own. */
  account: string | null
  webhookSecret: string
  /** A confirmation token, as the page's script gets one. */
  token(card: TestCard): Promise<string>
  /** The same of a payer who chose Affirm. */
  affirm(): Promise<string>
  /** A wire of US dollars comes to a customer's account number. */
  wire(customer: string, amount: bigint, reference: string): Promise<void>
}

const AMOUNT = 2_000n
const webhooks = new Stripe('sk_test_unused').webhooks

/** What the product takes for granted of a processor. Whoever stands behind the port keeps to it. */
export function describeProcessorContract(name: string, open: () => Promise<Candidate>): void {
  describe(`the processor's contract, kept by ${name}`, () => {
    let candidate: Candidate
    let processor: Processor
    let account: string | null
    let currency: string
    beforeAll(async () => {
      candidate = await open()
      ;({ processor, account } = candidate)
      const { settlementCurrencies } = await processor.readAccount(account)
      currency = settlementCurrencies[0] ?? ''
    })

    const order = async (card: TestCard, values: Partial<ChargeRequest> = {}): Promise<ChargeRequest> => ({
      account,
      key: randomUUID(),
      paymentId: randomUUID(),
      amount: AMOUNT,
      currency,
      confirmationToken: await candidate.token(card),
      returnUrl: 'https://example.com/return',
      description: 'Contract test',
      statementSuffix: null,
      method: 'card',
      mandate: null,
      ...values,
    })
    const charged = async (): Promise<ProcessorPayment & { reference: string }> =>
      known(await processor.charge(await order('good')))
    const challenged = async () => known(await processor.charge(await order('challenged')))
    const refundOf = (reference: string, amount: bigint, values = {}) => ({
      account,
      key: randomUUID(),
      refundId: randomUUID(),
      paymentReference: reference,
      amount,
      reason: 'requested_by_customer' as const,
      ...values,
    })

    it('an account says its country, what it settles and whether it may charge', async () => {
      const found = await processor.readAccount(account)
      expect(found).toEqual({
        account,
        country: expect.stringMatching(/^[A-Z]{2}$/),
        settlementCurrencies: expect.arrayContaining([expect.stringMatching(/^[A-Z]{3}$/)]),
        status: 'enabled',
        chargesEnabled: true,
        payoutsEnabled: expect.any(Boolean),
        capabilities: expect.arrayContaining(['card_payments']),
        missing: expect.any(Array),
      })
    })

    it('a platform makes an account once for a key; it wants to know who it is, and says where', async (context) => {
      if (account === null) return context.skip('an own key makes no accounts')
      const order = {
        key: randomUUID(),
        companyId: randomUUID(),
        name: 'Contract Blooms',
        email: null,
        country: 'US',
        currency: 'USD',
      }
      const made = await processor.createAccount(order)
      expect(made).toMatchObject({ status: 'onboarding', country: 'US', chargesEnabled: false })
      expect(made.missing.length).toBeGreaterThan(0)
      expect((await processor.createAccount(order)).account).toBe(made.account)
      const urls = { back: 'https://example.com/back', again: 'https://example.com/again' }
      expect(await processor.onboardingUrl(made.account ?? '', urls)).toMatch(/^https?:\/\//)
    })

    it('a good card is charged in one call, and the answer has the card and the fee', async () => {
      const request = await order('good')
      const payment = await processor.charge(request)
      expect(payment).toMatchObject({
        reference: expect.any(String),
        paymentId: request.paymentId,
        status: 'succeeded',
        amount: AMOUNT,
        currency,
        chargeReference: expect.any(String),
        declineCode: null,
        card: { brand: 'visa', last4: '4242', wallet: null },
        balance: { type: 'charge', source: payment.chargeReference, gross: AMOUNT, currency },
        clientSecret: null,
      })
      expect(payment.balance?.fee).toBeGreaterThan(0n)
      expect(await processor.readPayment(account, known(payment).reference)).toEqual(payment)
    })

    it('a repeat with the same key is the same charge', async () => {
      const request = await order('good')
      const first = await processor.charge(request)
      expect(await processor.charge(request)).toEqual(first)
      expect((await allCharges()).filter((source) => source === first.chargeReference)).toHaveLength(1)
    })

    it('a decline is an answer with its reason, and charges nothing', async () => {
      const request = await order('insufficient_funds')
      const declined = known(await processor.charge(request))
      const facts = { status: 'declined', declineCode: 'insufficient_funds', balance: null }
      expect(declined).toMatchObject({ ...facts, paymentId: request.paymentId, clientSecret: null })
      expect(declined.card).toMatchObject({ brand: 'visa', last4: expect.stringMatching(/^\d{4}$/) })
      expect(await processor.readPayment(account, declined.reference)).toMatchObject(facts)
      expect(await processor.cancelPayment(account, declined.reference)).toMatchObject({ status: 'canceled' })
    })

    it('a confirmation token that is none is refused before anything is made', async () => {
      const refused = await processor.charge(await order('good', { confirmationToken: 'ctoken_none' }))
      expect(refused).toMatchObject({
        reference: null,
        status: 'declined',
        declineCode: 'processor_resource_missing',
      })
    })

    it('a bank that asks for the payer’s action leaves the attempt waiting, with the browser’s secret', async () => {
      const waiting = await challenged()
      expect(waiting).toMatchObject({
        status: 'requires_action',
        balance: null,
        clientSecret: expect.stringContaining(`${waiting.reference}_secret_`),
      })
      expect(await processor.clientSecret(account, waiting.reference)).toBe(waiting.clientSecret)
      expect((await processor.readPayment(account, waiting.reference)).status).toBe('requires_action')
    })

    it('a domain is registered for wallets once, and says for which it is active', async () => {
      const domain = `pay-${randomUUID().slice(0, 8)}.example.com`
      expect(await processor.findDomain(account, domain)).toBeUndefined()
      const registered = await processor.registerDomain(account, domain)
      const standing = { isActive: expect.any(Boolean) }
      expect(registered).toMatchObject({ applePay: standing, googlePay: standing })
      expect(await processor.registerDomain(account, domain)).toEqual(registered)
      expect(await processor.findDomain(account, domain)).toEqual(registered)
    })

    it('who pays with Affirm is sent to its page and back, and is asked after; it is canceled while it waits', async (context) => {
      const { affirm } = candidate
      const { capabilities } = await processor.readAccount(account)
      if (!capabilities.includes('affirm_payments')) return context.skip('the account takes no Affirm')
      const means = { method: 'bnpl' as const, amount: 6_000n }
      const request = await order('good', { ...means, confirmationToken: await affirm() })
      const waiting = known(await processor.charge(request))
      const facts = { status: 'requires_action', card: null, bank: null, verification: null, balance: null }
      expect(waiting).toMatchObject({
        ...facts,
        clientSecret: expect.stringContaining(`${waiting.reference}_secret_`),
      })
      expect(await processor.readPayment(account, waiting.reference)).toEqual(waiting)
      expect((await processor.cancelPayment(account, waiting.reference)).status).toBe('canceled')
      // What another way was chosen for pays nothing: one way is allowed for each attempt.
      const other = await order('good', { ...means, method: 'card', confirmationToken: await affirm() })
      expect(await processor.charge(other)).toMatchObject({ reference: null, status: 'declined' })
    })

    it('what waits is canceled, and again without harm; what succeeded stays so', async () => {
      const waiting = await challenged()
      for (const _ of ['once', 'again'])
        expect(await processor.cancelPayment(account, waiting.reference)).toMatchObject({
          status: 'canceled',
        })
      const paid = await charged()
      expect(await processor.cancelPayment(account, paid.reference)).toMatchObject({
        status: 'succeeded',
        amount: AMOUNT,
      })
    })

    it('an attempt is found by our own id, and one that never came is not', async () => {
      const since = new Date(Date.now() - 60_000)
      const request = await order('good')
      const payment = await processor.charge(request)
      expect(await processor.findPayment(account, request.paymentId, since)).toEqual(payment)
      expect(await processor.findPayment(account, randomUUID(), since)).toBeUndefined()
    })

    it('what the processor does not have is said to be missing, and is no doubt', async () => {
      const missing = { message: 'The processor has no such object.' }
      await expect(processor.readPayment(account, 'pi_none')).rejects.toMatchObject(missing)
      await expect(processor.readRefund(account, 're_none')).rejects.toMatchObject(missing)
    })

    it('a part is refunded once for a key, and is found by our own id', async () => {
      const paid = await charged()
      const request = refundOf(paid.reference, 500n)
      const refund = await processor.refund(request)
      expect(refund).toMatchObject({
        reference: expect.any(String),
        refundId: request.refundId,
        status: 'succeeded',
        amount: 500n,
        currency,
        bankReference: null,
        balance: { type: 'refund', source: refund.reference, gross: -500n, currency },
      })
      expect(await processor.refund(request)).toEqual(refund)
      expect(await processor.readRefund(account, refund.reference ?? '')).toEqual(refund)
      expect(await processor.findRefund(account, paid.reference, request.refundId)).toEqual(refund)
      expect(await processor.findRefund(account, paid.reference, randomUUID())).toBeUndefined()
    })

    it('what pays is kept for a customer who is made once for a key, charged again without its payer, and forgotten', async () => {
      const named = {
        account,
        key: randomUUID(),
        customerId: randomUUID(),
        name: 'Contract Café',
        email: null,
      }
      const customer = await processor.createCustomer(named)
      expect(await processor.createCustomer({ ...named, name: 'Renamed since' })).toBe(customer)
      const first = await processor.charge(await order('good', { saveTo: customer }))
      const kept = first.kept
      expect(kept).toEqual({
        reference: expect.any(String),
        type: 'card',
        customer,
        fingerprint: expect.any(String),
        brand: 'visa',
        bankName: null,
        last4: '4242',
        expMonth: expect.any(Number),
        expYear: expect.any(Number),
      })
      expect((await charged()).kept).toBeUndefined()
      const methodReference = kept?.reference ?? ''
      expect(await processor.readMethod(account, methodReference)).toEqual(kept)
      const again = {
        account,
        key: randomUUID(),
        paymentId: randomUUID(),
        amount: AMOUNT,
        currency,
        description: 'Contract test',
        statementSuffix: null,
        method: 'card' as const,
        customer,
        methodReference,
      }
      const second = await processor.chargeSaved(again)
      expect(second).toMatchObject({ status: 'succeeded', paymentId: again.paymentId, amount: AMOUNT })
      expect(await processor.chargeSaved(again)).toEqual(second)
      for (const _ of ['once', 'again']) await processor.detachMethod(account, methodReference)
      expect((await processor.readMethod(account, methodReference)).customer).toBeNull()
      const refused = await processor.chargeSaved({ ...again, key: randomUUID(), paymentId: randomUUID() })
      expect(refused).toMatchObject({ status: 'declined', balance: null })
    })

    it('of a card that was told by phone nobody is asked, or it is refused before anything is made', async () => {
      const payment = await processor.charge(await order('challenged', { isByPhone: true }))
      expect(payment.status === 'succeeded' ? 'taken' : payment.declineCode).toMatch(
        /^(taken|processor_by_phone_not_enabled)$/,
      )
      if (payment.status !== 'succeeded') expect(payment.reference).toBeNull()
    })

    it('a customer has one account number for its wires; what comes is listed, and drawn once for a key as far as it reaches', async (context) => {
      const { capabilities } = await processor.readAccount(account)
      if (!capabilities.includes('us_bank_transfer_payments'))
        return context.skip('the account takes no bank transfers')
      const named = { account, key: randomUUID(), customerId: randomUUID(), name: 'Wire Café', email: null }
      const customer = await processor.createCustomer(named)
      const told = await processor.wireInstructions(account, customer)
      expect(told).toMatchObject({
        routingNumber: expect.stringMatching(/^\d{9}$/),
        accountNumber: expect.stringMatching(/^\d+$/),
      })
      expect(await processor.wireInstructions(account, customer)).toEqual(told)
      await candidate.wire(customer, AMOUNT + 500n, 'INV 7')
      const listed = async () => {
        const rows = []
        for await (const row of processor.listCash(account, customer)) rows.push(row)
        return rows
      }
      expect(await listed()).toMatchObject([
        {
          kind: 'funded',
          amount: AMOUNT + 500n,
          currency: 'USD',
          bankReference: 'INV 7',
          paymentReference: null,
        },
      ])
      const draw = {
        account,
        key: randomUUID(),
        customer,
        drawId: randomUUID(),
        amount: AMOUNT,
        currency: 'USD',
      }
      const drawn = await processor.drawCash(draw)
      expect(drawn).toMatchObject({ status: 'succeeded', amount: AMOUNT, paymentId: null })
      expect(drawn.balance?.gross).toBe(AMOUNT)
      expect(await processor.drawCash(draw)).toEqual(drawn)
      expect(await listed()).toMatchObject([
        { kind: 'drawn', amount: -AMOUNT, paymentReference: drawn.reference },
        { kind: 'funded' },
      ])
      const ago = new Date(Date.now() - 60_000)
      const { reference, status } = drawn
      expect(await processor.findDraw(draw, ago)).toMatchObject({ reference, status })
      expect(await processor.findDraw({ ...draw, drawId: randomUUID() }, ago)).toBeUndefined()
      const more = await processor.drawCash({ ...draw, key: randomUUID(), drawId: randomUUID() })
      expect(more.status).not.toBe('succeeded')
    })

    it('a card is kept without being charged, once for a key, after its bank was asked where that wants to', async () => {
      const named = {
        account,
        key: randomUUID(),
        customerId: randomUUID(),
        name: 'Contract Café',
        email: null,
      }
      const customer = await processor.createCustomer(named)
      const since = new Date(Date.now() - 60_000)
      const setup = async (card: TestCard) => ({
        account,
        key: randomUUID(),
        setupId: randomUUID(),
        customer,
        type: 'card' as const,
        confirmationToken: await candidate.token(card),
        returnUrl: 'https://example.com/return',
        mandate: null,
      })
      const request = await setup('good')
      const saved = await processor.setUp(request)
      expect(saved).toMatchObject({
        status: 'succeeded',
        clientSecret: null,
        kept: { customer, last4: '4242' },
      })
      expect(await processor.setUp(request)).toEqual(saved)
      expect(await processor.readSetup(account, saved.reference ?? '')).toEqual(saved)
      expect(await processor.findSetup(account, request.setupId, since)).toEqual(saved)
      expect(await processor.findSetup(account, randomUUID(), since)).toBeUndefined()
      const waiting = await processor.setUp(await setup('challenged'))
      expect(waiting).toMatchObject({
        status: 'requires_action',
        clientSecret: expect.stringContaining(`${waiting.reference}_secret_`),
        kept: null,
      })
      for (const _ of ['once', 'again'])
        expect(await processor.cancelSetup(account, waiting.reference ?? '')).toMatchObject({
          status: 'declined',
          declineCode: 'given_up',
          kept: null,
        })
      expect(await processor.cancelSetup(account, saved.reference ?? '')).toMatchObject({
        status: 'succeeded',
      })
    })

    it('more than is left is not refunded', async () => {
      const paid = await charged()
      expect(await processor.refund(refundOf(paid.reference, AMOUNT))).toMatchObject({ status: 'succeeded' })
      const refused = await processor.refund(refundOf(paid.reference, 1n))
      expect(refused).toMatchObject({ reference: null, status: 'failed', failureReason: expect.any(String) })
    })

    it('a dispute tells what it took, is answered with words and files, and not again', async () => {
      const paid = known(await processor.charge(await order('disputed')))
      const dispute = await eventually(() => disputeOf(paid.reference))
      expect(dispute).toMatchObject({
        paymentReference: paid.reference,
        amount: AMOUNT,
        currency,
        reason: 'fraudulent',
        status: 'needs_response',
        isSubmitted: false,
        movements: [{ gross: -AMOUNT, currency }],
      })
      expect(dispute.dueBy?.getTime()).toBeGreaterThan(Date.now())
      const request = {
        account,
        key: randomUUID(),
        reference: dispute.reference,
        evidence: {
          texts: { customer_name: 'Ada', uncategorized_text: 'We delivered.' },
          files: [
            {
              field: 'receipt',
              fileName: 'receipt.pdf',
              mediaType: 'application/pdf',
              bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
            },
          ],
        },
      }
      const answered = await processor.submitEvidence(request)
      expect(answered).toMatchObject({ status: 'under_review', isSubmitted: true })
      expect(await processor.submitEvidence(request)).toEqual(answered)
      const again = await processor.submitEvidence({ ...request, key: randomUUID() })
      expect(again).toEqual({ refused: expect.any(String) })
      const given = await processor.acceptDispute({
        account,
        key: randomUUID(),
        reference: dispute.reference,
      })
      expect(given).toEqual({ refused: expect.any(String) })
      expect(await processor.readDispute(account, dispute.reference)).toEqual(answered)
    })

    it('a dispute that is accepted is lost', async () => {
      const paid = known(await processor.charge(await order('disputed')))
      const { reference } = await eventually(() => disputeOf(paid.reference))
      const request = { account, key: randomUUID(), reference }
      expect(await processor.acceptDispute(request)).toMatchObject({ status: 'lost' })
    })

    it('the balance lists every charge and refund, newest first', async () => {
      const paid = await charged()
      const refund = await processor.refund(refundOf(paid.reference, AMOUNT))
      const newest: (string | null)[] = []
      for await (const { source } of processor.listBalanceTransactions(account, null)) {
        newest.push(source)
        if (source === paid.chargeReference) break
      }
      expect(newest).toContain(refund.reference)
      expect(newest.at(-1)).toBe(paid.chargeReference)
    })

    it('a webhook is read if it is signed, and refused if it is not', () => {
      const payload = JSON.stringify({
        id: 'evt_contract',
        object: 'event',
        type: 'refund.updated',
        data: { object: { id: 're_1', object: 'refund', payment_intent: 'pi_1' } },
      })
      const read = (secret: string) =>
        processor.readWebhook(Buffer.from(payload), webhooks.generateTestHeaderString({ payload, secret }))
      expect(read(candidate.webhookSecret)).toEqual({
        id: 'evt_contract',
        account: '',
        type: 'refund.updated',
        objectId: 're_1',
        relatedId: 'pi_1',
        clockOffsetSeconds: null,
      })
      expect(() => read('whsec_other')).toThrow(expect.objectContaining({ code: 'webhook_refused' }))
    })

    async function disputeOf(payment: string): Promise<ProcessorDispute | undefined> {
      for await (const found of processor.listDisputes(account, new Date(Date.now() - 3_600_000)))
        if (found.paymentReference === payment) return found
      return undefined
    }

    async function allCharges(): Promise<(string | null)[]> {
      const sources: (string | null)[] = []
      for await (const { type, source } of processor.listBalanceTransactions(account, null)) {
        if (type === 'charge') sources.push(source)
        if (sources.length === 100) break
      }
      return sources
    }
  })
}

/** What the processor tells of a moment after it happened. */
async function eventually<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = await find()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('It did not come.')
}

/** An attempt that the processor made. */
function known(payment: ProcessorPayment): ProcessorPayment & { reference: string } {
  const { reference } = payment
  if (reference === null) throw new Error(`The processor made nothing: ${payment.declineCode}.`)
  return { ...payment, reference }
}
