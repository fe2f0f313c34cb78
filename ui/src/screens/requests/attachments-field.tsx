import { ActionIcon, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Paperclip, X } from 'lucide-react'
import { useRef } from 'react'
import { api, ask } from '../../api/client.ts'
import { isWorthRepeating } from '../../api/problem.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './detailed.module.css'
import { detailedWords } from './detailed-words.ts'

export interface Attachment {
  id: string
  file_name: string
}

interface Props {
  value: readonly Attachment[]
  onChange: (attachments: readonly Attachment[]) => void
  /** What is wrong with there being none. */
  error: string | undefined
}

/** Documents that go with a request: each is uploaded when it is chosen, and checked by the server. */
export function AttachmentsField({ value, onChange, error }: Props) {
  const say = useWords(detailedWords)
  const chooser = useRef<HTMLInputElement>(null)
  /** What is not up yet: those that were stay, whatever becomes of the next. */
  const left = useRef<File[]>([])
  const uploading = useMutation({
    mutationFn: async (files: readonly File[]) => {
      left.current = [...files]
      let all = value
      for (const file of files) {
        all = [...all, await upload(file)]
        left.current.shift()
        onChange(all)
      }
    },
  })
  return (
    <section className={styles.documents} aria-label={say('documents')}>
      <h2>{say('documents')}</h2>
      <p className={styles.quiet}>{say('documentsHint')}</p>
      <ul>
        {value.map(({ id, file_name: name }) => (
          <li key={id} className={styles.document}>
            <Paperclip size={14} aria-hidden />
            <span>{name}</span>
            <ActionIcon
              variant="subtle"
              aria-label={say('removeDocument', { name })}
              onClick={() => onChange(value.filter((other) => other.id !== id))}
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {uploading.isPending && (
        <p role="status">
          {say('uploading', { name: uploading.variables.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <ProblemNote
        error={uploading.error}
        onAgain={isWorthRepeating(uploading.error) ? () => uploading.mutate(left.current) : undefined}
      />
      {error !== undefined && (
        <p role="alert" className={styles.wrong}>
          {error}
        </p>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Paperclip size={14} aria-hidden />}
        loading={uploading.isPending}
        onClick={() => chooser.current?.click()}
      >
        {say('addDocument')}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) uploading.mutate(files)
        }}
      />
    </section>
  )
}

function upload(file: File): Promise<Attachment> {
  return ask(
    api.POST('/v1/attachments', {
      params: { query: { file_name: file.name } },
      headers: { 'content-type': 'application/octet-stream' },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  )
}
