const loopbackPages = 'http://127.0.0.1:* http://localhost:* http://*.localhost:*'

/** The headers of pages that others may frame: this machine's pages, and nobody else's. */
export function framedPageHeaders(formTargets = "'self'"): { [name: string]: string } {
  return headers(`frame-ancestors 'self' ${loopbackPages}; form-action ${formTargets}`)
}

/** The headers of pages that stand alone. */
export function ownPageHeaders(): { [name: string]: string } {
  return headers("frame-src 'self'; frame-ancestors 'none'; form-action 'self'")
}

function headers(more: string): { [name: string]: string } {
  return {
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; ${more}`,
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}
