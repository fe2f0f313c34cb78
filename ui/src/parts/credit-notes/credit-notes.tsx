import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useMay, useSession } from '../../api/session.ts'
import { useWords } from '../../words/index.ts'
import { Part } from '../detail/index.ts'
import { Moment } from '../moment.tsx'
import { Money } from '../money.tsx'
import { ProblemNote } from '../problem.tsx'
import { StatusBadge, type Tone } from '../status-badge.tsx'
import styles from './credit-notes.module.css'
import {
  ApproveCreditNote,
  type CreditNote,
  DropCreditNote,
  forgetCreditNotes,
  RejectCreditNote,
} from './decide-credit-note.tsx'
import { creditNoteWords } from './words.ts'

const SHOWN = 50

interface Props {
  /** All of an invoice's, or what of a customer's is not issued. */
  of: { invoice: string } | { customer: string; issued: false }
  /** The form that changes one that is not issued; without it, its writer changes it beside its invoice. */
  change?: (note: CreditNote, onClose: () => void) => ReactNode
}

/** Credit notes, issued or not, with what whoever looks may do about those that are not. */
export function CreditNotes({ of, change }: Props) {
  const say = useWords(creditNoteWords)
  const mayRead = useMay('invoices.read')
  const { data, error, refetch } = useQuery({
    queryKey: ['credit_notes', of],
    queryFn: () => ask(api.GET('/v1/credit_notes', { params: { query: { ...of, limit: SHOWN } } })),
    enabled: mayRead,
  })
  // What was dropped before it was issued is nobody's concern any more.
  const notes = data?.data.filter(({ status, number }) => status !== 'void' || number !== null)
  if (error === null && (notes === undefined || notes.length === 0)) return null
  return (
    <Part title={say('title')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      <ul>
        {notes?.map((note) => (
          <Row key={note.id} note={note} isOfCustomer={'customer' in of} change={change} />
        ))}
      </ul>
    </Part>
  )
}

const TONES: Readonly<Record<CreditNote['status'], Tone>> = {
  draft: 'quiet',
  pending_approval: 'attention',
  rejected: 'returned',
  issued: 'paid',
  void: 'ended',
}

interface RowProps {
  note: CreditNote
  isOfCustomer: boolean
  change: Props['change']
}

function Row({ note, isOfCustomer, change }: RowProps) {
  const say = useWords(creditNoteWords)
  const { number, status, approval, invoice } = note
  const name = (person: { name: string | null } | null | undefined) => person?.name ?? say('nobody')
  return (
    <li className={styles.note}>
      <div className={styles.entry}>
        <strong>{number ?? say('unnumbered')}</strong>
        <Money amount={note.total} currency={note.currency} />
        <span className={styles.quiet}>
          <Moment at={note.created_at} />
          {isOfCustomer && invoice !== null && (
            <>
              {' · '}
              <Link to={`/invoices/${invoice}`}>{say('for', { number: note.invoice_reference ?? '' })}</Link>
            </>
          )}
          {approval !== null && ` · ${say('writtenBy', { name: name(approval.written_by) })}`}
          {status === 'issued' &&
            approval?.decided_by &&
            ` · ${say('approvedBy', { name: name(approval.decided_by) })}`}
        </span>
        <StatusBadge tone={TONES[status]}>{say(`status_${status}`)}</StatusBadge>
      </div>
      {note.reason && <p className={styles.quiet}>{say('reason', { reason: note.reason })}</p>}
      {status === 'rejected' && approval !== null && (
        <p>{say('rejected', { name: name(approval.decided_by), reason: approval.rejected_for ?? '' })}</p>
      )}
      {number === null ? (
        <Actions note={note} change={change} />
      ) : (
        <div className={styles.actions}>
          <Button
            component="a"
            href={`/v1/credit_notes/${note.id}/pdf`}
            target="_blank"
            rel="noopener"
            size="compact-sm"
            variant="default"
          >
            {say('pdf')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Actions({ note, change }: Pick<RowProps, 'note' | 'change'>) {
  const say = useWords(creditNoteWords)
  const queries = useQueryClient()
  const { user } = useSession()
  const mayApprove = useMay('credits.approve')
  const mayWrite = useMay('credits.write')
  const [dialog, setDialog] = useState<'approve' | 'reject' | 'change' | 'drop'>()
  const { status, approval } = note
  const isOwn = approval?.written_by.id === user.id
  const isWaiting = status === 'pending_approval'
  const close = () => setDialog(undefined)
  // Changed only once it is taken back, so that nobody approves what is about to be something else.
  const changing = useMutation({
    // Either answers with its lines, which a list leaves out.
    mutationFn: () => {
      const params = { path: { id: note.id } }
      return ask(
        status === 'draft'
          ? api.GET('/v1/credit_notes/{id}', { params })
          : api.POST('/v1/credit_notes/{id}/reopen', { params }),
      )
    },
    onSuccess: () => {
      forgetCreditNotes(queries)
      setDialog('change')
    },
  })
  return (
    <>
      {isOwn && isWaiting && <p className={styles.quiet}>{say('own')}</p>}
      <div className={styles.actions}>
        {mayApprove && !isOwn && isWaiting && (
          <>
            <Button size="compact-sm" onClick={() => setDialog('approve')}>
              {say('approve')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDialog('reject')}>
              {say('reject')}
            </Button>
          </>
        )}
        {mayWrite && isOwn && (
          <>
            {change !== undefined && (
              <Button
                size="compact-sm"
                variant="default"
                loading={changing.isPending}
                onClick={() => changing.mutate()}
              >
                {say('change')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => setDialog('drop')}>
              {say('drop')}
            </Button>
          </>
        )}
      </div>
      <ProblemNote error={changing.error} />
      {dialog === 'approve' && <ApproveCreditNote note={note} onClose={close} />}
      {dialog === 'reject' && <RejectCreditNote note={note} onClose={close} />}
      {dialog === 'drop' && <DropCreditNote note={note} onClose={close} />}
      {dialog === 'change' && changing.data !== undefined && change?.(changing.data, close)}
    </>
  )
}
