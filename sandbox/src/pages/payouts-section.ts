import { html } from 'ghtml'
import type { Stripe } from 'stripe'
import { money } from '../processor/currencies.ts'
import { payoutFailures } from '../processor/end-payout.ts'
import { waitingOf } from '../processor/payouts.ts'
import { everyAccount } from '../store.ts'
import type { World } from '../world.ts'
import { badge, showTime } from './layout.ts'

/** The latest payouts, each with what can be made of it. */
export function payoutRows(world: World, limit: number): string[] {
  const page = world.store.list('payout', everyAccount, { limit })
  return (page?.data ?? []).map(
    (payout) =>
      html`<tr id="${payout.id}"><td>${showTime(payout.created)}</td><td><code>${payout.id}</code><br><span class="quiet">arrives ${showTime(payout.arrival_date)}</span></td><td>${money(payout.amount, payout.currency)}</td><td>!${badge(payout.status)}!${actsForm(payout)} <span class="quiet">${payout.failure_code ?? ''}</span></td><td><code>${world.store.accountOf('payout', payout.id) ?? ''}</code></td></tr>`,
  )
}

function actsForm(payout: Stripe.Payout): string {
  const acts = actsOf(payout)
  if (acts.length === 0) return ''
  return html`<form method="post" action="/pages/payouts" class="row"><input type="hidden" name="id" value="${payout.id}"><select name="act" aria-label="What becomes of the payout">!${acts.map((act) => html`<option>${act}</option>`)}</select><button>Do it</button></form>`
}

function actsOf({ reconciliation_status, status }: Stripe.Payout): string[] {
  const failures = Object.keys(payoutFailures)
  const reconcile = reconciliation_status === 'in_progress' ? ['reconcile'] : []
  if (status === 'pending') return ['send', 'pay', 'cancel', ...failures, ...reconcile]
  if (status === 'in_transit') return ['pay', ...failures, ...reconcile]
  if (status === 'paid') return [...failures, ...reconcile]
  return status === 'failed' ? ['retry', ...reconcile] : reconcile
}

/** What waits to be paid out, by account and currency. */
export function balanceRows(world: World): string[] {
  return [...world.store.all('account')].flatMap(({ id, business_profile }) => {
    const byCurrency = Map.groupBy(waitingOf(world, id), ({ currency }) => currency)
    const sums = [...byCurrency].map(([currency, rows]) =>
      money(
        rows.reduce((sum, { net }) => sum + net, 0),
        currency,
      ),
    )
    return sums.length === 0
      ? []
      : html`<tr><td>${business_profile?.name ?? ''}<br><code>${id}</code></td><td>${sums.join(', ')}</td><td><form method="post" action="/pages/pay-out" class="row"><input type="hidden" name="id" value="${id}"><button>Pay out now</button></form></td></tr>`
  })
}

/** Banks that a payout failed on: nothing more is paid out to them. */
export function brokenBanks(world: World): string[] {
  const broken = [...world.store.all('account')].filter(({ external_accounts }) =>
    (external_accounts?.data ?? []).some(
      (bank) => bank.object === 'bank_account' && bank.status === 'errored',
    ),
  )
  return broken.map(
    ({ id, business_profile }) =>
      html`<tr><td>${business_profile?.name ?? ''}<br><code>${id}</code></td><td>Payouts have stopped: one failed.</td><td><form method="post" action="/pages/banks" class="row"><input type="hidden" name="id" value="${id}"><button>Give another bank account</button></form></td></tr>`,
  )
}
