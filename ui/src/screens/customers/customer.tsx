import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Banknote, HandCoins, Pencil } from 'lucide-react'
import { Link, useLocation, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { TakeByPhone } from '../../parts/by-phone/take-by-phone.tsx'
import { CreditNotes } from '../../parts/credit-notes/credit-notes.tsx'
import { addressOf } from '../../parts/customer-field.tsx'
import { DetailHead, DetailPage, Fact, Facts, Part } from '../../parts/detail/index.ts'
import { Day } from '../../parts/moment.tsx'
import { useWays, WaysToPay } from '../../parts/ways-to-pay.tsx'
import { useWords } from '../../words/index.ts'
import { Contacts } from './contacts.tsx'
import { CustomerPays } from './customer-pays.tsx'
import { CustomerReminders } from './customer-reminders.tsx'
import { customerWords } from './customer-words.ts'
import styles from './customers.module.css'
import { History } from './history.tsx'

export type Customer = components['schemas']['Customer']

export function useCustomer(id: string) {
  return useQuery({
    queryKey: ['customers', id],
    queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id } } })),
  })
}

/** A customer's profile: who they are, and what was asked of them and paid. */
export function Component() {
  const { id = '' } = useParams()
  return (
    <DetailPage query={useCustomer(id)}>{(customer) => <Profile key={id} customer={customer} />}</DetailPage>
  )
}

function Profile({ customer }: { customer: Customer }) {
  const say = useWords(customerWords)
  const { search } = useLocation()
  const mayWrite = useMay('customers.write')
  const mayAsk = useMay('requests.send')
  const mayTake = useMay('payments.receive')
  return (
    <>
      <DetailHead
        title={customer.name}
        subtitle={addressOf(customer) ?? customer.phone}
        closesTo="/customers"
      />
      {(mayWrite || mayAsk || mayTake) && (
        <div className={styles.actions}>
          {mayAsk && customer.payment_links_enabled && (
            <Button
              component={Link}
              to={`/invoices?customer=${customer.id}&open=true`}
              leftSection={<HandCoins size={16} aria-hidden />}
            >
              {say('openInvoices')}
            </Button>
          )}
          {mayTake && (
            <Button
              component={Link}
              to={`/pay/receive?customer=${customer.id}`}
              variant="default"
              leftSection={<Banknote size={16} aria-hidden />}
            >
              {say('receive')}
            </Button>
          )}
          <TakeByPhone isOpen>
            {(onClose) => <CustomerPays customer={customer} onClose={onClose} />}
          </TakeByPhone>
          {mayWrite && (
            <Button
              component={Link}
              to={{ pathname: `/customers/${customer.id}/edit`, search }}
              variant="default"
              leftSection={<Pencil size={16} aria-hidden />}
            >
              {say('edit')}
            </Button>
          )}
        </div>
      )}
      <CreditNotes of={{ customer: customer.id, issued: false }} />
      <History customer={customer} />
      <Details customer={customer} />
      <Contacts customer={customer} />
      <CustomerReminders customer={customer} />
    </>
  )
}

function Details({ customer }: { customer: Customer }) {
  const say = useWords(customerWords)
  const ways = useWays({ customer: customer.id })
  // The lines of an e-invoice end with the country's code already.
  const { address_lines: lines, country } = customer
  const address = [...lines, lines.at(-1) === country ? null : country].filter(Boolean).join('\n')
  return (
    <Part title={say('details')}>
      <Facts>
        <Fact name={say('email')}>
          {customer.email && <a href={`mailto:${customer.email}`}>{customer.email}</a>}
        </Fact>
        <Fact name={say('phone')}>
          {customer.phone && <a href={`tel:${customer.phone}`}>{customer.phone}</a>}
        </Fact>
        <Fact name={say('address')}>{address}</Fact>
        <Fact name={say('code')}>{customer.code}</Fact>
        <Fact name={say('taxId')}>{customer.tax_id}</Fact>
        <Fact name={say('language')}>{customer.language && say(`language_${customer.language}`)}</Fact>
        <Fact name={say('links')}>{say(customer.payment_links_enabled ? 'linksOn' : 'linksOff')}</Fact>
        {ways !== undefined && (
          <Fact name={say('ways')}>
            <WaysToPay ways={ways} />
          </Fact>
        )}
        <Fact name={say('since')}>
          <Day at={customer.created_at} />
        </Fact>
      </Facts>
    </Part>
  )
}
