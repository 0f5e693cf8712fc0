import { isHtmlDocument, mediaType, withoutComments } from '../../shared/html.ts'
import { withoutReferences } from './references.ts'

const MARKUP = /^text\/(?:html|xml)$|^application\/xml$|\+xml$/
const JSON_TYPE = /^(?:application|text)\/json$|\+json$/

/**
 * The same text in other notations, in which a pattern may match: composed letters, and without the references of HTML
 * or the escapes of JSON. Those that differ from it. Takes linear time, as all here does.
 */
export function notationsOf(text: string, contentType: string): readonly string[] {
  const texts = new Set([text.normalize('NFC')])
  if (text.includes('&') && isMarkup(text, contentType)) texts.add(withoutReferences(text).normalize('NFC'))
  if (text.includes('\\')) texts.add(withoutEscapes(text).normalize('NFC'))
  texts.delete(text)
  return [...texts]
}

/** Whether the text has the expected one in another notation, or shows it across tags and line breaks. */
export function hasInAnyNotation(text: string, contentType: string, expected: string): boolean {
  const composed = expected.normalize('NFC')
  const texts = [text, ...notationsOf(text, contentType)]
  const wanted = [composed, ...notationsOf(composed, contentType)]
  if (texts.some((each) => wanted.some((one) => each.includes(one)))) return true
  if (JSON_TYPE.test(mediaType(contentType)))
    return texts.some((each) => compactJson(each).includes(compactJson(composed)))
  if (!isMarkup(text, contentType)) return false
  const seen = shown(text)
  return wanted.some((one) => seen.includes(inOneLine(one)))
}

/**
 * Whether the expected text could be in one that has characters in the wrong encoding: everything else of it is there,
 * and U+FFFD in place of its letters that aren't ASCII.
 */
export function mayBeGarbled(text: string, contentType: string, expected: string): boolean {
  if (isAscii(expected)) return false
  const blurred = inOneLine(expected.normalize('NFC')).replaceAll(/[^\0-\x7F]+/g, '\uFFFD')
  return [text, ...(isMarkup(text, contentType) ? [shown(text)] : [])].some((each) =>
    inOneLine(each)
      .replaceAll(/[^\0-\x7F]+/g, (run) => (run.includes('\uFFFD') ? '\uFFFD' : '\u0001'))
      .includes(blurred),
  )
}

export function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text)
}

function isMarkup(text: string, contentType: string): boolean {
  const type = mediaType(contentType)
  return MARKUP.test(type) || (type === '' && isHtmlDocument(text))
}

/** What a browser shows, in one line. Tags within a line leave no gap between letters. */
function shown(html: string): string {
  const text = withoutComments(html)
    .replaceAll(INLINE_TAG, '')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, ' ')
  return inOneLine(withoutReferences(text).normalize('NFC'))
}

const INLINE_TAG =
  /<\/?(?:a|abbr|b|bdi|big|cite|code|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|time|tt|u|var|wbr)(?:\s[^<>]*)?>/gi

/** Without characters that are not shown, and with single spaces. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\u00AD\u200B-\u200D\u2060]/g, '').replaceAll(/\s+/g, ' ')
}

/** `\u00fc` and `\/`, as in JSON and in scripts. */
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(?:u([\da-f]{4})|([/"']))/gi, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? letter : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

/** Without the blanks that a serializer may put around punctuation. */
function compactJson(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/ ?([{}[\]:,]) ?/g, '$1')
}
