import type { FastifyInstance } from 'fastify'
import { bundleStripeScript, readBrowserModules, readStyle } from './browser-script.ts'
import { framedPageHeaders } from './page-policy.ts'
import { bankElementPage, controllerPage, paymentElementPage } from './pages/element-page.ts'

/** The script that a pay page loads, and the frames that it opens. */
export function registerBrowser(app: FastifyInstance): void {
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
  app.get('/elements/controller', async (_request, reply) =>
    reply.headers(framedPageHeaders()).send(controllerPage()),
  )
}
