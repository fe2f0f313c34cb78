import { Button, type ButtonProps } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { defineWords, useWords } from '../words/index.ts'

const words = defineWords({ en: { copied: 'Copied' }, fr: { copied: 'Copié' } })

interface Props extends ButtonProps {
  text: string
  children: string
}

/** Puts a text on the clipboard, and says that it did. */
export function CopyButton({ text, children, ...props }: Props) {
  const say = useWords(words)
  const [copied, setCopied] = useState(false)
  return (
    <Button
      variant="default"
      leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      {...props}
      onClick={async () => {
        setCopied(await copyText(text))
        setTimeout(() => setCopied(false), 2000)
      }}
    >
      <span aria-live="polite">{copied ? say('copied') : children}</span>
    </Button>
  )
}

/** Puts a text on the clipboard; false where the browser does not let us, so that the text wants to be shown. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

/** Over plain http there is no clipboard to write to but by selecting and copying. */
function copySelected(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
