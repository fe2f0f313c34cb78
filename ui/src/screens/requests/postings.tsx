import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import styles from './request.module.css'
import type { Entry } from './timeline.tsx'
import { accountWords, storyWords } from './timeline-words.ts'

/** What was written into the books for an event, for whoever wants to see it. */
export function Postings({ entries }: { entries: readonly Entry[] }) {
  const say = useWords(storyWords)
  const account = useWords(accountWords)
  const transfers = entries.flatMap(({ id, journal }) =>
    (journal ?? []).map((line, at) => ({ ...line, id: `${id}.${at}` })),
  )
  if (transfers.length === 0) return null
  const nameOf = (code: number) => (isKnown(code) ? account(code) : account('other', { code: String(code) }))
  return (
    <details className={styles.postings}>
      <summary>{say('postings', { count: transfers.length })}</summary>
      <ul>
        {transfers.map(({ id, debit, credit, amount, currency }) => (
          <li key={id}>
            <span>
              {nameOf(credit)} → {nameOf(debit)}
            </span>
            <Money amount={amount} currency={currency} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function isKnown(code: number): code is keyof typeof accountWords.en & number {
  return code in accountWords.en
}
