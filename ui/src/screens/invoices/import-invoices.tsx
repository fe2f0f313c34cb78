import { DropPage } from '../../parts/import/index.ts'
import { useWords } from '../../words/index.ts'
import { ACCEPTED } from './import-file.ts'
import { importWords } from './import-words.ts'
import { ImportedFile } from './imported-file.tsx'

/** Imports e-invoices and lists of invoices, dropped or chosen, each with its own report. */
export function Component() {
  const say = useWords(importWords)
  return (
    <DropPage title={say('title')} hint={say('kinds')} accept={ACCEPTED} closesTo="/invoices">
      {(file) => <ImportedFile file={file} />}
    </DropPage>
  )
}
