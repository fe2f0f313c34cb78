import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

const folder = new URL('./browser/', import.meta.url)

/** The modules that `stripe.js` is made of, each after those it imports. */
const stripeModules = [
  'words',
  'frame-host',
  'element-handlers',
  'payment-element',
  'express-element',
  'elements-group',
  'authentication',
  'stripe',
]

/** Every browser module by name, its types stripped. */
export function readBrowserModules(): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return new Map(names.map((name) => [name.replace(/\.ts$/, ''), strip(name)]))
}

/** `window.Stripe` must be there as soon as its script was read, so its modules become one plain script. */
export function bundleStripeScript(modules: Map<string, string>): string {
  const parts = stripeModules.map((name) =>
    (modules.get(name) ?? '').replace(/^import [^;]*? from '\.\/[^']*'$/gm, '').replace(/^export /gm, ''),
  )
  return `;(() => {\n'use strict'\n${parts.join('\n')}\n})()\n`
}

function strip(name: string): string {
  return stripTypeScriptTypes(readFileSync(new URL(name, folder), 'utf8'))
}

export function readStyle(): string {
  return readFileSync(new URL('element.css', folder), 'utf8')
}
