import { html } from 'ghtml'
import type { Kinds } from '../kinds.ts'
import { DOCUMENT } from '../processor/onboarding.ts'
import { layout } from './layout.ts'

type Field = { label: string; type?: 'date' | 'checkbox'; hint?: string; auto?: string }

/** How each thing that is wanted is asked for. */
const fields: { [name: string]: Field } = {
  'company.name': { label: 'Legal name of the business', auto: 'organization' },
  'company.tax_id': { label: 'Tax ID', hint: 'Any number will do here.' },
  'company.address.line1': { label: 'Address', auto: 'street-address' },
  'representative.first_name': { label: 'Your first name', auto: 'given-name' },
  'representative.last_name': { label: 'Your last name', auto: 'family-name' },
  'representative.dob.day': { label: 'Your date of birth', type: 'date', auto: 'bday' },
  external_account: { label: 'Bank account number', hint: 'Any number will do here.' },
  'company.owners_provided': {
    label: 'Everybody who owns a quarter of the business or more is named',
    type: 'checkbox',
  },
  'tos_acceptance.date': { label: 'I accept the terms of the processor', type: 'checkbox' },
  [DOCUMENT]: { label: 'I send a copy of my passport', type: 'checkbox' },
}

/** The form of the processor for an account that wants to be opened, with what it still has to know. */
export function onboardingPage(
  action: string,
  { business_profile: profile, requirements }: Kinds['account'],
) {
  const due = requirements?.currently_due ?? []
  const body =
    due.length === 0
      ? html`<p>Nothing is missing. The processor has what it needs.</p>
<form method="post" action="${action}"><button class="main">Back</button></form>`
      : html`<p>The processor needs to know who you are before it moves money for you. What you leave empty can be told later.</p>
<form method="post" action="${action}" class="stack">!${due.map(field)}
<fieldset><legend>Only in the sandbox: what the processor decides then</legend>
!${choice('approve', 'The account is enabled at once', true)}
!${choice('review', 'It takes its time to look at it (decide on the page “Processor”)')}
!${choice('document', 'It asks for a document')}
!${choice('reject', 'It rejects the business')}
</fieldset>
<p><button class="main">Submit</button></p></form>`
  return layout(
    'processor',
    'Payments account',
    html`<h1>Open a payments account</h1><p class="quiet">!${profile?.name ? html`For ${profile.name}. ` : ''}This stands for the form of the card processor. Nothing that you enter is checked or kept beyond its last digits.</p>!${body}`,
  )
}

function field(name: string): string {
  const { label, type, hint, auto } = fields[name] ?? { label: name }
  if (type === 'checkbox')
    return html`<label class="tick"><input type="checkbox" name="${name}" value="yes"> <span>${label}</span></label>`
  return html`<label>${label} <input name="${name}" type="${type ?? 'text'}" autocomplete="${auto ?? 'off'}" !${hint ? html`placeholder="${hint}"` : ''}></label>`
}

function choice(value: string, label: string, isChosen = false): string {
  return html`<label class="tick"><input type="radio" name="decision" value="${value}" !${isChosen ? 'checked' : ''}> <span>${label}</span></label>`
}
