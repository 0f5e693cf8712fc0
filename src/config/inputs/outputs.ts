export interface Output {
  readonly name: string
  readonly description: string
}

/** The table of outputs, from which the publisher's type, action.yml and the README's table follow. */
export const OUTPUTS = [
  {
    name: 'verdict',
    description:
      '`healthy`, `unhealthy`, `inconclusive`, or `error` (the check itself could not run: bad inputs, a crash).',
  },
  {
    name: 'promote',
    description:
      '`true` only when `healthy`. Set to `false` before anything else happens, so that a crash leaves it false.',
  },
  {
    name: 'cause',
    description: "The id of the cause; empty when healthy. With several sites, the worst site's.",
  },
  {
    name: 'category',
    description:
      '`origin`, `http`, `tls`, `dns`, `firewall`, `cloudflare`, `content` or `runner`; empty when healthy.',
  },
  { name: 'confidence', description: '`certain`, `likely` or `possible`; empty when healthy.' },
  { name: 'trend', description: '`steady`, `intermittent` or `recovered`.' },
  { name: 'warnings', description: 'Number of warnings.' },
  { name: 'edge-status', description: 'Last status code through Cloudflare, or empty.' },
  { name: 'origin-status', description: 'Last status code directly from the origin, or empty.' },
  { name: 'ray-id', description: 'Ray ID of the last response through Cloudflare.' },
  { name: 'colo', description: 'Cloudflare data center of that response.' },
  { name: 'report', description: 'Path of the JSON report.' },
  {
    name: 'comment-id',
    description: 'ID of the comment, if there is one; of several on a commit, the newest.',
  },
  { name: 'comment-url', description: 'URL of that comment.' },
] as const satisfies readonly Output[]

export type OutputName = (typeof OUTPUTS)[number]['name']
