import type { FastifyInstance } from 'fastify'
import { bundleStripeScript, readBrowserModules, readStyle } from './browser-script.ts'
import { framedPageHeaders } from './page-policy.ts'
import {
  affirmElementPage,
  bankElementPage,
  controllerPage,
  paymentElementPage,
} from './pages/element-page.ts'
import { walletSheetPage, walletsElementPage } from './pages/wallet-page.ts'
import { walletsOn } from './processor/domains.ts'
import type { World } from './world.ts'

/** The script that a pay page loads, and the frames that it opens. */
export function registerBrowser(app: FastifyInstance, world: World): void {
  const modules = readBrowserModules()
  const stripeScript = bundleStripeScript(modules)
  const style = readStyle()
  const script = {
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
  }

  app.get('/js/stripe.js', async (_request, reply) => reply.headers(script).send(stripeScript))

  app.get('/js/:file', async (request, reply) => {
    const { file } = request.params as { file: string }
    const module = modules.get(file.replace(/\.[jt]s$/, ''))
    if (module === undefined) return reply.code(404).send()
    return reply.headers(script).send(module)
  })

  app.get('/elements/element.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  )
  app.get('/elements/payment', async (_request, reply) =>
    reply.headers(framedPageHeaders()).send(paymentElementPage()),
  )
  app.get('/elements/bank', async (_request, reply) =>
    reply.headers(framedPageHeaders()).send(bankElementPage()),
  )
  app.get('/elements/affirm', async (_request, reply) =>
    reply.headers(framedPageHeaders()).send(affirmElementPage()),
  )
  app.get('/elements/wallets', async (_request, reply) =>
    reply.headers(framedPageHeaders()).send(walletsElementPage()),
  )
  app.get('/elements/wallets/available', async (request) => {
    const { domain = '', account } = request.query as { domain?: string; account?: string }
    return walletsOn(world, account ?? world.platformAccount, domain)
  })
  app.get('/elements/wallet-sheet', async (request, reply) => {
    const { wallet = '', locale = '' } = request.query as { wallet?: string; locale?: string }
    return reply.headers(framedPageHeaders()).send(walletSheetPage(wallet, locale))
  })
  app.get('/elements/controller', async (_request, reply) =>
    reply.headers(framedPageHeaders()).send(controllerPage()),
  )
}
