/** Who sells, as a document or the company itself says it. */
export interface SellerIdentity {
  /** Trading and legal names. */
  readonly names: readonly string[]
  /** The VAT identifier, or the local tax number where there is none. */
  readonly taxId: string | null
  /** Electronic addresses: BT-34 of an e-invoice, and e-mail addresses. */
  readonly addresses: readonly string[]
}

/** What a company is called says nothing of its form: Rosa Blooms LLC and Rosa Blooms are one seller. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `ab ag aps as asa bv bvba co company corp corporation cv doo eirl ek ev eurl gbr gmbh inc incorporated kft kg kgaa
  limited limitee llc llp lp ltd ltda ltee mbh nv ohg oy oyj plc pty rl sa saas sapi sarl sas sasu sc sca scop scp sci
  senc sencrl se sl slu snc societe spa spol sprl srl sro ug vof`.split(/\s+/),
)

/**
 * Whether two say that they are the same. Tax ids decide where both have one; else a name or an electronic address in
 * common is enough, whatever its case, accents, punctuation and legal form.
 */
export function isSameSeller(one: SellerIdentity, other: SellerIdentity): boolean {
  const [taxId, otherTaxId] = [comparedTaxId(one.taxId), comparedTaxId(other.taxId)]
  if (taxId !== '' && otherTaxId !== '') return sameTaxId(taxId, otherTaxId)
  return (
    haveOneInCommon(one.names.map(comparedName), other.names.map(comparedName)) ||
    haveOneInCommon(one.addresses.map(comparedAddress), other.addresses.map(comparedAddress))
  )
}

/** What of a seller is compared, in one order: equal texts are the same seller noted twice. */
export function comparedText({ names, taxId, addresses }: SellerIdentity): string {
  const sorted = (values: readonly string[]) => [...new Set(values)].sort()
  return JSON.stringify([
    sorted(names.map(comparedName)),
    comparedTaxId(taxId),
    sorted(addresses.map(comparedAddress)),
  ])
}

function haveOneInCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((value) => value !== '' && others.includes(value))
}

/** Upper case first: it writes ß as SS. Without its legal form, unless the name is nothing else. */
function comparedName(name: string): string {
  const words = name
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const told = words.filter((word) => !LEGAL_FORMS.has(word))
  return (told.length === 0 ? words : told).join(' ')
}

function comparedTaxId(taxId: string | null): string {
  return (taxId ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** One may be written without its country, as national numbers are. */
function sameTaxId(one: string, other: string): boolean {
  const bare = (taxId: string) => taxId.replace(/^[A-Z]{2}(?=\d)/, '')
  const bothHaveCountry = bare(one) !== one && bare(other) !== other
  return one === other || (!bothHaveCountry && bare(one) === bare(other))
}

function comparedAddress(address: string): string {
  return address.trim().toLowerCase()
}
