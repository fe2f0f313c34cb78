import { Checkbox, Radio, Stack, Switch, TextInput } from '@mantine/core'
import { Lock } from 'lucide-react'
import { useId, useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { Ago } from '../../../parts/moment.tsx'
import { MoneyField } from '../../../parts/money-field.tsx'
import { useWords } from '../../../words/index.ts'
import { useMethodNotes } from './method-notes.ts'
import { useSaySetting } from './say-setting.ts'
import styles from './setting-field.module.css'
import { isSame, kindOf, readWhole, type Setting, type Texts } from './setting-kind.ts'
import { TextsField } from './texts-field.tsx'
import { TimeField } from './time-field.tsx'
import { words } from './words.ts'

interface Props {
  setting: Setting
  value: unknown
  /** Undefined while what stands there is nothing that the setting takes. */
  onChange: (value: unknown) => void
  /** Whether the role of whoever looks may change settings at all. */
  mayChange: boolean
  /** Who changed it last and when. */
  last: { at: string; who: string } | undefined
}

/** One setting: what it means, the field for it, its default, and who else changes it where the company may not. */
export function SettingField({ setting, value, onChange, mayChange, last }: Props) {
  const say = useWords(words)
  const saySetting = useSaySetting()
  const isOperators = setting.changeable_by === 'operator'
  const isFixed = isOperators || !mayChange || kindOf(setting).kind === 'other'
  const isChanged = !isSame(value, setting.value)
  const id = useId()
  return (
    <div className={styles.setting} data-changed={isChanged || undefined}>
      <div>
        <h3 id={`${id}-name`}>{saySetting.name(setting)}</h3>
        <p id={`${id}-help`} className={styles.quiet}>
          {saySetting.help(setting)}
        </p>
        {isOperators && (
          <p className={styles.lock}>
            <Lock size={12} aria-hidden />
            {say('operator')}
          </p>
        )}
      </div>
      <div>
        {isFixed ? (
          <p className={styles.fixed}>{saySetting.value(setting, setting.value)}</p>
        ) : (
          <Field setting={setting} value={value} onChange={onChange} id={id} />
        )}
        {!isSame(value, setting.default) && (
          <p className={styles.quiet}>
            {say('default', { value: saySetting.value(setting, setting.default) })}
          </p>
        )}
        {last && (
          <p className={styles.quiet}>
            {say('changedBy', { who: last.who })} <Ago at={last.at} />
          </p>
        )}
      </div>
    </div>
  )
}

type FieldProps = Pick<Props, 'setting' | 'value' | 'onChange'> & { id: string }

function Field({ setting, value, onChange, id }: FieldProps) {
  const say = useWords(words)
  const saySetting = useSaySetting()
  const takes = kindOf(setting)
  const note = useMethodNotes(setting.key)
  const named = { 'aria-labelledby': `${id}-name`, 'aria-describedby': `${id}-help` }
  if (takes.kind === 'switch') {
    return (
      <Switch
        {...named}
        label={say(value === true ? 'on' : 'off')}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    )
  }
  if (takes.kind === 'choice') {
    return (
      <Radio.Group {...named} value={String(value)} onChange={onChange}>
        <Stack gap={8}>
          {takes.values.map((each) => (
            <Radio key={each} size="md" value={each} label={saySetting.option(setting.key, each)} />
          ))}
        </Stack>
      </Radio.Group>
    )
  }
  if (takes.kind === 'choices') {
    const chosen = value as string[]
    return (
      <Checkbox.Group
        {...named}
        value={chosen}
        error={chosen.length === 0 ? say('atLeastOne') : undefined}
        onChange={(next) => onChange(takes.values.filter((each) => next.includes(each)))}
      >
        <Stack gap={8}>
          {takes.values.map((each) => (
            <Checkbox
              key={each}
              size="md"
              value={each}
              label={saySetting.option(setting.key, each)}
              description={note(each)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    )
  }
  if (takes.kind === 'number') {
    return (
      <NumberField key={String(setting.value)} {...takes} named={named} value={value} onChange={onChange} />
    )
  }
  if (takes.kind === 'amount') {
    return (
      <AmountField {...takes} key={String(setting.value)} named={named} value={value} onChange={onChange} />
    )
  }
  if (takes.kind === 'time')
    return <TimeField key={String(setting.value)} named={named} value={value} onChange={onChange} />
  if (takes.kind === 'texts')
    return <TextsField named={named} value={value as Texts} max={takes.max} onChange={onChange} />
  return null
}

interface NumberProps {
  min: number
  max: number
  named: object
  value: unknown
  onChange: (value: unknown) => void
}

function AmountField({ min, max, named, value, onChange }: NumberProps) {
  const { company } = useSession()
  return (
    <MoneyField
      {...named}
      className={styles.number}
      currency={company.currency}
      start={Number(value)}
      onAmount={(amount) =>
        onChange(amount !== undefined && amount >= min && amount <= max ? amount : undefined)
      }
    />
  )
}

function NumberField({ min, max, named, value, onChange }: NumberProps) {
  const say = useWords(words)
  const [text, setText] = useState(String(value))
  const isWrong = readWhole(text, { min, max }) === undefined
  return (
    <TextInput
      {...named}
      className={styles.number}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      error={isWrong ? say('range', { min, max }) : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readWhole(event.currentTarget.value, { min, max }))
      }}
    />
  )
}
