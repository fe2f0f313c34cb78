import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { api, ask } from '../../../api/client.ts'
import { useSession } from '../../../api/session.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './templates.module.css'
import { words } from './words.ts'

interface Props {
  id: string
  /** While something is not saved: the test is of what is. */
  isDisabled: boolean
}

/** Sends the template as it is saved to whoever asks, with sample values. */
export function TestTemplate({ id, isDisabled }: Props) {
  const say = useWords(words)
  const { user } = useSession()
  const sending = useMutation({
    mutationFn: () => ask(api.POST('/v1/templates/{id}/test', { params: { path: { id } }, body: {} })),
  })
  return (
    <Card
      title={say('test')}
      text={isDisabled ? say('testSaveFirst') : say('testText', { email: user.email })}
    >
      <div className={styles.tools}>
        <Button
          variant="default"
          leftSection={<Send size={16} aria-hidden />}
          loading={sending.isPending}
          disabled={isDisabled}
          onClick={() => sending.mutate()}
        >
          {say('testSend')}
        </Button>
      </div>
      <p role="status">{sending.data && !isDisabled && say('testSent', { email: sending.data.to })}</p>
      <ProblemNote error={sending.error} />
    </Card>
  )
}
