/**
 * The part of a header's value that a rule reads or the report prints, by name in lower case. The rest is not recorded:
 * it may be a cookie, a token or a challenge that is made for one client. `***` also passes the rules that only require
 * a value.
 */
const JUDGED: Readonly<Record<string, RegExp>> = {
  server: /^.+/s,
  'content-type': /^.+/s,
  'content-encoding': /^[a-z0-9 ,-]{1,60}$/i,
  'content-disposition': /^\s*attachment\b/i,
  location: /^.+/s,
  age: /^\d{1,9}$/,
  date: /^[A-Za-z0-9 ,:+-]{1,40}$/,
  'retry-after': /^\s*(?:\d{1,10}|[A-Z][A-Za-z0-9 ,:+-]{10,50})\s*$/,
  refresh: /^\s*\d{1,9}(?!\d)(?:\s*[;,]\s*(?:url\s*=\s*)?["']?\s*http:\/\/)?/i,
  'x-content-type-options': /^\s*nosniff\s*$/i,
  'cf-ray': /^[0-9a-f]{16}(?:-[A-Z]{3})?$/,
  'cf-cache-status': /^[A-Z/]{1,20}$/i,
  'cf-mitigated': /^[a-z]{1,20}$/,
  'www-authenticate': /^cloudflare-access\b/i,
  // The signs of `src/diagnosis/fingerprints/` and `src/diagnosis/facts/servers/`.
  via: /\b1\.1 google\b|\bfly\.io\b|\b1\.1 (?:vegur|heroku-router|Caddy)\b|\(CloudFront\)|\bvarnish\b/i,
  'x-cache': /^Error from cloudfront/i,
  'x-served-by': /\bcache-/,
  'x-amzn-waf-action': /^(?:challenge$|captcha$|block)/i,
  'x-blocked-by-waf': /^Blocked_by_custom_response_for_AWSManagedRules/,
  'x-vercel-mitigated': /^(?:challenge$|deny|block|rate_?limit)/i,
  'x-vercel-error': /^DEPLOYMENT_(?:NOT_FOUND|DISABLED|PAUSED)$/,
  'sg-captcha': /^challenge$/i,
  'x-dd-b': /^\d/,
  'x-sigsci-agentresponse': /^(?:406|403|429)$/,
  'x-render-origin-server': /^Render$/i,
  'x-render-routing': /^no-server$/,
  'x-railway-fallback': /^true$/,
  'ngrok-error-code': /^ERR_NGROK_\d{1,5}$/,
}

export const HIDDEN = '***'

/** Makes what is recorded of a header's value. Equal entity tags stay equal, because rules compare them. */
export function valueRecorder(): (name: string, value: string) => string {
  const tags = new Map<string, string>()
  return (name, value) => {
    if (value === '') return ''
    if (name === 'etag') return tagOf(value, tags)
    return judgedPart(name, value) ?? HIDDEN
  }
}

/** What is recorded of a header's value; undefined: nothing. */
export function judgedPart(name: string, value: string): string | undefined {
  return Object.hasOwn(JUDGED, name) ? JUDGED[name]?.exec(value)?.[0] : undefined
}

/** Servers may track visitors by entity tags, as they do by cookies. */
function tagOf(value: string, tags: Map<string, string>): string {
  const [, weak = '', tag = ''] = /^(W\/)?(.*)$/is.exec(value.trim()) ?? []
  if (tag === '') return weak
  const known = tags.get(tag) ?? `"etag-${tags.size + 1}"`
  tags.set(tag, known)
  return `${weak}${known}`
}
