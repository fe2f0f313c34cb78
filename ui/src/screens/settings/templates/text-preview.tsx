import { SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useMay } from '../../../api/session.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './templates.module.css'
import { words } from './words.ts'

const TYPING_MS = 400

/** How a text reads to a customer of either language, with the newest request as an example; and what stops it. */
export function TextPreview({ text, language }: { text: string; language: 'en' | 'fr' }) {
  const say = useWords(words)
  const [shown, setShown] = useState(language)
  const [settled] = useDebouncedValue(text.trim(), TYPING_MS)
  const example = useExample()
  const { data, error } = useQuery({
    queryKey: ['templates', 'preview', settled, shown, example.data?.id],
    queryFn: () =>
      ask(
        api.POST('/v1/templates/preview', {
          body: {
            message: settled,
            language: shown,
            ...(example.data ? { payment_request: example.data.id } : {}),
          },
        }),
      ),
    enabled: settled !== '' && !example.isLoading,
    placeholderData: (before) => before,
  })
  return (
    <Card
      title={say('preview')}
      text={example.data ? say('previewOf', { reference: example.data.reference }) : say('previewNone')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={say('language')}
          value={shown}
          onChange={(value) => setShown(value as 'en' | 'fr')}
          data={[
            { value: 'en', label: say('lang_en') },
            { value: 'fr', label: say('lang_fr') },
          ]}
        />
      }
    >
      <ProblemNote error={error} />
      {settled === '' ? (
        <p>{say('previewEmpty')}</p>
      ) : (
        data && (
          <>
            <p className={styles.preview} lang={language}>
              {data.text}
            </p>
            <Names text="unknown" names={data.unknown} />
            <Names text="missing" names={data.missing.map((name) => `{ ${name} }`)} />
            <Names
              text="blanks"
              names={data.warnings.filter(({ code }) => code === 'blank').map(({ detail }) => detail)}
            />
            {shown !== language && <p className={styles.quiet}>{say('previewOther')}</p>}
          </>
        )
      )}
    </Card>
  )
}

function Names({ text, names }: { text: 'unknown' | 'missing' | 'blanks'; names: readonly string[] }) {
  const say = useWords(words)
  if (names.length === 0) return null
  return (
    <p className={text === 'unknown' ? styles.wrong : styles.quiet}>
      {say(text, { names: names.join(', ') })}
    </p>
  )
}

/** The newest request, where the role may see it. */
function useExample() {
  const mayRead = useMay('requests.read')
  return useQuery({
    queryKey: ['payment_requests', 'newest'],
    queryFn: async () => {
      const { data } = await ask(api.GET('/v1/payment_requests', { params: { query: { limit: 1 } } }))
      return data[0] ?? null
    },
    enabled: mayRead,
  })
}
