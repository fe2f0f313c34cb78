import { html } from 'ghtml'
import type { Stripe } from 'stripe'
import { requestFaults, webhookFaults } from '../faults.ts'
import type { Delivery } from '../kinds.ts'
import { money } from '../processor/currencies.ts'
import { debitEnds } from '../processor/play-debit.ts'
import { actsOn } from '../processor/play-dispute.ts'
import { actsOnRefund } from '../processor/play-refund.ts'
import { everyAccount } from '../store.ts'
import type { World } from '../world.ts'
import { badge, layout, showTime } from './layout.ts'
import { balanceRows, brokenBanks, payoutRows } from './payouts-section.ts'
import { wireRows } from './wires-section.ts'

const rows = 25

export function processorPage(world: World): string {
  return layout(
    'processor',
    'Processor',
    html`<h1>Processor</h1>
!${section('Businesses that ask for an account', ['Account', 'Standing', 'The processor decides'], businesses(world))}
!${section('Payments', ['Created', 'Payment', 'Amount', 'Status', 'Account'], payments(world))}
!${section('Disputes', ['Created', 'Dispute', 'Amount', 'Status', 'Evidence'], disputes(world))}
!${section('Refunds', ['Created', 'Refund', 'Amount', 'Status'], refunds(world))}
!${section('Customers that may send a wire', ['Customer', 'Account number', 'Cash', 'Their bank'], wireRows(world))}
!${section('Balances that wait to be paid out', ['Account', 'Balance', 'Paid out daily, at midnight (UTC), once available'], balanceRows(world))}
!${section('Payouts', ['Created', 'Payout', 'Amount', 'Status', 'Account'], payoutRows(world, rows))}
!${section('Bank accounts that do not work', ['Account', 'What it means', 'The business'], brokenBanks(world))}
!${section('Events and their deliveries', ['Created', 'Event', 'Deliveries'], events(world))}
<h2>Webhook endpoints</h2>!${endpoints(world)}
!${faults(world)}`,
  )
}

function section(title: string, columns: string[], body: string[]): string {
  return html`<h2>${title}</h2>!${
    body.length === 0
      ? html`<p class="quiet">None yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>!${columns.map(
          (column) => html`<th>${column}</th>`,
        )}</tr></thead><tbody>!${body}</tbody></table></div>`
  }`
}

function businesses(world: World): string[] {
  const asking = [...world.store.all('account')].filter(
    ({ charges_enabled, details_submitted }) => !charges_enabled && details_submitted,
  )
  return asking.map(
    ({ id, business_profile, requirements }) =>
      html`<tr><td>${business_profile?.name ?? ''}<br><code>${id}</code></td><td>${requirements?.disabled_reason ?? ''}</td><td><form method="post" action="/pages/accounts" class="row"><input type="hidden" name="id" value="${id}"><button name="decision" value="approve">Approve</button><button name="decision" value="document">Ask for a document</button><button name="decision" value="reject">Reject</button></form></td></tr>`,
  )
}

function payments(world: World): string[] {
  const page = world.store.list('payment_intent', everyAccount, { limit: rows })
  return (page?.data ?? []).map((intent: Stripe.PaymentIntent) => {
    const problem = intent.last_payment_error
    return html`<tr id="${intent.id}"><td>${showTime(intent.created)}</td><td><code>${intent.id}</code><br><span class="quiet">${intent.description ?? ''}</span></td><td>${money(intent.amount, intent.currency)}</td><td>!${badge(intent.status)}!${debitForm(intent)}!${disputeForm(world, intent)} <span class="quiet">${problem ? (problem.decline_code ?? problem.code ?? '') : ''}</span></td><td><code>${world.store.accountOf('payment_intent', intent.id) ?? ''}</code></td></tr>`
  })
}

/** A bank debit ends when somebody wants it to, not only when its days are over. */
function debitForm(intent: Stripe.PaymentIntent): string {
  if (!intent.payment_method_types.includes('us_bank_account')) return ''
  const ends =
    intent.status === 'processing'
      ? debitEnds.filter((end) => end !== 'return')
      : intent.status === 'succeeded'
        ? (['return'] as const)
        : []
  if (ends.length === 0) return ''
  return html`<form method="post" action="/pages/debits" class="row"><input type="hidden" name="id" value="${intent.id}"><select name="outcome" aria-label="How the debit ends">!${ends.map((end) => html`<option>${end}</option>`)}</select><button>End it</button></form>`
}

/** The payer and the banks do what somebody wants to see. */
function disputeForm(world: World, intent: Stripe.PaymentIntent): string {
  const account = world.store.accountOf('payment_intent', intent.id)
  const acts = account === undefined ? [] : actsOn(world, account, intent)
  if (acts.length === 0) return ''
  return html`<form method="post" action="/pages/disputes" class="row"><input type="hidden" name="id" value="${intent.id}"><select name="act" aria-label="What becomes of a dispute">!${acts.map((act) => html`<option>${act}</option>`)}</select><button>Dispute</button></form>`
}

function disputes(world: World): string[] {
  const page = world.store.list('dispute', everyAccount, { limit: rows })
  return (page?.data ?? []).map(
    (dispute) =>
      html`<tr><td>${showTime(dispute.created)}</td><td><code>${dispute.id}</code><br><span class="quiet">${dispute.reason}, of ${String(dispute.payment_intent)}</span></td><td>${money(dispute.amount, dispute.currency)}</td><td>!${badge(dispute.status)}</td><td>${dispute.evidence_details.submission_count > 0 ? 'submitted' : ''} <span class="quiet">due ${showTime(dispute.evidence_details.due_by ?? 0)}</span></td></tr>`,
  )
}

function refunds(world: World): string[] {
  const page = world.store.list('refund', everyAccount, { limit: rows })
  return (page?.data ?? []).map(
    (refund) =>
      html`<tr><td>${showTime(refund.created)}</td><td><code>${refund.id}</code><br><span class="quiet">of ${String(refund.payment_intent)}</span></td><td>${money(refund.amount, refund.currency)}</td><td>!${badge(refund.status ?? '')}!${refundForm(refund)}</td></tr>`,
  )
}

/** The banks do with a refund what somebody wants to see. */
function refundForm(refund: Stripe.Refund): string {
  const acts = actsOnRefund(refund)
  if (acts.length === 0) return ''
  return html`<form method="post" action="/pages/refunds" class="row"><input type="hidden" name="id" value="${refund.id}"><select name="act" aria-label="What becomes of the refund">!${acts.map((act) => html`<option>${act}</option>`)}</select><button>Refund</button></form>`
}

function events(world: World): string[] {
  const page = world.store.list('event', everyAccount, { limit: rows })
  return (page?.data ?? []).map((event) => {
    const deliveries = world.store.list('delivery', everyAccount, { limit: 20, where: { event: event.id } })
    return html`<tr><td>${showTime(event.created)}</td><td>${event.type}<br><code>${event.id}</code></td><td>!${(deliveries?.data ?? []).map(delivery)}</td></tr>`
  })
}

function delivery(one: Delivery): string {
  const tries = one.attempts.map((attempt) => attempt.status ?? attempt.error ?? '?').join(', ')
  return html`<form method="post" action="/pages/resend" class="row">!${badge(one.state)} <span class="quiet">${one.url} · ${one.attempts.length === 0 ? 'not tried yet' : tries}</span><button name="id" value="${one.id}">Resend</button></form>`
}

function endpoints(world: World): string {
  const all = [...world.store.all('webhook_endpoint')]
  if (all.length === 0) return html`<p class="quiet">None yet.</p>`
  return html`<ul>!${all.map(
    (endpoint) =>
      html`<li><code>${endpoint.url}</code> !${badge(endpoint.status)} <span class="quiet">${endpoint.application ? 'connected accounts’ events' : 'the platform’s own events'}: ${endpoint.enabled_events.join(', ')}</span></li>`,
  )}</ul>`
}

function faults(world: World): string {
  const set = world.faults.list()
  const options = (values: readonly string[]) => values.map((value) => html`<option>${value}</option>`)
  return html`<h2>Faults</h2>
!${set.length === 0 ? html`<p class="quiet">None set: everything works.</p>` : html`<ul>!${set.map((fault) => html`<li><code>${JSON.stringify(fault)}</code></li>`)}</ul><form method="post" action="/pages/faults/clear"><button>Clear all faults</button></form>`}
<div class="cards">
<section><h3>A request that goes wrong</h3><form method="post" action="/pages/faults" class="stack"><input type="hidden" name="on" value="request">
<label>Method <select name="method"><option value="">any</option><option>POST</option><option>GET</option></select></label>
<label>Path <input name="path" value="/v1/payment_intents"></label>
<label>What happens <select name="do">!${options(requestFaults)}</select></label>
<label>Milliseconds <input name="ms" type="number" min="1" step="1"></label>
<label>Times <input name="times" type="number" min="1" step="1" value="1"></label>
<button class="main">Set</button></form></section>
<section><h3>A webhook that goes wrong</h3><form method="post" action="/pages/faults" class="stack"><input type="hidden" name="on" value="webhook">
<label>Event type <input name="type" placeholder="any"></label>
<label>What happens <select name="do">!${options(webhookFaults)}</select></label>
<label>Seconds <input name="seconds" type="number" min="1" step="1"></label>
<label>Times <input name="times" type="number" min="1" step="1" value="1"></label>
<button class="main">Set</button></form></section>
</div>`
}
