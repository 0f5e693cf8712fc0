import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { BASTION_SOURCES, EDGE_SOURCES, ELSEWHERE_SOURCES, RUNNER_SOURCES } from './addresses.ts'
import type { PacketSource, FirewallRule, FirewallAction } from './network.ts'

const SOURCES = {
  edge: EDGE_SOURCES,
  runner: RUNNER_SOURCES,
  bastion: BASTION_SOURCES,
  elsewhere: ELSEWHERE_SOURCES,
} as const satisfies Record<PacketSource, unknown>

/**
 * The nftables verdict for each action, by family. On `lo` the sender's kernel gets an ICMP error while it is still
 * sending. Over IPv6 it respects that error only for the second SYN, a second later.
 */
const VERDICTS: { readonly [action in FirewallAction]: { readonly 4: string; readonly 6: string } } = {
  drop: { 4: 'drop', 6: 'drop' },
  reset: { 4: 'reject with tcp reset', 6: 'reject with tcp reset' },
  'host-unreachable': {
    4: 'reject with icmp type host-unreachable',
    6: 'reject with icmpv6 type addr-unreachable',
  },
  'net-unreachable': {
    4: 'reject with icmp type net-unreachable',
    6: 'reject with icmpv6 type no-route',
  },
  prohibited: {
    4: 'reject with icmp type admin-prohibited',
    6: 'reject with icmpv6 type admin-prohibited',
  },
}

/** The rules as a script for `nft -f`, which replaces the whole firewall at once. */
export function nftScript(rules: readonly FirewallRule[]): string {
  const lines = rules.flatMap(({ from, to, action }) =>
    to.map((address) => {
      const family = isIPv6(address) ? 6 : 4
      const header = family === 6 ? 'ip6' : 'ip'
      // UDP has no reset.
      const tcp = action === 'reset' ? 'meta l4proto tcp ' : ''
      return `${header} saddr ${SOURCES[from][family]} ${header} daddr ${address} ${tcp}${VERDICTS[action][family]}`
    }),
  )
  return [
    'add table inet lab',
    'delete table inet lab',
    'table inet lab {',
    '  chain arriving {',
    '    type filter hook input priority filter; policy accept;',
    ...lines.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n')
}

/** Replaces all firewall rules of the namespace in `folder`. Fails with nft's error. */
export async function applyRules(folder: string, rules: readonly FirewallRule[]): Promise<void> {
  const script = join(folder, 'rules.nft')
  await writeFile(script, nftScript(rules))
  const [response] = await Promise.all([
    readFile(join(folder, 'responses'), 'utf8'),
    appendFile(join(folder, 'requests'), `firewall ${script}\n`),
  ])
  if (response !== 'ok\n') throw new Error(`nft rejected the rules: ${response.trim()}`)
}
