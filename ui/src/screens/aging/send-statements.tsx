import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { SendMany } from '../../parts/bulk/send-many.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './aging.module.css'
import { StatementFields, type StatementShown, shownBody } from './statement-fields.tsx'
import { statementWords } from './statement-words.ts'

interface Props {
  customers: readonly string[]
  /** The day whose end they are of, unless another is chosen. */
  day: string
  onClose: (isDone: boolean) => void
}

/** Statements of many customers, all of one kind and day, each with a link for what is pending or without. */
export function SendStatements({ customers, day, onClose }: Props) {
  const say = useWords(statementWords)
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => ask(api.GET('/v1/settings')) })
  const rule = settings.data?.values['invoice.manual_link'] as 'ticked' | 'unticked' | 'hidden' | undefined
  const [shown, setShown] = useState<StatementShown>({ kind: 'open_items', asOf: day, from: '' })
  const [ticked, setTicked] = useState<boolean>()
  // Left to the setting unless somebody says otherwise.
  const statement = { ...shownBody(shown), ...(ticked === undefined ? {} : { payment_link: ticked }) }
  return (
    <SendMany order={{ kind: 'statements', customers: [...customers], statement }} onClose={onClose}>
      <StatementFields shown={shown} onChange={setShown} />
      {rule === 'hidden' ? (
        <p className={styles.quiet}>{say('linkHidden')}</p>
      ) : (
        <Checkbox
          label={say('link')}
          description={say('linkHint')}
          disabled={rule === undefined}
          checked={ticked ?? rule === 'ticked'}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      )}
      <ProblemNote error={settings.error} onAgain={() => void settings.refetch()} />
    </SendMany>
  )
}
