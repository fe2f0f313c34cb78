import type { EmailTable } from './email-content.ts'
import type { Slots } from './email-layout-template.ts'
import { displayWidth } from './email-layout-wrap.ts'

/** So many digits of figures in one row stay whole in the layout's 536 px, and so many in a phone's 280. */
const MOST_FIGURES = 60
const MOST_FIGURES_ON_PHONE = 22
const MOST_HEADS_ON_PHONE = 30
const LONGEST_WORD = 14

const WHOLE_WORDS = 'word-break:normal;overflow-wrap:normal'
const WHOLE = 'white-space:nowrap'
const BREAKABLE = 'word-break:break-word;overflow-wrap:anywhere'

/** Figures and the words of heads break only where the page would else be wider than its reader's screen. */
export function tableSlots(table: EmailTable): Slots {
  const { columns, rows, total } = table
  const figures = figuresWidth(table)
  const figureWrap = figures <= MOST_FIGURES ? WHOLE : BREAKABLE
  const headsWidth = columns.reduce((sum, { label }) => sum + longestWord(label), 0)
  const cells = columns.map(({ align }, index) => ({
    align,
    gap: index === 0 ? '0' : '12',
    wrap: align === 'right' ? figureWrap : BREAKABLE,
  }))
  return {
    size: figures > MOST_FIGURES_ON_PHONE || headsWidth > MOST_HEADS_ON_PHONE ? 'wide' : 'slim',
    head: columns.every(({ label }) => label.trim() === '') ? [] : [{ columns: headSlots(columns, cells) }],
    rows: rows.map((row) => ({
      cells: cells.map((cell, index) => ({ ...cell, text: row[index] ?? '' })),
    })),
    total: total ? [{ ...total, span: String(Math.max(1, columns.length - 1)), wrap: figureWrap }] : [],
  }
}

/** A head without a word is an ordinary cell: a screen reader would read out an empty one. */
function headSlots(columns: EmailTable['columns'], cells: Record<'align' | 'gap', string>[]): Slots[] {
  return columns.map(({ label }, index) => {
    const wrap = longestWord(label) <= LONGEST_WORD ? WHOLE_WORDS : BREAKABLE
    const head = [{ align: 'left', gap: '0', ...cells[index], label, wrap }]
    return label.trim() === '' ? { named: [], unnamed: head } : { named: head, unnamed: [] }
  })
}

/** What the longest figures of all right-aligned columns take together. */
function figuresWidth({ columns, rows, total }: EmailTable): number {
  return columns.reduce((sum, { align }, index) => {
    if (align === 'left') return sum
    const figures = rows.map((row) => row[index] ?? '')
    if (total && index === columns.length - 1) figures.push(total.value)
    return sum + Math.max(0, ...figures.map(figureWidth))
  }, 0)
}

/** In digits: a letter or a sign of another script may be twice as wide. */
function figureWidth(text: string): number {
  return text.length + text.replaceAll(/[\d\p{P}\p{Zs}\p{Sc}]/gu, '').length
}

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map(displayWidth))
}
