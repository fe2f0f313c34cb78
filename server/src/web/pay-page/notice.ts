import { html } from 'ghtml'
import { debitReason } from '../../payments/index.ts'
import { affirmRefusal, affirmWords } from './affirm-words.ts'
import { amountNow } from './change-words.ts'
import { declineHeading, declineSentence } from './decline-words.ts'
import type { Page } from './page.ts'
import { refusalMessage } from './refusal-words.ts'
import { type Shape, shape } from './shapes.ts'
import { payByWireWords } from './wire-words.ts'

interface Notice {
  tone: 'paid' | 'processing' | 'attention' | 'failed' | 'quiet'
  shape: Shape
  first: string
  then: string
}

/** What became of the request, first line and what follows; null where the page opens with the request itself. */
export function noticeOf(page: Page): Notice | null {
  const { view, money, sayState: say, dayOf } = page
  const company = view.company.name
  const what = whatIsAsked(page)
  const paymentAmount = view.payment?.amount ?? view.amount
  const told = (tone: Notice['tone'], shape: Shape, first: string, then: string) => ({
    tone,
    shape,
    first,
    then,
  })
  if (typeof view.wire === 'object') {
    const sayWire = payByWireWords(view.locale)
    return told(
      'processing',
      'clock',
      sayWire('awaited', { amount: money(view.amount) }),
      sayWire('awaitedThen'),
    )
  }
  switch (view.state) {
    case 'payable':
      return null
    case 'partly_paid':
      return lessIsOwed(page)
    case 'declined': {
      return told('failed', 'cross', ...declinedWords(page))
    }
    case 'too_many_tries':
      return told('attention', 'warning', say('too_many_tries'), say('too_many_triesThen', { company }))
    case 'unsure':
      return told('processing', 'clock', say('unsure'), say('unsureThen'))
    case 'action_needed':
      return told('attention', 'warning', ...actionWords(page))
    case 'someone_else_pays':
      return told('processing', 'clock', say('someone_else_pays', { what }), say('someone_else_paysThen'))
    case 'processing':
      return told(
        'processing',
        'clock',
        say('processing', { amount: money(paymentAmount) }),
        debitUnderWay(page) ?? say('processingThen'),
      )
    case 'verify':
      return told('processing', 'clock', ...depositsWords(page))
    case 'returned':
      return told('failed', 'cross', ...returnedWords(page))
    case 'disputed':
      return told('attention', 'warning', say('disputed'), say('disputedThen', { company }))
    case 'paid':
      return told(
        'paid',
        'check',
        say('paid'),
        sentences(
          settledPart(page, 'credit'),
          say('paidThen', { company }),
          isOverTime(page) ? affirmWords(view.locale)('paidThen') : '',
        ),
      )
    case 'paid_elsewhere':
      if (view.isWrittenOff)
        return told('quiet', 'note', say('writtenOff', { company }), writtenOffThen(page))
      return told('paid', 'check', ...settledElsewhere(page))
    case 'pay_anyway':
      return told(
        'attention',
        'warning',
        view.settledBy?.credit ? say('settledInParts', { what }) : say('pay_anyway'),
        say('pay_anywayThen', { company, amount: money(view.amount) }),
      )
    case 'refunded': {
      const refunds = view.payment?.refunded ?? []
      const amount = money(refunds.reduce((sum, refund) => sum + refund.amount, 0n))
      const last = refunds.at(-1)
      const date = dayOf(last?.at ?? view.payment?.at ?? '')
      // What the company gave back itself comes by no bank of the payment.
      const then = last?.isByHand
        ? say('refundedByHand', { company })
        : isOverTime(page)
          ? affirmWords(view.locale)('refundedThen')
          : say(view.payment?.method === 'ach' ? 'refundedToBank' : 'refundedThen')
      return told(
        'quiet',
        'note',
        say('refunded', { amount, date }),
        sentences(
          then,
          last?.shownAs ? say('refundedAs', { name: last.shownAs }) : '',
          last?.bankReference ? say('refundedTraced', { reference: last.bankReference }) : '',
        ),
      )
    }
    case 'voided':
      if (view.isWrittenOff)
        return told('quiet', 'note', say('writtenOff', { company }), writtenOffThen(page))
      return told('quiet', 'cross', say('voided', { company }), voidedThen(page))
    case 'links_off':
      return told('attention', 'note', say('links_off', { company }), say('links_offThen'))
    case 'replaced': {
      return told('attention', 'note', replacedFirst(page), replacedThen(page))
    }
    case 'expired':
      // That nothing was charged is not the whole of it where the bank took something back.
      return view.payment?.returnedAt
        ? told('failed', 'cross', ...returnedWords(page))
        : told('attention', 'clock', say('expired'), renewalSentence(page))
    case 'needs_new_link': {
      const [first, why] = declinedWords(page)
      return told('failed', 'cross', first, [why, say('needs_new_linkThen'), renewalSentence(page)].join(' '))
    }
    case 'unknown':
      return told('attention', 'note', say('unknown'), say('unknownThen'))
  }
}

/** A card's bank says no at once, an account's days later. */
function declinedWords({ view, sayState: say }: Page): [first: string, why: string] {
  const code = view.payment?.declineCode
  if (view.payment?.method === 'bnpl') return affirmRefusal(view.locale, code ?? null)
  return view.payment?.method === 'ach'
    ? [say('debitFailed'), debitReason(code ?? null, view.locale)]
    : [declineHeading(code, view.locale), declineSentence(code, view.locale)]
}

/** Whom the payment waits for: Affirm's page, or a bank that wants to know who pays. */
function actionWords(page: Page): [first: string, then: string] {
  if (!isOverTime(page)) return [page.sayState('action_needed'), page.sayState('action_neededThen')]
  const say = affirmWords(page.view.locale)
  return [say('waiting'), say('waitingThen')]
}

function isOverTime({ view }: Page): boolean {
  return view.payment?.method === 'bnpl'
}

/** The bank took back what had been paid: when, why, and how it is paid now. */
function returnedWords(page: Page): [first: string, then: string] {
  const { view, money, sayState: say, dayOf } = page
  const date = dayOf(view.payment?.at ?? '')
  const isWire = view.payment?.method === 'wire'
  const [company, reason] = [view.company.name, view.payment?.declineCode ?? '']
  return [
    say(isWire ? 'takenBack' : 'returned', { date, amount: money(view.amount) }),
    sentences(
      isWire
        ? say('takenBackThen', { company, reason })
        : debitReason(view.payment?.declineCode ?? null, view.locale),
      view.state === 'expired' ? say('linkIsOver') : '',
      renewalSentence(page),
    ),
  ]
}

/** A bank debit is under way for days: between which it is expected to clear, and that nothing is to be done. */
function debitUnderWay({ view, sayState: say, dueDay }: Page): string | undefined {
  const clears = view.payment?.clears
  if (!clears) return undefined
  return say('debitUnderWay', { from: dueDay(clears.from), to: dueDay(clears.to) })
}

/** Small deposits that are to come, or that have. */
function depositsWords({ view, sayState: say, dayOf }: Page): [first: string, then: string] {
  const verify = view.payment?.verify
  const count = verify?.by === 'amounts' ? 2 : 1
  const date = dayOf(verify?.from ?? view.payment?.at ?? '')
  return [
    say('verify', { count }),
    say('verifyThen', { count, date, last4: view.payment?.bank?.last4 ?? '' }),
  ]
}

/** What is asked for, as a sentence names it. */
function whatIsAsked({ view }: Page): 'invoice' | 'invoices' | 'request' {
  if (view.request.kind !== 'invoice' && view.request.kind !== 'statement') return 'request'
  return view.documents.length > 1 ? 'invoices' : 'invoice'
}

/** Payments alone are thanked for; a credit, an edit or both are named as what changed the amount. */
function lessIsOwed({ view, money, sayState: say }: Page): Notice {
  const { amount, causes = [], locale, currency } = view
  const [only] = causes
  const [first, then] =
    causes.length === 1 && only?.kind === 'payment_received'
      ? [say('partly_paid', { settled: money(only.amount), amount: money(amount) }), say('partly_paidThen')]
      : [
          amountNow(amount, causes, { locale, currency }),
          say('amountChangedThen', { total: money(view.request.total) }),
        ]
  return { tone: 'processing', shape: 'note', first, then }
}

/** Settled otherwise than with this link: by payment, by credit, by both, or nothing was to be settled. */
function settledElsewhere(page: Page): [first: string, then: string] {
  const { view, sayState: say } = page
  const what = whatIsAsked(page)
  const { payment, credit } = view.settledBy ?? { payment: view.settled, credit: 0n }
  if (payment + credit === 0n) return [say('nothingOwed', { what }), say('nothingOwedThen')]
  const then = say('paid_elsewhereThen')
  if (credit === 0n) return [say('paid_elsewhere', { what }), then]
  const first = say(payment === 0n ? 'settledByCredit' : 'settledInParts', { what })
  return [first, sentences(settledPart(page, 'both'), then)]
}

/** How much of it was settled by credit, with what was paid beside it where `told` is both; nothing where none was. */
function settledPart({ view, money, sayState: say }: Page, told: 'credit' | 'both'): string {
  const { payment, credit } = view.settledBy ?? { payment: 0n, credit: 0n }
  if (credit === 0n) return ''
  return told === 'both' && payment > 0n
    ? say('ofBoth', { payment: money(payment), credit: money(credit) })
    : say('ofCredit', { credit: money(credit) })
}

function sentences(...each: string[]): string {
  return each.filter((sentence) => sentence !== '').join(' ')
}

function replacedFirst({ view, sayState: say, dayOf, dueDay }: Page): string {
  const { edited, newerStatement, replacedAt } = view
  if (newerStatement !== undefined) return say('replacedByStatement', { date: dueDay(newerStatement) })
  if (replacedAt === null) return say('replacedUndated')
  const date = dayOf(replacedAt)
  return edited ? say('replaced', { date }) : say('replacedBySending', { date })
}

/** What changed, and where the current one is. */
function replacedThen(page: Page): string {
  const { view, money, sayState: say } = page
  const { edited } = view
  const sentences = []
  if (edited) {
    const [before, after] = [money(edited.before), money(edited.after)]
    sentences.push(
      before === after ? say('replacedSameAmount', { after }) : say('replacedAmount', { before, after }),
    )
  }
  // Where a new one is still to be sent, no message has it.
  const isToBeSent = view.renewal?.kind === 'send' || view.renewal?.kind === 'ask'
  sentences.push(
    view.replacedByPath || isToBeSent
      ? say('replacedThenOpen')
      : say('replacedThen', { company: view.company.name }),
    renewalSentence(page),
  )
  return sentences.join(' ').trim()
}

/** How a new link comes, in a sentence. */
function renewalSentence({ view, sayState: say, dayOf }: Page): string {
  const company = view.company.name
  const { renewal } = view
  switch (renewal?.kind) {
    case 'send':
      return say('renewalSend', { to: renewal.to })
    case 'sent':
      return say('renewalSent', { to: renewal.to, date: dayOf(renewal.at) })
    case 'ask':
      return say('renewalAsk', { company })
    case 'asked':
      return say('renewalAsked', { company, date: dayOf(renewal.at) })
    case 'call':
      return say('renewalCall', { company })
    case 'refused':
      return refusalMessage(view.locale, 'too_many_renewals', view.company, renewal.retryAfterSeconds)
    default:
      return ''
  }
}

/** The company gave it up: its payer is told what that means for them, not that it is owed no more. */
function writtenOffThen({ view, money, sayState: say }: Page): string {
  const paid = view.settledBy?.payment ?? view.settled
  return sentences(paid > 0n ? say('writtenOffPaid', { settled: money(paid) }) : '', say('writtenOffThen'))
}

/** That nothing is owed is said only where it is so. */
function voidedThen(page: Page): string {
  const { view, money, sayState: say } = page
  const company = view.company.name
  const paid = view.settledBy?.payment ?? view.settled
  return sentences(
    paid > 0n ? say('voidedSomethingPaid', { settled: money(paid), company }) : '',
    settledPart(page, 'credit'),
    view.settled === 0n && view.amount === 0n ? say('voidedNothingOwed') : '',
    say('voidedThen'),
  )
}

export function noticePart(notice: Notice): string {
  return html`<div class="notice is-${notice.tone}">!${shape(notice.shape)}<div><h1>${notice.first}</h1><p>${notice.then}</p></div></div>`
}
