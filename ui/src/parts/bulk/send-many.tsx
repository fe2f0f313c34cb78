import { Anchor, Button, Textarea } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { paths } from '../../api/schema.generated.ts'
import { useWords } from '../../words/index.ts'
import { Lines } from '../after-a-while.tsx'
import { Dialog } from '../dialog.tsx'
import { ProblemNote } from '../problem.tsx'
import { isEmptied, isSent, type Typed } from './planned.ts'
import styles from './send-many.module.css'
import { SendRow } from './send-row.tsx'
import { sendWords } from './send-words.ts'

type Body = paths['/v1/bulk_sends']['post']['requestBody']['content']['application/json']

interface Props {
  /** What is to be sent, but for the addresses and the message. */
  order: Body
  /** What is chosen about it, above those who get it. */
  children?: ReactNode
  onClose: (isDone: boolean) => void
}

/** More are sent to, but not shown: nobody looks through hundreds of addresses. */
const SHOWN = 100

/** Shows who gets what at which address, and who nothing and why; then sends it, and leads to how it goes on. */
export function SendMany({ order, children, onClose }: Props) {
  const say = useWords(sendWords)
  const navigate = useNavigate()
  const keyOf = useKeyOf()
  const [typed, setTyped] = useState<Typed>({})
  const [message, setMessage] = useState('')
  const preview = useQuery({
    queryKey: ['bulk_sends', 'preview', order],
    queryFn: () => ask(api.POST('/v1/bulk_sends/preview', { body: order })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const sending = useMutation({
    mutationFn: () => {
      const body = { ...order, ...written(typed, message) }
      return ask(api.POST('/v1/bulk_sends', { body, params: { header: keyOf('send', body) } }))
    },
    onSuccess: ({ id }) => {
      onClose(true)
      navigate(`/pay/sends/${id}`)
    },
  })
  const { kind } = order
  const rows = preview.data?.data ?? []
  const count = rows.filter((row) => isSent(row, typed)).length
  const isReady = count > 0 && !rows.some((row) => isEmptied(row, typed))
  return (
    <Dialog
      title={say('title', { kind })}
      size="lg"
      isBusy={sending.isPending}
      isUnsaved={message !== '' || Object.keys(typed).length > 0}
      onClose={() => onClose(false)}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !sending.isPending) sending.mutate()
        }}
      >
        {children}
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
        {preview.isPending && <Lines count={4} />}
        <ProblemNote error={preview.error} onAgain={() => void preview.refetch()} />
        {preview.data !== undefined && (
          <>
            <p role="status">
              {count === 0 ? say('empty') : say('summary', { kind, count })}{' '}
              {count < rows.length && count > 0 && say('nothing', { count: rows.length - count })}
            </p>
            <ul className={styles.rows}>
              {rows.slice(0, SHOWN).map((row) => (
                <SendRow
                  key={`${row.customer} ${row.currency}`}
                  row={row}
                  typed={typed}
                  onEmail={(email) => setTyped({ ...typed, [row.customer]: email })}
                />
              ))}
            </ul>
            {rows.length > SHOWN && (
              <p className={styles.quiet}>{say('more', { count: rows.length - SHOWN })}</p>
            )}
          </>
        )}
        <ProblemNote error={sending.error} />
        <div className={styles.foot}>
          <Button
            type="submit"
            leftSection={<Send size={16} aria-hidden />}
            loading={sending.isPending}
            disabled={!isReady}
          >
            {say('send', { kind, count })}
          </Button>
          <Button variant="subtle" disabled={sending.isPending} onClick={() => onClose(false)}>
            {say('cancel')}
          </Button>
          <Anchor component={Link} to="/pay/sends" className={styles.earlier}>
            {say('earlier')}
          </Anchor>
        </div>
      </form>
    </Dialog>
  )
}

/** What was typed, as the API takes it. */
function written(typed: Typed, message: string): Pick<Body, 'emails' | 'message'> {
  const emails = Object.entries(typed).flatMap(([customer, email]) =>
    email.trim() === '' ? [] : [{ customer, email: email.trim() }],
  )
  return {
    ...(emails.length === 0 ? {} : { emails }),
    ...(message.trim() === '' ? {} : { message: message.trim() }),
  }
}
