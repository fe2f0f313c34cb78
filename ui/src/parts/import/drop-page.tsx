import { Button } from '@mantine/core'
import { Upload } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '../../words/index.ts'
import { DetailHead } from '../detail/index.ts'
import styles from './import.module.css'
import { importWords } from './words.ts'

interface Props {
  title: string
  /** What may be dropped. */
  hint: string
  /** For the file chooser: endings and types, with commas. */
  accept: string
  closesTo: string
  /** Shows one file on its way in. */
  children: (file: File) => ReactNode
}

/** Takes files, dropped or chosen, and shows each with its own report, the newest first. */
export function DropPage({ title, hint, accept, closesTo, children }: Props) {
  const say = useWords(importWords)
  const chooser = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<{ id: string; file: File }[]>([])
  const [isOver, setOver] = useState(false)
  const take = (given: FileList | null) => {
    const taken = [...(given ?? [])].map((file) => ({ id: crypto.randomUUID(), file }))
    setFiles((before) => [...taken, ...before])
  }
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  return (
    <div className={styles.page}>
      <DetailHead title={title} closesTo={closesTo} />
      <section
        className={styles.drop}
        aria-label={title}
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
        <p className={styles.quiet}>{hint}</p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={accept}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </section>
      <ul className={styles.files}>
        {files.map(({ id, file }) => (
          <li key={id} className={styles.file}>
            {children(file)}
          </li>
        ))}
      </ul>
    </div>
  )
}
