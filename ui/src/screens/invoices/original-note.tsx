import { Button } from '@mantine/core'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Allowed } from '../../parts/allowed.tsx'
import { formStyles as styles } from '../../parts/terms/index.ts'
import { useWords } from '../../words/index.ts'
import { CreditInvoice } from './credit-invoice.tsx'
import type { Invoice } from './invoice-list.tsx'
import { originalWords } from './original-words.ts'
import { VoidInvoice } from './void-invoice.tsx'

/** Why the lines of an imported document are not changed, and what can be done instead. */
export function OriginalNote({ invoice }: { invoice: Invoice }) {
  const say = useWords(originalWords)
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'credit' | 'void'>()
  const close = () => setDialog(undefined)
  const canVoid = invoice.settled === 0 && invoice.in_flight === 0
  return (
    <div className={styles.set}>
      <p>{say(invoice.series === 'own' ? 'whyOld' : 'why')}</p>
      <p>{say(canVoid ? 'what' : 'whatPaid')}</p>
      <div className={styles.row}>
        {invoice.original !== null && (
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            href={`/v1/attachments/${invoice.original}/content`}
            leftSection={<FileText size={14} aria-hidden />}
          >
            {say('original')}
          </Button>
        )}
        <Allowed to="credits.write">
          <Button size="compact-sm" variant="default" onClick={() => setDialog('credit')}>
            {say('credit')}
          </Button>
        </Allowed>
        {canVoid && (
          <Button size="compact-sm" variant="default" onClick={() => setDialog('void')}>
            {say('anew')}
          </Button>
        )}
      </div>
      {dialog === 'credit' && (
        <CreditInvoice
          invoice={invoice}
          onCredited={() => navigate(`/invoices/${invoice.id}`)}
          onClose={close}
        />
      )}
      {dialog === 'void' && (
        <VoidInvoice
          invoice={invoice}
          onVoided={() => navigate(`/invoices/new?copy=${invoice.id}`)}
          onClose={close}
        />
      )}
    </div>
  )
}
