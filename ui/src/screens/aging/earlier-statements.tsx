import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { Day } from '../../parts/moment.tsx'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { statementRowWords } from './statement-row-words.ts'
import styles from './statements.module.css'

const TONES: Readonly<Record<'created' | 'sent' | 'superseded', Tone>> = {
  created: 'quiet',
  sent: 'sent',
  superseded: 'ended',
}
const SHOWN = 20

/** The statements that went to a customer in a currency, the newest first: that one is asked for, those before it no more. */
export function EarlierStatements({ customer, currency }: { customer: string; currency: string }) {
  const say = useWords(statementRowWords)
  const { locale } = useLanguage()
  const { data } = useQuery({
    queryKey: ['statements', customer],
    queryFn: () => ask(api.GET('/v1/statements', { params: { query: { customer, limit: 100 } } })),
  })
  const sent = (data?.data ?? []).filter((each) => each.currency === currency && each.sent_at !== null)
  if (sent.length === 0) return null
  return (
    <section className={styles.earlier} aria-label={say('earlier')}>
      <h3>{say('earlier')}</h3>
      <ul>
        {sent.slice(0, SHOWN).map(({ id, as_of, pending_balance, state }) => (
          <li key={id}>
            <Anchor href={`/v1/statements/${id}/pdf`} target="_blank" rel="noreferrer">
              <Day at={as_of} />
            </Anchor>
            <span>{formatMoney(pending_balance, currency, locale)}</span>
            <StatusBadge tone={TONES[state]}>{say(state)}</StatusBadge>
          </li>
        ))}
      </ul>
      {sent.some(({ state }) => state === 'superseded') && (
        <p className={styles.quiet}>{say('supersededHint')}</p>
      )}
    </section>
  )
}
