import { WifiOff } from 'lucide-react'
import { useConnection } from '../api/live.ts'
import { defineWords, useWords } from '../words/index.ts'
import styles from './connection-banner.module.css'

const words = defineWords({
  en: { lost: 'The server does not answer. What you see may be old; we keep trying.' },
  fr: {
    lost: 'Le serveur ne répond pas. Ce que vous voyez est peut-être ancien\u00a0; nous réessayons sans cesse.',
  },
})

/** Says so while nobody answers. */
export function ConnectionBanner() {
  const say = useWords(words)
  const isLost = useConnection() === 'lost'
  return (
    <div role="status">
      {isLost && (
        <p className={styles.banner}>
          <WifiOff size={16} aria-hidden />
          {say('lost')}
        </p>
      )}
    </div>
  )
}
