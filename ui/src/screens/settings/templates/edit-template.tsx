import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { useKeyOf } from '../../../api/once.ts'
import { useMay } from '../../../api/session.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { useFieldFault } from '../../../parts/problems/say-field.ts'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { SaveBar } from '../frame/save-bar.tsx'
import { Card } from '../frame/section.tsx'
import styles from './templates.module.css'
import type { Template } from './templates.tsx'
import { TestTemplate } from './test-template.tsx'
import { TextField } from './text-field.tsx'
import { TextPreview } from './text-preview.tsx'
import { words } from './words.ts'

type Draft = Pick<Template, 'kind' | 'language' | 'sector' | 'name' | 'subject' | 'body'>
type Writable = Draft & { kind: Exclude<Template['kind'], 'reminder'> }

const KINDS = ['request', 'confirmation', 'reply'] as const
const SECTORS = ['general', 'automotive', 'bike', 'property_management', 'veterinary'] as const

interface Props {
  /** What is changed; undefined for one that is new. */
  existing: Template | undefined
  start: Draft
}

/** The fields of a template with its preview; read-only where it comes with the product or the role may not write. */
export function EditTemplate({ existing, start }: Props) {
  const say = useWords(words)
  const mayWrite = useMay('templates.write')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const toast = useToast()
  const keyOf = useKeyOf()
  const [draft, setDraft] = useState(start)
  const [isDeleting, setDeleting] = useState(false)
  const isFixed = !mayWrite || existing?.shipped === true
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const saving = useMutation({
    mutationFn: () => {
      const body = bodyOf(draft)
      return existing === undefined
        ? ask(api.POST('/v1/templates', { body, params: { header: keyOf('create', body) } }))
        : ask(api.PATCH('/v1/templates/{id}', { params: { path: { id: existing.id } }, body }))
    },
    onSuccess: async (saved) => {
      await keepSaved(queries, ['templates', saved.id], saved)
      toast({ tone: 'done', text: say('saved', { name: saved.name }) })
      void queries.invalidateQueries({ queryKey: ['templates'], exact: true })
      setDraft(saved)
    },
  })
  const saved = saving.data
  const before = saved ?? existing
  const isChanged =
    before === undefined
      ? `${draft.name}${draft.body}` !== ''
      : JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(before))
  const fault = useFieldFault()
  const errorOf = (field: string) => fault(saving.error, field)
  if (existing === undefined && saved) return <Navigate to={`/settings/templates/${saved.id}`} replace />
  return (
    <>
      {isFixed && (
        <Card>
          <p>{existing?.shipped === true ? say('readOnly') : say('mayNot')}</p>
        </Card>
      )}
      <Card>
        <div className={styles.form}>
          <TextInput
            label={say('name')}
            maxLength={200}
            readOnly={isFixed}
            value={draft.name}
            error={errorOf('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <div className={styles.columns}>
            <NativeSelect
              label={say('kind')}
              disabled={isFixed}
              value={draft.kind}
              data={(draft.kind === 'reminder' ? [...KINDS, 'reminder' as const] : KINDS).map((value) => ({
                value,
                label: say(`kind_${value}`),
              }))}
              onChange={(event) => change({ kind: event.currentTarget.value as Draft['kind'] })}
            />
            <NativeSelect
              label={say('language')}
              disabled={isFixed}
              value={draft.language}
              data={(['en', 'fr'] as const).map((value) => ({ value, label: say(`lang_${value}`) }))}
              onChange={(event) => change({ language: event.currentTarget.value as Draft['language'] })}
            />
            <NativeSelect
              label={say('sector')}
              disabled={isFixed}
              value={draft.sector}
              data={SECTORS.map((value) => ({ value, label: say(`sector_${value}`) }))}
              onChange={(event) => change({ sector: event.currentTarget.value as Draft['sector'] })}
            />
          </div>
          <TextInput
            label={say('subject')}
            description={say('subjectHint')}
            lang={draft.language}
            maxLength={500}
            readOnly={isFixed}
            value={draft.subject ?? ''}
            error={errorOf('subject')}
            onChange={(event) => change({ subject: event.currentTarget.value || null })}
          />
          <TextField
            label={say('body')}
            lang={draft.language}
            readOnly={isFixed}
            value={draft.body}
            error={errorOf('body')}
            onChange={(body) => change({ body })}
          />
        </div>
        {mayWrite && existing !== undefined && (
          <div className={styles.tools}>
            <Button component={Link} variant="default" to={`/settings/templates/new?copy_of=${existing.id}`}>
              {say('copy')}
            </Button>
            {!existing.shipped && (
              <Button variant="subtle" color="danger" onClick={() => setDeleting(true)}>
                {say('delete')}
              </Button>
            )}
          </div>
        )}
      </Card>
      <TextPreview text={draft.body} language={draft.language} />
      {mayWrite && existing !== undefined && (
        <TestTemplate id={existing.id} isDisabled={!isFixed && isChanged} />
      )}
      {!isFixed && isChanged && !isDeleting && (
        <SaveBar
          text={say('unsaved')}
          save={say('save')}
          discard={say('discard')}
          isSaving={saving.isPending}
          isDisabled={draft.name.trim() === '' || draft.body.trim() === ''}
          error={saving.error}
          onSave={() => saving.mutate()}
          onDiscard={() => {
            setDraft(saved ?? start)
            saving.reset()
          }}
        />
      )}
      {isDeleting && existing !== undefined && (
        <Confirm
          title={say('deleteTitle', { name: existing.name })}
          action={say('deleteDo')}
          isDangerous
          onConfirm={async () => {
            await ask(api.DELETE('/v1/templates/{id}', { params: { path: { id: existing.id } } }))
            toast({ tone: 'done', text: say('deleted', { name: existing.name }) })
            await queries.invalidateQueries({ queryKey: ['templates'], exact: true })
            navigate('/settings/templates')
          }}
          onClose={() => setDeleting(false)}
        >
          <p>{say('deleteText')}</p>
        </Confirm>
      )}
    </>
  )
}

function bodyOf({ kind, language, sector, name, subject, body }: Draft): Writable {
  return { kind: kind as Writable['kind'], language, sector, name: name.trim(), subject, body }
}
