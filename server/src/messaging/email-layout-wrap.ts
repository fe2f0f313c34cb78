/** How many columns of a terminal a text takes: none for a combining mark, two for an ideograph or emoji. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

const NARROW = /^[ -\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*$/
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u

/** Lines of at most `width`, broken at spaces only: a longer word, such as an address of the web, stays whole. */
export function wrapText(text: string, width: number): string[] {
  return linesOf(text).flatMap((line) => wrapLine(line, width))
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

/** On one line: for a cell, whose line breaks would break its row. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, ' ')
}

function wrapLine(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line]
  const lines: string[] = []
  let current = ''
  let used = 0
  for (const piece of line.split(/(?<=[^ ])(?= )/)) {
    const taken = displayWidth(piece)
    if (current !== '' && used + taken > width) {
      lines.push(current)
      current = piece.trimStart()
      used = displayWidth(current)
    } else {
      current += piece
      used += taken
    }
  }
  return [...lines, current]
}

/**
 * Mail programs rewrite or misread lines that begin so: mailbox files quote `From `, `>` is an earlier message,
 * `-- ` begins a signature, `begin 644 ` an attachment. A space before them, as RFC 3676 has it, keeps them
 * what they are. And no line ends in a space, which would join it to the next.
 */
export function guardLine(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ') end -= 1
  const trimmed = line.slice(0, end)
  return /^(?:From |>|--$|begin [0-7]{3,4} )/.test(trimmed) ? ` ${trimmed}` : trimmed
}
