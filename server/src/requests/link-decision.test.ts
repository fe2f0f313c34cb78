import { expect, it } from 'vitest'
import { DOCUMENT_ORIGINS, decideLink, type LinkFacts } from './link-decision.ts'

type Facts = LinkFacts

/** Every combination of what each fact may be. */
function* all<T extends Record<string, readonly unknown[]>>(
  choices: T,
): Generator<{ [K in keyof T]: T[K][number] }> {
  const keys = Object.keys(choices) as (keyof T)[]
  const sizes = keys.map((key) => choices[key]?.length ?? 0)
  const count = sizes.reduce((product, size) => product * size, 1)
  for (let index = 0; index < count; index += 1) {
    let rest = index
    const picked = keys.map((key, at) => {
      const size = sizes[at] ?? 1
      const choice = choices[key]?.[rest % size]
      rest = Math.floor(rest / size)
      return [key, choice]
    })
    yield Object.fromEntries(picked) as { [K in keyof T]: T[K][number] }
  }
}

const KINDS = [['detailed', 'quick', 'invoice'], ['detailed'], ['quick'], ['invoice']]
const CHOICES = {
  origin: DOCUMENT_ORIGINS,
  companyOn: [true, false],
  customerOn: [true, false],
  open: [12_000n, 0n],
  settles: [true, false],
  chargeable: [true, false],
  autoLink: ['always', 'off'],
  manualLink: ['unticked', 'ticked', 'hidden'],
  standaloneRequests: [true, false],
  requestKinds: KINDS,
  channels: [['email', 'copy'], ['email'], ['copy']],
  ticked: [true, false, undefined],
  channel: ['email', 'copy', undefined],
} as const

type Choice = ReturnType<typeof all<typeof CHOICES>> extends Generator<infer T> ? T : never

function factsOf(choice: Choice): Facts {
  const { autoLink, manualLink, standaloneRequests, requestKinds, channels, ...facts } = choice
  return { ...facts, rules: { autoLink, manualLink, standaloneRequests, requestKinds, channels } }
}

/** K6 as the articles say it, written down a second time: what must be said of each combination. */
function expected(choice: Choice): { embedded: boolean; reason: string; decidedBy: string | null } {
  const none = [
    [!choice.companyOn, 'company_off'],
    [!choice.customerOn, 'customer_off'],
    [choice.open === 0n, 'nothing_open'],
    [!choice.settles, 'currency_not_settled'],
    [!choice.chargeable, 'amount_not_payable'],
  ] as const
  const first = none.find(([applies]) => applies)
  if (first !== undefined) return { embedded: false, reason: first[1], decidedBy: null }
  const rule = (embedded: boolean, decidedBy: string) => ({ embedded, reason: 'rule', decidedBy })
  const channels: readonly string[] = choice.channels
  if (choice.channel !== undefined && !channels.includes(choice.channel))
    return rule(false, 'channels.enabled')
  const isOwnDocument = choice.origin === 'quick_request' || choice.origin === 'detailed_request'
  if (isOwnDocument && !choice.standaloneRequests) return rule(false, 'requests.standalone')
  const kind = isOwnDocument ? choice.origin.replace('_request', '') : 'invoice'
  const kinds: readonly string[] = choice.requestKinds
  if (choice.origin !== 'statement' && !kinds.includes(kind)) return rule(false, 'requests.kinds')
  if (choice.origin === 'automatic_invoice') return rule(choice.autoLink === 'always', 'invoice.auto_link')
  if (choice.origin !== 'manual_invoice' && choice.origin !== 'statement') return rule(true, 'requests.kinds')
  if (choice.manualLink === 'hidden') return rule(false, 'invoice.manual_link')
  return choice.ticked === undefined
    ? rule(choice.manualLink === 'ticked', 'invoice.manual_link')
    : rule(choice.ticked, 'sender')
}

it('K6 M3.10 every combination of origin, kind, settings, state and switches has its one answer', () => {
  let count = 0
  for (const choice of all(CHOICES)) {
    const decision = decideLink(factsOf(choice))
    const right = expected(choice)
    if (
      decision.embedded !== right.embedded ||
      decision.reason !== right.reason ||
      decision.decidedBy !== right.decidedBy
    ) {
      expect({ choice, decision }).toEqual({ choice, decision: right })
    }
    count += 1
  }
  expect(count).toBe(6 * 2 ** 5 * 2 * 3 * 2 * 4 * 3 * 3 * 3)
})

it('K6 no setting and no tick puts a link where a switch, the debt or its currency say none', () => {
  for (const choice of all(CHOICES)) {
    const stopped =
      !choice.companyOn || !choice.customerOn || choice.open === 0n || !choice.settles || !choice.chargeable
    if (stopped && decideLink(factsOf(choice)).embedded) expect(choice).toBe('without a link')
  }
})

const DEFAULTS: Facts = {
  origin: 'automatic_invoice',
  companyOn: true,
  customerOn: true,
  open: 12_000n,
  settles: true,
  chargeable: true,
  rules: {
    autoLink: 'always',
    manualLink: 'ticked',
    standaloneRequests: true,
    requestKinds: ['detailed', 'quick', 'invoice'],
    channels: ['email', 'copy'],
  },
  ticked: undefined,
  channel: 'email',
}

it('R-093 R-107 R-116 by default every document carries a link', () => {
  for (const origin of DOCUMENT_ORIGINS) expect(decideLink({ ...DEFAULTS, origin }).embedded).toBe(true)
})
