/** One input of the Action, which is a flag of the command too unless it makes sense in the Action only. */
export interface Input {
  readonly name: string
  readonly required: boolean
  /** As action.yml has it; empty where `fallback` tells what happens instead. */
  readonly default: string
  /** What an empty default comes to, in words; empty where it is simply nothing. */
  readonly fallback: string
  /** Short and active; backquotes are its only markup. */
  readonly description: string
  readonly shells: 'both' | 'action'
  /** Its value is never printed. */
  readonly secret: boolean
  /** A switch is a flag without a value; a list has one item a line, and its flag may be repeated. */
  readonly takes: 'value' | 'list' | 'switch'
  /** Stands for the value in the command's help. */
  readonly placeholder: string
}

const value = {
  required: false,
  default: '',
  fallback: '',
  shells: 'both',
  secret: false,
  takes: 'value',
} as const satisfies Partial<Input>

const list = { ...value, takes: 'list' } as const

/** The one table of inputs: the parser, action.yml, the README and `--help` all follow it. */
export const INPUTS = [
  {
    ...list,
    name: 'url',
    required: true,
    placeholder: 'URL',
    description: 'One or more http(s) URLs as visitors type them, one a line.',
  },
  {
    ...list,
    name: 'origin',
    secret: true,
    placeholder: 'ADDRESS',
    description:
      'Where the site really lives: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or `http://203.0.113.10:8080`; several origins, one a line. Empty: the direct probe is skipped, and the report says what it would have told.',
  },
  {
    ...value,
    name: 'origin-host',
    placeholder: 'HOST',
    fallback: "the URL's host",
    description: "Host header of the direct probe (Cloudflare's host-header override).",
  },
  {
    ...value,
    name: 'origin-sni',
    placeholder: 'NAME',
    fallback: '`origin-host`',
    description: 'TLS server name of the direct probe.',
  },
  {
    ...list,
    name: 'headers',
    secret: true,
    placeholder: 'HEADER',
    description:
      '`Name: value` a line, sent on every probe of the site, straight to the origin too. The values are never printed.',
  },
  {
    ...list,
    name: 'expected-status',
    default: '200-399',
    placeholder: 'STATUSES',
    description:
      'Status codes that are fine: codes, classes and ranges, such as `200`, `2xx` or `200-299, 304`.',
  },
  {
    ...value,
    name: 'timeout',
    default: '30s',
    placeholder: 'DURATION',
    description:
      'How long one request may take, from dialling to the last byte. Cloudflare takes 19 s to give a 522 and about 125 s to give a 524.',
  },
  {
    ...value,
    name: 'wait',
    default: '60s',
    placeholder: 'DURATION',
    description:
      'How long to keep trying until the site is healthy; `0s` looks once. A cause that waiting cannot mend ends it at once.',
  },
  {
    ...value,
    name: 'interval',
    default: '5s',
    placeholder: 'DURATION',
    description: 'Pause after an unhealthy look.',
  },
  {
    ...value,
    name: 'consecutive-successes',
    default: '2',
    placeholder: 'NUMBER',
    description: 'Healthy looks in a row that make the verdict healthy, one second apart.',
  },
  {
    ...list,
    name: 'fail-on',
    default: 'unhealthy',
    placeholder: 'OUTCOMES',
    description: 'Which outcomes fail the step: any of `unhealthy`, `inconclusive`, `warning`; or `never`.',
  },
  {
    ...value,
    name: 'comment',
    default: 'always',
    shells: 'action',
    placeholder: 'WHEN',
    description:
      'Whether to comment: `always`, `on-failure` (made the first time the site is not healthy, then kept current until it is green) or `never`.',
  },
  {
    ...value,
    name: 'comment-target',
    default: 'auto',
    shells: 'action',
    placeholder: 'WHERE',
    description:
      'Where the comment goes: `auto` (the pull request of the event, else one that has the commit, else the commit), `pr` or `commit`.',
  },
  {
    ...value,
    name: 'comment-key',
    shells: 'action',
    placeholder: 'KEY',
    fallback: "the workflow's and job's names",
    description: 'Each key has one sticky comment of its own.',
  },
  {
    ...value,
    name: 'pr-number',
    shells: 'action',
    placeholder: 'NUMBER',
    fallback: 'found from the event or the commit',
    description: 'The pull request to comment on.',
  },
  {
    ...value,
    name: 'job-summary',
    default: 'true',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description: 'Write the report to the job summary.',
  },
  {
    ...value,
    name: 'report',
    placeholder: 'PATH',
    fallback: "in the Action a file in the runner's temporary folder, in the command none",
    description: 'Path of the JSON report.',
  },
  {
    ...value,
    name: 'show-origin',
    default: 'false',
    takes: 'switch',
    placeholder: '',
    description:
      "Print the origin's address. Off: it appears nowhere, in no spelling, in log, comment, summary, report, annotation or error.",
  },
  {
    ...value,
    name: 'github-token',
    default: '${{ github.token }}',
    shells: 'action',
    secret: true,
    placeholder: 'TOKEN',
    description:
      'Token that writes the comment (needs `pull-requests: write`, on a commit `contents: write`).',
  },
] as const satisfies readonly Input[]

export type InputName = (typeof INPUTS)[number]['name']
