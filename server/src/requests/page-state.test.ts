import { expect, it } from 'vitest'
import { isOpen, type PaymentState } from '../payments/index.ts'
import { type PageFacts, type PageState, pageState, takesMoney, wantsNewLink } from './page-state.ts'

const STATE: Record<PaymentState, true> = {
  created: true,
  requires_action: true,
  processing: true,
  succeeded: true,
  failed: true,
  canceled: true,
  unknown: true,
  returned: true,
  charged_back: true,
}
const PAYMENT_STATES = Object.keys(STATE) as PaymentState[]

const NOW = new Date('2026-11-14T15:00:00Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const TOTAL = 100n

type Attempt = PageFacts['payments'][number]
const attempt = (state: Attempt['state'], minutes: number, refunded = 0n): Attempt => ({
  id: `${state} ${minutes}`,
  state,
  method: 'card',
  verifyBy: null,
  createdAt: ago(minutes),
  settledAt: isOpen(state) ? null : ago(minutes),
  refunded,
  refunding: 0n,
  disputed: false,
})

/** What may have become of a request's own attempts, newest first: none, one of each state, and their mixtures. */
const HISTORIES: readonly (readonly Attempt[])[] = [
  [],
  ...PAYMENT_STATES.map((state) => [attempt(state, 5)]),
  ...PAYMENT_STATES.map((state) => [attempt(state, 5), attempt('succeeded', 50)]),
  ...PAYMENT_STATES.map((state) => [attempt(state, 5), attempt('failed', 50)]),
  [{ ...attempt('requires_action', 5), method: 'ach', verifyBy: 'amounts' }],
  [attempt('succeeded', 5, 40n)],
  [{ ...attempt('succeeded', 5), disputed: true }],
  [attempt('failed', 11)],
  Array.from({ length: 10 }, (_, index) => attempt('failed', 2 + index)),
]

/** How the debt stands, whoever moved it. */
const DEBTS: readonly PageFacts['live'][] = [
  { open: TOTAL, inFlight: 0n, settled: 0n, refunded: 0n, voided: 0n },
  { open: TOTAL, inFlight: TOTAL, settled: 0n, refunded: 0n, voided: 0n },
  { open: 60n, inFlight: 0n, settled: 40n, refunded: 0n, voided: 0n },
  { open: 120n, inFlight: 0n, settled: 0n, refunded: 0n, voided: 0n },
  { open: 0n, inFlight: 0n, settled: TOTAL, refunded: 0n, voided: 0n },
  { open: 0n, inFlight: 0n, settled: TOTAL, refunded: 40n, voided: 0n },
  { open: 0n, inFlight: 0n, settled: 0n, refunded: 0n, voided: TOTAL },
  { open: 0n, inFlight: 0n, settled: 40n, refunded: 0n, voided: 60n },
  { open: 0n, inFlight: 0n, settled: 0n, refunded: 0n, voided: 0n },
]

function* everything(): Generator<PageFacts> {
  for (const payments of HISTORIES)
    for (const live of DEBTS)
      for (const linkState of ['active', 'superseded', 'revoked'] as const)
        for (const expiresAt of [null, ago(1), new Date(NOW.getTime() + 1), NOW])
          for (const lastAttempt of [null, payments[0]?.id ?? 'another'])
            for (const state of ['draft', 'sent', 'voided'] as const)
              for (const settledAt of [null, ago(50)])
                for (const linksEnabled of [true, false])
                  yield {
                    link: { state: linkState, expiresAt, lastAttempt },
                    request: { state, settledAt, total: TOTAL },
                    live,
                    payments,
                    linksEnabled,
                  }
}

const ALL: Record<PageState, true> = {
  payable: true,
  partly_paid: true,
  declined: true,
  too_many_tries: true,
  unsure: true,
  action_needed: true,
  verify: true,
  someone_else_pays: true,
  processing: true,
  paid: true,
  disputed: true,
  paid_elsewhere: true,
  refunded: true,
  returned: true,
  voided: true,
  links_off: true,
  replaced: true,
  expired: true,
  needs_new_link: true,
}

/** What is true of a combination, said without the order in which the page looks at it. */
function truthsOf(facts: PageFacts) {
  const { link, request, live, payments } = facts
  const underWay = payments[0] !== undefined && isOpen(payments[0].state)
  const paidHere = payments.find(({ state }) => state === 'succeeded')
  const settledHere = paidHere !== undefined && (request.settledAt !== null || live.open === 0n)
  const expired = link.expiresAt !== null && link.expiresAt.getTime() <= NOW.getTime()
  const closed = payments.some(({ id, state }) => id === link.lastAttempt && state === 'failed')
  const declines = payments.filter(({ state }) => state === 'failed').length
  return { underWay, paidHere, settledHere, expired, closed, paused: declines >= 10 }
}

it('M3.10 every combination of link, request, debt, attempts and switch has its one answer, and every answer is reached', () => {
  const reached = new Set<PageState>()
  let count = 0
  for (const facts of everything()) {
    const state = pageState(facts, NOW)
    if (!(state in ALL)) expect({ facts, state }).toBe('a state of the page')
    reached.add(state)
    count += 1
  }
  expect([...reached].sort()).toEqual(Object.keys(ALL).sort())
  expect(count).toBe(HISTORIES.length * DEBTS.length * 3 * 4 * 2 * 3 * 2 * 2)
})

it('M3.4 M3.8 R-202 the form stands just where all of it may be charged now, by this link', () => {
  for (const facts of everything()) {
    const { underWay, settledHere, expired, closed, paused } = truthsOf(facts)
    const { link, request, live } = facts
    const mayPay =
      !(underWay || settledHere || expired || closed || paused) &&
      link.state === 'active' &&
      request.state !== 'voided' &&
      live.open > 0n &&
      live.inFlight === 0n &&
      facts.linksEnabled
    const state = pageState(facts, NOW)
    if (takesMoney(state) !== mayPay) expect({ facts, state }).toBe(mayPay ? 'payable' : 'closed')
  }
})

it('R-097 R-108 K8 money comes before the link: what is under way or was paid is told whatever became of it', () => {
  for (const facts of everything()) {
    const { underWay, settledHere, paidHere } = truthsOf(facts)
    const state = pageState(facts, NOW)
    const told = underWay
      ? ['unsure', 'action_needed', 'verify', 'processing']
      : settledHere
        ? [
            paidHere?.disputed
              ? 'disputed'
              : (paidHere?.refunded ?? 0n) + (paidHere?.refunding ?? 0n) > 0n
                ? 'refunded'
                : 'paid',
          ]
        : undefined
    if (told !== undefined && !told.includes(state)) expect({ facts, state }).toBe(told)
  }
})

it('R-098 K3 nothing that is settled or voided offers a new link, and what offers one is still owed', () => {
  for (const facts of everything()) {
    const state = pageState(facts, NOW)
    if (wantsNewLink(state) && (facts.live.open === 0n || facts.request.state === 'voided'))
      expect({ facts, state }).toBe('without a new link')
  }
})
