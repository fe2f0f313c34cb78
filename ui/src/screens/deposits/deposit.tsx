import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import type { paths } from '../../api/schema.generated.ts'
import { DetailHead, DetailPage, Fact, Facts, Part } from '../../parts/detail/index.ts'
import { Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Agreement, DepositStatus } from './deposit-status.tsx'
import { DepositSums } from './deposit-sums.tsx'
import { DepositTransactions } from './deposit-transactions.tsx'
import styles from './deposits.module.css'
import { words } from './words.ts'

export type Deposit = paths['/v1/payouts/{id}']['get']['responses'][200]['content']['application/json']

/** A deposit: where it is, what it is made of, and whether the bank, the processor and the books say the same. */
export function Component() {
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: ['payouts', id],
    queryFn: () => ask(api.GET('/v1/payouts/{id}', { params: { path: { id } } })),
  })
  return <DetailPage query={query}>{(deposit) => <Shown key={id} deposit={deposit} />}</DetailPage>
}

function Shown({ deposit }: { deposit: Deposit }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const { amount, arrives_on: arrival, bank, currency } = deposit
  const day = formatDay(new Date(`${arrival}T00:00:00Z`), { locale, timeZone: 'UTC' })
  return (
    <>
      <DetailHead
        title={say('depositOf', { day })}
        subtitle={
          bank &&
          (bank.name === null
            ? say('unnamed', { last4: bank.last4 })
            : say('account', { bank: bank.name, last4: bank.last4 }))
        }
        closesTo="/pay/deposits"
      />
      <div className={styles.sum}>
        <Money amount={amount} currency={currency} className={styles.amount} />
        <DepositStatus deposit={deposit} />
        <Agreement deposit={deposit} />
      </div>
      {amount < 0 && <p>{say('negativeText')}</p>}
      {deposit.state === 'failed' && <Failed deposit={deposit} />}
      <Verdict deposit={deposit} />
      {deposit.summary.length > 0 && <DepositSums deposit={deposit} />}
      {deposit.summary.length > 0 && <DepositTransactions deposit={deposit} />}
      <Part title={say('details')}>
        <Facts>
          <Fact name={say('created')}>
            <Moment at={deposit.created_at} />
          </Fact>
          <Fact name={say('settled')}>{deposit.settled_at && <Moment at={deposit.settled_at} />}</Fact>
          <Fact name={say('how')}>{say(deposit.automatic ? 'automatic' : 'byHand')}</Fact>
          <Fact name={say('trace')}>{deposit.trace}</Fact>
          <Fact name={say('reference')}>{deposit.processor_reference}</Fact>
        </Facts>
      </Part>
    </>
  )
}

function Failed({ deposit }: { deposit: Deposit }) {
  const say = useWords(words)
  const message = deposit.failure_message ?? deposit.failure_code
  return (
    <Loud title={say('failedTitle')}>
      {message && <p>{say('failedCode', { message })}</p>}
      <p>{say('failedText')}</p>
    </Loud>
  )
}

/** A difference is said loudly, and so is why nothing can be said. */
function Verdict({ deposit }: { deposit: Deposit }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const money = (amount: number) => formatMoney(amount, deposit.currency, locale)
  if (deposit.agreement === 'pending') return <p className={styles.quiet}>{say('pendingText')}</p>
  if (deposit.agreement === 'not_listed') return <p className={styles.quiet}>{say('notListedText')}</p>
  if (deposit.agreement === 'agrees') return <p>{say('wholeSum', { amount: money(deposit.amount) })}</p>
  return (
    <Loud title={say('differsTitle')}>
      <p>
        {say('differsSums', {
          amount: money(deposit.amount),
          transactions: money(deposit.transactions_amount),
          booked: money(deposit.booked_amount),
        })}
      </p>
      {deposit.unexplained > 0 && <p>{say('differsCount', { count: deposit.unexplained })}</p>}
    </Loud>
  )
}

/** What must not be overlooked. */
function Loud({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="note" className={styles.loud}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        {children}
      </div>
    </div>
  )
}
