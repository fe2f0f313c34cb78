import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { declineWord, declineWords } from '../../parts/decline-words.ts'
import { useDisputeReason } from '../../parts/dispute-reasons.ts'
import { Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { Postings } from './postings.tsx'
import styles from './request.module.css'
import { givenUpWords, storyWords, timelineWords } from './timeline-words.ts'

export type Entry = components['schemas']['TimelineEntry']

const PAGE = 50

/** The story of a request, newest first: who did what when, and the money that it moved. */
export function Timeline({ requestId }: { requestId: string }) {
  const say = useWords(storyWords)
  const story = useKeyset<Entry>(['payment_requests', requestId, 'timeline'], (starting_after) =>
    ask(
      api.GET('/v1/payment_requests/{id}/timeline', {
        params: {
          path: { id: requestId },
          query: { limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  return (
    <section className={styles.part}>
      <h2>{say('title')}</h2>
      <ProblemNote error={story.error} onAgain={story.again} />
      <ol className={styles.timeline}>
        {chaptersOf(story.rows).map(({ entry, postings }) => (
          <Chapter key={entry.id} entry={entry} postings={postings} />
        ))}
      </ol>
      {story.hasMore && (
        <Button variant="subtle" size="compact-sm" loading={story.isLoadingMore} onClick={story.loadMore}>
          {say('more')}
        </Button>
      )}
    </section>
  )
}

function Chapter({ entry, postings }: { entry: Entry; postings: readonly Entry[] }) {
  const words = useWords(timelineWords)
  const say = useWords(storyWords)
  const decline = useWords(declineWords)
  const sayReason = useDisputeReason()
  const sayGivenUp = useWords(givenUpWords)
  const { kind, amount, currency, decline_code: code, address, channel, reason } = entry
  const special =
    entry.method === 'bnpl'
      ? AFFIRM_TITLES[kind]
      : entry.wire
        ? WIRE_TITLES[kind]
        : entry.tender
          ? TENDER_TITLES[kind]
          : entry.bank && DEBIT_TITLES[kind]
  const title =
    channel === 'copy' ? say('copied') : special ? say(special) : isTold(kind) ? words(kind) : kind
  const facts = [
    isMail(entry.message_kind) && say(`mail_${entry.message_kind}`),
    address && say('to', { address }),
    code && decline(declineWord(code), { code }),
    entry.wire?.reference,
    entry.tender?.reference,
    reason &&
      (kind.startsWith('dispute.')
        ? sayReason(reason)
        : isGivenUp(kind, reason)
          ? sayGivenUp(reason)
          : reason),
    useWho(entry),
  ].filter(Boolean)
  return (
    <li data-tone={toneOf(kind)}>
      <div className={styles.event}>
        <span className={styles.strong}>{title}</span>
        {amount !== null && currency !== null && <Money amount={amount} currency={currency} />}
      </div>
      <p className={styles.quiet}>
        <Moment at={entry.at} />
        {facts.map((fact) => ` · ${fact}`)}
        {entry.subject?.startsWith('pyt_') && (
          <>
            {' · '}
            <Link className={styles.within} to={`/pay/deposits/${entry.subject}`}>
              {say('deposit')}
            </Link>
          </>
        )}
      </p>
      <Postings entries={postings} />
    </li>
  )
}

const WIRE_TITLES: Readonly<Record<string, 'wireBooked' | 'wireTakenBack' | undefined>> = {
  'payment.succeeded': 'wireBooked',
  'payment.returned': 'wireTakenBack',
}

const TENDER_TITLES: Readonly<Record<string, 'tenderBooked' | 'tenderTakenBack' | undefined>> = {
  'payment.succeeded': 'tenderBooked',
  'payment.returned': 'tenderTakenBack',
}

/** A debit takes days, so what ends it is said in full. */
const DEBIT_TITLES: Readonly<Record<string, 'debitCleared' | 'debitFailed' | undefined>> = {
  'payment.succeeded': 'debitCleared',
  'payment.failed': 'debitFailed',
}

/** Paying over time is decided at Affirm, not at a bank. */
const AFFIRM_TITLES: Readonly<Record<string, 'affirmAsked' | 'affirmPaid' | 'affirmFailed' | undefined>> = {
  'payment.requires_action': 'affirmAsked',
  'payment.succeeded': 'affirmPaid',
  'payment.failed': 'affirmFailed',
}

function useWho({ who }: Entry): string | null {
  const say = useWords(storyWords)
  if (who === null) return null
  switch (who.type) {
    case 'payer':
      return say('byPayer')
    case 'api_key':
      return say('byKey', { name: who.name ?? '' })
    case 'processor':
      return say('byProcessor')
    case 'operator':
      return say('byOperator')
    case 'system':
      return null
    default:
      return who.name
  }
}

/**
 * The events that say something to a person, each with what was posted for it: a posting belongs to the event of its
 * own subject just after it, else to the one before.
 */
function chaptersOf(entries: readonly Entry[]): { entry: Entry; postings: Entry[] }[] {
  const ended = new Set(
    entries
      .filter(({ kind }) => /^payment\.(processing|succeeded|failed|entered_by_phone)$/.test(kind))
      .map(({ subject }) => subject),
  )
  const chapters: { entry: Entry; postings: Entry[] }[] = []
  let waiting: Entry[] = []
  for (const entry of entries) {
    const newest = chapters.at(-1)
    if (entry.journal !== null) {
      if (newest !== undefined && newest.entry.subject === entry.subject) newest.postings.push(entry)
      else waiting.push(entry)
    } else if (isTold(entry.kind) && !isNoise(entry, ended)) {
      chapters.push({ entry, postings: waiting })
      waiting = []
    }
  }
  return chapters
}

/** Mail to staff that arrived, and the beginning of a payment of which more is told. */
function isNoise({ kind, message_kind: mail, subject }: Entry, ended: ReadonlySet<string | null>): boolean {
  if (kind === 'payment.started') return ended.has(subject)
  return kind !== 'message.failed' && (mail?.endsWith('_notice') ?? false)
}

function isTold(kind: string): kind is keyof typeof timelineWords.en {
  return kind in timelineWords.en
}

type Mailed =
  | 'payment_request'
  | 'payment_reminder'
  | 'receipt'
  | 'refund'
  | 'refund_returned'
  | 'thank_you'
  | 'invoice'
  | 'payment_processing'
  | 'payment_failed'
  | 'payment_returned'
  | 'wire_taken_back'
  | 'payment_taken_back'

/** The codes of a write-off and of its end are said in words. */
function isGivenUp(kind: string, reason: string): reason is keyof typeof givenUpWords.en {
  return /^invoice\.(written_off|recovered)$/.test(kind) && reason in givenUpWords.en
}

function isMail(kind: string | null): kind is Mailed {
  return kind !== null && `mail_${kind}` in storyWords.en
}

function toneOf(kind: string): string | undefined {
  if (/^(payment|payment_request|payout)\.(succeeded|paid)$/.test(kind)) return 'paid'
  if (/^dispute\.(won|closed)$|^payment\.regained$/.test(kind)) return 'paid'
  if (/^dispute\./.test(kind)) return kind === 'dispute.lost' ? 'failed' : 'attention'
  if (/\.(failed|returned|charged_back|revoked|voided)$/.test(kind)) return 'failed'
  if (/uncertain|wanted|requires_action/.test(kind)) return 'attention'
  return undefined
}
