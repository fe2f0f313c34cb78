import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Logger } from 'pino'
import { Type } from 'typebox'
import { appointmentRoutes, contactRoutes, customerImportRoutes, customerRoutes } from '../customers/index.ts'
import {
  apiKeyRoutes,
  auditEventRoutes,
  companyRoutes,
  invitationRoutes,
  logoRoutes,
  memberRoutes,
  noticeRoutes,
  passwordResetRoutes,
  roleRoutes,
  type SignInServices,
  sessionRoutes,
  userRoutes,
} from '../identity/index.ts'
import type { OffsetClock } from '../lib/clock.ts'
import { suppressionRoutes, templateRoutes } from '../messaging/index.ts'
import {
  eventRoutes,
  priorityRoutes,
  type StreamServices,
  streamRoutes,
  templateTestRoutes,
  testMessageRoutes,
} from '../notifications/index.ts'
import {
  bankDepositRoutes,
  disputeRoutes,
  type MerchantAccountServices,
  merchantAccountRoutes,
  paymentMethodRoutes,
  paymentRoutes,
  payoutRoutes,
  walletDomainRoutes,
} from '../payments/index.ts'
import {
  attachmentRoutes,
  creditImportRoutes,
  creditNoteApprovalRoutes,
  creditNoteRoutes,
  creditRoutes,
  givenRefundRoutes,
  invoiceImportRoutes,
  invoicePdfRoutes,
  invoicePreviewRoutes,
  invoiceRoutes,
  receiptRoutes,
  receivedPaymentRoutes,
  refundRoutes,
  sellerRoutes,
  statementRoutes,
  writeOffRoutes,
} from '../receivables/index.ts'
import {
  agingRoutes,
  disputeEvidenceRoutes,
  journalRoutes,
  paymentListRoutes,
  payoutTransactionRoutes,
  reportRoutes,
  searchRoutes,
  timelineRoutes,
  writeOffReportRoutes,
} from '../reports/index.ts'
import {
  bulkSendRoutes,
  chargeRoutes,
  invoiceEditRoutes,
  invoiceEmailRoutes,
  invoiceScheduleRoutes,
  manyRequestRoutes,
  methodRequestRoutes,
  methodRoutes,
  orderEmailRoutes,
  paymentLinkRoutes,
  paymentRequestRoutes,
  phonePageRoutes,
  previewRoutes,
  promiseRoutes,
  type RequestServices,
  reminderRoutes,
  requestMethodRoutes,
  statementEmailRoutes,
  wireMatchingRoutes,
  wireRoutes,
} from '../requests/index.ts'
import { orderRoutes, orderStepRoutes, productRoutes } from '../sales/index.ts'
import { closeConnections } from './close-connections.ts'
import { type DashboardServices, dashboardRoutes } from './dashboard/routes.ts'
import { healthRoutes } from './health.ts'
import { type InboundMailServices, inboundMailRoutes } from './inbound-mail.ts'
import { buildLazySerializer } from './lazy-schemas.ts'
import { methodPageRoutes } from './method-page/routes.ts'
import { measure } from './metrics.ts'
import { type PayPageServices, payPageRoutes } from './pay-page/routes.ts'
import { PROBLEM_CODES } from './problem-codes.generated.ts'
import { answerUnreadable, handleProblems } from './problems.ts'
import { settingRoutes } from './settings.routes.ts'
import { unsubscribeRoutes } from './unsubscribe/routes.ts'
import { setValidation } from './validation.ts'
import { webhookRoutes } from './webhooks.ts'

export interface WebServices
  extends StreamServices,
    PayPageServices,
    RequestServices,
    InboundMailServices,
    SignInServices,
    MerchantAccountServices,
    DashboardServices {
  log: Logger
  clock: OffsetClock
  trustedProxyHops: number
  nudge: () => void
  /** Says what a nudge does: the process that runs jobs forwards the outbox. */
  onNudge: (work: () => void) => void
}

const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Enum([...PROBLEM_CODES], { description: 'Stable; docs/errors.md says what each means.' }),
    detail: Type.String({ description: 'What happened, what it means for the money, what to do next.' }),
    field: Type.Optional(Type.String()),
  },
  { $id: 'Problem', additionalProperties: true },
)

/** Behind a proxy that is not told of, all callers share its address, and its limits. */
function warnOfProxy(server: FastifyInstance): void {
  let isTold = false
  server.addHook('onRequest', (request, _, done) => {
    if (!isTold && request.headers['x-forwarded-for'] !== undefined) {
      isTold = true
      request.log.warn(
        'A request came with X-Forwarded-For, and TRUSTED_PROXY_HOPS is 0: behind a proxy, all callers are counted as one.',
      )
    }
    done()
  })
}

const BODY_LIMIT = 1024 * 1024

/** The HTTP server with every route; it listens to nothing yet. */
export async function createServer(services: WebServices): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Only failures are logged, with the request's id: no logger is made for each request.
    childLoggerFactory: (logger) => logger,
    bodyLimit: BODY_LIMIT,
    // `request.ip` is the socket's address, or what so many proxies of our own said before it. Nothing else that a
    // caller writes into X-Forwarded-For counts.
    trustProxy: services.trustedProxyHops > 0 && ((_, hop) => hop < services.trustedProxyHops),
    requestTimeout: 60_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerUnreadable,
    schemaController: { compilersFactory: { buildSerializer: buildLazySerializer } },
  })
  setValidation(server)
  server.addSchema(ProblemSchema)
  handleProblems(server, services.database)
  if (services.trustedProxyHops === 0) warnOfProxy(server)
  measure(server)
  closeConnections(server)
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
  })
  server.addHook('onSend', (_, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    // A connection that was answered while we close would be kept open, and us with it.
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
  await server.register(swagger, {
    refResolver: {
      buildLocalReference: ({ $id }, _base, _fragment, i) => (typeof $id === 'string' ? $id : `def-${i}`),
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Quittance',
        version: '1',
        description:
          'Payment requests, payment links and books that agree with the processor. Amounts are integers in minor units; times are ISO 8601 UTC; errors are RFC 9457 problem documents with a stable `code`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'quittance_session',
            description: 'Of somebody who is signed in (`__Host-quittance_session` over https).',
          },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
  })
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  await server.register(async (api) => {
    sessionRoutes(api, services)
    passwordResetRoutes(api, services)
    invitationRoutes(api, services)
    userRoutes(api, services)
    noticeRoutes(api, services)
    memberRoutes(api, services)
    roleRoutes(api, services)
    auditEventRoutes(api, services)
    companyRoutes(api, services)
    logoRoutes(api, services)
    apiKeyRoutes(api, services)
    customerRoutes(api, services)
    customerImportRoutes(api, services)
    contactRoutes(api, services)
    appointmentRoutes(api, services)
    invoiceRoutes(api, services)
    invoiceEditRoutes(api, services)
    invoiceImportRoutes(api, services)
    creditImportRoutes(api, services)
    invoicePdfRoutes(api, services)
    invoicePreviewRoutes(api, services)
    writeOffRoutes(api, services)
    attachmentRoutes(api, services)
    sellerRoutes(api, services)
    invoiceEmailRoutes(api, services)
    productRoutes(api, services)
    orderRoutes(api, services)
    orderStepRoutes(api, services)
    orderEmailRoutes(api, services)
    statementRoutes(api, services)
    statementEmailRoutes(api, services)
    bulkSendRoutes(api, services)
    receiptRoutes(api, services)
    refundRoutes(api, services)
    givenRefundRoutes(api, services)
    receivedPaymentRoutes(api, services)
    bankDepositRoutes(api, services)
    creditRoutes(api, services)
    creditNoteRoutes(api, services)
    creditNoteApprovalRoutes(api, services)
    merchantAccountRoutes(api, services)
    walletDomainRoutes(api, services)
    paymentRoutes(api, services)
    disputeRoutes(api, services)
    disputeEvidenceRoutes(api, services)
    paymentMethodRoutes(api, services)
    chargeRoutes(api, services)
    methodRequestRoutes(api, services)
    invoiceScheduleRoutes(api, services)
    phonePageRoutes(api, services)
    paymentListRoutes(api, services)
    payoutRoutes(api, services)
    payoutTransactionRoutes(api, services)
    timelineRoutes(api, services)
    reportRoutes(api, services)
    writeOffReportRoutes(api, services)
    agingRoutes(api, services)
    journalRoutes(api, services)
    searchRoutes(api, services)
    paymentRequestRoutes(api, services)
    manyRequestRoutes(api, services)
    paymentLinkRoutes(api, services)
    reminderRoutes(api, services)
    promiseRoutes(api, services)
    templateRoutes(api, services)
    previewRoutes(api, services)
    requestMethodRoutes(api, services)
    methodRoutes(api, services)
    wireRoutes(api, services)
    wireMatchingRoutes(api, services)
    eventRoutes(api, services)
    priorityRoutes(api, services)
    streamRoutes(api, services)
    testMessageRoutes(api, services)
    templateTestRoutes(api, services)
    suppressionRoutes(api, services)
    settingRoutes(api, services)
  })
  healthRoutes(server, services)
  webhookRoutes(server, services)
  inboundMailRoutes(server, services)
  unsubscribeRoutes(server, services)
  await server.register(async (scope) => payPageRoutes(scope, services))
  await server.register(async (scope) => methodPageRoutes(scope, services))
  await server.register(async (scope) => dashboardRoutes(scope, services))
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  await server.ready()
  return server
}
