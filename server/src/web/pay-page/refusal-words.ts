import { defineWords, speak } from '../../lib/words.ts'

/** What one who asks too often is told: what happened, that nothing was charged, when to come again, whom to ask. */
const words = defineWords({
  en: {
    wrong_links: 'Too many wrong links were opened from your internet connection.',
    wrong_linksThen:
      'Nothing was charged. A link that is right still opens: check that you opened the whole address, or ask whoever sent it to you for a new one, in the way you usually reach them. You can try again in about {wait}.',
    too_many_tries_from_address:
      'There were too many tries from your internet connection. Nothing was charged. You can try again in about {wait}.',
    card_payments_paused:
      '{company} has paused card payments for a while. Nothing was charged. You can try again in about {wait}.',
    too_many_renewals:
      'Too many new links were asked for from your internet connection. Nothing was sent and nothing was charged. You can try again in about {wait}.',
    call: 'You can also call or text {company} at {phone}.',
    write: 'You can also write to {company} at {email}.',
    ask: 'You can also ask {company} how to pay another way.',
  },
  fr: {
    wrong_links: 'Trop de liens non valables ont été ouverts depuis votre connexion Internet.',
    wrong_linksThen:
      'Rien n’a été débité. Un lien valable s’ouvre toujours\u00a0: vérifiez que vous avez ouvert l’adresse entière, ou demandez un nouveau lien à la personne qui vous l’a envoyé, comme vous la joignez d’habitude. Vous pourrez réessayer dans environ {wait}.',
    too_many_tries_from_address:
      'Il y a eu trop d’essais depuis votre connexion Internet. Rien n’a été débité. Vous pourrez réessayer dans environ {wait}.',
    card_payments_paused:
      '{company} a suspendu les paiements par carte pour un moment. Rien n’a été débité. Vous pourrez réessayer dans environ {wait}.',
    too_many_renewals:
      'Trop de nouveaux liens ont été demandés depuis votre connexion Internet. Rien n’a été envoyé et rien n’a été débité. Vous pourrez réessayer dans environ {wait}.',
    call: 'Vous pouvez aussi appeler {company} ou lui envoyer un texto au {phone}.',
    write: 'Vous pouvez aussi écrire à {company}, à l’adresse {email}.',
    ask: 'Vous pouvez aussi demander à {company} comment payer autrement.',
  },
})

interface Reachable {
  name: string
  phone: string | null
  email: string | null
}

export type Refusal = 'too_many_tries_from_address' | 'card_payments_paused' | 'too_many_renewals'

/** Why one who asks too often is refused by a company's page, and what to do. */
export function refusalMessage(
  locale: string,
  code: Refusal,
  { name: company, phone, email }: Reachable,
  seconds: number,
): string {
  const say = speak(words, locale)
  const way =
    phone !== null
      ? say('call', { company, phone })
      : email !== null
        ? say('write', { company, email })
        : say('ask', { company })
  return `${say(code, { company, wait: waitText(seconds, locale) })} ${way}`
}

/** What one is told who opened too many links that there are not; no company is named. */
export function wrongLinksWords(locale: string, seconds: number): { first: string; more: string } {
  const say = speak(words, locale)
  return { first: say('wrong_links'), more: say('wrong_linksThen', { wait: waitText(seconds, locale) }) }
}

/** `40 minutes`, `1 hour`: never less than it takes. */
function waitText(seconds: number, locale: string): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.ceil(minutes / 60), 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
