import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useFieldFault } from '../../../parts/problems/say-field.ts'
import { useToast } from '../../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../../words/index.ts'
import { SaveBar } from '../frame/save-bar.tsx'
import { Card, Section } from '../frame/section.tsx'
import styles from './company.module.css'
import { type Company, LogoCard } from './logo-card.tsx'
import { companyWords } from './words.ts'

type Draft = Pick<Company, 'name' | 'legal_name' | 'language' | 'time_zone'> &
  Record<'email' | 'phone' | 'tax_id' | 'statement_descriptor' | 'address', string>

/** Settings → Company: what payers see of it, and how its days begin. */
export function Component() {
  const say = useWords(companyWords)
  const { data, error, refetch } = useQuery({
    queryKey: ['company'],
    queryFn: () => ask(api.GET('/v1/company')),
  })
  return (
    <Section title={say('title')} text={say('text')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined ? (
        !error && <Lines count={8} />
      ) : (
        <>
          <LogoCard company={data} />
          <Form company={data} />
        </>
      )}
    </Section>
  )
}

function Form({ company }: { company: Company }) {
  const say = useWords(companyWords)
  const { locale } = useLanguage()
  const mayChange = useMay('settings.write')
  const toast = useToast()
  const queries = useQueryClient()
  const kept = draftOf(company)
  const [changes, setChanges] = useState<Partial<Draft>>({})
  const draft = { ...kept, ...changes }
  const changed = (Object.keys(kept) as (keyof Draft)[]).filter((name) => draft[name] !== kept[name])
  const saving = useMutation({
    mutationFn: () => ask(api.PATCH('/v1/company', { body: bodyOf(draft, changed) })),
    onSuccess: async (saved) => {
      await keepSaved(queries, ['company'], saved)
      toast({ tone: 'done', text: say('saved') })
      setChanges({})
      await queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  const fault = useFieldFault()
  const field = (name: keyof Draft, wire: string = name) => ({
    value: draft[name],
    readOnly: !mayChange,
    error: fault(saving.error, wire),
    onChange: (event: { currentTarget: { value: string } }) =>
      setChanges({ ...changes, [name]: event.currentTarget.value }),
  })
  return (
    <>
      {!mayChange && <p>{say('notYours')}</p>}
      <Card title={say('shown')}>
        <div className={styles.form}>
          <TextInput label={say('name')} description={say('nameHint')} maxLength={200} {...field('name')} />
          <TextInput
            label={say('email')}
            description={say('emailHint')}
            type="email"
            maxLength={254}
            {...field('email')}
          />
          <TextInput
            label={say('phone')}
            description={say('phoneHint')}
            type="tel"
            maxLength={50}
            {...field('phone')}
          />
          <TextInput
            label={say('descriptor')}
            description={say('descriptorHint')}
            maxLength={22}
            {...field('statement_descriptor')}
          />
        </div>
      </Card>
      <Card title={say('documents')}>
        <div className={styles.form}>
          <TextInput label={say('legalName')} maxLength={200} {...field('legal_name')} />
          <TextInput label={say('taxId')} maxLength={50} {...field('tax_id')} />
          <Textarea
            label={say('address')}
            description={say('addressHint')}
            autosize
            minRows={3}
            {...field('address', 'address_lines')}
          />
        </div>
      </Card>
      <Card title={say('habits')}>
        <div className={styles.form}>
          <NativeSelect
            label={say('language')}
            description={say('languageHint')}
            disabled={!mayChange}
            data={(['en', 'fr'] as const).map((value) => ({ value, label: say(`lang_${value}`) }))}
            value={draft.language}
            onChange={field('language').onChange}
          />
          <NativeSelect
            label={say('timeZone')}
            description={say('timeZoneHint')}
            disabled={!mayChange}
            data={zonesWith(draft.time_zone)}
            value={draft.time_zone}
            onChange={field('time_zone').onChange}
          />
        </div>
        <dl className={styles.facts}>
          <div>
            <dt>{say('currency')}</dt>
            <dd>
              {new Intl.DisplayNames(locale, { type: 'currency' }).of(company.currency.toUpperCase())} (
              {company.currency.toUpperCase()})
            </dd>
          </div>
          <div>
            <dt>{say('country')}</dt>
            <dd>{new Intl.DisplayNames(locale, { type: 'region' }).of(company.country)}</dd>
          </div>
        </dl>
        <p className={styles.quiet}>{say('fixed')}</p>
      </Card>
      {changed.length > 0 && (
        <SaveBar
          text={say('unsaved')}
          save={say('save')}
          discard={say('discard')}
          isSaving={saving.isPending}
          isDisabled={draft.name.trim() === '' || draft.legal_name.trim() === ''}
          error={saving.error}
          onSave={() => saving.mutate()}
          onDiscard={() => {
            setChanges({})
            saving.reset()
          }}
        />
      )}
    </>
  )
}

function draftOf(company: Company): Draft {
  return {
    name: company.name,
    legal_name: company.legal_name,
    language: company.language,
    time_zone: company.time_zone,
    email: company.email ?? '',
    phone: company.phone ?? '',
    tax_id: company.tax_id ?? '',
    statement_descriptor: company.statement_descriptor ?? '',
    address: company.address_lines.join('\n'),
  }
}

/** Only what was changed is sent; what was emptied is taken away. */
function bodyOf(draft: Draft, changed: readonly (keyof Draft)[]) {
  const all = {
    ...draft,
    email: draft.email.trim() || null,
    phone: draft.phone.trim() || null,
    tax_id: draft.tax_id.trim() || null,
    statement_descriptor: draft.statement_descriptor.trim() || null,
  }
  const { address: _, ...fields } = all
  const lines = draft.address.split('\n').map((line) => line.trim())
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => changed.includes(name as keyof Draft))),
    ...(changed.includes('address') ? { address_lines: lines.filter((line) => line !== '') } : {}),
  }
}

/** Every zone that the browser knows, and the company's own where it does not. */
function zonesWith(own: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(own) ? known : [own, ...known]
}
