import { decode } from '../view/decode.ts'
import { foldedView } from '../view/normalize.ts'

/** Shorter parts occur by chance. */
const MIN_PART_LENGTH = 8
const LONG_PART_LENGTH = 16

/** How often a part may hold encoded parts. */
const MAX_DEPTH = 2

/** Between the elements of cookies, lists, parameters, JSON and forms. */
const ELEMENTS = /[^\s;,&?"'{}[\]()<>]+/g
const QUOTED = /"([^"]*)"/g
/** An element is the key of a pair if this comes next. */
const AFTER_KEY = /['"]? ?[:=]/y

/**
 * The parts of a header value that a site may repeat alone: the values of cookies, of parameters, of lists and of JSON,
 * and the parts of a JWT. The keys of pairs and ordinary words stay readable.
 */
export function* partsOf(secret: string, depth = 0): Generator<string> {
  const folded = foldedView({ text: secret })
  const { decoded } = decode(folded)
  // The user and the password of a URL, such as that of a database.
  for (const { 1: user = '', 2: password = '' } of folded.text.matchAll(USERINFO)) {
    yield `${user}:${password}`
    if (!/^[a-z]{1,15}$/i.test(password)) yield password
  }
  for (const { text } of decoded === folded ? [folded] : [folded, decoded]) {
    for (const part of candidatesIn(text)) {
      if (isSecretLike(part)) yield part
      yield* piecesOf(part, depth)
    }
  }
}

const USERINFO = /:\/\/([^\s/?#:@]*):([^\s/?#@]+)@/g

function* candidatesIn(text: string): Generator<string> {
  for (const { 0: quoted, 1: part = '', index } of text.matchAll(QUOTED))
    if (!isKey(text, index + quoted.length)) yield part
  for (const { 0: element, index } of text.matchAll(ELEMENTS))
    if (!isKey(text, index + element.length)) yield* valuesOf(element)
}

function isKey(text: string, end: number): boolean {
  AFTER_KEY.lastIndex = end
  return AFTER_KEY.test(text)
}

/** Of `key=value` the value, of `scheme:id:value` also what is between colons. */
function* valuesOf(element: string): Generator<string> {
  // The signs at the end are base64's.
  const pair = /^[^=:]+=(?=[^=])(.*)$/.exec(element)
  const value = pair?.[1] ?? element
  yield value
  if (!/[=:]./.test(value)) return
  yield value.slice(value.search(/[=:]/) + 1)
  const pieces = value.split(/[=:]+/)
  yield* pieces.filter((piece, index) => index === pieces.length - 1 || isStrong(piece))
}

/** Random pieces of a part, such as an identifier without its signature, and what it encodes. */
function* piecesOf(part: string, depth: number): Generator<string> {
  const isToken = part.startsWith('eyJ')
  const pieces = part.split(/[./|~]+/)
  if (pieces.length > 1) yield* pieces.filter(isToken ? isSecretLike : isStrong)
  if (depth === MAX_DEPTH) return
  const objects = pieces.filter((piece) => piece.startsWith('eyJ')).map(jsonIn)
  // The first part of a JWT names its algorithm.
  for (const json of isToken && objects.length > 1 ? objects.slice(1) : objects) {
    yield json
    yield* partsOf(json, depth + 1)
  }
}

/** The object that a text in base64 has, or an empty string. */
function jsonIn(text: string): string {
  const json = Buffer.from(text, 'base64').toString()
  return /^\{".*\}$/.test(json) ? json : ''
}

/** Has letters and digits, or letters of both cases. */
function isStrong(part: string): boolean {
  return part.length >= LONG_PART_LENGTH && /[a-z]/i.test(part) && isMixed(part) && !ORDINARY.test(part)
}

function isSecretLike(part: string): boolean {
  if (part.length < MIN_PART_LENGTH || isOrdinary(part) || isUrl(part)) return false
  return part.length >= LONG_PART_LENGTH || isMixed(part) || !/^[a-z ._/-]*$/i.test(part)
}

/** Has a digit, or letters of both cases that are not those of a name. */
function isMixed(part: string): boolean {
  return /\d/.test(part) || (/[a-z]/.test(part) && /[A-Z]/.test(part) && !NAME.test(part))
}

/** `Content-Type`, `Restricted area`. */
const NAME = /^[A-Z][a-z]*(?:[ ._/-][A-Z]?[a-z]*)*$/

/** Its random pieces are secrets, and its host is not. */
function isUrl(part: string): boolean {
  return /^(?:[a-z]+:)?\/\//i.test(part)
}

/** Media types, directives, days and periods: words of HTTP. Hidden, they would make other text unreadable. */
const ORDINARY =
  /^(?:(?:application|audio|font|image|message|multipart|text|video|\*)\/[a-z.+*-]+|chunked|deflate|gzip|identity|keep-alive|stale-(?:if-error|while-revalidate)|xmlhttprequest|iso-8859-1\d?|utf-?8|(?:no|max|must|only|proxy|s)-[a-z]+(?:-[a-z]+)*(?:=\d+)?|(?:19|20)\d\d-?(?:0[1-9]|1[0-2])-?(?:[0-2]\d|3[01])|15552000|31536000|63072000)$/i

/** A word that every request may have. */
export function isOrdinary(word: string): boolean {
  return ORDINARY.test(word)
}
