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
  for (const word of text.split(' ').filter((word) => word !== '')) {
    if (line !== '' && further.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((line, index) => (index === 0 ? indent : further) + line)
}
