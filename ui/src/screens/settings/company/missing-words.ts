import { defineWords } from '../../../words/index.ts'

/** What the processor may still want to know, by its own names without whom they are about. */
export const missingWords = defineWords({
  en: {
    'business_profile.mcc': 'What trade the business is in',
    'business_profile.product_description': 'What the business sells',
    'business_profile.url': 'The web site of the business',
    business_type: 'What kind of business it is',
    'company.address': 'The address of the business',
    'company.directors_provided': 'Who directs the business',
    'company.executives_provided': 'Who leads the business',
    'company.name': 'The legal name of the business',
    'company.owners_provided': 'Who owns the business',
    'company.phone': 'The phone number of the business',
    'company.tax_id': 'The tax number of the business',
    'company.verification.document': 'A document of the business',
    external_account: 'The bank account for the deposits',
    tos_acceptance: 'That you accept the processor’s terms',
    'person.address': 'The address of whoever represents the business',
    'person.dob': 'The date of birth of whoever represents the business',
    'person.email': 'The e-mail address of whoever represents the business',
    'person.first_name': 'The first name of whoever represents the business',
    'person.id_number': 'An identity number of whoever represents the business',
    'person.last_name': 'The last name of whoever represents the business',
    'person.phone': 'The phone number of whoever represents the business',
    'person.relationship': 'What whoever represents the business is in it',
    'person.ssn_last_4': 'The last digits of the social security number of whoever represents the business',
    'person.verification.additional_document':
      'A second identity document of whoever represents the business',
    'person.verification.document': 'An identity document of whoever represents the business',
  },
  fr: {
    'business_profile.mcc': 'Le métier de l’entreprise',
    'business_profile.product_description': 'Ce que vend l’entreprise',
    'business_profile.url': 'Le site web de l’entreprise',
    business_type: 'Le genre d’entreprise',
    'company.address': 'L’adresse de l’entreprise',
    'company.directors_provided': 'Qui administre l’entreprise',
    'company.executives_provided': 'Qui dirige l’entreprise',
    'company.name': 'La raison sociale de l’entreprise',
    'company.owners_provided': 'À qui est l’entreprise',
    'company.phone': 'Le téléphone de l’entreprise',
    'company.tax_id': 'Le numéro de taxe de l’entreprise',
    'company.verification.document': 'Un document de l’entreprise',
    external_account: 'Le compte bancaire pour les dépôts',
    tos_acceptance: 'Que vous acceptez les conditions du processeur',
    'person.address': 'L’adresse de qui représente l’entreprise',
    'person.dob': 'La date de naissance de qui représente l’entreprise',
    'person.email': 'L’adresse courriel de qui représente l’entreprise',
    'person.first_name': 'Le prénom de qui représente l’entreprise',
    'person.id_number': 'Un numéro d’identité de qui représente l’entreprise',
    'person.last_name': 'Le nom de qui représente l’entreprise',
    'person.phone': 'Le téléphone de qui représente l’entreprise',
    'person.relationship': 'La fonction de qui représente l’entreprise',
    'person.ssn_last_4': 'Les derniers chiffres du numéro de sécurité sociale de qui représente l’entreprise',
    'person.verification.additional_document': 'Une deuxième pièce d’identité de qui représente l’entreprise',
    'person.verification.document': 'Une pièce d’identité de qui représente l’entreprise',
  },
})
type Known = keyof typeof missingWords.en

/** The words for a name of the processor's, of whichever person and whichever part: `person_1Nv0.dob.day`. */
export function knownMissing(name: string): Known | undefined {
  const parts = name
    .replace(/^(representative|individual|owners?|directors?|executives?|person_\w+)\./, 'person.')
    .split('.')
  for (let length = parts.length; length > 0; length--) {
    const start = parts.slice(0, length).join('.')
    if (start in missingWords.en) return start as Known
  }
  return undefined
}
