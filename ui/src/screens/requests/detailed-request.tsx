import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../api/session.ts'
import { AccountNote } from '../../parts/account-note.tsx'
import { copyText } from '../../parts/copy-button.tsx'
import { DetailHead } from '../../parts/detail/index.ts'
import { useHold } from '../../parts/holding.ts'
import { useWords } from '../../words/index.ts'
import { type MailText, NOTHING, useDetailedDraft } from './detailed-draft.ts'
import { DetailedForm } from './detailed-form.tsx'
import { DetailedReview } from './detailed-review.tsx'
import { detailedWords } from './detailed-words.ts'
import type { PaymentRequest } from './make-request.ts'
import styles from './new-request.module.css'
import { RequestMade } from './request-made.tsx'

/** A detailed request: subtotal, tax, shipping and documents; then a review, and then it is sent. */
export function Component() {
  const [round, setRound] = useState(0)
  return (
    <div className={styles.panel}>
      <DetailedRequest key={round} onAnother={() => setRound(round + 1)} />
    </div>
  )
}

export type How = 'send' | 'copy' | 'qr'

function DetailedRequest({ onAnother }: { onAnother: () => void }) {
  const say = useWords(detailedWords)
  const { currency } = useSession().company
  const draft = useDetailedDraft(currency)
  const [detailed, setDetailed] = useState(NOTHING)
  const [reviewed, setReviewed] = useState<PaymentRequest>()
  const keeping = useMutation({ mutationFn: () => draft.keep(detailed), onSuccess: setReviewed })
  const sending = useMutation({
    mutationFn: async ({ request, how, text }: { request: PaymentRequest; how: How; text: MailText }) => {
      const made = how === 'send' ? await draft.send(request, text) : await draft.link(request)
      const isCopied = how === 'copy' && made.url !== undefined && (await copyText(made.url))
      return { ...made, how, isCopied }
    },
  })
  // Once reviewed it is a draft on the server.
  useHold(detailed !== NOTHING && reviewed === undefined)
  return (
    <>
      <DetailHead
        title={say(
          sending.data !== undefined ? 'doneTitle' : reviewed === undefined ? 'title' : 'reviewTitle',
        )}
        closesTo="/pay/requests"
      />
      <AccountNote />
      {sending.data !== undefined ? (
        <RequestMade {...sending.data} onAnother={onAnother} />
      ) : reviewed === undefined ? (
        <DetailedForm
          detailed={detailed}
          onChange={setDetailed}
          ownCurrency={currency}
          isBusy={keeping.isPending}
          error={keeping.error}
          onReview={() => keeping.mutate()}
        />
      ) : (
        <DetailedReview
          request={reviewed}
          template={detailed.template}
          isBusy={sending.isPending ? sending.variables.how : undefined}
          error={sending.error}
          onBack={() => {
            sending.reset()
            setReviewed(undefined)
          }}
          onDo={(how, text) => sending.mutate({ request: reviewed, how, text })}
        />
      )}
    </>
  )
}
