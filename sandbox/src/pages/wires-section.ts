import { html } from 'ghtml'
import { money } from '../processor/currencies.ts'
import type { World } from '../world.ts'

/** Customers that were told where to send a wire, each with its cash and a way to let one arrive. */
export function wireRows(world: World): string[] {
  return [...world.store.all('cash')].map(({ id, account_number, available }) => {
    const account = world.store.accountOf('customer', id)
    const customer = account === undefined ? undefined : world.store.get('customer', account, id)
    const cash = Object.entries(available).map(([currency, amount]) => money(amount, currency))
    return html`<tr><td>${customer?.name ?? customer?.email ?? ''}<br><code>${id}</code></td><td><code>${account_number}</code></td><td>${cash.join(', ') || money(0, 'usd')}</td><td><form method="post" action="/pages/wires" class="row"><input type="hidden" name="id" value="${id}"><input name="amount" required inputmode="decimal" size="9" placeholder="100.00" aria-label="Amount of the wire"><select name="currency" aria-label="Currency of the wire"><option>usd</option><option>eur</option></select><input name="reference" size="12" placeholder="reference" aria-label="Reference of the wire"><input name="sender" size="12" placeholder="sender" aria-label="Who sends it"><button>Let a wire arrive</button></form></td></tr>`
  })
}
