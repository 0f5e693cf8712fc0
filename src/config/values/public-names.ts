import { unbracketed } from '../../shared/authority.ts'
import { isIP } from '../../shared/ip.ts'

/**
 * Top-level names that never resolve in public DNS: RFC 6761 (`localhost`, `invalid`), RFC 6762 (`local`), RFC 7686
 * (`onion`), RFC 8375 (`home.arpa`), and `internal`, which ICANN reserved for private use in 2024.
 */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|invalid|local|internal|onion|home\.arpa)$/u

/** Whether the host of a parsed URL is an address, or a name of two labels that is not reserved for private use. */
export function isPublicHost(host: string): boolean {
  if (isIP(unbracketed(host)) !== 0) return true
  const withoutRoot = host.replace(/\.$/u, '')
  return withoutRoot.includes('.') && !PRIVATE_NAMES.test(withoutRoot)
}
