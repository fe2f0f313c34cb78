import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { Taken } from '../../parts/by-phone/taken.tsx'
import { CreditNotes } from '../../parts/credit-notes/credit-notes.tsx'
import { DetailHead, DetailPage, Fact, Facts, Part } from '../../parts/detail/index.ts'
import { InvoiceStatus } from '../../parts/invoice-status.tsx'
import { InvoiceMails, InvoiceRequests } from '../../parts/invoice-story/invoice-story.tsx'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { CreditInvoice } from './credit-invoice.tsx'
import { InvoiceActions } from './invoice-actions.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import type { Invoice } from './invoice-list.tsx'
import { InvoiceReminders } from './invoice-reminders.tsx'
import { invoiceWords } from './invoice-words.ts'
import styles from './invoices.module.css'
import { writeOffWords } from './write-off-words.ts'

export function useInvoice(id: string) {
  return useQuery({
    queryKey: ['invoices', id],
    queryFn: () => ask(api.GET('/v1/invoices/{id}', { params: { path: { id } } })),
  })
}

/** An invoice: what it is for, how it stands, who was asked for it, and what can be done with it. */
export function Component() {
  const { id = '' } = useParams()
  return <DetailPage query={useInvoice(id)}>{(invoice) => <Shown key={id} invoice={invoice} />}</DetailPage>
}

function Shown({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceWords)
  const sayWriteOff = useWords(writeOffWords)
  const { locale } = useLanguage()
  const { open, total, currency } = invoice
  return (
    <>
      <Taken />
      <DetailHead
        title={invoice.number}
        subtitle={<Link to={`/customers/${invoice.customer}`}>{invoice.buyer.name}</Link>}
        closesTo="/invoices"
      />
      <div className={styles.sum}>
        <Money amount={total} currency={currency} className={styles.amount} />
        <InvoiceStatus status={invoice.status} />
      </div>
      {invoice.recovers !== null && <p>{say('recovers')}</p>}
      {open > 0 && open < total && <p>{say('openOf', { amount: formatMoney(open, currency, locale) })}</p>}
      {invoice.written_off > 0 && (
        <p>{sayWriteOff('writtenOffOf', { amount: formatMoney(invoice.written_off, currency, locale) })}</p>
      )}
      <InvoiceActions invoice={invoice} />
      <InvoiceLines invoice={invoice} />
      <CreditNotes
        of={{ invoice: invoice.id }}
        change={(note, onClose) => <CreditInvoice invoice={invoice} note={note} onClose={onClose} />}
      />
      <InvoiceRequests invoice={invoice} />
      <InvoiceMails invoice={invoice} />
      <InvoiceReminders invoice={invoice} />
      <Details invoice={invoice} />
    </>
  )
}

function Details({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceWords)
  const sayWriteOff = useWords(writeOffWords)
  const { buyer } = invoice
  return (
    <Part title={say('details')}>
      <Facts>
        <Fact name={say('issued')}>
          <Day at={invoice.issued_on} />
        </Fact>
        <Fact name={say('due')}>{invoice.due_on && <Day at={invoice.due_on} />}</Fact>
        {invoice.write_off_reason !== null && (
          <Fact name={sayWriteOff('writtenOff')}>
            {[sayWriteOff(invoice.write_off_reason), invoice.write_off_note].filter(Boolean).join(' · ')}
          </Fact>
        )}
        <Fact name={say('customer')}>{buyer.name}</Fact>
        <Fact name={say('address')}>{buyer.address_lines.join('\n')}</Fact>
        <Fact name={say('sentTo')}>{buyer.email}</Fact>
        <Fact name={say('taxId')}>{buyer.tax_id}</Fact>
        <Fact name={say('order')}>{invoice.order_reference}</Fact>
        <Fact name={say('note')}>{invoice.note}</Fact>
        <Fact name={say('revision')}>{invoice.revision > 1 ? invoice.revision : null}</Fact>
      </Facts>
    </Part>
  )
}
