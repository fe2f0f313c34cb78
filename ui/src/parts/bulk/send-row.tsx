import { TextInput } from '@mantine/core'
import { Problem, type ProblemCode } from '../../api/problem.ts'
import { useWords } from '../../words/index.ts'
import { Money } from '../money.tsx'
import { useSayProblem } from '../problems/say-problem.ts'
import { LeftOut } from './left-out.tsx'
import { isEmptied, isOfAddress, isSent, type Planned, type Typed } from './planned.ts'
import styles from './send-many.module.css'
import { sendWords } from './send-words.ts'

/** A mail for more invoices carries one list in place of them all. */
const LISTED = 20

interface Props {
  row: Planned
  typed: Typed
  onEmail: (email: string) => void
}

/** What one customer would get and where, or why nothing. */
export function SendRow({ row, typed, onEmail }: Props) {
  const say = useWords(sendWords)
  const sayProblem = useSayProblem()
  const { customer_name: name, refusal } = row
  const title =
    refusal === null
      ? undefined
      : sayProblem(new Problem({ ...refusal, code: refusal.code as ProblemCode }, 409)).title
  const isAsked = refusal === null || isOfAddress(refusal.code)
  return (
    <li className={styles.row} aria-label={name}>
      <strong>{name}</strong>
      {(row.amount > 0 || refusal === null) && <Money amount={row.amount} currency={row.currency} />}
      {row.invoices > 0 && (
        <span className={styles.quiet}>
          {say(row.invoices > LISTED ? 'listed' : 'invoices', { count: row.invoices })}
        </span>
      )}
      {(!isAsked || !isSent(row, typed)) && <span className={styles.why}>{title}</span>}
      {isAsked && (
        <TextInput
          className={styles.email}
          type="email"
          aria-label={say('email', { name })}
          autoComplete="off"
          value={typed[row.customer] ?? row.email ?? ''}
          error={isEmptied(row, typed) && say('wanted')}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      )}
      <LeftOut left={row.left_out} />
    </li>
  )
}
