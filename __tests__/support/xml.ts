export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All its text, concatenated. */
  readonly text: string
}

const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>/y

/**
 * Parses the part of XML 1.0 that a report uses: elements, attributes, text and character references. Throws on
 * anything else, and on XML that is not well-formed.
 */
export function readXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) throw new SyntaxError('A character that XML does not allow')
  const [declaration] = DECLARATION.exec(source) ?? []
  if (declaration === undefined) throw new SyntaxError('The declaration is missing')
  const { element, end } = elementAt(source, declaration.length)
  if (source.slice(end).trim() !== '') throw new SyntaxError('There is content after the root element')
  return element
}

function elementAt(source: string, start: number): { readonly element: XmlElement; readonly end: number } {
  const opening = tagAt(source, start)
  if (opening.closes) throw new SyntaxError(`No element is open at ${start}`)
  const { name, attributes } = opening
  if (opening.empty) return { element: { name, attributes, children: [], text: '' }, end: opening.end }
  const children: XmlElement[] = []
  let text = ''
  for (let at = opening.end; ;) {
    const next = source.indexOf('<', at)
    if (next < 0) throw new SyntaxError(`<${name}> is never closed`)
    text += decoded(source.slice(at, next))
    const tag = tagAt(source, next)
    if (tag.closes) {
      if (tag.name !== name) throw new SyntaxError(`<${name}> is closed by </${tag.name}>`)
      return { element: { name, attributes, children, text }, end: tag.end }
    }
    const child = elementAt(source, next)
    children.push(child.element)
    at = child.end
  }
}

function tagAt(source: string, start: number) {
  TAG.lastIndex = start
  const [whole, slash, name = '', list = '', empty] = TAG.exec(source) ?? []
  if (whole === undefined) throw new SyntaxError(`No tag at ${start}: ${source.slice(start, start + 40)}`)
  const pairs = [...list.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    decoded(value),
  ])
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new SyntaxError('A duplicate attribute')
  return {
    name,
    attributes: Object.fromEntries(pairs),
    closes: slash === '/',
    empty: empty === '/',
    end: start + whole.length,
  }
}

function decoded(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new SyntaxError(`A bare & in ${text.slice(0, 40)}`)
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}
