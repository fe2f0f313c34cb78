import { Button, Menu, NativeSelect, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../../words/index.ts'
import { SaveBar } from '../frame/save-bar.tsx'
import { Card, Section } from '../frame/section.tsx'
import styles from './templates.module.css'
import type { Template } from './templates.tsx'
import { TestMessage } from './test-message.tsx'
import { TextField } from './text-field.tsx'
import { TextPreview } from './text-preview.tsx'
import { thankYouWords } from './thank-you-words.ts'

interface ThankYou {
  'thankyou.enabled': boolean
  'thankyou.template': string | null
  'thankyou.text': { en: string | null; fr: string | null }
}

/** Settings → Automatic thank-you. */
export function Component() {
  const say = useWords(thankYouWords)
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => ask(api.GET('/v1/settings')) })
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => ask(api.GET('/v1/templates')) })
  const error = settings.error ?? templates.error
  return (
    <Section title={say('title')} text={say('text')}>
      <ProblemNote error={error} />
      {settings.data && templates.data ? (
        <Form
          now={settings.data.values as unknown as ThankYou}
          texts={templates.data.data.filter(({ kind }) => kind === 'confirmation' || kind === 'reply')}
        />
      ) : (
        !error && <Lines count={6} />
      )}
    </Section>
  )
}

function Form({ now, texts }: { now: ThankYou; texts: readonly Template[] }) {
  const say = useWords(thankYouWords)
  const { language } = useLanguage()
  const mayChange = useMay('settings.write')
  const toast = useToast()
  const queries = useQueryClient()
  const [changes, setChanges] = useState<Partial<ThankYou>>({})
  const kept: ThankYou = {
    'thankyou.enabled': now['thankyou.enabled'],
    'thankyou.template': now['thankyou.template'],
    'thankyou.text': now['thankyou.text'],
  }
  const wanted = { ...kept, ...changes }
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(kept)
  const { en, fr } = wanted['thankyou.text']
  const saving = useMutation({
    mutationFn: () => ask(api.PATCH('/v1/settings', { body: { ...wanted } })),
    onSuccess: async (saved) => {
      await keepSaved(queries, ['settings'], saved)
      toast({ tone: 'done', text: say('saved') })
      setChanges({})
    },
  })
  const write = (own: 'en' | 'fr', text: string) =>
    setChanges({
      ...changes,
      'thankyou.text': { ...wanted['thankyou.text'], [own]: text.trim() === '' ? null : text },
    })
  const chosen = texts.find(({ id }) => id === wanted['thankyou.template'])
  const shipped = texts.find(
    (each) => each.shipped && each.kind === 'confirmation' && each.language === language,
  )
  const own = language === 'fr' ? fr : en
  return (
    <>
      <Card>
        {!mayChange && <p>{say('notYours')}</p>}
        <Switch
          label={say('enabled')}
          description={say('enabledHint')}
          disabled={!mayChange}
          checked={wanted['thankyou.enabled']}
          onChange={(event) => setChanges({ ...changes, 'thankyou.enabled': event.currentTarget.checked })}
        />
        <NativeSelect
          label={say('template')}
          description={say('templateHint')}
          disabled={!mayChange}
          value={wanted['thankyou.template'] ?? ''}
          data={[
            { value: '', label: say('shipped') },
            ...texts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) =>
            setChanges({ ...changes, 'thankyou.template': event.currentTarget.value || null })
          }
        />
      </Card>
      <Card title={say('ownTitle')} text={say('ownHint')}>
        {([language, language === 'en' ? 'fr' : 'en'] as const).map((each) => (
          <TextField
            key={each}
            label={say(`own_${each}`)}
            lang={each}
            isAutomatic
            readOnly={!mayChange}
            value={wanted['thankyou.text'][each] ?? ''}
            onChange={(text) => write(each, text)}
            tools={
              <Replies
                texts={texts.filter((text) => text.language === each)}
                onChoose={(text) => write(each, text)}
              />
            }
          />
        ))}
      </Card>
      <TextPreview text={own ?? chosen?.body ?? shipped?.body ?? ''} language={language} />
      {mayChange && (
        <>
          <TestMessage of="thank-you" isDisabled={isChanged} />
          <TestMessage of="plain" />
        </>
      )}
      {isChanged && (
        <SaveBar
          text={say('unsaved')}
          save={say('save')}
          discard={say('discard')}
          isSaving={saving.isPending}
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

/** a saved reply in place of what one would compose. */
function Replies({ texts, onChoose }: { texts: readonly Template[]; onChoose: (text: string) => void }) {
  const say = useWords(thankYouWords)
  if (texts.length === 0) return null
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<MessageSquareQuote size={14} aria-hidden />}
        >
          {say('insertReply')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {texts.map(({ id, name, body }) => (
          <Menu.Item key={id} onClick={() => onChoose(body)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
