import { Button } from '@mantine/core'
import { Upload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { DetailHead } from '../../parts/detail/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './import.module.css'
import { ACCEPTED } from './import-file.ts'
import { importWords } from './import-words.ts'
import { ImportedFile } from './imported-file.tsx'

/** Imports e-invoices and lists of invoices, dropped or chosen, each with its own report. */
export function Component() {
  const say = useWords(importWords)
  const chooser = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<{ id: string; file: File }[]>([])
  const [isOver, setOver] = useState(false)
  const take = (given: FileList | null) =>
    setFiles((before) => [
      ...[...(given ?? [])].map((file) => ({ id: crypto.randomUUID(), file })),
      ...before,
    ])
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  return (
    <div className={styles.page}>
      <DetailHead title={say('title')} closesTo="/invoices" />
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
        <Upload size={24} aria-hidden />
        <p>
          {say('drop')}{' '}
          <Button variant="default" size="compact-sm" onClick={() => chooser.current?.click()}>
            {say('choose')}
          </Button>
        </p>
        <p className={styles.quiet}>{say('kinds')}</p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </section>
      <ul className={styles.files}>
        {files.map(({ id, file }) => (
          <ImportedFile key={id} file={file} />
        ))}
      </ul>
    </div>
  )
}
