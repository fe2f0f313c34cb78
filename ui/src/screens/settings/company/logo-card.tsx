import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ImageUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import type { paths } from '../../../api/schema.generated.ts'
import { useMay } from '../../../api/session.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './logo.module.css'
import { logoWords } from './logo-words.ts'

export type Company = paths['/v1/company']['get']['responses'][200]['content']['application/json']

/** The logo: chosen or dropped, looked at on light and dark ground as payers see it, taken away. */
export function LogoCard({ company }: { company: Company }) {
  const say = useWords(logoWords)
  const mayChange = useMay('settings.write')
  const queries = useQueryClient()
  const toast = useToast()
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const sending = useMutation({
    mutationFn: (file: File) =>
      ask(
        api.PUT('/v1/company/logo', {
          headers: { 'content-type': file.type || 'application/octet-stream' },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
    onSuccess: async (changed) => {
      await keepSaved(queries, ['company'], changed)
      toast({ tone: 'done', text: say('saved') })
    },
  })
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file !== undefined && !sending.isPending) sending.mutate(file)
  }
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  const { logo } = company
  return (
    <Card title={say('title')} text={say('text')}>
      {logo !== null && <Previews logo={logo} name={company.name} />}
      {mayChange && (
        <section
          className={styles.drop}
          aria-label={say('title')}
          data-over={isOver || undefined}
          onDragOver={drag(true)}
          onDragLeave={drag(false)}
          onDrop={(event) => {
            drag(false)(event)
            take(event.dataTransfer.files)
          }}
        >
          <ImageUp size={24} aria-hidden />
          <p>{say(logo === null ? 'drop' : 'dropAnother')}</p>
          <div className={styles.actions}>
            <Button variant="default" loading={sending.isPending} onClick={() => chooser.current?.click()}>
              {say('choose')}
            </Button>
            {logo !== null && (
              <Button variant="subtle" color="danger" onClick={() => setRemoving(true)}>
                {say('remove')}
              </Button>
            )}
          </div>
          <p className={styles.quiet}>{say('limits')}</p>
          <input
            ref={chooser}
            type="file"
            hidden
            accept="image/png,image/jpeg"
            onChange={(event) => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
        </section>
      )}
      {logo === null && !mayChange && <p>{say('none')}</p>}
      <ProblemNote error={sending.error} />
      {isRemoving && <Remove onClose={() => setRemoving(false)} />}
    </Card>
  )
}

/** As the top of a payment page shows it. */
function Previews({ logo, name }: { logo: NonNullable<Company['logo']>; name: string }) {
  const say = useWords(logoWords)
  return (
    <div className={styles.grounds}>
      {(['light', 'dark'] as const).map((ground) => (
        <figure key={ground}>
          <div className={styles.ground} data-ground={ground}>
            <img
              className={styles.logo}
              // Another logo has another address, so that none that is kept is shown for it.
              src={`/v1/company/logo?shown_since=${logo.changed_at}`}
              width={logo.width}
              height={logo.height}
              alt={say('alt', { name })}
            />
            <span aria-hidden>{name}</span>
          </div>
          <figcaption className={styles.quiet}>{say(ground)}</figcaption>
        </figure>
      ))}
    </div>
  )
}

function Remove({ onClose }: { onClose: () => void }) {
  const say = useWords(logoWords)
  const queries = useQueryClient()
  const toast = useToast()
  return (
    <Confirm
      title={say('removeTitle')}
      action={say('removeDo')}
      isDangerous
      onConfirm={async () => {
        await keepSaved(queries, ['company'], await ask(api.DELETE('/v1/company/logo')))
        toast({ tone: 'done', text: say('removed') })
      }}
      onClose={onClose}
    >
      <p>{say('removeText')}</p>
    </Confirm>
  )
}
