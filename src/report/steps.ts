import type { Remedy, Step } from '../domain/cause.ts'

/** What follows the words of a step that changes something, with a space in front: " ↩ Undo: remove the rule." */
export function effectOf(step: Step): string {
  switch (step.type) {
    case 'look':
      return ''
    case 'change':
      return ` ↩ Undo: ${step.undo}`
    case 'risk':
      return ` ⚠ Risk: ${step.exposes} ${step.limit} ↩ Undo: ${step.undo}`
  }
}

export function stepText(step: Step): string {
  return step.action + step.details + effectOf(step)
}

/** What a reader must know to take the steps: what the marks mean, and what the placeholders stand for. */
export function stepHints({ steps }: Pick<Remedy, 'steps'>): readonly string[] {
  const text = steps.map(stepText).join('\n')
  const used = PLACEHOLDERS.filter(({ name }) => occursAsPlaceholder(name, text))
  const changes = steps.some(({ type }) => type !== 'look')
  return [
    ...(changes && steps.some(({ type }) => type === 'look') ? ['Steps without ↩ change nothing.'] : []),
    ...used.map(({ hint }) => hint),
  ]
}

export interface Placeholder {
  /** As it is in a command. */
  readonly name: string
  /** A sentence that says what to put in its place. */
  readonly hint: string
}

/** The placeholders of all commands. What a report knows, such as the host and the port, is filled in. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  {
    name: '$ORIGIN',
    hint: "Set `ORIGIN` to the origin's address first, in quotes and brackets for IPv6: `ORIGIN='[…]'`.",
  },
  {
    name: 'SERVICE',
    hint: '`SERVICE` is the systemd unit or the container of the web server, or the service in Kubernetes.',
  },
  { name: 'APP', hint: '`APP` is the systemd unit, container or deployment of the application.' },
  { name: 'APP_PORT', hint: '`APP_PORT` is the port on which the application listens.' },
  { name: 'IMAGE', hint: '`IMAGE` is the image of an earlier release, as `fly releases --image` lists it.' },
  { name: 'PROXY', hint: "`PROXY` is the load balancer's target HTTPS proxy." },
  { name: 'ZONE', hint: '`ZONE` is the domain of the zone, such as `example.com`.' },
  { name: 'NAMES', hint: '`NAMES` are all names of the current certificate, separated by commas.' },
  {
    name: 'CERT',
    hint: '`CERT` is the folder that `certbot certificates` shows: `/etc/letsencrypt/live/…`.',
  },
  { name: 'SECRET', hint: '`SECRET` is the text of the secret `GATE_TOKEN`.' },
  { name: 'ADDRESS', hint: '`ADDRESS` is the IP address that the step is about.' },
  { name: 'PROXY', hint: "`PROXY` is the name of the load balancer's target proxy." },
  { name: 'JAIL', hint: '`JAIL` is one of the names that `fail2ban-client status` lists.' },
]

function occursAsPlaceholder(name: string, text: string): boolean {
  const exact = new RegExp(String.raw`(?<![\w$])${RegExp.escape(name)}(?!\w)`)
  return (text.match(/`[^`]+`/g) ?? []).some((code) => exact.test(code))
}
