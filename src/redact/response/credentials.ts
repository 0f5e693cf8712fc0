import { isSecret } from '../../shared/secrets-in-url.ts'
import { TOKEN } from '../../shared/tokens.ts'
import { HIDDEN } from './fields.ts'

/** A private key, also one that the end of the text cuts. */
const PRIVATE_KEY =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g

/** The tokens of GitLab, npm, PyPI, Slack, Stripe, AWS, Google and SendGrid by their beginnings. */
const OTHER_TOKEN =
  /\b(?:glpat-[\w-]{16,}|npm_\w{16,}|pypi-[\w-]{16,}|xox[a-z]-[\w-]{10,}|[rs]k_(?:live|test)_\w{10,}|A(?:KI|SI)A[A-Z\d]{16}|AIza[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,})/g

/** Credentials after their scheme: `Authorization: Bearer x`. */
const SCHEME = /\b(bearer|basic)(\s{1,5})([\w+/=.~-]{8,})/gi
const WORD = /^[a-z]+$/i

/**
 * A name, its separator and its value as environment dumps, JSON, YAML, PHP and the tables and lists of debug pages
 * write them. The value is only looked ahead at, because it may be a name too: `database:` before `password:`.
 */
const SETTING =
  /(?<![\w.-])([A-Za-z_][\w.-]{0,80})((?:["'\]\\]|&quot;|&#39;|&#x27;|[ \t]){0,8}(?::|=>?|<\/(?:t[dh]|dt)>)(?:\s|["'\\]|&quot;|&#39;|&#x27;|string\(\d{1,9}\)|<(?:t[dh]|dd|pre|code|span)\b[^<>]{0,200}>){0,12})(?=((?:(?!&(?:quot|#39|#x27);)[^\s"'<>;,]){4,500}))/g

/** Hides the credentials that a page prints, such as a debug page with its environment: `DB_PASSWORD=***`. */
export function withoutCredentials(text: string): string {
  const hidden = text
    .replaceAll(PRIVATE_KEY, HIDDEN)
    .replaceAll(TOKEN, HIDDEN)
    .replaceAll(OTHER_TOKEN, HIDDEN)
    .replaceAll(SCHEME, (whole, scheme: string, blank: string, value: string) =>
      WORD.test(value) ? whole : scheme + blank + HIDDEN,
    )
  return withoutSettings(hidden)
}

function withoutSettings(text: string): string {
  let [shown, from] = ['', 0]
  for (const { 0: before, 1: name = '', 3: value = '', index } of text.matchAll(SETTING)) {
    const start = index + before.length
    if (index < from || !isSecret(name, value)) continue
    shown += text.slice(from, start) + HIDDEN
    from = start + value.length
  }
  return shown + text.slice(from)
}
