const NAMES: Readonly<Record<string, string>> = {
  apple_pay: 'Apple Pay',
  google_pay: 'Google Pay',
  link: 'Link',
  samsung_pay: 'Samsung Pay',
}

/** What a wallet calls itself, in every language; by the processor's name for it. */
export function walletName(wallet: string): string {
  return NAMES[wallet] ?? wallet
}
