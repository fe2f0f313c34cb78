import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { SelectionBar, type useSelection } from '../../parts/list/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { manyWords } from './many-words.ts'

/** What the API takes at once. */
const MOST = 100

/** Reminds of the ticked requests, or voids them; says of how many it did, and of how many not. */
export function Many({ selection }: { selection: ReturnType<typeof useSelection> }) {
  const say = useWords(manyWords)
  const [doing, setDoing] = useState<'remind' | 'void'>()
  const count = selection.ids.size
  const isTooMany = count > MOST
  return (
    <SelectionBar selection={selection}>
      {isTooMany && <span>{say('tooMany', { most: MOST })}</span>}
      <Button size="compact-md" disabled={isTooMany} onClick={() => setDoing('remind')}>
        {say('remind', { count })}
      </Button>
      <Button size="compact-md" variant="default" disabled={isTooMany} onClick={() => setDoing('void')}>
        {say('void', { count })}
      </Button>
      {doing && <Sure doing={doing} selection={selection} onClose={() => setDoing(undefined)} />}
    </SelectionBar>
  )
}

interface SureProps {
  doing: 'remind' | 'void'
  selection: ReturnType<typeof useSelection>
  onClose: () => void
}

function Sure({ doing, selection, onClose }: SureProps) {
  const say = useWords(manyWords)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const ids = [...selection.ids]
  const run = async () => {
    const body = { ids }
    const asked = { body, params: { header: keyOf(doing, body) } }
    const { data } = await ask(
      doing === 'remind'
        ? api.POST('/v1/payment_requests/remind_many', asked)
        : api.POST('/v1/payment_requests/void_many', asked),
    )
    const refused = data.filter(({ done }) => !done)
    const counts = { done: data.length - refused.length, refused: refused.length }
    toast({ tone: refused.length > 0 ? 'failed' : 'done', text: say(`${doing}Done`, counts) })
    // What was refused stays ticked, to be looked at.
    selection.set(refused.map(({ id }) => id))
    void queries.invalidateQueries({ queryKey: ['payment_requests'] })
  }
  return (
    <Confirm
      title={say(`${doing}Title`)}
      action={say(doing, { count: ids.length })}
      isDangerous={doing === 'void'}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{say(`${doing}Text`, { count: ids.length })}</p>
    </Confirm>
  )
}
