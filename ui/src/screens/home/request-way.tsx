import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './home.module.css'
import { StepsComing } from './steps-coming.tsx'
import { words } from './words.ts'

type Way = components['schemas']['RequestFunnel']

/** What became of the requests of the last days: sent, opened, paid, and how soon. One for each currency. */
export function RequestWay({ days }: { days: number }) {
  const say = useWords(words)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'requests', days],
    queryFn: () => ask(api.GET('/v1/reports/requests', { params: { query: { days } } })),
    placeholderData: (before) => before,
  })
  return (
    <section className={styles.card}>
      <h2>{say('way')}</h2>
      <p className={styles.quiet}>{say('wayHint')}</p>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined && !error && <StepsComing count={3} />}
      {data?.data.length === 0 && <p className={styles.quiet}>{say('noRequests')}</p>}
      {data?.data.map((way) => (
        <Steps key={way.currency} way={way} />
      ))}
    </section>
  )
}

function Steps({ way }: { way: Way }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const time = useDuration()
  const money = (amount: number) => formatMoney(amount, way.currency, locale)
  const steps = [
    { name: say('sent'), count: way.sent, note: say('asked', { amount: money(way.asked_amount) }) },
    {
      name: say('opened'),
      count: way.opened,
      note: way.seconds_to_open === null ? '' : say('medianOpen', { time: time(way.seconds_to_open) }),
    },
    {
      name: say('paid'),
      count: way.paid,
      note: [
        say('got', { amount: money(way.paid_amount) }),
        ...(way.seconds_to_pay === null ? [] : [say('medianPay', { time: time(way.seconds_to_pay) })]),
      ].join(' · '),
    },
  ]
  return (
    <ol className={styles.steps}>
      {steps.map(({ name, count, note }) => (
        <li key={name}>
          <span>
            <strong>{count}</strong> {name}
          </span>
          <span className={styles.quiet}>{note}</span>
          <div className={styles.track} aria-hidden>
            <div style={{ width: `${way.sent === 0 ? 0 : (count / way.sent) * 100}%` }} />
          </div>
        </li>
      ))}
    </ol>
  )
}

const HOUR = 3600
const DAY = 24 * HOUR

/** A span of seconds as people say it: minutes up to an hour and a half, hours up to two days, then days. */
function useDuration(): (seconds: number) => string {
  const say = useWords(words)
  return (seconds) => {
    if (seconds < 1.5 * HOUR) return say('minutes', { count: Math.max(1, Math.round(seconds / 60)) })
    if (seconds < 2 * DAY) return say('hours', { count: Math.round(seconds / HOUR) })
    return say('daysLong', { count: Math.round(seconds / DAY) })
  }
}
