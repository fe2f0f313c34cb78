import { html } from 'ghtml'
import type { Page } from './page.ts'

/** Where the payer tells of the small deposits. Plain forms: they need no script, also not days later. */
export function verifyPart({ view, say, inLanguage }: Page): string {
  const { payment } = view
  if (payment?.verify == null) return ''
  const { by, triesLeft, wasWrong } = payment.verify
  const action = `${view.path}/payments/${payment.id}`
  const fields =
    by === 'amounts'
      ? html`!${amountField('first', say('firstDeposit'), '0.32')}!${amountField('second', say('secondDeposit'), '0.45')}`
      : html`<label for="code">${say('depositCode')}</label>
<input id="code" name="code" maxlength="6" minlength="6" required autocapitalize="characters" autocomplete="off" spellcheck="false" placeholder="SM1234">`
  return html`<form method="post" action="${inLanguage(`${action}/verify`)}" class="verify">
<h2>${say('tellDeposits')}</h2>
<p>${say(by === 'amounts' ? 'tellAmounts' : 'tellCode')}</p>
!${wasWrong ? html`<p class="problem is-attention" role="alert">${say('deposits_wrong', { count: triesLeft })}</p>` : ''}
!${fields}
<p class="tries">${say('triesLeft', { count: triesLeft })}</p>
<button class="primary">${say('verifyAccount')}</button>
</form>
<form method="post" action="${inLanguage(`${action}/drop`)}"><button class="secondary">${say('payAnotherWay')}</button></form>`
}

function amountField(name: string, label: string, like: string): string {
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" inputmode="decimal" required maxlength="5" pattern="0?[.,]?[0-9]{1,2}" autocomplete="off" placeholder="${like}">`
}
