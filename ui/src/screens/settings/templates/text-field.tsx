import { Button, Menu, Textarea } from '@mantine/core'
import { Braces, Brackets } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useWords } from '../../../words/index.ts'
import styles from './templates.module.css'
import { VARIABLES, variableWords } from './variable-words.ts'
import { words } from './words.ts'

interface Props {
  label: string
  lang: 'en' | 'fr'
  value: string
  error?: string | undefined
  readOnly?: boolean
  onChange: (value: string) => void
  /** Nobody sees it before it is sent, so nobody could fill in a blank. */
  isAutomatic?: boolean
  /** More buttons beside those that insert. */
  tools?: ReactNode
}

/** A field for a text with variables and blanks, with buttons that put one where the cursor stands. */
export function TextField({
  label,
  lang,
  value,
  error,
  readOnly = false,
  isAutomatic = false,
  onChange,
  tools,
}: Props) {
  const say = useWords(words)
  const sayVariable = useWords(variableWords)
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (text: string) => {
    const area = field.current
    const [from, to] = [area?.selectionStart ?? value.length, area?.selectionEnd ?? value.length]
    onChange(value.slice(0, from) + text + value.slice(to))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  return (
    <div className={styles.text}>
      <Textarea
        ref={field}
        label={label}
        description={say(isAutomatic ? 'bodyHintAutomatic' : 'bodyHint', { filled: '{ … }', blank: '[ … ]' })}
        lang={lang}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={5000}
        readOnly={readOnly}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {!readOnly && (
        <div className={styles.tools}>
          <Menu position="bottom-start" width={300}>
            <Menu.Target>
              <Button variant="default" size="compact-sm" leftSection={<Braces size={14} aria-hidden />}>
                {say('insertVariable')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={styles.menu}>
              {VARIABLES.map((name) => (
                <Menu.Item key={name} onClick={() => insert(`{ ${name} }`)}>
                  {sayVariable(name)}
                  <span className={styles.code}>{`{ ${name} }`}</span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {!isAutomatic && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<Brackets size={14} aria-hidden />}
              onClick={() => insert(say('blank'))}
            >
              {say('insertBlank')}
            </Button>
          )}
          {tools}
        </div>
      )}
    </div>
  )
}
