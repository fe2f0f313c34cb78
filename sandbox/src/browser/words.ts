/** What a payer reads in the element and in 3-D Secure. */
const english = {
  number: 'Card number',
  numberHint: '1234 1234 1234 1234',
  expiry: 'Expiration',
  expiryHint: 'MM / YY',
  cvc: 'CVC',
  cvcHint: 'CVC',
  testMode: 'Sandbox: test cards only, no money moves.',
  routing: 'Routing number',
  account: 'Account number',
  type: 'Kind of account',
  proof: 'Show that it is yours',
  checking: 'Checking',
  savings: 'Savings',
  instant: 'Sign in at the bank, now',
  deposits: 'By small deposits, in a few days',
  testBank: 'Sandbox: routing number 110000000, account 000123456789.',
  apple_pay: 'Pay with Apple Pay',
  google_pay: 'Pay with Google Pay',
  redirect: 'After submission, you will be redirected to complete the next steps.',
  testAffirm: 'Sandbox: its own Affirm, no money moves.',
  incomplete_routing: 'A routing number has nine digits.',
  incomplete_account: 'Your account number is incomplete.',
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month_past: "Your card's expiration date is in the past.",
  invalid_expiry_month: "Your card's expiration date is invalid.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
  unreachable: 'We could not reach the payment processor. Check your connection and try again.',
  authentication: '3D Secure authentication',
}

export type Words = typeof english

const french: Words = {
  number: 'Numéro de carte',
  numberHint: '1234 1234 1234 1234',
  expiry: 'Date d’expiration',
  expiryHint: 'MM / AA',
  cvc: 'CVC',
  cvcHint: 'CVC',
  routing: 'Numéro d’acheminement',
  account: 'Numéro de compte',
  type: 'Genre de compte',
  proof: 'Montrer qu’il est à vous',
  checking: 'Compte courant',
  savings: 'Compte d’épargne',
  instant: 'Connexion à la banque',
  deposits: 'Petits dépôts, sous quelques jours',
  testBank: 'Bac à sable\u00a0: numéro d’acheminement 110000000, compte 000123456789.',
  apple_pay: 'Payer avec Apple Pay',
  google_pay: 'Payer avec Google Pay',
  redirect: 'Vous serez ensuite dirigé vers Affirm pour la suite.',
  testAffirm: 'Bac à sable\u00a0: son propre Affirm, aucun débit réel.',
  incomplete_routing: 'Un numéro d’acheminement a neuf chiffres.',
  incomplete_account: 'Votre numéro de compte est incomplet.',
  testMode: 'Bac à sable : cartes de test seulement, aucun débit réel.',
  incomplete_number: 'Le numéro de votre carte est incomplet.',
  invalid_number: 'Le numéro de votre carte n’est pas valide.',
  incomplete_expiry: 'La date d’expiration de votre carte est incomplète.',
  invalid_expiry_month_past: 'La date d’expiration de votre carte est passée.',
  invalid_expiry_month: 'La date d’expiration de votre carte n’est pas valide.',
  invalid_expiry_year_past: 'L’année d’expiration de votre carte est passée.',
  incomplete_cvc: 'Le code de sécurité de votre carte est incomplet.',
  unreachable: 'Le service de paiement ne répond pas. Vérifiez votre connexion et réessayez.',
  authentication: 'Authentification 3D Secure',
}

export function languageOf(locale: string): 'en' | 'fr' {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

export function wordsFor(locale: string): Words {
  return languageOf(locale) === 'fr' ? french : english
}
