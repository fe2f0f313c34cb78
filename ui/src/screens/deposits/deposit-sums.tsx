import { Part } from '../../parts/detail/index.ts'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import type { Deposit } from './deposit.tsx'
import styles from './deposits.module.css'
import { words } from './words.ts'

/** Payments, refunds, fees and the rest, down to the amount at the bank. */
export function DepositSums({ deposit }: { deposit: Deposit }) {
  const say = useWords(words)
  const { currency, fees, summary, transactions_amount: net } = deposit
  return (
    <Part title={say('made')}>
      <table className={styles.sums}>
        <tbody>
          {summary
            .filter(({ category }) => category !== 'fee')
            .map(({ category, count, gross }) => (
              <tr key={category}>
                <td>{say(category, { count })}</td>
                <td>
                  <Money amount={gross} currency={currency} />
                </td>
              </tr>
            ))}
          {fees !== 0 && (
            <tr>
              <td>{say('fee')}</td>
              <td>
                <Money amount={-fees} currency={currency} />
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td>{say('net')}</td>
            <td>
              <Money amount={net} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Part>
  )
}
