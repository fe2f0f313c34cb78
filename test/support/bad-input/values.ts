/** A value as JSON text that JSON.stringify would never write. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export function toJson(value: unknown): string {
  const raws: string[] = []
  const text = JSON.stringify(value, (_, part: unknown) =>
    part instanceof Raw ? `@raw${raws.push(part.text) - 1}@` : part,
  )
  return text.replace(/"@raw(\d+)@"/g, (_, index) => raws[Number(index)] ?? '')
}

export const NO_TEXT = [
  3,
  -1,
  true,
  [],
  {},
  ['x'],
  { $link: 'x' },
  '',
  'a\u0000b',
  'a\u001bb',
  new Raw('"\\ud800"'),
  new Raw('"x\\udc00"'),
  new Raw('"\\ud800\\ud800"'),
  'x'.repeat(100_001),
]
export const NO_ID = [
  '',
  'x',
  3,
  null,
  {},
  'cus_',
  'inv_01h455vb4pex5vsknk084sn02q',
  'cus_01h455vb4pex5vsknk084sn02q',
  `cus_${'z'.repeat(26)}`,
  `cus_${'0'.repeat(5000)}`,
  '../../etc/passwd',
  "' or 1=1 --",
  'a\u0000b',
]
export const NO_AMOUNT = [
  -1,
  0,
  0.5,
  1.5,
  -0.01,
  100_000_000,
  2 ** 53,
  1e21,
  '100',
  '1e3',
  '',
  true,
  [],
  [100],
  {},
  new Raw('1e400'),
  new Raw('-1e400'),
  new Raw('1e-400'),
  new Raw('123456789012345678901234567890'),
  new Raw('0.1e1000000'),
]
export const NO_CURRENCY = [
  'USD',
  'Usd',
  'us',
  'usdd',
  'xxx',
  'xau',
  'btc',
  'zzz',
  '   ',
  '',
  'u\u0000d',
  'ﬀ',
  840,
  null,
  [],
  {},
]
export const NO_DECIMAL = [
  '',
  ' ',
  '1e5',
  'NaN',
  'Infinity',
  '-Infinity',
  '1,5',
  '٣',
  '--1',
  '+1',
  '1.',
  '.5',
  '0x10',
  '1_000',
  '9'.repeat(16),
  `1.${'1'.repeat(16)}`,
  '1\u0000',
  3,
  1.5,
  null,
  [],
  {},
  true,
]
export const NO_DATE = [
  '2026-02-30',
  '2026-13-01',
  '20260101',
  '2026-1-1',
  '2026-01-01T00:00:00Z',
  '',
  'today',
  3,
  true,
  [],
  {},
  '0000-01-01',
  '99999-01-01',
  '-2026-01-01',
]
export const NO_LIST = [{}, 3, 'x', null, [], [null], [[]], [3], Array(501).fill('x')]
export const NO_FLAG = ['true', 0, 1, 'yes', [], {}]
