/**
 * What Cloudflare changes in a page that passes through it, undone as far as possible, so that expected text is found
 * that the origin sent. Several texts, because some changes can't be undone in only one way. Without a trace of a
 * change: none. Takes linear time.
 *
 * - Email Address Obfuscation, on in new zones. It also takes `shop@2026.11.29` for an address.
 * - Rocket Loader puts a number before the type of each script, and adds one.
 * - Automatic HTTPS Rewrites replaces `http://` in links.
 * - Mirage moves the `src` of images.
 * - Bot detection, Web Analytics and Zaraz add scripts.
 *
 * Sources: developers.cloudflare.com, `waf/tools/scrape-shield/email-address-obfuscation`,
 * `speed/optimization/content/rocket-loader`, `ssl/edge-certificates/additional-options/automatic-https-rewrites`,
 * `cloudflare-challenges/challenge-types/javascript-detections`.
 */
export function asSentByOrigin(page: string): readonly string[] {
  const shown = withoutAddedScripts(withEmailAddresses(page)).replaceAll(MIRAGE, ' src="$1"')
  const typed = shown.replaceAll(ROCKET_LOADER_TYPE, ' type=$1$2$1')
  const untyped = shown.replaceAll(ROCKET_LOADER_TYPE, '')
  const texts = new Set([shown, typed, untyped])
  texts.delete(page)
  return [...texts]
}

/** Both sides of a comparison, as Automatic HTTPS Rewrites leaves them. */
export function withHttpsLinks(text: string): string {
  return text.replaceAll('http://', 'https://')
}

const LINK = /\/cdn-cgi\/l\/email-protection#([\da-f]{4,2000})/gi
const ADDRESS = /<(a|span)\b[^<>]{0,300}\bdata-cfemail="([\da-f]{4,2000})"[^<>]{0,300}>[^<>]{0,100}<\/\1>/gi

function withEmailAddresses(page: string): string {
  if (!page.includes('/cdn-cgi/l/email-protection') && !page.includes('data-cfemail')) return page
  return page
    .replaceAll(ADDRESS, (_, __, hex: string) => decodedAddress(hex))
    .replaceAll(LINK, (_, hex: string) => `mailto:${decodedAddress(hex)}`)
}

/** The first byte is the key of the others. */
function decodedAddress(hex: string): string {
  const [key = 0, ...bytes] = Buffer.from(hex, 'hex')
  return Buffer.from(bytes.map((byte) => byte ^ key)).toString('utf8')
}

const ROCKET_LOADER_TYPE = / type=(["'])[\da-f]{16,64}-([a-z/+-]{1,40})\1/gi
const MIRAGE = / data-cfsrc="([^"<>]{0,2000})"(?: style="display:none;visibility:hidden;")?/gi

const CLOUDFLARES_FILE =
  /<script\b[^<>]{0,500}(?:\/cdn-cgi\/|static\.cloudflareinsights\.com\/)[^<>]{0,500}>\s{0,100}<\/script>/gi
const CLOUDFLARES_CODE = /<script>[^<]{0,2000}__CF\$cv\$params[^<]{0,2000}<\/script>/gi

function withoutAddedScripts(page: string): string {
  return page.replaceAll(CLOUDFLARES_FILE, '').replaceAll(CLOUDFLARES_CODE, '')
}
