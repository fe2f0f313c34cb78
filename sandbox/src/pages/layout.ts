import { html } from 'ghtml'

export type Tab = 'home' | 'mailbox' | 'processor'

const tabs: [tab: Tab, href: string, label: string][] = [
  ['home', '/', 'Sandbox'],
  ['mailbox', '/mailbox', 'Mailbox'],
  ['processor', '/processor', 'Processor'],
]

/** A page of the sandbox; `body` is HTML already. */
export function layout(tab: Tab, title: string, body: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Quittance sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/pages.css">
</head>
<body>
<header><nav aria-label="Sandbox">!${tabs.map(
    ([name, href, label]) =>
      html`<a href="${href}" !${name === tab ? 'aria-current="page"' : ''}>${label}</a>`,
  )}</nav><p class="quiet">The outside world in a box: no money moves, no mail leaves.</p></header>
<main>!${body}</main>
</body>
</html>`
}

export function showTime(seconds: number): string {
  return new Date(seconds * 1000)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC')
}

const bad = ['canceled', 'failed', 'dropped', 'requires_payment_method', 'needs_response']
const good = ['succeeded', 'delivered', 'enabled']

export function badge(status: string): string {
  const tone = good.includes(status) ? 'good' : bad.includes(status) ? 'bad' : 'plain'
  return html`<span class="badge ${tone}">${status.replaceAll('_', ' ')}</span>`
}
