import { Button } from '@mantine/core'
import { ArrowLeft, Copy, QrCode, Send } from 'lucide-react'
import { useState } from 'react'
import { Fact, Facts, Part } from '../../parts/detail/index.ts'
import { useHold } from '../../parts/holding.ts'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { waysWords } from '../../parts/ways-words.ts'
import { useWords } from '../../words/index.ts'
import styles from './detailed.module.css'
import type { MailText } from './detailed-draft.ts'
import type { How } from './detailed-request.tsx'
import { detailedWords } from './detailed-words.ts'
import { MailTextPart } from './mail-text.tsx'
import type { PaymentRequest } from './make-request.ts'
import { RequestWays } from './request-ways.tsx'

interface Props {
  request: PaymentRequest
  template: string
  isBusy: How | undefined
  error: unknown
  onBack: () => void
  onDo: (how: How, text: MailText) => void
}

/** The second step: the draft as the server keeps it, and what the mail will say, before it goes out. */
export function DetailedReview({ request, template, isBusy, error, onBack, onDo }: Props) {
  const say = useWords(detailedWords)
  const ways = useWords(waysWords)
  const [own, setOwn] = useState<string>()
  useHold(own !== undefined)
  const { currency, breakdown, part_of: part, email } = request
  const money = (amount: number) => <Money amount={amount} currency={currency} />
  const text: MailText = own !== undefined ? { message: own } : template === '' ? {} : { template }
  const canMail = email !== null
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isBusy === undefined) onDo(canMail ? 'send' : 'copy', text)
      }}
    >
      <Part title={request.title ?? request.reference}>
        <Facts>
          <Fact name={say('goesTo')}>{email ?? say('onlyLink')}</Fact>
          <Fact name={say('customer')}>{request.customer_name}</Fact>
          <Fact name={say('reference')}>{request.reference}</Fact>
          {breakdown && (
            <>
              <Fact name={say('subtotal')}>{money(breakdown.subtotal)}</Fact>
              <Fact name={say('tax')}>{money(breakdown.tax)}</Fact>
              <Fact name={say('shipping')}>{money(breakdown.shipping)}</Fact>
            </>
          )}
          <Fact name={say('asked')}>
            <strong>{money(request.total)}</strong>
          </Fact>
          <Fact name={ways('ways')}>
            <RequestWays requestId={request.id} />
          </Fact>
          {part && (
            <Fact name={say('partOf')}>
              {part.label} {part.percent && `${part.percent} % · `}
              {money(part.total)}
            </Fact>
          )}
          <Fact name={say('documents')}>
            {request.attachments.map(({ file_name }) => file_name).join('\n')}
          </Fact>
          <Fact name={say('message')}>{request.message}</Fact>
        </Facts>
      </Part>
      {canMail && template !== '' && (
        <MailTextPart request={request} template={template} own={own} onOwn={setOwn} />
      )}
      <ProblemNote error={error} />
      <div className={styles.foot}>
        {canMail && (
          <Button type="submit" leftSection={<Send size={16} aria-hidden />} loading={isBusy === 'send'}>
            {say('send')}
          </Button>
        )}
        <Button
          type={canMail ? 'button' : 'submit'}
          variant={canMail ? 'default' : 'filled'}
          leftSection={<Copy size={16} aria-hidden />}
          loading={isBusy === 'copy'}
          onClick={canMail ? () => onDo('copy', text) : undefined}
        >
          {say('copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<QrCode size={16} aria-hidden />}
          loading={isBusy === 'qr'}
          onClick={() => onDo('qr', text)}
        >
          {say('qr')}
        </Button>
        <Button variant="subtle" leftSection={<ArrowLeft size={16} aria-hidden />} onClick={onBack}>
          {say('back')}
        </Button>
      </div>
    </form>
  )
}
