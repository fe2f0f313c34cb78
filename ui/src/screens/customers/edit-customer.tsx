import { Button, Checkbox, NativeSelect, Tabs } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { keepSaved } from '../../api/keep-saved.ts'
import { DetailForm, DetailHead, DetailPage } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { type Customer, useCustomer } from './customer.tsx'
import { bodyOf, CustomerFields, draftOf } from './customer-fields.tsx'
import styles from './customers.module.css'
import { formWords } from './form-words.ts'
import { MethodChoice } from './method-choice.tsx'

/** Changes a customer: their details, and under *Advanced* whether they get payment links. */
export function Component() {
  const { id = '' } = useParams()
  return (
    <DetailPage query={useCustomer(id)}>{(customer) => <Edit key={id} customer={customer} />}</DetailPage>
  )
}

function Edit({ customer }: { customer: Customer }) {
  const say = useWords(formWords)
  const navigate = useNavigate()
  const { search } = useLocation()
  const toast = useToast()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(draftOf(customer))
  const [hasLinks, setLinks] = useState(customer.payment_links_enabled)
  const [methods, setMethods] = useState(customer.methods)
  const [zone, setZone] = useState(customer.time_zone ?? '')
  const [isTried, setTried] = useState(false)
  const path = `/customers/${customer.id}`
  const saving = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/v1/customers/{id}', {
          params: { path: { id: customer.id } },
          body: { ...bodyOf(draft), payment_links_enabled: hasLinks, methods, time_zone: zone || null },
        }),
      ),
    onSuccess: async (saved) => {
      await keepSaved(queries, ['customers', customer.id], saved)
      for (const kind of ['customers', 'payment_requests', 'methods'])
        void queries.invalidateQueries({ queryKey: [kind] })
      toast({ tone: 'done', text: say('saved') })
      navigate({ pathname: path, search }, { replace: true })
    },
  })
  return (
    <DetailForm
      onSubmit={() => {
        setTried(true)
        if (draft.name.trim() !== '' && !saving.isPending) saving.mutate()
      }}
    >
      <DetailHead title={say('editTitle', { name: customer.name })} closesTo={path} />
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="details">{say('details')}</Tabs.Tab>
          <Tabs.Tab value="advanced">{say('advanced')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" className={styles.tab}>
          <div className={styles.form}>
            <CustomerFields draft={draft} onChange={setDraft} isTried={isTried} error={saving.error} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="advanced" className={styles.tab}>
          <Checkbox
            label={say('links')}
            description={say('linksHint')}
            checked={hasLinks}
            onChange={(event) => setLinks(event.currentTarget.checked)}
          />
          <MethodChoice value={methods} onChange={setMethods} />
          <NativeSelect
            label={say('zone')}
            description={say('zoneHint')}
            data={[{ value: '', label: say('zoneNone') }, ...zonesWith(zone)]}
            value={zone}
            onChange={(event) => setZone(event.currentTarget.value)}
          />
        </Tabs.Panel>
      </Tabs>
      <ProblemNote error={saving.error} />
      <div className={styles.foot}>
        <Button type="submit" loading={saving.isPending}>
          {say('save')}
        </Button>
        <Button variant="default" onClick={() => navigate({ pathname: path, search })}>
          {say('cancel')}
        </Button>
      </div>
    </DetailForm>
  )
}

/** Every zone that the browser knows, and the customer's own where it does not. */
function zonesWith(own: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return own === '' || known.includes(own) ? known : [own, ...known]
}
