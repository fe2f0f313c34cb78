import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import { PresetPreview } from './preset-preview.tsx'
import { presetWords } from './preset-words.ts'
import styles from './presets.module.css'
import { type Preset, useSayPreset } from './say-preset.ts'
import { isSame, type Setting } from './setting-kind.ts'

interface Props {
  settings: readonly Setting[]
  /** While something is changed and not saved, a preset would be compared with what nobody has yet. */
  isDisabled: boolean
}

/** The bundles of settings that make the product one of five known systems. */
export function Presets({ settings, isDisabled }: Props) {
  const say = useWords(presetWords)
  const sayPreset = useSayPreset()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'presets'],
    queryFn: () => ask(api.GET('/v1/settings/presets')),
  })
  const chosen = data?.data.find(({ name }) => name === open)
  return (
    <Card title={say('title')} text={isDisabled ? say('saveFirst') : say('text')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      <ul className={styles.presets}>
        {data?.data.map((preset) => (
          <li key={preset.name}>
            <UnstyledButton
              className={styles.preset}
              disabled={isDisabled}
              onClick={() => setOpen(preset.name)}
            >
              <span className={styles.name}>
                {sayPreset(preset).name}
                {isAsNow(preset, settings) && <StatusBadge tone="paid">{say('current')}</StatusBadge>}
              </span>
              <span className={styles.text}>{sayPreset(preset).text}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {chosen && <PresetPreview preset={chosen} settings={settings} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}

function isAsNow({ values }: Preset, settings: readonly Setting[]): boolean {
  return settings.every(({ key, value }) => !(key in values) || isSame(values[key], value))
}
