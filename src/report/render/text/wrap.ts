/** What stands under a headline begins here. */
export const INDENT = '  '

/** Breaks between words; the first line begins with `indent`, the others with `further`, as far to the right by default. */
export function wrapped(
  text: string,
  width: number,
  indent: string,
  further = ' '.repeat(indent.length),
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text, width - further.length)) {
    if (line !== '' && further.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((line, index) => (index === 0 ? indent : further) + line)
}

/** What stands in backquotes is one word, to be copied as one, unless no line has room for it. */
function wordsOf(text: string, room: number): readonly string[] {
  const words = text.match(/(?:`[^`]*`|[^ `]|`)+/g) ?? []
  return words.flatMap((word) => (word.length > room ? word.split(' ') : word)).filter((word) => word !== '')
}
