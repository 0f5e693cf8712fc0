export interface Output {
  readonly name: string
  readonly description: string
}

/** The one table of outputs: the publisher, action.yml and the README follow it. */
export const OUTPUTS = [
  {
    name: 'verdict',
    description:
      '`healthy`, `unhealthy`, `inconclusive`, or `error` (the check itself could not run: bad inputs, a crash).',
  },
  {
    name: 'promote',
    description:
      '`true` only with `healthy`. Set to `false` before anything else happens, so that a crash leaves it false.',
  },
  {
    name: 'cause',
    description: 'The id of the cause; empty when healthy. Of several sites, that of the worst.',
  },
  {
    name: 'category',
    description:
      '`origin`, `http`, `tls`, `dns`, `firewall`, `cloudflare`, `content` or `runner`; empty when healthy.',
  },
  { name: 'confidence', description: '`certain`, `likely` or `possible`; empty when healthy.' },
  { name: 'trend', description: '`steady`, `intermittent` or `recovered`.' },
  { name: 'warnings', description: 'How many things deserve attention beside the verdict.' },
  { name: 'edge-status', description: 'Last status code through Cloudflare, or empty.' },
  { name: 'origin-status', description: 'Last status code directly from the origin, or empty.' },
  { name: 'ray-id', description: "Cloudflare's Ray ID of the last answer through it." },
  { name: 'colo', description: "Cloudflare's data center that gave this answer." },
  { name: 'report', description: 'Path of the JSON report.' },
  { name: 'comment-id', description: 'The id of the comment, when there is one.' },
  { name: 'comment-url', description: 'The address of the comment, when there is one.' },
] as const satisfies readonly Output[]

export type OutputName = (typeof OUTPUTS)[number]['name']
