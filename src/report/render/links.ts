/** Hosts that our sentences link to. The sentences may quote a site's text, so no other address becomes a link. */
const HOSTS = [
  String.raw`(?:[a-z]+\.)?cloudflare(?:status)?\.com`,
  String.raw`github\.com\/origin-gate\/origin-gate`,
  String.raw`one\.one\.one\.one`,
  String.raw`dns\.google`,
  String.raw`dnsviz\.net`,
  String.raw`lookup\.icann\.org`,
]

/** In our sentences: text in backquotes, the variable for the origin's address. One group around all of it. */
export const CODE_TOKENS = /(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_]))/

/** The same, and the addresses that may become links. */
export const CODE_AND_LINK_TOKENS = new RegExp(
  String.raw`(${'`'}[^${'`'}]+${'`'}|\$ORIGIN(?![A-Za-z0-9_])|https:\/\/(?:${HOSTS.join('|')})\/(?:[\w/.-]*[\w/])?)`,
)

/** An https address of ours, in its normal form; undefined if it is not one. */
export function httpsAddress(address: string): string | undefined {
  const url = URL.parse(address)
  return url?.protocol === 'https:' ? url.href : undefined
}

/** What a link to the remedy's reference is called; empty without one. */
export function referenceLabel(reference: string): string {
  const host = URL.parse(reference)?.hostname ?? ''
  return /(?:^|\.)cloudflare\.com$/.test(host) ? 'Cloudflare docs' : host
}
