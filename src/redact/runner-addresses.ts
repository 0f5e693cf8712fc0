import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import type { Evidence } from '../domain/evidence.ts'
import { isIP, isPrivate } from '../shared/ip.ts'

/** A page that names hundreds is not about its visitor. */
const MAX_ADDRESSES = 20

/** Cloudflare's trace, and lines in its format. */
const TRACE_LINE = /^ip=([0-9a-f.:]{2,45})$/gim
/** Block pages, Cloudflare's and others, and dumps of a request: `Your IP: <b>203.0.113.7</b>`, `"client_ip":"…"`. */
const QUOTED =
  /\b(?:(?:your|client|remote|visitor|source|user)[ _-]?(?:ip|addr)(?:[ _-]?addr(?:ess)?)?|(?:x[_-])?(?:forwarded[_-]for|connecting[_-]ip|real[_-]ip))\b(?:\s|&nbsp;|&quot;|<[^<>]{0,200}>|[:=>"'([\]]|\bis\b){0,12}([0-9a-f][0-9a-f.:]{5,44})/gi
const FOOTER = /id=["']?cf-footer-ip["']?[^<>]{0,200}>\s*([0-9a-f.:]{2,45})/gi
const PATTERNS = [TRACE_LINE, QUOTED, FOOTER]

/**
 * This runner's own public addresses in a round, where Cloudflare's trace or a block page quotes them. A recording is
 * public, and a runner may be a laptop or stand in the network of the origin.
 */
export function runnerAddresses(evidence: Evidence): readonly string[] {
  const texts: string[] = []
  collectTexts(evidence, texts)
  const found = texts
    .flatMap((text) => PATTERNS.flatMap((pattern) => Array.from(text.matchAll(pattern))))
    .map(([, address = '']) => address.replace(/[.:]+$/, ''))
  return [...new Set(found)].filter((address) => isOwn(address, evidence.ranges)).slice(0, MAX_ADDRESSES)
}

/** The texts of bodies. */
function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'text' && typeof inner === 'string') texts.push(inner)
    else collectTexts(inner, texts)
  }
}

/** Private ones occur in our own words, and Cloudflare's are public. */
function isOwn(address: string, ranges: Evidence['ranges']): boolean {
  return isIP(address) !== 0 && !isPrivate(address) && !inCloudflareRanges(address, ranges)
}
