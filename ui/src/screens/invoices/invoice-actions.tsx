import { Button } from '@mantine/core'
import { Ban, FileText, Landmark, Mail, Pencil, Repeat, TrendingDown, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useMay } from '../../api/session.ts'
import { EnterCard } from '../../parts/by-phone/enter-card.tsx'
import { TakeByPhone } from '../../parts/by-phone/take-by-phone.tsx'
import { BookWire } from '../../parts/wires/book-wire.tsx'
import { wireWords } from '../../parts/wires/words.ts'
import { useWords } from '../../words/index.ts'
import { EmailInvoice } from './email-invoice.tsx'
import type { Invoice } from './invoice-list.tsx'
import { invoiceWords } from './invoice-words.ts'
import styles from './invoices.module.css'
import { RecoverInvoice } from './recover-invoice.tsx'
import { RepeatInvoice, repeatable } from './repeat-invoice.tsx'
import { repeatWords } from './repeat-words.ts'
import { VoidInvoice } from './void-invoice.tsx'
import { WriteOffInvoice } from './write-off-invoice.tsx'
import { writeOffWords } from './write-off-words.ts'

/** What can be done with an invoice now, by whoever may. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceWords)
  const { search } = useLocation()
  const mayWrite = useMay('invoices.write')
  const maySend = useMay('requests.send')
  const sayWire = useWords(wireWords)
  const mayBook = useMay('payments.receive') && invoice.open > 0
  const [dialog, setDialog] = useState<'email' | 'void' | 'wire' | 'write-off' | 'recover' | 'repeat'>()
  const mayWriteOff = useMay('invoices.write_off')
  const sayWriteOff = useWords(writeOffWords)
  const sayRepeat = useWords(repeatWords)
  const isVoid = invoice.voided_at !== null
  const isWrittenOff = invoice.written_off_at !== null
  const close = () => setDialog(undefined)
  return (
    <div className={styles.actions}>
      {maySend && !isVoid && (
        <Button leftSection={<Mail size={16} aria-hidden />} onClick={() => setDialog('email')}>
          {say('email')}
        </Button>
      )}
      <Button
        component="a"
        href={`/v1/invoices/${invoice.id}/pdf`}
        target="_blank"
        rel="noopener"
        variant="default"
        leftSection={<FileText size={16} aria-hidden />}
      >
        {say('pdf')}
      </Button>
      {invoice.original !== null && (
        <Button
          component="a"
          href={`/v1/attachments/${invoice.original}/content`}
          variant="default"
          leftSection={<FileText size={16} aria-hidden />}
        >
          {say('original')}
        </Button>
      )}
      <TakeByPhone isOpen={invoice.open > 0 && invoice.in_flight === 0}>
        {(onClose) => (
          <EnterCard
            paid={{
              of: { invoices: [invoice.id] },
              name: invoice.number,
              customer: invoice.buyer.name,
              amount: invoice.open,
              currency: invoice.currency,
            }}
            onClose={onClose}
          />
        )}
      </TakeByPhone>
      {mayBook && (
        <Button
          variant="default"
          leftSection={<Landmark size={16} aria-hidden />}
          onClick={() => setDialog('wire')}
        >
          {sayWire('book')}
        </Button>
      )}
      {mayWriteOff && invoice.open > 0 && invoice.in_flight === 0 && (
        <Button
          variant="default"
          leftSection={<TrendingDown size={16} aria-hidden />}
          onClick={() => setDialog('write-off')}
        >
          {sayWriteOff('writeOff')}
        </Button>
      )}
      {mayWriteOff && isWrittenOff && (
        <Button
          variant="default"
          leftSection={<Undo2 size={16} aria-hidden />}
          onClick={() => setDialog('recover')}
        >
          {sayWriteOff('recover')}
        </Button>
      )}
      {mayWrite && !isVoid && !isWrittenOff && (
        <>
          {invoice.recovers === null && (
            <Button
              component={Link}
              to={{ pathname: `/invoices/${invoice.id}/edit`, search }}
              variant="default"
              leftSection={<Pencil size={16} aria-hidden />}
            >
              {say('edit')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Ban size={16} aria-hidden />}
            onClick={() => setDialog('void')}
          >
            {say('void')}
          </Button>
        </>
      )}
      {maySend && invoice.recovers === null && repeatable(invoice) !== undefined && (
        <Button
          variant="default"
          leftSection={<Repeat size={16} aria-hidden />}
          onClick={() => setDialog('repeat')}
        >
          {sayRepeat('repeat')}
        </Button>
      )}
      {dialog === 'wire' && (
        <BookWire
          of={{ customer: invoice.customer, invoices: [invoice.id] }}
          reference={invoice.number}
          open={invoice.open}
          currency={invoice.currency}
          onClose={close}
        />
      )}
      {dialog === 'repeat' && <RepeatInvoice invoice={invoice} onClose={close} />}
      {dialog === 'email' && <EmailInvoice invoice={invoice} onClose={close} />}
      {dialog === 'write-off' && <WriteOffInvoice invoice={invoice} onClose={close} />}
      {dialog === 'recover' && <RecoverInvoice invoice={invoice} onClose={close} />}
      {dialog === 'void' && <VoidInvoice invoice={invoice} onClose={close} />}
    </div>
  )
}
