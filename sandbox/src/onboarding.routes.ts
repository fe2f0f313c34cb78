import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kinds } from './kinds.ts'
import { ownPageHeaders } from './page-policy.ts'
import { onboardingPage } from './pages/onboarding-page.ts'
import { findAccountLink } from './processor/account-links.ts'
import { parseForm } from './processor/form.ts'
import { isDecision, tellOfBusiness } from './processor/onboarding.ts'
import type { World } from './world.ts'

/** The processor's form for a business that wants an account: filled in by a person, whole or in part. */
export function registerOnboarding(app: FastifyInstance, world: World): void {
  app.get('/setup/:id', async (request, reply) => {
    const opened = open(world, request)
    if (opened === undefined) return reply.code(404).headers(ownPageHeaders()).send('No such form.')
    // As the processor does: who comes too late, or a second time, is sent to where a new link is made.
    if (isOver(world, opened.link)) return reply.redirect(opened.link.refresh_url, 303)
    return reply.headers(headersFor(opened.link)).send(onboardingPage(request.url, opened.account))
  })

  app.post('/setup/:id', async (request, reply) => {
    const opened = open(world, request)
    if (opened === undefined) return reply.code(404).headers(ownPageHeaders()).send('No such form.')
    if (isOver(world, opened.link)) return reply.redirect(opened.link.refresh_url, 303)
    return submit(world, request, reply, opened)
  })
}

type Opened = { link: Kinds['account_link']; account: Kinds['account'] }

function open(world: World, request: FastifyRequest): Opened | undefined {
  const { id } = request.params as { id: string }
  const link = findAccountLink(world, id)
  const account = link && world.store.get('account', world.platformAccount, link.account)
  return link && account ? { link, account } : undefined
}

function isOver(world: World, link: Kinds['account_link']): boolean {
  return link.used || link.expires_at <= world.clock.now()
}

async function submit(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  { link, account }: Opened,
): Promise<unknown> {
  const form = parseForm(typeof request.body === 'string' ? request.body : '')
  const told = Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  tellOfBusiness(world, account, told, isDecision(told.decision) ? told.decision : 'approve')
  world.store.put('account_link', world.platformAccount, { ...link, used: true })
  await world.store.flush()
  setImmediate(() => void world.webhooks.wake())
  return reply.redirect(link.return_url, 303)
}

/** A form's answer may lead back to the platform, and nowhere else. */
function headersFor(link: Kinds['account_link']): { [name: string]: string } {
  const headers = ownPageHeaders()
  const policy = headers['content-security-policy']?.replace(
    "form-action 'self'",
    `form-action 'self' ${new URL(link.return_url).origin} ${new URL(link.refresh_url).origin}`,
  )
  return { ...headers, 'content-security-policy': policy ?? '' }
}
