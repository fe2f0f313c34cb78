import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './receive.module.css'
import type { Line } from './use-allocation.ts'
import { words } from './words.ts'

interface Props {
  lines: readonly Line[]
  /** In minor units, as all of these. */
  applied: number
  amount: number
  currency: string
}

/** What the payment does, while it is put in: what it settles, what is open after it, what is kept. */
export function Sums({ lines, applied, amount, currency }: Props) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const money = (value: number) => formatMoney(value, currency, locale)
  const open = lines.reduce((sum, line) => sum + line.open, 0)
  return (
    <div aria-live="polite">
      <dl className={styles.sums}>
        <dt>{say('sumApplied')}</dt>
        <dd>{money(applied)}</dd>
        <dt>{say('sumLeft')}</dt>
        <dd>{money(Math.max(0, open - applied))}</dd>
        <dt>{say('sumCredit')}</dt>
        <dd>{money(Math.max(0, amount - applied))}</dd>
      </dl>
      {applied > amount && <p className={styles.wrong}>{say('over', { amount: money(applied - amount) })}</p>}
    </div>
  )
}
