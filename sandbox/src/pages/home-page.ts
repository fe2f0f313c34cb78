import { html } from 'ghtml'
import { groupDigits } from '../browser/card-number.ts'
import { testAccounts } from '../processor/bank-accounts.ts'
import { testCards } from '../processor/cards.ts'
import { deviceWallets } from '../processor/domains.ts'
import type { World } from '../world.ts'
import { layout, showTime } from './layout.ts'

const jumps: [label: string, seconds: number][] = [
  ['1 minute', 60],
  ['1 hour', 3600],
  ['1 day', 86_400],
  ['1 week', 604_800],
  ['30 days', 2_592_000],
]

export function homePage(world: World): string {
  const { clock, store } = world
  const wallets = deviceWallets(world)
  return layout(
    'home',
    'Home',
    html`<h1>Quittance sandbox</h1>
<div class="cards">
<section><h2><a href="/mailbox">Mailbox</a></h2><p>${store.count('message')} messages received on SMTP port ${world.smtpPort}. Recipients whose name starts with <code>bounce</code> are refused, those with <code>slow</code> only the first two times.</p></section>
<section><h2><a href="/processor">Processor</a></h2><p>${store.count('payment_intent')} payments, ${store.count('refund')} refunds, ${store.count('event')} events.</p><p class="quiet">Publishable key <code>${world.publishableKey}</code></p></section>
<section><h2>Clock</h2>
<p>Business time <strong>${showTime(clock.now())}</strong>, ${clock.offsetSeconds() === 0 ? 'the same as the system’s' : `${clock.offsetSeconds()} seconds ahead of the system`}. It only goes forward.</p>
<form method="post" action="/pages/clock" class="row">!${jumps.map(
      ([label, seconds]) => html`<button name="seconds" value="${seconds}">+ ${label}</button>`,
    )}</form>
<form method="post" action="/pages/clock" class="row"><label>Seconds <input name="seconds" type="number" min="1" step="1" required></label><button class="main">Advance</button></form></section>
</div>
<h2>Test cards</h2>
<p>Any expiry in the future, any CVC of the right length. Every other number with a right check digit succeeds.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Test cards"><table>
<thead><tr><th>Number</th><th>What happens</th></tr></thead>
<tbody>!${testCards.map(
      (card) => html`<tr><td><code>${groupDigits(card.number)}</code></td><td>${card.says}</td></tr>`,
    )}</tbody>
</table></div>
<h2>Test bank accounts</h2>
<p>Routing number <code>110000000</code>. Every other account succeeds. Of small deposits a checking account gets one with a code (<code>SM11AA</code>; <code>SM33CC</code> is once too often, <code>SM44DD</code> too late), a savings account two (32 and 45 cents; 10 and 11, 40 and 41).</p>
<div class="scroll" tabindex="0" role="region" aria-label="Test bank accounts"><table>
<thead><tr><th>Account</th><th>What happens</th></tr></thead>
<tbody>!${testAccounts.map(({ number, says }) => html`<tr><td><code>${number}</code></td><td>${says}</td></tr>`)}</tbody>
</table></div>
<h2>Wallets</h2>
<p>The payers’ devices have <strong>${wallets.length === 0 ? 'no wallet' : wallets.join(' and ')}</strong>. They show on a domain that is registered for the account.</p>
<form method="post" action="/pages/wallets" class="row"><button name="wallets" value="">None</button><button name="wallets" value="apple_pay">Apple Pay</button><button name="wallets" value="google_pay">Google Pay</button><button name="wallets" value="apple_pay google_pay">Both</button></form>
<h2>Affirm</h2>
<p>Its own page lets you agree to a plan, be refused, or go back; who closes it leaves the payment waiting. It takes 50.00 to 30,000.00 in the dollars of the business’s country.</p>`,
  )
}
