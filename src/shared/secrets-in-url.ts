import { isPublic } from './public-values.ts'

/** A parameter of a URL whose value is a secret. */
interface SecretParameter {
  readonly name: string
  /** As the URL has it, escaped. */
  readonly value: string
  /** The positions of the value. */
  readonly start: number
  readonly end: number
}

const PARAMETER = /[?&;]([^=&;#\s]*)(?:=([^&;#\s]*))?/g

/** Shorter values occur by chance. */
const MIN_LENGTH = 4

/** The last word of a name that says that its value is secret: `client_secret`, `X-Amz-Signature`, `user_pass`. */
const SECRET_WORD =
  /^(?:pass|passphrase|passcode|pwd|pw|psk|sig|hmac|authorization|bearer|bypass|credentials?|jwt|otp)$/
/** The end of such a name, written as one word: `accesstoken`, `phpsessid`, `cronkey`. */
const SECRET_END = /(?:token|secret|passwo?r?d|signature|(?:php|j|asp)sess(?:ion)?id|key)$/
/** Names with such an end or word that name something else. */
const ORDINARY =
  /^(?:mon|tur|don|hoc|joc|whis)key$|(?:sort|order|group|filter|range|partition|primary|foreign|unique|natural|surrogate|composite|lookup|cache|locale|lang|language|translation|i18n|text|message|msg|label|public|publishable|site|idempotency|row|col|column|field|object|item|entity|record|map|dict|data|hash|name|type|index|hot|short|issue|project|product|page|view|tab|menu|section|category|cat|option|config|setting|feature|flag|theme|search|query|event|route|file|image|media|asset)key$|cachebypass$/
/** Names that need a value like a secret's, too. */
const PERHAPS_SECRET = /^(?:key|auth|code|session|hash|sid|sess(?:ion)?id|sas|cookie)$/

/** Values that aren't secrets, whatever their parameter is. */
const NO_SECRET = /^(?:true|false|null|none|undefined|\*+|…)$/i
/** A secret that is only a word, a number, a date or a version. It is hidden only where its parameter precedes it. */
const WEAK = /^(?:[a-z]{1,15}|v?\d{1,7}(?:[.-]\d{1,4}){0,4})$/i

/**
 * What to hide of a URL: values of parameters that are named like secrets. Of one that is only a word or a number, that
 * is `name=value`. A value under another name is not recognized, because masking an ordinary one breaks the job.
 */
export function secretsInUrl(url: string): readonly string[] {
  return parametersIn(url).map(({ name, value }) => (WEAK.test(value) ? `${name}=${value}` : value))
}

/** The parameters whose values are only words or numbers, as `name=value`. */
export function secretPairsIn(url: string): readonly string[] {
  return parametersIn(url)
    .filter(({ value }) => WEAK.test(value))
    .map(({ name, value }) => `${name}=${value}`)
}

/** A URL as it is printed: `***` for each secret. */
export function shownUrl(url: string): string {
  let [shown, from] = ['', 0]
  for (const { start, end } of parametersIn(url)) {
    shown += `${url.slice(from, start)}***`
    from = end
  }
  return shown + url.slice(from)
}

/** The parts of a URL that are public even if a secret has them: the host, the path, and the names of parameters. */
export function publicPartsOf(url: string): readonly string[] {
  const { origin, pathname } = new URL(shownUrl(url))
  const names = Array.from(url.matchAll(PARAMETER)).flatMap(([, name = '', value]) =>
    value === undefined ? [] : [name],
  )
  return [origin + pathname, ...names]
}

function parametersIn(url: string): readonly SecretParameter[] {
  const query = url.indexOf('?')
  if (query < 0) return secretsFrom(url, 0)
  // A value in the query may have question marks.
  return [...secretsFrom(url.slice(0, query), 0), ...secretsFrom(url.slice(query), query)]
}

function secretsFrom(part: string, offset: number): readonly SecretParameter[] {
  return Array.from(part.matchAll(PARAMETER)).flatMap((match) => {
    const [whole, name = '', value = ''] = match
    const plain = unescaped(value)
    if (plain.length < MIN_LENGTH || NO_SECRET.test(plain) || isPublic(plain)) return []
    if (!isSecret(unescaped(name), plain)) return []
    const end = offset + match.index + whole.length
    return [{ name, value, start: end - value.length, end }]
  })
}

/** Whether a parameter, variable or setting of this name has a secret. Some names need a value like a secret's, too. */
export function isSecret(name: string, value: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .map((word) => word.replace(/^v?\d+$|\d+$/, ''))
    .filter((word) => word !== '')
  const whole = words.join('')
  if (PERHAPS_SECRET.test(whole)) return isLikeSecret(value)
  return (SECRET_WORD.test(words.at(-1) ?? '') || SECRET_END.test(whole)) && !ORDINARY.test(whole)
}

/** A word, several in camel case, a number, a part of a time, or a word with a number. */
const WORD =
  /^(?:[A-Z]?[a-z]{0,15}(?:[A-Z][a-z]{1,15})*\d{0,15}|[A-Z]{1,15}\d{0,15}|\d{1,15}(?:[a-z]{1,3}|T\d{1,9}Z?|Z)?)$/
const CHANGE = /[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])/g

/** Not `created_at`, `index.html` or `opening-keynote`. */
function isLikeSecret(value: string): boolean {
  const pieces = value.split(/[^A-Za-z\d]+/)
  if (pieces.every((piece) => WORD.test(piece))) return false
  const text = pieces.join('')
  return value.length >= 20 || (text.length >= 16 && (text.match(CHANGE) ?? []).length >= 3)
}

/** Decodes `%xx`. Returns a text with invalid escapes unchanged. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
