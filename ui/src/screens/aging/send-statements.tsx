import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { SendMany } from '../../parts/bulk/send-many.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './aging.module.css'
import { StatementFields, type StatementShown, shownBody } from './statement-fields.tsx'
import { statementWords } from './statement-words.ts'

type Rule = 'ticked' | 'unticked' | 'hidden'

interface Props {
  customers: readonly string[]
  /** The day whose end they are of, unless another is chosen. */
  day: string
  onClose: (isDone: boolean) => void
}

/** Statements of many customers, all of one kind and day, each with a link for what is pending or without. */
export function SendStatements(props: Props) {
  const say = useWords(statementWords)
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => ask(api.GET('/v1/settings')) })
  const rule = settings.data?.values['invoice.manual_link'] as Rule | undefined
  if (rule !== undefined) return <Chosen {...props} rule={rule} />
  return (
    <Dialog title={say('many')} onClose={() => props.onClose(false)}>
      {settings.error ? (
        <ProblemNote error={settings.error} onAgain={() => void settings.refetch()} />
      ) : (
        <Lines count={3} />
      )}
    </Dialog>
  )
}

function Chosen({ customers, day, onClose, rule }: Props & { rule: Rule }) {
  const say = useWords(statementWords)
  const [shown, setShown] = useState<StatementShown>({ kind: 'open_items', asOf: day, from: '' })
  const [isTicked, setTicked] = useState(rule === 'ticked')
  const statement = { ...shownBody(shown), ...(rule === 'hidden' ? {} : { payment_link: isTicked }) }
  return (
    <SendMany order={{ kind: 'statements', customers: [...customers], statement }} onClose={onClose}>
      <StatementFields shown={shown} onChange={setShown} />
      {rule === 'hidden' ? (
        <p className={styles.quiet}>{say('linkHidden')}</p>
      ) : (
        <Checkbox
          label={say('link')}
          description={say('linkHint')}
          checked={isTicked}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      )}
    </SendMany>
  )
}
