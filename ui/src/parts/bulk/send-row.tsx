import { TextInput } from '@mantine/core'
import { Problem, type ProblemCode } from '../../api/problem.ts'
import { useWords } from '../../words/index.ts'
import { Money } from '../money.tsx'
import { useSayProblem } from '../problems/say-problem.ts'
import { LeftOut } from './left-out.tsx'
import { isOfAddress, type Planned } from './planned.ts'
import styles from './send-many.module.css'
import { sendWords } from './send-words.ts'

interface Props {
  row: Planned
  email: string
  onEmail: (email: string) => void
}

/** What one customer would get and where, or why nothing. */
export function SendRow({ row, email, onEmail }: Props) {
  const say = useWords(sendWords)
  const sayProblem = useSayProblem()
  const { customer_name: name, refusal } = row
  const title =
    refusal === null
      ? undefined
      : sayProblem(new Problem({ ...refusal, code: refusal.code as ProblemCode }, 409)).title
  const wrong = title !== undefined && (email.trim() === '' || email.trim() === row.email) ? title : undefined
  const isAsked = refusal === null || isOfAddress(refusal.code)
  return (
    <li className={styles.row} aria-label={name}>
      <strong>{name}</strong>
      {(row.amount > 0 || refusal === null) && <Money amount={row.amount} currency={row.currency} />}
      {row.invoices > 0 && <span className={styles.quiet}>{say('invoices', { count: row.invoices })}</span>}
      {!isAsked && <span className={styles.why}>{title}</span>}
      {isAsked && (
        <TextInput
          className={styles.email}
          type="email"
          aria-label={say('email', { name })}
          autoComplete="off"
          value={email}
          error={wrong ?? (email.trim() === '' && say('wanted'))}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      )}
      <LeftOut left={row.left_out} />
    </li>
  )
}
