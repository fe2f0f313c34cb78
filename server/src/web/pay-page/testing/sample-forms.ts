import type { FormPageState, FormView } from '../../method-page/render-form.ts'
import type { PayPageView } from '../view.ts'
import { sampleView } from './sample-views.ts'

/** Forms that save without charging, for tests and for looking at: as they are filled in, and what becomes of them. */
export function sampleForm(
  state: FormPageState,
  language: 'en' | 'fr',
  changes: Partial<FormView> = {},
): FormView {
  const { locale, sandbox, company, form } = sampleView('payable', language)
  return {
    state,
    locale,
    sandbox,
    path: '/m/AbCdEfGhIjKlMnOpQrStUvWxYz1',
    company,
    customerName: 'Café Lune',
    expiresAt: new Date('2026-11-14T19:00:00Z'),
    methods: language === 'fr' ? ['card'] : ['card', 'ach'],
    currency: language === 'fr' ? 'cad' : 'usd',
    form: state === 'open' ? form : null,
    ...changes,
  }
}

const LONG = 'Établissements horticoles Saint-Barthélemy-de-Villeneuve-la-Garenne & Fils inc.'

export const FORMS: Record<string, (language: 'en' | 'fr') => FormView> = {
  'a form for a bank account, too': (language) => sampleForm('open', language, { methods: ['card', 'ach'] }),
  'a form for a bank account alone': (language) => sampleForm('open', language, { methods: ['ach'] }),
  'a form of long names': (language) => {
    const form = sampleForm('open', language, { methods: ['card', 'ach'], customerName: LONG })
    return { ...form, company: { ...form.company, name: LONG } }
  },
  'a form whose bank is asked': (language) => sampleForm('unsure', language),
  'a form that was used': (language) => sampleForm('completed', language),
  'a form that has expired': (language) => sampleForm('expired', language),
  'a form that was taken back': (language) => sampleForm('revoked', language),
}

/** What a stand-in shows: a page that pays, or a form. */
export type Shown = PayPageView | FormView

export function isForm(view: Shown): view is FormView {
  return !('request' in view)
}
