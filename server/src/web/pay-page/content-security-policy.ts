import { keeper } from '../../lib/keeper.ts'

const STRIPE = 'https://js.stripe.com'

/**
 * The header's value. The processor's origin is named only on a page that asks for its script; `view` is null
 * for the page of an unknown token.
 */
export function contentSecurityPolicy(
  view: { form: object | null } | null,
  { scriptUrl }: { scriptUrl: string },
): string {
  const asked = view !== null && view.form !== null ? scriptUrl : null
  return policies(asked ?? '', () => policyOf(asked === null ? null : new URL(asked).origin))
}

const policies = keeper<string>(100)

function policyOf(scriptOrigin: string | null): string {
  const processor =
    scriptOrigin !== null ? sourcesOf(scriptOrigin) : { scripts: '', frames: "'none'", calls: '' }
  return [
    "default-src 'none'",
    `script-src 'self'${processor.scripts}`,
    `frame-src ${processor.frames}`,
    `connect-src 'self'${processor.calls}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Stripe's own hosts as its integration security guide lists them; a sandbox is one origin. */
function sourcesOf(origin: string): { scripts: string; frames: string; calls: string } {
  if (origin !== STRIPE) return { scripts: ` ${origin}`, frames: origin, calls: '' }
  return {
    scripts: ` ${STRIPE} https://*.js.stripe.com`,
    frames: `${STRIPE} https://*.js.stripe.com https://hooks.stripe.com`,
    calls: ' https://api.stripe.com',
  }
}
