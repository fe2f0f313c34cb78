import { TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { useMerchantAccount } from '../api/merchant-account.ts'
import { useMay } from '../api/session.ts'
import { defineWords, useWords } from '../words/index.ts'
import styles from './account-note.module.css'

const words = defineWords({
  en: {
    missing: 'Nothing can be asked for yet: the payments account is not enabled.',
    toAccount: 'To the payments account',
  },
  fr: {
    missing: 'Rien ne peut encore être demandé\u00a0: le compte de paiement n’est pas actif.',
    toAccount: 'Vers le compte de paiement',
  },
})

/** before anything is typed, says that no link can leave, and leads to where that is mended. */
export function AccountNote() {
  const say = useWords(words)
  const { data: account } = useMerchantAccount({ enabled: useMay('settings.read') })
  if (account === undefined || account.status === 'enabled') return null
  return (
    <div role="note" className={styles.note}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <p>{say('missing')}</p>
        <ToAccount />
      </div>
    </div>
  )
}

/** The way to where the payments account is set up. */
export function ToAccount() {
  const say = useWords(words)
  return <Link to="/settings/payments-account">{say('toAccount')}</Link>
}
