import type { components } from '../../api/schema.generated.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import styles from './send-many.module.css'
import { sendWords } from './send-words.ts'

/** Invoices that were ticked and are not asked for, each with why. */
export function LeftOut({ left }: { left: components['schemas']['BulkSendItem']['left_out'] }) {
  const say = useWords(sendWords)
  const { locale } = useLanguage()
  if (left.length === 0) return null
  const said = new Intl.ListFormat(locale).format(left.map(({ number, why }) => say(why, { number })))
  return <span className={styles.leftOut}>{say('leftOut', { said })}</span>
}
