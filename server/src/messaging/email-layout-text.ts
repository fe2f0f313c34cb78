import type { EmailMessage } from './email-layout-message.ts'
import { writeTextTable } from './email-layout-text-table.ts'
import { displayWidth, guardLine, onOneLine, wrapText } from './email-layout-wrap.ts'

/** Leaves room for two levels of quoting within the 78 columns that mail is written for. */
const TEXT_WIDTH = 72
/** Past it, a column of labels would leave too little for the values. */
const MOST_INDENT = 32

/** The plain text part: what the HTML shows, in the same order, nothing escaped. */
export function writeEmailText(message: EmailMessage): string {
  const { notice, button, foot } = message
  const blocks = [
    wrapped(notice && `${notice.title} ${notice.sentence}`),
    wrapped(message.sellerName),
    [...wrapped(message.heading), ...wrapped(message.amount)],
    ...message.paragraphs.map(wrapped),
    factLines(message.facts),
    message.table === undefined ? [] : writeTextTable(message.table, TEXT_WIDTH),
    button === undefined ? [] : [...wrapped(button.labelInText), button.url],
    ...message.closing.map(wrapped),
    foot === undefined
      ? []
      : [foot.name, ...foot.address, ...foot.contacts.map(({ text, inText }) => inText ?? text)].flatMap(
          wrapped,
        ),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(guardLine).join('\n'))
    .join('\n\n')}\n`
}

/** Labels and values in two columns, a long value wrapped inside its own. */
function factLines(facts: EmailMessage['facts']): string[] {
  const indent = Math.max(0, ...facts.map(({ labelInText }) => displayWidth(labelInText))) + 2
  return facts.flatMap(({ labelInText, value }) => {
    if (indent > MOST_INDENT) return wrapped(`${labelInText} ${value}`)
    const missing = ' '.repeat(indent - displayWidth(labelInText))
    const [first, ...others] = wrapText(value, TEXT_WIDTH - indent)
    return [onOneLine(labelInText) + missing + first, ...others.map((line) => ' '.repeat(indent) + line)]
  })
}

function wrapped(text: string | undefined): string[] {
  return text === undefined ? [] : wrapText(text, TEXT_WIDTH)
}
