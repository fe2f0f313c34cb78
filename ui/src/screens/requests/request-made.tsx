import { Button, TextInput } from '@mantine/core'
import { Check } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { CopyButton } from '../../parts/copy-button.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Made } from './make-request.ts'
import styles from './new-request.module.css'
import { newWords } from './new-words.ts'

const QrPicture = lazy(async () => ({ default: (await import('../../parts/qr-picture.tsx')).QrPicture }))

interface Props extends Made {
  how: 'send' | 'copy' | 'qr'
  isCopied: boolean
  onAnother: () => void
}

/** What was just asked for, and its link where there is one to give. */
export function RequestMade({ request, sentTo, url, how, isCopied, onAnother }: Props) {
  const say = useWords(newWords)
  const { locale } = useLanguage()
  return (
    <div className={styles.form}>
      <div className={styles.done} role="status">
        <Check size={20} aria-hidden />
        <div>
          <h2>{sentTo !== undefined ? say('sent', { email: sentTo }) : say(isCopied ? 'copied' : 'made')}</h2>
          <p>
            {say('asks', {
              amount: formatMoney(request.total, request.currency, locale),
              reference: request.reference,
            })}
          </p>
        </div>
      </div>
      {url !== undefined && (
        <div className={styles.link}>
          <TextInput
            label={say('linkLabel')}
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={url}>{say('copyLink')}</CopyButton>
        </div>
      )}
      {url !== undefined && how === 'qr' && (
        <figure className={styles.qr}>
          <Suspense>
            <QrPicture text={url} />
          </Suspense>
          <figcaption>{say('scan')}</figcaption>
        </figure>
      )}
      <div className={styles.foot}>
        <Button onClick={onAnother}>{say('another')}</Button>
        <Button component={Link} to={`/pay/requests/${request.id}`} variant="default">
          {say('open')}
        </Button>
      </div>
    </div>
  )
}
