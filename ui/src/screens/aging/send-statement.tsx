import { Anchor, Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { addressOf } from '../../parts/customer-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './aging.module.css'
import type { AgingRow } from './aging.tsx'
import { EarlierStatements } from './earlier-statements.tsx'
import { StatementFields, type StatementShown, shownBody } from './statement-fields.tsx'
import { StatementRows } from './statement-rows.tsx'
import { statementWords } from './statement-words.ts'

type Statement = components['schemas']['Statement']

/** What decides about the box before anybody ticks it. */
interface Ground {
  rule: 'ticked' | 'unticked' | 'hidden'
  isCustomerOn: boolean
  address: string | null
}

interface Props {
  row: AgingRow
  /** The day whose end it is of, unless another is chosen. */
  day: string
  onClose: (isSent: boolean) => void
}

/** Writes a statement, shows it, and sends it with a link for what is pending or without. */
export function SendStatement(props: Props) {
  const { row, onClose } = props
  const say = useWords(statementWords)
  const customer = row.customer ?? ''
  const {
    data: ground,
    error,
    refetch,
  } = useQuery({
    queryKey: ['settings', 'statement', customer],
    queryFn: async (): Promise<Ground> => {
      const [settings, found] = await Promise.all([
        ask(api.GET('/v1/settings')),
        ask(api.GET('/v1/customers/{id}', { params: { path: { id: customer } } })),
      ])
      return {
        rule: settings.values['invoice.manual_link'] as Ground['rule'],
        isCustomerOn: found.payment_links_enabled,
        address: addressOf(found),
      }
    },
    gcTime: 0,
  })
  const title = say('title', { name: row.customer_name ?? '' })
  return ground === undefined ? (
    <Dialog title={title} onClose={() => onClose(false)}>
      {error ? <ProblemNote error={error} onAgain={() => refetch()} /> : <Lines count={3} />}
    </Dialog>
  ) : (
    <Written {...props} title={title} ground={ground} />
  )
}

function Written({ row, day, title, ground, onClose }: Props & { title: string; ground: Ground }) {
  const say = useWords(statementWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const isSent = useRef(false)
  const [shown, setShown] = useState<StatementShown>({ kind: 'open_items', asOf: day, from: '' })
  const [to, setTo] = useState(ground.address ?? '')
  const [message, setMessage] = useState('')
  const [isTicked, setTicked] = useState(ground.rule === 'ticked')
  // What is pending may have changed since one was written: what could not be sent is written anew.
  const [tries, setTries] = useState(0)
  const why = ground.isCustomerOn ? (ground.rule === 'hidden' ? 'linkHidden' : undefined) : 'linkCustomerOff'
  const write = async () => {
    const body = { customer: row.customer ?? '', currency: row.currency, ...shownBody(shown) }
    const params = { header: keyOf(`write ${tries}`, body) }
    return ask(api.POST('/v1/statements', { params, body }))
  }
  const look = useMutation({ mutationFn: write })
  const changed = () => look.reset()
  const send = async () => {
    const statement = await write()
    const body = {
      to: to.trim(),
      ...(message.trim() === '' ? {} : { message: message.trim() }),
      ...(why === undefined ? { payment_link: isTicked } : {}),
    }
    const params = { path: { id: statement.id }, header: keyOf(`send ${statement.id}`, body) }
    try {
      const sent = await ask(api.POST('/v1/statements/{id}/send', { params, body }))
      isSent.current = true
      const { embedded, reason } = sent.payment_link
      const said = embedded ? 'sentLink' : isTicked && reason !== 'rule' ? (`why_${reason}` as const) : 'sent'
      toast({ tone: 'done', text: say(said, { email: sent.email.to }) })
      for (const stale of ['statements', 'payment_requests'])
        void queries.invalidateQueries({ queryKey: [stale] })
    } catch (error) {
      setTries(tries + 1)
      changed()
      throw error
    }
  }
  return (
    <Confirm
      title={title}
      action={say('send')}
      isDisabled={to.trim() === '' || shown.asOf === ''}
      onConfirm={send}
      onClose={() => onClose(isSent.current)}
    >
      <StatementFields
        shown={shown}
        onChange={(next) => {
          changed()
          setShown(next)
        }}
      />
      <TextInput
        label={say('to')}
        type="email"
        autoComplete="off"
        value={to}
        error={to.trim() === '' ? say('toWanted') : undefined}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Textarea
        label={say('message')}
        description={say('messageHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {why === undefined ? (
        <Checkbox
          label={say('link')}
          description={say('linkHint')}
          checked={isTicked}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      ) : (
        <p className={styles.quiet}>{say(why)}</p>
      )}
      <ProblemNote error={look.error} />
      {look.data === undefined ? (
        <Button
          variant="default"
          loading={look.isPending}
          disabled={shown.asOf === ''}
          onClick={() => look.mutate()}
        >
          {say('preview')}
        </Button>
      ) : (
        <Looked statement={look.data} />
      )}
      <EarlierStatements customer={row.customer ?? ''} currency={row.currency} />
    </Confirm>
  )
}

/** The sums of what will be sent, with its PDF. */
function Looked({ statement }: { statement: Statement }) {
  const say = useWords(statementWords)
  const { locale } = useLanguage()
  const { balance, currency, id, in_flight: inFlight, pending_balance: pending, unapplied } = statement
  const money = (amount: number) => ({ amount: formatMoney(amount, currency, locale) })
  return (
    <div className={styles.sums} role="status">
      {balance !== pending && <p>{say('balance', money(balance))}</p>}
      <p>
        <strong>{say('pending', money(pending))}</strong>
      </p>
      {inFlight !== 0 && <p>{say('inFlight', money(inFlight))}</p>}
      {unapplied !== 0 && <p>{say('credit', money(unapplied))}</p>}
      <StatementRows statement={statement} />
      <Anchor href={`/v1/statements/${id}/pdf`} target="_blank" rel="noreferrer">
        {say('pdf')}
      </Anchor>
    </div>
  )
}
