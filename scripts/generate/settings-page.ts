import { ALL_SETTINGS } from '../../server/src/web/all-settings.ts'
import { valuesOf } from '../../server/src/web/apply-preset.ts'
import { PRESETS } from '../../server/src/web/presets.ts'

const WHO = {
  company: 'company',
  operator: 'operator',
  links_master: 'whom `links.master_role` names',
} as const

/** docs/settings.md: each setting as it is declared, and what each preset makes of them. */
export function settingsPage(): string {
  const names = Object.keys(PRESETS)
  const bundles = new Map(names.map((name) => [name, valuesOf(name)]))
  const decided = Object.keys(bundles.get(names[0] ?? '') ?? {})
  return [
    '# Settings',
    '',
    'Made from the source by `npm run generate`. `GET /v1/settings` tells a company’s own values, `PATCH /v1/settings` changes several, all or none, and `bin/operator set` changes those that are the operator’s. Every change is in the audit trail with the value before. A link keeps the expiry that it was issued with.',
    '',
    row(['setting', 'default', 'changed by', 'what it means']),
    row(['---', '---', '---', '---']),
    ...ALL_SETTINGS.map(({ key, fallback, writableBy, description }) =>
      row([code(key), json(fallback), WHO[writableBy], description]),
    ),
    '',
    '## Presets',
    '',
    '`POST /v1/settings/presets/{name}/apply` or `bin/operator preset --company co_… --name NAME` makes the settings below a preset’s own, whichever was applied before; the others stay. What only the operator may change is skipped and listed in the answer, unless the operator applies it.',
    '',
    ...names.map((name) => `- \`${name}\`: ${PRESETS[name]?.title}. ${PRESETS[name]?.description}`),
    '',
    row(['setting', ...names.map(code)]),
    row(['---', ...names.map(() => '---')]),
    ...decided.map((key) => row([code(key), ...names.map((name) => json(bundles.get(name)?.[key]))])),
    '',
  ].join('\n')
}

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const code = (text: string) => `\`${text}\``
const json = (value: unknown) => code(JSON.stringify(value).replaceAll(/,(?! )/g, ', '))
