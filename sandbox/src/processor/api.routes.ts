import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../ids.ts'
import { apiVersion, type World } from '../world.ts'
import { createAccountLink } from './account-links.ts'
import * as accounts from './accounts.ts'
import { answerCall } from './answer-call.ts'
import { ApiError } from './api-error.ts'
import { authenticate, refusePublishable } from './authenticate.ts'
import type { Operation } from './call.ts'
import * as cash from './cash-balance.ts'
import { createConfirmationTokenOperation } from './create-confirmation-token.ts'
import * as customers from './customers.ts'
import * as disputes from './disputes.ts'
import { createDomain, listDomains, validateDomain } from './domains.ts'
import { createFile } from './files.ts'
import { type Params, parseForm } from './form.ts'
import { verifyMicrodeposits } from './microdeposits.ts'
import { parseMultipart } from './multipart.ts'
import * as intents from './payment-intents.ts'
import { list, retrieve, retrieveBalance } from './readings.ts'
import * as refunds from './refunds.ts'
import * as methods from './saved-methods.ts'
import * as setups from './setup-intents.ts'
import * as endpoints from './webhook-endpoints.ts'

type Route = [method: 'GET' | 'POST' | 'DELETE', url: string, operation: Operation, key?: 'publishable']

const routes: Route[] = [
  ['GET', '/v1/account', accounts.retrieveOwnAccount],
  ['POST', '/v1/accounts', accounts.createAccount],
  ['POST', '/v1/account_links', createAccountLink],
  ['GET', '/v1/accounts', accounts.listAccounts],
  ['GET', '/v1/accounts/:id', accounts.retrieveAccount],
  ['GET', '/v1/accounts/:id/external_accounts', accounts.listExternalAccounts],
  ['POST', '/v1/accounts/:id/external_accounts', accounts.createExternalAccount],
  ['GET', '/v1/balance', retrieveBalance],
  ['GET', '/v1/balance_transactions', list('balance_transaction', ['type', 'source', 'currency', 'payout'])],
  ['GET', '/v1/balance_transactions/:id', retrieve('balance_transaction')],
  ['GET', '/v1/charges', list('charge', ['payment_intent', 'customer'])],
  ['GET', '/v1/charges/:id', retrieve('charge')],
  ['POST', '/v1/confirmation_tokens', createConfirmationTokenOperation, 'publishable'],
  ['GET', '/v1/confirmation_tokens/:id', retrieve('confirmation_token')],
  ['POST', '/v1/customers', customers.createCustomer],
  ['GET', '/v1/customers', customers.listCustomers],
  ['GET', '/v1/customers/:id', customers.retrieveCustomer],
  ['POST', '/v1/customers/:id', customers.updateCustomer],
  ['GET', '/v1/customers/:id/cash_balance', cash.retrieveCashBalance],
  ['POST', '/v1/customers/:id/cash_balance', cash.updateCashBalance],
  ['GET', '/v1/customers/:id/cash_balance_transactions', cash.listCashTransactions],
  ['POST', '/v1/customers/:id/funding_instructions', cash.createFundingInstructions],
  ['POST', '/v1/test_helpers/customers/:id/fund_cash_balance', cash.fundCashBalance],
  ['GET', '/v1/disputes', list('dispute', ['charge', 'payment_intent'])],
  ['GET', '/v1/disputes/:id', retrieve('dispute')],
  ['POST', '/v1/disputes/:id', disputes.updateDispute],
  ['POST', '/v1/disputes/:id/close', disputes.closeDispute],
  ['GET', '/v1/events', list('event', ['type', 'types'])],
  ['GET', '/v1/events/:id', retrieve('event')],
  ['POST', '/v1/payment_intents', intents.createPaymentIntent],
  ['GET', '/v1/payment_intents', intents.listPaymentIntents],
  ['GET', '/v1/payment_intents/:id', intents.retrievePaymentIntent, 'publishable'],
  ['POST', '/v1/payment_intents/:id', intents.updatePaymentIntent],
  ['POST', '/v1/payment_intents/:id/confirm', intents.confirmPaymentIntentOperation, 'publishable'],
  ['POST', '/v1/payment_intents/:id/cancel', intents.cancelPaymentIntent],
  ['POST', '/v1/payment_intents/:id/verify_microdeposits', verifyMicrodeposits, 'publishable'],
  ['GET', '/v1/mandates/:id', retrieve('mandate')],
  ['POST', '/v1/files', createFile],
  ['GET', '/v1/files/:id', retrieve('file')],
  ['GET', '/v1/customers/:id/payment_methods', methods.listMethodsOfCustomer],
  ['GET', '/v1/payment_methods', methods.listPaymentMethods],
  ['POST', '/v1/payment_method_domains', createDomain],
  ['GET', '/v1/payment_method_domains', listDomains],
  ['POST', '/v1/payment_method_domains/:id/validate', validateDomain],
  ['GET', '/v1/payment_methods/:id', retrieve('payment_method')],
  ['POST', '/v1/payment_methods/:id', methods.updatePaymentMethod],
  ['POST', '/v1/payment_methods/:id/attach', methods.attachPaymentMethod],
  ['POST', '/v1/payment_methods/:id/detach', methods.detachPaymentMethod],
  ['GET', '/v1/payouts', list('payout', ['status', 'destination'])],
  ['GET', '/v1/payouts/:id', retrieve('payout')],
  ['POST', '/v1/refunds', refunds.createRefund],
  ['GET', '/v1/refunds', refunds.listRefunds],
  ['GET', '/v1/refunds/:id', refunds.retrieveRefund],
  ['POST', '/v1/refunds/:id', refunds.updateRefund],
  ['POST', '/v1/refunds/:id/cancel', refunds.cancelRefund],
  ['POST', '/v1/setup_intents', setups.createSetupIntent],
  ['GET', '/v1/setup_intents', setups.listSetupIntents],
  ['GET', '/v1/setup_intents/:id', setups.retrieveSetupIntent, 'publishable'],
  ['POST', '/v1/setup_intents/:id/cancel', setups.cancelSetupIntent],
  ['POST', '/v1/webhook_endpoints', endpoints.createWebhookEndpoint],
  ['GET', '/v1/webhook_endpoints', endpoints.listWebhookEndpoints],
  ['GET', '/v1/webhook_endpoints/:id', endpoints.retrieveWebhookEndpoint],
  ['POST', '/v1/webhook_endpoints/:id', endpoints.updateWebhookEndpoint],
  ['DELETE', '/v1/webhook_endpoints/:id', endpoints.deleteWebhookEndpoint],
]

export function registerApi(app: FastifyInstance, world: World): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, body)
    },
  )
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: 20_000_000 },
    (request, body, done) => {
      parseMultipart(request.headers['content-type'] ?? '', body as Buffer).then(
        (params) => done(null, params),
        done,
      )
    },
  )
  for (const [method, url, operation, key] of routes) {
    app.route({ method, url, handler: (request, reply) => handle(world, { request, reply, operation, key }) })
  }
  app.all('/v1/*', (request, reply) => {
    const error = new ApiError(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${request.method}: ${pathOf(request)}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    })
    return sendError(reply, newId('req'), error)
  })
}

type Handled = {
  request: FastifyRequest
  reply: FastifyReply
  operation: Operation
  key: 'publishable' | undefined
}

async function handle(world: World, { request, reply, operation, key }: Handled): Promise<unknown> {
  const requestId = newId('req')
  try {
    const caller = authenticate(world, request.headers)
    if (caller.publishable && key !== 'publishable') throw refusePublishable()
    const { id = '' } = request.params as { id?: string }
    const idempotencyKey = request.headers['idempotency-key']
    const call = {
      world,
      ...caller,
      method: request.method,
      path: pathOf(request),
      params: readForm(request),
      id,
      requestId,
      idempotencyKey: idempotencyKey === undefined ? null : String(idempotencyKey),
    }
    return await answerCall(call, operation, reply)
  } catch (error) {
    if (error instanceof ApiError) return sendError(reply, requestId, error)
    throw error
  }
}

function readForm(request: FastifyRequest) {
  if (request.method === 'GET' || request.method === 'DELETE')
    return parseForm(request.url.split('?')[1] ?? '')
  if (request.body === undefined || request.body === null) return parseForm('')
  if (typeof request.body === 'string') return parseForm(request.body)
  if (request.headers['content-type']?.startsWith('multipart/form-data')) return request.body as Params
  throw new ApiError(400, {
    type: 'invalid_request_error',
    message:
      'Invalid request: the Content-Type of a request to the API is application/x-www-form-urlencoded.',
  })
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

function sendError(reply: FastifyReply, requestId: string, error: ApiError): FastifyReply {
  return reply
    .code(error.status)
    .headers({
      'request-id': requestId,
      'stripe-version': apiVersion,
      'stripe-should-retry': String(error.status === 409 || error.status === 429),
    })
    .type('application/json')
    .send(JSON.stringify({ error: error.body }, null, 2))
}
