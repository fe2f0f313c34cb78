import { TextInput } from '@mantine/core'
import { Check } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWays, WaysToPay } from '../../parts/ways-to-pay.tsx'
import { waysWords } from '../../parts/ways-words.ts'
import { useWords } from '../../words/index.ts'
import styles from './ask.module.css'
import type { AskGroup } from './ask-groups.ts'
import { askWords } from './ask-words.ts'

const QrPicture = lazy(async () => ({ default: (await import('../../parts/qr-picture.tsx')).QrPicture }))

/** What became of asking for a group. */
export type Outcome =
  | { kind: 'sent'; id: string; email: string }
  | { kind: 'link'; id: string; url: string; isCopied: boolean; isQr: boolean }
  | { kind: 'failed'; error: unknown }

interface Props {
  group: AskGroup
  email: string
  onEmail: (email: string) => void
  outcome: Outcome | undefined
}

/** One customer's invoices, their sum, where the link goes, and then what became of it. */
export function AskGroupPart({ group, email, onEmail, outcome }: Props) {
  const say = useWords(askWords)
  const sayWays = useWords(waysWords)
  const { customer, currency, total: amount } = group
  const ways = useWays({ origin: 'invoice_link', customer, currency, amount })
  return (
    <section className={styles.group} aria-label={group.name}>
      <h2>{group.name}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{say('number')}</th>
            <th>{say('due')}</th>
            <th>{say('open')}</th>
          </tr>
        </thead>
        <tbody>
          {group.invoices.map(({ id, number, due_on, open, currency }) => (
            <tr key={id}>
              <td>{number}</td>
              <td>{due_on && <Day at={due_on} />}</td>
              <td>
                <Money amount={open} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2}>{say('sum')}</th>
            <td>
              <Money amount={group.total} currency={group.currency} />
            </td>
          </tr>
        </tfoot>
      </table>
      {outcome === undefined || outcome.kind === 'failed' ? (
        <>
          {ways !== undefined && (
            <p className={styles.quiet}>
              <strong>{sayWays('ways')}</strong> <WaysToPay ways={ways} />
            </p>
          )}
          <TextInput
            type="email"
            label={say('email', { name: group.name })}
            description={say('emailHint')}
            autoComplete="off"
            value={email}
            onChange={(event) => onEmail(event.currentTarget.value)}
          />
        </>
      ) : (
        <Done outcome={outcome} />
      )}
      {outcome?.kind === 'failed' && <ProblemNote error={outcome.error} />}
    </section>
  )
}

function Done({ outcome }: { outcome: Exclude<Outcome, { kind: 'failed' }> }) {
  const say = useWords(askWords)
  return (
    <>
      <p className={styles.done} role="status">
        <Check size={16} aria-hidden />
        {outcome.kind === 'sent'
          ? say('sent', { email: outcome.email })
          : say(outcome.isCopied ? 'copied' : 'made')}{' '}
        <Link to={`/pay/requests/${outcome.id}`}>{say('openRequest')}</Link>
      </p>
      {outcome.kind === 'link' && (
        <div className={styles.link}>
          <TextInput
            label={say('link')}
            readOnly
            value={outcome.url}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={outcome.url}>{say('copyLink')}</CopyButton>
        </div>
      )}
      {outcome.kind === 'link' && outcome.isQr && (
        <figure className={styles.qr}>
          <Suspense>
            <QrPicture text={outcome.url} />
          </Suspense>
          <figcaption>{say('scan')}</figcaption>
        </figure>
      )}
    </>
  )
}
