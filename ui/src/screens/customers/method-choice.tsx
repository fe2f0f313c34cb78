import { Checkbox, Stack } from '@mantine/core'
import { useWays, type Ways } from '../../parts/ways-to-pay.tsx'
import { waysWords } from '../../parts/ways-words.ts'
import { useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'

export type Methods = Ways[number]['method'][]

interface Props {
  /** Null: in every way that the company takes. */
  value: Methods | null
  onChange: (value: Methods | null) => void
}

/** In which ways a customer may pay: all, unless some are taken out. What the company does not take says why. */
export function MethodChoice({ value, onChange }: Props) {
  const say = useWords(formWords)
  const ways = useWords(waysWords)
  const all = useWays({})
  if (all === undefined) return null
  const methods = all.map(({ method }) => method)
  const chosen = value ?? methods
  const change = (next: string[]) => {
    const kept = methods.filter((method) => next.includes(method))
    if (kept.length > 0) onChange(kept.length === methods.length ? null : kept)
  }
  return (
    <Checkbox.Group
      label={say('methods')}
      description={say('methodsHint')}
      value={chosen}
      onChange={change}
      mt={16}
    >
      <Stack gap={8} mt={8}>
        {all.map(({ method, reason }) => (
          <Checkbox
            key={method}
            value={method}
            label={ways(`way_${method}`)}
            description={reason === null ? undefined : ways(reason)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
