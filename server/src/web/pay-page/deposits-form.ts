/** What a payer told of small deposits; undefined where it is nothing that could be told. */
export interface ToldForm {
  told: { amounts: [bigint, bigint] } | { descriptorCode: string } | undefined
}

/** Reads the fields of the form: cents as `0.32`, `,32` or `32`, or the code of six characters. */
export function parseForm(body: string): ToldForm {
  const fields = new URLSearchParams(body)
  const code = fields.get('code')?.trim().toUpperCase()
  if (code !== undefined) return { told: /^SM[A-Z0-9]{4}$/.test(code) ? { descriptorCode: code } : undefined }
  const amounts = ['first', 'second'].map((name) => centsOf(fields.get(name) ?? ''))
  const [first, second] = amounts
  return { told: first === undefined || second === undefined ? undefined : { amounts: [first, second] } }
}

/** Deposits are less than a dollar. */
function centsOf(text: string): bigint | undefined {
  const [, digits] = /^\s*(?:0?[.,])?(\d{1,2})\s*$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const isTenths = /[.,]\d\s*$/.test(text)
  const cents = BigInt(isTenths ? `${digits}0` : digits)
  return cents === 0n ? undefined : cents
}
