import { useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import { useKeyOf } from '../../../api/once.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { presetWords } from './preset-words.ts'
import styles from './presets.module.css'
import { type Preset, useSayPreset } from './say-preset.ts'
import { useSaySetting } from './say-setting.ts'
import { isSame, type Setting } from './setting-kind.ts'

interface Props {
  preset: Preset
  settings: readonly Setting[]
  onClose: () => void
}

/** What a preset would change, value by value, before it does; and what it may not. */
export function PresetPreview({ preset, settings, onClose }: Props) {
  const say = useWords(presetWords)
  const saySetting = useSaySetting()
  const { name } = useSayPreset()(preset)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const different = settings.filter(
    ({ key, value }) => key in preset.values && !isSame(preset.values[key], value),
  )
  const changing = different.filter(({ changeable_by }) => changeable_by === 'company')
  const skipped = different.filter(({ changeable_by }) => changeable_by === 'operator')
  const apply = async () => {
    const params = { path: { name: preset.name }, header: keyOf('apply', preset.name) }
    const { changed } = await ask(api.POST('/v1/settings/presets/{name}/apply', { params }))
    toast({ tone: 'done', text: say('applied', { count: changed.length, name }) })
    await queries.invalidateQueries({ queryKey: ['settings'] })
  }
  return (
    <Confirm
      title={say('dialog', { name })}
      action={say('apply', { count: changing.length })}
      isDisabled={changing.length === 0}
      onConfirm={apply}
      onClose={onClose}
    >
      {changing.length === 0 ? (
        <p>{say('nothing')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{say('setting')}</th>
              <th>{say('now')}</th>
              <th>{say('after')}</th>
            </tr>
          </thead>
          <tbody>
            {changing.map((setting) => (
              <tr key={setting.key}>
                <th scope="row">{saySetting.name(setting)}</th>
                <td className={styles.quiet}>{saySetting.value(setting, setting.value)}</td>
                <td className={styles.then}>{saySetting.value(setting, preset.values[setting.key])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {skipped.length > 0 && (
        <div>
          <p>{say('skipped')}</p>
          <ul className={styles.skipped}>
            {skipped.map((setting) => (
              <li key={setting.key}>{saySetting.name(setting)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.quiet}>{say('links')}</p>
    </Confirm>
  )
}
