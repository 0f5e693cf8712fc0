/**
 * A text that a pattern matches: the first of alternatives, the fewest repetitions, and no lookaround. Enough for the
 * patterns of the tables; the caller verifies it.
 */
export function exampleOf(pattern: RegExp): string {
  const { source } = pattern
  const groups: string[] = []
  let at = 0

  const alternatives = (): string => {
    const first = sequence()
    while (source[at] === '|') {
      at += 1
      sequence()
    }
    return first
  }

  const sequence = (): string => {
    let text = ''
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const one = atom()
      text += one.repeat(least())
    }
    return text
  }

  const atom = (): string => {
    const char = source[at] ?? ''
    at += 1
    if (char === '^' || char === '$') return ''
    if (char === '.') return 'x'
    if (char === '\\') return escape()
    if (char === '[') return charClass()
    return char === '(' ? group() : char
  }

  const group = (): string => {
    const kind = /^\?(?:<?[=!]|:)/.exec(source.slice(at))?.[0] ?? ''
    at += kind.length
    const text = alternatives()
    at += 1
    if (kind === '') groups.push(text)
    return kind === '' || kind === '?:' ? text : ''
  }

  const escape = (): string => {
    const char = source[at] ?? ''
    at += 1
    const known = { b: '', d: '5', n: '\n', r: '\r', s: ' ', S: 'x', w: 'a', W: ' ', '1': groups[0] ?? '' }
    return Object.entries(known).find(([key]) => key === char)?.[1] ?? char
  }

  const charClass = (): string => {
    const end = /^(?:[^\]\\]|\\.)*\]/.exec(source.slice(at))?.[0] ?? ''
    at += end.length
    if (end === '^]') return 'x'
    const all = new RegExp(`[${end}`)
    return `x5 -\n/${end}`.split('').find((char) => all.test(char)) ?? ''
  }

  const least = (): number => {
    const [quantifier, min] = /^(?:[?*+]|\{(\d+)[^}]*\})\??/.exec(source.slice(at)) ?? []
    at += quantifier?.length ?? 0
    if (quantifier === undefined || quantifier.startsWith('+')) return 1
    return Number(min ?? 0)
  }

  return alternatives()
}
