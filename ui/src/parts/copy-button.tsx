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
        await copyText(text)
        setCopied(true)
        setTimeout(() => setCopied(false), 2000)
      }}
    >
      <span aria-live="polite">{copied ? say('copied') : children}</span>
    </Button>
  )
}

/** By the clipboard's own way, or where a page may not (plain http), by selecting and copying. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) {
    await navigator.clipboard.writeText(text)
    return
  }
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
