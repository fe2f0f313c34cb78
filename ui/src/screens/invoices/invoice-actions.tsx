import { Button } from '@mantine/core'
import { Ban, FileText, Mail, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useMay } from '../../api/session.ts'
import { useWords } from '../../words/index.ts'
import { EmailInvoice } from './email-invoice.tsx'
import type { Invoice } from './invoice-list.tsx'
import { invoiceWords } from './invoice-words.ts'
import styles from './invoices.module.css'
import { VoidInvoice } from './void-invoice.tsx'

/** What can be done with an invoice now, by whoever may. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceWords)
  const { search } = useLocation()
  const mayWrite = useMay('invoices.write')
  const maySend = useMay('requests.send')
  const [dialog, setDialog] = useState<'email' | 'void'>()
  const isVoid = invoice.voided_at !== null
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
      {mayWrite && !isVoid && (
        <>
          <Button
            component={Link}
            to={{ pathname: `/invoices/${invoice.id}/edit`, search }}
            variant="default"
            leftSection={<Pencil size={16} aria-hidden />}
          >
            {say('edit')}
          </Button>
          <Button
            variant="default"
            leftSection={<Ban size={16} aria-hidden />}
            onClick={() => setDialog('void')}
          >
            {say('void')}
          </Button>
        </>
      )}
      {dialog === 'email' && <EmailInvoice invoice={invoice} onClose={close} />}
      {dialog === 'void' && <VoidInvoice invoice={invoice} onClose={close} />}
    </div>
  )
}
