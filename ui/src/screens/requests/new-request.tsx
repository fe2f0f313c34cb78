import { Button, CloseButton, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Copy, QrCode, Send } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../../api/session.ts'
import { AccountNote } from '../../parts/account-note.tsx'
import { copyText } from '../../parts/copy-button.tsx'
import { addressOf, CustomerField, type Payer } from '../../parts/customer-field.tsx'
import { useHoldWhenTouched } from '../../parts/holding.ts'
import { MoneyField } from '../../parts/money-field.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { useCurrencies } from './currencies.ts'
import { type Made, useMakeRequest } from './make-request.ts'
import styles from './new-request.module.css'
import { type Methods, NewWays } from './new-ways.tsx'
import { newWords } from './new-words.ts'
import { RequestMade } from './request-made.tsx'
import { words } from './words.ts'

/** A quick request, from anywhere: who, how much, what for; then send it, copy its link or show it as a QR code. */
export function Component() {
  const [round, setRound] = useState(0)
  const say = useWords(newWords)
  const list = useWords(words)
  const navigate = useNavigate()
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        <CloseButton aria-label={list('close')} onClick={() => navigate('/pay/requests')} />
      </header>
      <AccountNote />
      <NewRequest key={round} onAnother={() => setRound(round + 1)} />
    </div>
  )
}

type How = 'send' | 'copy' | 'qr'

function NewRequest({ onAnother }: { onAnother: () => void }) {
  const say = useWords(newWords)
  const { locale } = useLanguage()
  const currencies = useCurrencies()
  const [currency, setCurrency] = useState(useSession().company.currency)
  const make = useMakeRequest()
  const [payer, setPayer] = useState<Payer>()
  const [email, setEmail] = useState('')
  const [amount, setAmount] = useState<number>()
  const [reference, setReference] = useState('')
  const [message, setMessage] = useState<string>()
  const [methods, setMethods] = useState<Methods | null>(null)
  const [isTried, setTried] = useState(false)
  const making = useMutation({
    mutationFn: async (how: How) => {
      const draft = {
        payer,
        email,
        amount: amount ?? 0,
        currency,
        reference,
        message: message ?? '',
        methods,
      }
      const made = await make(draft, how === 'send' ? 'send' : 'link')
      const isCopied = how === 'copy' && made.url !== undefined && (await copyText(made.url))
      return { ...made, how, isCopied }
    },
  })
  const holding = useHoldWhenTouched(making.data !== undefined)
  if (making.data !== undefined) return <RequestMade {...making.data} onAnother={onAnother} />
  const isWhole = amount !== undefined && amount > 0 && reference.trim() !== ''
  const start = (how: How) => {
    setTried(true)
    if (isWhole && !making.isPending && (how !== 'send' || email.trim() !== '')) making.mutate(how)
  }
  const wanted = (isMissing: boolean) => (isTried && isMissing ? say('wanted') : undefined)
  const isSending = making.isPending && making.variables === 'send'
  return (
    <form
      {...holding}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        start(email.trim() === '' && payer === undefined ? 'copy' : 'send')
      }}
    >
      <CustomerField
        label={say('payer')}
        description={say('payerHint')}
        allowNew
        autoFocus
        value={payer}
        onChange={(next) => {
          setPayer(next)
          setEmail(emailOf(next))
        }}
      />
      {payer !== undefined && payer.kind !== 'address' && (
        <TextInput
          label={say('email')}
          type="email"
          autoComplete="off"
          value={email}
          error={wanted(email.trim() === '' && making.variables === 'send')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      <MoneyField
        label={say('amount')}
        currency={currency}
        choice={currencies.length > 1 ? { currencies, onCurrency: setCurrency } : undefined}
        error={wanted(amount === undefined)}
        onAmount={setAmount}
      />
      <TextInput
        label={say('reference')}
        description={say('referenceHint')}
        autoComplete="off"
        maxLength={500}
        value={reference}
        error={wanted(reference.trim() === '')}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {message === undefined ? (
        <Button variant="subtle" size="compact-sm" className={styles.more} onClick={() => setMessage('')}>
          {say('addMessage')}
        </Button>
      ) : (
        <Textarea
          label={say('message')}
          description={say('messageHint')}
          autosize
          minRows={3}
          maxLength={5000}
          autoFocus
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
      )}
      <NewWays payer={payer} amount={amount} currency={currency} value={methods} onChange={setMethods} />
      <ProblemNote error={making.error} />
      <div className={styles.foot}>
        <Button
          type="submit"
          leftSection={<Send size={16} aria-hidden />}
          loading={isSending}
          variant={payer === undefined ? 'default' : 'filled'}
          disabled={payer === undefined}
        >
          {amount === undefined
            ? say('sendPlain')
            : say('send', { amount: formatMoney(amount, currency, locale) })}
        </Button>
        <Button
          variant={payer === undefined ? 'filled' : 'default'}
          leftSection={<Copy size={16} aria-hidden />}
          loading={making.isPending && making.variables === 'copy'}
          onClick={() => start('copy')}
        >
          {say('copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<QrCode size={16} aria-hidden />}
          loading={making.isPending && making.variables === 'qr'}
          onClick={() => start('qr')}
        >
          {say('qr')}
        </Button>
      </div>
    </form>
  )
}

function emailOf(payer: Payer | undefined): string {
  if (payer?.kind === 'customer') return addressOf(payer.customer) ?? ''
  return payer?.kind === 'address' ? payer.email : ''
}

export type { Made }
