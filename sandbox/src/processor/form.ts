/** A parameter as it came over the wire: text, a list, or a hash of parameters. */
export type Param = string | Param[] | { [name: string]: Param }
export type Params = { [name: string]: Param }

/** Reads `a=1&b[c]=2&d[]=3&e[0][f]=4` the way the processor does. */
export function parseForm(text: string): Params {
  const params: Params = Object.create(null) as Params
  for (const [name, value] of new URLSearchParams(text)) {
    const path = splitName(name)
    if (path.some((part) => part === '__proto__')) continue
    place(params, path, value)
  }
  return arrange(params) as Params
}

function splitName(name: string): string[] {
  const open = name.indexOf('[')
  if (open < 1 || !name.endsWith(']')) return [name]
  return [name.slice(0, open), ...name.slice(open + 1, -1).split('][')]
}

function place(params: Params, path: string[], value: string): void {
  let at: Params = params
  for (const [index, part] of path.entries()) {
    const name = part === '' ? String(Object.keys(at).length) : part
    if (index === path.length - 1) {
      at[name] = value
      return
    }
    const next = at[name]
    if (typeof next === 'object' && !Array.isArray(next)) {
      at = next
    } else {
      const made: Params = Object.create(null) as Params
      at[name] = made
      at = made
    }
  }
}

/** Hashes whose names are 0, 1, 2 … are lists. */
function arrange(param: Param): Param {
  if (typeof param === 'string' || Array.isArray(param)) return param
  const entries = Object.entries(param).map(([name, value]) => [name, arrange(value)] as const)
  if (entries.length > 0 && entries.every(([name], index) => name === String(index))) {
    return entries.map(([, value]) => value)
  }
  return Object.fromEntries(entries)
}
