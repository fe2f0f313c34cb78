import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { sampleView } from './testing/sample-views.ts'

test('a page that takes a card lets in the processor and nobody else', () => {
  const view = sampleView('payable', 'en')
  const real = contentSecurityPolicy(view, { scriptUrl: 'https://js.stripe.com' })
  expect(real).toContain("default-src 'none'; script-src 'self' https://js.stripe.com")
  expect(real).toMatch(/frame-src https:\/\/js\.stripe\.com .*https:\/\/hooks\.stripe\.com;/)
  expect(real).toContain("connect-src 'self' https://api.stripe.com;")
  const sandbox = contentSecurityPolicy(view, { scriptUrl: 'http://127.0.0.1:3001' })
  expect(sandbox).toContain("script-src 'self' http://127.0.0.1:3001; frame-src http://127.0.0.1:3001;")
  expect(sandbox).not.toContain('stripe.com')
})

test('a page that takes none lets in nobody, and no page may be framed', () => {
  for (const view of [null, sampleView('paid', 'en')]) {
    const policy = contentSecurityPolicy(view, { scriptUrl: 'https://js.stripe.com' })
    expect(policy).not.toContain('http')
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
  }
})
