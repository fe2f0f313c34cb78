import { Button, NativeSelect } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AlarmClock } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { keepSaved } from '../../api/keep-saved.ts'
import type { paths } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Part } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { areDays, DaysField, useSayStep } from '../../parts/reminders/days.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { reminderRuleWords } from './reminder-words.ts'

type Rule = paths['/v1/customers/{id}/reminders']['get']['responses'][200]['content']['application/json']

const MODES = ['company', 'off', 'own'] as const

/** On which days a customer is reminded: as all are, on their own, or never. */
export function CustomerReminders({ customer }: { customer: Customer }) {
  const say = useWords(reminderRuleWords)
  const sayStep = useSayStep()
  const mayWrite = useMay('customers.write')
  const maySee = useMay('settings.read')
  const [isOpen, setOpen] = useState(false)
  const rule = useQuery({
    queryKey: ['customers', customer.id, 'reminders'],
    queryFn: () => ask(api.GET('/v1/customers/{id}/reminders', { params: { path: { id: customer.id } } })),
  })
  const schedule = useQuery({
    queryKey: ['reminder_schedule'],
    queryFn: () => ask(api.GET('/v1/reminder_schedule')),
    enabled: maySee,
  })
  const { data } = rule
  const days = data?.mode === 'own' ? data.offsets : data?.mode === 'company' ? schedule.data?.offsets : null
  return (
    <Part
      title={say('title')}
      action={
        mayWrite &&
        data && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<AlarmClock size={14} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {say('change')}
          </Button>
        )
      }
    >
      <ProblemNote error={rule.error} onAgain={() => rule.refetch()} />
      {data && (
        <p>
          {days ? say('said', { mode: say(data.mode), days: days.map(sayStep).join(', ') }) : say(data.mode)}
        </p>
      )}
      {schedule.data?.enabled === false && <p>{say('companyOff')}</p>}
      {isOpen && data && <ChangeRule customer={customer} rule={data} onClose={() => setOpen(false)} />}
    </Part>
  )
}

const FIRST_DAYS = [1, 7]

function ChangeRule({ customer, rule, onClose }: { customer: Customer; rule: Rule; onClose: () => void }) {
  const say = useWords(reminderRuleWords)
  const toast = useToast()
  const queries = useQueryClient()
  const [mode, setMode] = useState(rule.mode)
  const [days, setDays] = useState(rule.offsets ?? FIRST_DAYS)
  const save = async () => {
    const params = { path: { id: customer.id } }
    const body = { mode, offsets: mode === 'own' ? days : null }
    const saved = await ask(api.PUT('/v1/customers/{id}/reminders', { params, body }))
    await keepSaved(queries, ['customers', customer.id, 'reminders'], saved)
    toast({ tone: 'done', text: say('saved') })
  }
  return (
    <Confirm
      title={say('dialog', { name: customer.name })}
      action={say('save')}
      isDisabled={mode === 'own' && !areDays(days)}
      onConfirm={save}
      onClose={onClose}
    >
      <NativeSelect
        label={say('mode')}
        data={MODES.map((value) => ({ value, label: say(value) }))}
        value={mode}
        onChange={(event) => setMode(event.currentTarget.value as Rule['mode'])}
      />
      {mode === 'own' && <DaysField label={say('days')} value={days} onChange={setDays} />}
    </Confirm>
  )
}
