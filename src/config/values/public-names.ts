/**
 * Top-level names that never resolve in public DNS: RFC 6761 (`localhost`, `invalid`), RFC 6762 (`local`), RFC 7686
 * (`onion`), RFC 8375 (`home.arpa`), and `internal`, which ICANN reserved for private use in 2024.
 */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|invalid|local|internal|onion|home\.arpa)$/u

/** Whether visitors can resolve a lowercase host name: it has two labels, and is not reserved for private use. */
export function isPublicName(name: string): boolean {
  const withoutRoot = name.replace(/\.$/u, '')
  return withoutRoot.includes('.') && !PRIVATE_NAMES.test(withoutRoot)
}
