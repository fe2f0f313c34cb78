import { html } from 'ghtml'

/** What fills a template: text for a slot, and for a block one set of slots for each time it is written. */
export interface Slots {
  readonly [name: string]: string | readonly Slots[]
}

type Part = string | { slot: string } | { block: string; parts: Part[] }
export type Template = readonly Part[]

const MARK = /\[\[([#/]?)([a-z_]+)\]\]/g

/** Reads `[[slot]]` and `[[#block]]…[[/block]]` out of a compiled layout. What fills them is never read again. */
export function parseTemplate(source: string): Template {
  const root: Part[] = []
  const open = [{ name: '', parts: root }]
  let end = 0
  for (const mark of source.matchAll(MARK)) {
    const [text, kind = '', name = ''] = mark
    const current = innermost(open)
    current.parts.push(source.slice(end, mark.index))
    end = mark.index + text.length
    if (kind === '') current.parts.push({ slot: name })
    else if (kind === '#') {
      const block = { block: name, parts: [] }
      current.parts.push(block)
      open.push({ name, parts: block.parts })
    } else if (open.pop()?.name !== name) throw new Error(`The layout closes ${name}, which is not open.`)
  }
  if (open.length !== 1) throw new Error(`The layout leaves ${innermost(open).name} open.`)
  root.push(source.slice(end))
  return root
}

/** Every text is escaped, its line breaks become `<br>`; nothing in it is taken for a mark, a tag or an entity. */
export function fillTemplate(template: Template, slots: Slots): string {
  let filled = ''
  for (const part of template) {
    if (typeof part === 'string') filled += part
    else if ('slot' in part) filled += escapeText(textOf(slots, part.slot))
    else for (const item of itemsOf(slots, part.block)) filled += fillTemplate(part.parts, item)
  }
  return filled
}

function escapeText(text: string): string {
  return html`${text}`.replaceAll(/\r\n|\r|\n/g, '<br>')
}

function textOf(slots: Slots, name: string): string {
  const value = slots[name]
  if (typeof value !== 'string') throw new Error(`The layout's slot ${name} was not filled.`)
  return value
}

function itemsOf(slots: Slots, name: string): readonly Slots[] {
  const value = slots[name]
  if (value === undefined || typeof value === 'string')
    throw new Error(`The layout's block ${name} was not filled.`)
  return value
}

function innermost<T>(stack: T[]): T {
  const top = stack.at(-1)
  if (top === undefined) throw new Error('The layout closes more blocks than it opens.')
  return top
}
