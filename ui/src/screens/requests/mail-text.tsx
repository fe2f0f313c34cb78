import { Button, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Part } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './detailed.module.css'
import { detailedWords } from './detailed-words.ts'
import type { PaymentRequest } from './make-request.ts'

interface Props {
  request: PaymentRequest
  template: string
  /** Words of one's own in its place. */
  own: string | undefined
  onOwn: (text: string) => void
}

const TYPING_MS = 400

/** What the mail will say to this customer, in their language; it may be changed for this once. */
export function MailTextPart({ request, template, own, onOwn }: Props) {
  const say = useWords(detailedWords)
  const [asked] = useDebouncedValue(own, TYPING_MS)
  const { data, error } = useQuery({
    queryKey: ['templates', 'preview', request.id, template, asked],
    queryFn: () =>
      ask(
        api.POST('/v1/templates/preview', {
          body: {
            payment_request: request.id,
            ...(asked === undefined ? { template } : { message: asked }),
          },
        }),
      ),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  const raw = useTemplateBody(template, data?.language)
  return (
    <Part
      title={say('mailText')}
      action={
        own === undefined &&
        raw !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={() => onOwn(raw)}>
            {say('changeText')}
          </Button>
        )
      }
    >
      <ProblemNote error={error} />
      {data === undefined && !error && <Lines count={3} />}
      {own !== undefined && (
        <Textarea
          label={say('mailText')}
          description={say('textHint')}
          autosize
          minRows={5}
          maxRows={16}
          maxLength={5000}
          mb={12}
          value={own}
          onChange={(event) => onOwn(event.currentTarget.value)}
        />
      )}
      {data !== undefined && (
        <>
          <p className={styles.quiet}>{say(`mailLanguage_${data.language}`)}</p>
          <blockquote className={styles.preview} lang={data.language}>
            {data.text}
          </blockquote>
          {[...data.unknown, ...data.missing].length > 0 && (
            <p role="alert" className={styles.wrong}>
              {say('unknown', { names: [...data.unknown, ...data.missing].join(', ') })}
            </p>
          )}
          {data.warnings.some(({ code }) => code === 'blank') && (
            <p role="alert" className={styles.wrong}>
              {say('blanks')}
            </p>
          )}
        </>
      )}
    </Part>
  )
}

/** The template's own words in the language that the customer gets: its twin's, as the server chooses it too. */
function useTemplateBody(template: string, language: 'en' | 'fr' | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['templates', template, language],
    queryFn: async () => {
      const read = (id: string) => ask(api.GET('/v1/templates/{id}', { params: { path: { id } } }))
      const { kind, name, shipped, ...chosen } = await read(template)
      if (chosen.language === language || language === undefined) return chosen.body
      if (shipped) return (await read(template.replace(/_(en|fr)$/, `_${language}`))).body
      const all = await ask(api.GET('/v1/templates', { params: { query: { kind, language } } }))
      return all.data.find((other) => other.name === name && !other.shipped)?.body ?? chosen.body
    },
    enabled: language !== undefined,
  })
  return data
}
