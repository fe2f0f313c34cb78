import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { type Selection, SelectionBar } from '../../parts/list/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { manyWords } from './many-words.ts'

/** Switches payment links on or off for the ticked customers; those that could not be stay ticked. */
export function ManyLinks({ selection }: { selection: Selection }) {
  const say = useWords(manyWords)
  const [doing, setDoing] = useState<'on' | 'off'>()
  const count = selection.ids.size
  return (
    <SelectionBar selection={selection}>
      <Button size="compact-md" onClick={() => setDoing('on')}>
        {say('on', { count })}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setDoing('off')}>
        {say('off', { count })}
      </Button>
      {doing && <Sure doing={doing} selection={selection} onClose={() => setDoing(undefined)} />}
    </SelectionBar>
  )
}

interface SureProps {
  doing: 'on' | 'off'
  selection: Selection
  onClose: () => void
}

function Sure({ doing, selection, onClose }: SureProps) {
  const say = useWords(manyWords)
  const toast = useToast()
  const queries = useQueryClient()
  const ids = [...selection.ids]
  const run = async () => {
    const left: string[] = []
    let reason: unknown
    for (const id of ids) {
      const body = { payment_links_enabled: doing === 'on' }
      await ask(api.PATCH('/v1/customers/{id}', { params: { path: { id } }, body })).catch((error) => {
        left.push(id)
        reason = error
      })
    }
    selection.set(left)
    for (const kind of ['customers', 'payment_requests']) void queries.invalidateQueries({ queryKey: [kind] })
    if (left.length === ids.length) throw reason
    const counts = { done: ids.length - left.length, refused: left.length }
    toast({ tone: left.length > 0 ? 'failed' : 'done', text: say(`${doing}Done`, counts) })
  }
  return (
    <Confirm
      title={say(`${doing}Title`)}
      action={say(doing, { count: ids.length })}
      isDangerous={doing === 'off'}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{say(`${doing}Text`, { count: ids.length })}</p>
    </Confirm>
  )
}
