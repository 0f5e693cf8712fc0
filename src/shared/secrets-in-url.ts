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

/** A word in a secret parameter's name: `access_token`, `apiKey`, `X-Amz-Signature`, `x-vercel-protection-bypass`. */
const SECRET_WORD =
  /^(?:tokens?|secrets?|passphrase|pwd|pw|sig|signature|hmac|auth|authorization|bypass|credentials?|key|jwt|otp|session|sid|sas|bearer|cookie)$|(?:token|secret|passwo?r?d|signature|credentials?|sess(?:ion)?id|(?:access|account|api|app|auth|client|function|private|secret|shared|sub(?:scription)?)key)$/
/** A value of these that looks random is a version or a campaign. */
const PUBLIC_NAME =
  /^(?:utm_\w+|gclid|fbclid|msclkid|v|ver|version|rev|revision|commit|sha|build|release|ref|branch|tag)$/i

/** Values that aren't secrets, whatever their parameter is. */
const NO_SECRET = /^(?:true|false|null|none|undefined|\*+|…)$/i
/** A secret that is only a word, a number, a date or a version. It is hidden only where its parameter precedes it. */
const WEAK = /^(?:[a-z]{1,15}|v?\d{1,7}(?:[.-]\d{1,4}){0,4})$/i

/**
 * What to hide of a URL: values of parameters that are named like secrets or look random. Of one that is only a word or
 * a number, that is `name=value`.
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
    const [whole, name = '', given] = match
    // A parameter without a name: `?sk_live_…`.
    const value = given ?? name
    const plain = unescaped(value)
    if (plain.length < MIN_LENGTH || NO_SECRET.test(plain)) return []
    const isNamed = given !== undefined && isSecretName(unescaped(name))
    if (!isNamed && (PUBLIC_NAME.test(name) || !isRandom(plain))) return []
    const end = offset + match.index + whole.length
    return [{ name, value, start: end - value.length, end }]
  })
}

function isSecretName(name: string): boolean {
  if (/^pass$/i.test(name)) return true
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.split(/[^a-z\d]+/).some((word) => SECRET_WORD.test(word))
}

/** How many letters and digits have to look random. */
const MIN_RANDOM = 16
const DATE = /\d{8}T\d{4,6}Z?/g

function isRandom(value: string): boolean {
  const pieces = value.replace(DATE, '').split(/[^A-Za-z\d]+/)
  return pieces.filter(isRandomPiece).reduce((sum, { length }) => sum + length, 0) >= MIN_RANDOM
}

/** Not `summer`, `iPhone15Pro`, `v2beta3` or `2026`: it changes between digits and letters of both cases too often. */
function isRandomPiece(piece: string): boolean {
  if (piece.length <= 4 || /^(?:\d+|[a-z]+|[A-Z]+)$/.test(piece)) return false
  const runs = piece.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []
  const isOdd = runs.some((run, index) => index > 0 && (/^[a-z]$/i.test(run) || /^[A-Z]{6,}$/.test(run)))
  return isOdd || piece.length < runs.length * MIN_MEAN_RUN
}

const MIN_MEAN_RUN = 2.5

/** Decodes `%xx`. Returns a text with invalid escapes unchanged. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
