import { useMediaQuery } from '@mantine/hooks'
import { formatDay, formatMoney, formatMoneyShort, useLanguage, useWords } from '../../words/index.ts'
import styles from './home.module.css'
import { useMethodName } from './method-name.ts'
import { daysOf, type Period } from './period.ts'
import type { TakingsRow } from './takings.tsx'
import { words } from './words.ts'

const HEIGHT = 180
const COLOURS = ['var(--accent)', 'var(--processing)', 'var(--attention)', 'var(--quiet)']

interface Props {
  rows: readonly TakingsRow[]
  period: Period
  currency: string
}

/** Takings of each day, stacked by method; the axis begins at zero. What it shows stands in the table too. */
export function TakingsChart({ rows, period, currency }: Props) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const days = daysOf(period)
  const methods = [...new Set(rows.map(({ method }) => method))].sort()
  const byDay = Map.groupBy(rows, ({ date }) => date)
  const top = niceTop(
    Math.max(...days.map((day) => (byDay.get(day) ?? []).reduce((sum, row) => sum + row.gross, 0))),
  )
  const nameOf = useMethodName()
  const dayName = (day: string) => formatDay(new Date(`${day}T00:00:00Z`), { locale, timeZone: 'UTC' })
  const isPhone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const every = Math.ceil(days.length / (isPhone ? 2 : 5))
  return (
    <figure>
      <div className={styles.chart} role="img" aria-label={say('chart')}>
        <div className={styles.axis} aria-hidden>
          {[1, 0.5, 0].map((part) => (
            <span key={part}>{formatMoneyShort(Math.round(top * part), currency, locale)}</span>
          ))}
        </div>
        <div className={styles.plot} style={{ height: HEIGHT }} aria-hidden>
          {days.map((day, at) => (
            <div
              key={day}
              className={styles.day}
              data-day={day}
              data-label={at % every === 0 ? dayName(day) : undefined}
            >
              {(byDay.get(day) ?? []).map((row) => (
                <div
                  key={row.method}
                  className={styles.bar}
                  title={`${dayName(day)}, ${nameOf(row.method)}: ${formatMoney(row.gross, currency, locale)}`}
                  style={{
                    background: COLOURS[methods.indexOf(row.method) % COLOURS.length],
                    height: Math.round((row.gross / top) * HEIGHT),
                  }}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {methods.length > 1 && (
        <figcaption className={styles.legend}>
          {methods.map((method, at) => (
            <span key={method}>
              <i style={{ background: COLOURS[at % COLOURS.length] }} />
              {nameOf(method)}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}

/** The next 1, 2 or 5 with zeros, so that the axis has round numbers. */
function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return ([1, 2, 5, 10].find((step) => step * size >= most) ?? 10) * size
}
