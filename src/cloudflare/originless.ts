import { BlockList } from 'node:net'
import type { Originless } from '../domain/zone.ts'
import { includes, isIP, typeOf } from '../shared/ip.ts'

const SUFFIXES: readonly (readonly [suffix: string, target: Originless])[] = [
  ['.pages.dev', 'pages'],
  ['.workers.dev', 'workers'],
  ['.r2.dev', 'r2'],
]

/** Discard-only and documentation addresses (RFC 6666, RFC 5737), as Cloudflare's documentation suggests them. */
const PLACEHOLDERS = new BlockList()
for (const [network, prefix] of [
  ['100::', 64],
  ['192.0.2.0', 24],
] as const)
  PLACEHOLDERS.addSubnet(network, prefix, typeOf(network))

/** What the target of a record is, if no origin server can be there. */
export function originlessTarget(target: string): Originless | undefined {
  if (isIP(target) !== 0) return includes(PLACEHOLDERS, target) ? 'placeholder' : undefined
  return SUFFIXES.find(([suffix]) => target.toLowerCase().endsWith(suffix))?.[1]
}
