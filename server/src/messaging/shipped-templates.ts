import type { Language } from '../lib/words.ts'
import type { Sector, Template, TemplateKind } from './templates.queries.ts'

/**
 * Texts that come with the product (R-151, R-153, K19): read-only originals, to be copied and changed. Each
 * stands in both languages under one key. `{ … }` is filled in by us, `[ … ]` by the sender.
 */
interface Shipped {
  kind: TemplateKind
  sector: Sector
  name: Record<Language, string>
  body: Record<Language, string>
  subject?: Record<Language, string>
}

const SHIPPED: Readonly<Record<string, Shipped>> = {
  request_automotive: {
    kind: 'request',
    sector: 'automotive',
    name: { en: 'Automotive: vehicle ready', fr: 'Automobile\u00a0: véhicule prêt' },
    body: {
      en: `Hello { customer.name },

The work on your [ vehicle ] is done. The amount due is { request.amount }, reference { request.reference }.

You can pay securely from your phone before you come to pick it up: { link }

Thank you, and see you soon.
{ company.name }`,
      fr: `Bonjour { customer.name },

Les travaux sur votre [ véhicule ] sont terminés. Le montant à payer est de { request.amount }, référence { request.reference }.

Vous pouvez payer en toute sécurité depuis votre téléphone avant de venir le récupérer\u00a0: { link }

Merci, et à bientôt.
{ company.name }`,
    },
  },
  request_bike: {
    kind: 'request',
    sector: 'bike',
    name: { en: 'Bike shop: deposit', fr: 'Magasin de vélos\u00a0: acompte' },
    body: {
      en: `Hello { customer.name },

To order the parts for your [ bike ], we ask for a deposit of [ % ] of the estimate: { request.amount }.

You can pay it here in a minute: { link }

We will start as soon as it has arrived and tell you when your bike is ready.
{ company.name }`,
      fr: `Bonjour { customer.name },

Pour commander les pièces de votre [ vélo ], nous vous demandons un acompte de [ % ] du devis, soit { request.amount }.

Vous pouvez le régler ici en une minute\u00a0: { link }

Nous commencerons dès sa réception et vous préviendrons quand votre vélo sera prêt.
{ company.name }`,
    },
  },
  request_property_management: {
    kind: 'request',
    sector: 'property_management',
    name: { en: 'Property management: rent', fr: 'Gestion immobilière\u00a0: loyer' },
    body: {
      en: `Hello { customer.name },

Your rent of { request.amount } for [ month ] is due on { customer.meta_rent_due }.

You can pay it securely online: { link }

If you have any question about your lease, simply answer this message.
{ company.name }`,
      fr: `Bonjour { customer.name },

Votre loyer de { request.amount } pour [ mois ] est à payer le { customer.meta_rent_due }.

Vous pouvez le régler en ligne en toute sécurité\u00a0: { link }

Pour toute question sur votre bail, il vous suffit de répondre à ce message.
{ company.name }`,
    },
  },
  request_veterinary: {
    kind: 'request',
    sector: 'veterinary',
    name: { en: 'Veterinary: visit', fr: 'Clinique vétérinaire\u00a0: consultation' },
    body: {
      en: `Hello { customer.name },

Thank you for trusting us with { appointment.meta_animal_name }. The fee for the visit is { request.amount }.

You can pay it from your phone: { link }

Give { appointment.meta_animal_name } a pat from all of us.
{ company.name }`,
      fr: `Bonjour { customer.name },

Merci de nous avoir confié { appointment.meta_animal_name }. Les honoraires de la consultation s’élèvent à { request.amount }.

Vous pouvez les régler depuis votre téléphone\u00a0: { link }

Une caresse à { appointment.meta_animal_name } de la part de toute l’équipe.
{ company.name }`,
    },
  },
  confirmation_general: {
    kind: 'confirmation',
    sector: 'general',
    name: { en: 'Thank you', fr: 'Remerciement' },
    subject: { en: 'Thank you from { company.name }', fr: 'Merci de la part de { company.name }' },
    body: {
      en: `Hello { customer.name },

We have received your payment of { payment.amount }. Thank you for your trust.

{ company.name }`,
      fr: `Bonjour { customer.name },

Nous avons bien reçu votre paiement de { payment.amount }. Merci de votre confiance.

{ company.name }`,
    },
  },
  confirmation_automotive: {
    kind: 'confirmation',
    sector: 'automotive',
    name: { en: 'Automotive: pick up your keys', fr: 'Automobile\u00a0: récupérez vos clés' },
    subject: { en: 'Your vehicle is waiting for you', fr: 'Votre véhicule vous attend' },
    body: {
      en: `Hello { customer.name },

Thank you, your payment of { payment.amount } has arrived. Please come to our front desk to pick up your keys.

{ company.name }`,
      fr: `Bonjour { customer.name },

Merci, votre paiement de { payment.amount } nous est bien parvenu. Passez à notre comptoir d’accueil pour récupérer vos clés.

{ company.name }`,
    },
  },
  reply_how_to_pay: {
    kind: 'reply',
    sector: 'general',
    name: { en: 'How to pay', fr: 'Comment payer' },
    body: {
      en: `Hello { customer.name },

Here is how to pay { request.amount } from your phone or computer:

1. Open this link: { link }
2. Check the name { company.name } and the amount.
3. Enter your card and select Pay. You need no account.

Your receipt comes by e-mail, and the same link shows it again at any time.
{ company.name }`,
      fr: `Bonjour { customer.name },

Voici comment payer { request.amount } depuis votre téléphone ou votre ordinateur\u00a0:

1. Ouvrez ce lien\u00a0: { link }
2. Vérifiez le nom { company.name } et le montant.
3. Saisissez votre carte et choisissez Payer. Aucun compte n’est nécessaire.

Votre reçu vous parvient par courriel, et le même lien vous le montre à tout moment.
{ company.name }`,
    },
  },
  reminder: {
    kind: 'reminder',
    sector: 'general',
    name: { en: 'Reminder', fr: 'Rappel' },
    subject: {
      en: 'Reminder: { request.reference }, { request.amount }',
      fr: 'Rappel\u00a0: { request.reference }, { request.amount }',
    },
    body: {
      en: `Hello,

A friendly reminder: { request.amount } for { request.reference } is still to be paid. You can do it online in a minute, without an account.

If you have just paid, please ignore this message.
{ company.name }`,
      fr: `Bonjour,

Petit rappel\u00a0: il reste { request.amount } à payer pour { request.reference }. Vous pouvez le faire en ligne en une minute, sans créer de compte.

Si vous venez de payer, ne tenez pas compte de ce message.
{ company.name }`,
    },
  },
}

const PREFIX = 'tpl_shipped_'

export const SHIPPED_TEMPLATES: readonly Template[] = Object.entries(SHIPPED).flatMap(([key, shipped]) =>
  (['en', 'fr'] as const).map((language) => ({
    id: `${PREFIX}${key}_${language}`,
    shipped: true,
    kind: shipped.kind,
    language,
    sector: shipped.sector,
    name: shipped.name[language],
    subject: shipped.subject?.[language] ?? null,
    body: shipped.body[language],
  })),
)

export function isShippedId(id: string): boolean {
  return id.startsWith(PREFIX)
}

/** The same shipped text in a language; undefined where the id names none. */
export function shippedTemplate(id: string, language?: Language): Template | undefined {
  const found = SHIPPED_TEMPLATES.find((template) => template.id === id)
  if (found === undefined || language === undefined || found.language === language) return found
  return SHIPPED_TEMPLATES.find((template) => template.id === `${id.slice(0, -3)}_${language}`)
}

/** K19: the text of a reminder; a saved reply may be sent in its place, and it is never edited itself. */
export const REMINDER_TEMPLATE = 'tpl_shipped_reminder_en'
/** What an automatic thank-you says where the company has written nothing of its own. */
export const THANK_YOU_TEMPLATE = 'tpl_shipped_confirmation_general_en'
