import {
  type Node,
  nameOf,
  part,
  parts,
  quasisOf,
  type Source,
  walkNodes,
} from '../statements/syntax-tree.ts'
import { docAbove, GENERATED } from './source-text.ts'

interface ErrorClass {
  name: string
  parent: string
  path: string
  code: string | undefined
  status: number | undefined
  doc: string
  sentences: string[]
}

/** Every code of the API, for its document. */
export function errorCodes(sources: readonly Source[]): string[] {
  const classes = new Map(sources.flatMap(classesIn).map((each) => [each.name, each]))
  const codes = [...classes.values()]
    .filter((each) => isDomainError(each, classes))
    .flatMap(({ code }) => code ?? [])
  return codes.sort()
}

/** The codes as the server's own source has them. */
export function codesModule(codes: readonly string[]): string {
  const lines = codes.map((code) => `  '${code}',`).join('\n')
  return `// Written by \`npm run generate\`. Do not edit.\nexport const PROBLEM_CODES = [\n${lines}\n] as const\n`
}

/** `docs/errors.md`: every code of the API with what it says. Two classes with one code are refused. */
export function errorsPage(sources: readonly Source[]): string {
  const classes = new Map(sources.flatMap(classesIn).map((each) => [each.name, each]))
  for (const source of sources) noteSentences(source, classes)
  const rows = [...classes.values()].filter((each) => each.code !== undefined && isDomainError(each, classes))
  rows.sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
  rows.forEach(({ code, name }, i) => {
    if (rows[i + 1]?.code === code) throw new Error(`${name} and ${rows[i + 1]?.name} have one code: ${code}`)
  })
  return `${GENERATED}

# Errors

What is refused is an RFC 9457 problem document with a stable \`code\`. In the sentences \`…\` stands for what
the program fills in. A declined card is no error: it is the result of a payment.

${rows.map((each) => section(each, classes)).join('\n\n')}
`
}

function section(each: ErrorClass, classes: Map<string, ErrorClass>): string {
  const above = each.parent === 'DomainError' ? undefined : classes.get(each.parent)
  const doc = each.doc || above?.doc || ''
  return [
    `## ${each.code}`,
    `${statusOf(each, classes)}, ${moduleOf(each)}. ${doc}`.trim(),
    ...(each.sentences.length === 0 ? [] : [each.sentences.map((said) => `- ${said}`).join('\n')]),
  ].join('\n\n')
}

function moduleOf({ path }: ErrorClass): string {
  return path.split('/')[2] ?? ''
}

function isDomainError({ parent }: ErrorClass, classes: Map<string, ErrorClass>): boolean {
  const above = classes.get(parent)
  return parent === 'DomainError' || (above !== undefined && isDomainError(above, classes))
}

function statusOf(each: ErrorClass, classes: Map<string, ErrorClass>): number {
  const above = classes.get(each.parent)
  const status = each.status ?? (above && statusOf(above, classes))
  if (status === undefined) throw new Error(`${each.path}: ${each.name} has no constant status`)
  return status
}

function classesIn(source: Source): ErrorClass[] {
  const found: ErrorClass[] = []
  walkNodes(source.program, (node, above) => {
    const name = nameOf(part(node, 'id'))
    const parent = nameOf(part(node, 'superClass'))
    if (node.type !== 'ClassDeclaration' || name === undefined || parent === undefined) return
    const members = parts(part(node, 'body'), 'body')
    const constant = (key: string) =>
      part(
        members.find((member) => nameOf(part(member, 'key')) === key),
        'value',
      )?.value
    const code = constant('code')
    const status = constant('status')
    const place = above?.type === 'ExportNamedDeclaration' ? above.start : node.start
    found.push({
      name,
      parent,
      path: source.path,
      code: typeof code === 'string' ? code : undefined,
      status: typeof status === 'number' ? status : undefined,
      doc: docAbove(source.text, place),
      sentences: sentencesOfSuper(node),
    })
  })
  return found
}

/** What a class says by itself: `super('…')` in its constructor. */
function sentencesOfSuper(node: Node): string[] {
  const found: string[] = []
  walkNodes(node, (inner) => {
    if (inner.type === 'CallExpression' && part(inner, 'callee')?.type === 'Super') {
      found.push(...sentence(parts(inner, 'arguments')[0]))
    }
  })
  return found
}

function noteSentences(source: Source, classes: Map<string, ErrorClass>): void {
  walkNodes(source.program, (node) => {
    if (node.type !== 'NewExpression') return
    const each = classes.get(nameOf(part(node, 'callee')) ?? '')
    for (const said of sentence(parts(node, 'arguments')[0])) {
      if (each && !each.sentences.includes(said)) each.sentences.push(said)
    }
  })
}

/** A text with `…` where the program fills something in; nothing where it is no sentence. */
function sentence(node: Node | undefined): string[] {
  const said = sentenceText(node)
    ?.replace(/\s+/g, ' ')
    .replace(/(… ?)+…/g, '…')
    .trim()
  return said !== undefined && /[.…]$/.test(said) && /\w{3} \w/.test(said) ? [said] : []
}

function sentenceText(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral') return quasisOf(node).join('…')
  if (node?.type === 'BinaryExpression' && node.operator === '+') {
    return `${sentenceText(part(node, 'left')) ?? '…'}${sentenceText(part(node, 'right')) ?? '…'}`
  }
  return undefined
}
