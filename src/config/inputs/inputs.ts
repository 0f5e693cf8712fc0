/** One input of the Action, which is a flag of the command too unless it makes sense in the Action only. */
export interface Input {
  readonly name: string
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
  /** Whether it may differ from site to site, or concerns the run as a whole. */
  readonly scope: 'site' | 'run'
  /** Stands for the value in the command's help. */
  readonly placeholder: string
}

const value = {
  default: '',
  fallback: '',
  shells: 'both',
  secret: false,
  takes: 'value',
  scope: 'site',
} as const satisfies Partial<Input>

const list = { ...value, takes: 'list' } as const
/** Of the run. */
const whole = { ...value, scope: 'run' } as const

/** The one table of inputs: the parser, action.yml, the README and `--help` all follow it. */
export const INPUTS = [
  {
    ...list,
    name: 'url',
    placeholder: 'URL',
    description:
      'One or more http(s) URLs as visitors type them, one a line. Required, unless `config` names sites.',
  },
  {
    ...list,
    name: 'origin',
    secret: true,
    placeholder: 'ADDRESS',
    description:
      "Where the site really lives: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or `http://203.0.113.10:8080`; several origins, one a line. Empty: taken from the zone's DNS records when a `cloudflare-api-token` is given; else the direct probe is skipped, and the report says what it would have told.",
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
    ...value,
    name: 'origin-ca',
    placeholder: 'PEM',
    description:
      "A private CA that Cloudflare also trusts for this origin (custom origin trust store): PEM text, or the path of a PEM file. Cloudflare's own Origin CA is always recognized.",
  },
  {
    ...value,
    name: 'origin-client-cert',
    placeholder: 'PEM',
    description:
      'Client certificate for an origin that demands one (authenticated origin pulls): PEM text, or the path of a PEM file.',
  },
  {
    ...value,
    name: 'origin-client-key',
    secret: true,
    placeholder: 'PEM',
    description: 'The key of `origin-client-cert`: PEM text, or the path of a PEM file.',
  },
  {
    ...value,
    name: 'ssl-mode',
    default: 'auto',
    placeholder: 'MODE',
    description:
      'How Cloudflare dials and judges the origin: `off`, `flexible`, `full` or `strict`. `auto`: as the zone says when a `cloudflare-api-token` is given, else `strict` for an https URL.',
  },
  {
    ...value,
    name: 'method',
    default: 'GET',
    placeholder: 'METHOD',
    description: '`GET` or `HEAD`.',
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
    ...value,
    name: 'access-client-id',
    secret: true,
    placeholder: 'ID',
    description: 'Client id of a Cloudflare Access service token, sent to Cloudflare only.',
  },
  {
    ...value,
    name: 'access-client-secret',
    secret: true,
    placeholder: 'SECRET',
    description: 'Client secret of the same service token, sent to Cloudflare only.',
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
    name: 'expected-body',
    placeholder: 'TEXT',
    description:
      'Text that must occur in the first megabyte of the body, or `/regex/flags`. It is asked of Cloudflare and of the origin, so a new build that has reached only one of them is named.',
  },
  {
    ...value,
    name: 'expected-header',
    placeholder: 'HEADER',
    description:
      'Header that must be there, on both sides too: `Name: value` for the whole value or one item of a list, or `Name: /regex/`.',
  },
  {
    ...value,
    name: 'max-response-time',
    placeholder: 'DURATION',
    description: 'A slower answer is unhealthy. Redirects that are followed count.',
  },
  {
    ...value,
    name: 'follow-redirects',
    default: '5',
    placeholder: 'NUMBER',
    description:
      'How many redirects are followed; with `0` the redirect itself is judged. Other hosts are sent none of your `headers`, and the direct probe does not go there. No redirect leads the check into the runner or its network.',
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
    ...value,
    name: 'watch',
    default: '0s',
    placeholder: 'DURATION',
    description:
      'How long to keep looking after that, once each `interval`. An outage inside it is unhealthy.',
  },
  {
    ...value,
    name: 'certificate-days',
    default: '14',
    placeholder: 'NUMBER',
    description: 'Warn when the certificate of the origin or of Cloudflare ends sooner than in so many days.',
  },
  {
    ...list,
    name: 'resolvers',
    default: '1.1.1.1, 8.8.8.8, 9.9.9.9',
    placeholder: 'ADDRESSES',
    description:
      "DNS servers that are compared with the runner's own and with the zone's name servers; `none` turns it off.",
  },
  {
    ...value,
    name: 'cloudflare-api-token',
    secret: true,
    placeholder: 'TOKEN',
    description:
      'Token that reads the zone: its DNS records, its SSL mode and more, as far as its permissions go. What it may not read is a line in the report, never a failure.',
  },
  {
    ...value,
    name: 'cloudflare-zone-id',
    placeholder: 'ID',
    fallback: "found by the site's name",
    description: 'The zone that `cloudflare-api-token` reads.',
  },
  {
    ...whole,
    takes: 'list',
    name: 'fail-on',
    default: 'unhealthy',
    placeholder: 'OUTCOMES',
    description: 'Which outcomes fail the step: any of `unhealthy`, `inconclusive`, `warning`; or `never`.',
  },
  {
    ...whole,
    name: 'comment',
    default: 'always',
    shells: 'action',
    placeholder: 'WHEN',
    description:
      'Whether to comment: `always`, `on-failure` (made the first time the site is not healthy, then kept current until it is green) or `never`.',
  },
  {
    ...whole,
    name: 'comment-target',
    default: 'auto',
    shells: 'action',
    placeholder: 'WHERE',
    description:
      'Where the comment goes: `auto` (the pull request of the event, else one that has the commit, else the commit), `pr` or `commit`.',
  },
  {
    ...whole,
    name: 'comment-key',
    shells: 'action',
    placeholder: 'KEY',
    fallback: "the workflow's and job's names",
    description: 'Each key has one sticky comment of its own.',
  },
  {
    ...whole,
    name: 'pr-number',
    shells: 'action',
    placeholder: 'NUMBER',
    fallback: 'found from the event or the commit',
    description: 'The pull request to comment on.',
  },
  {
    ...whole,
    name: 'job-summary',
    default: 'true',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description: 'Write the report to the job summary.',
  },
  {
    ...whole,
    name: 'check-run',
    default: 'false',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description: 'Report in a check run too (needs `checks: write`).',
  },
  {
    ...whole,
    name: 'deployment-status',
    default: 'false',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description:
      "Set the status of the deployment in the event too, or of the commit's newest one (needs `deployments: write`).",
  },
  {
    ...whole,
    name: 'report',
    placeholder: 'PATH',
    fallback: "in the Action a file in the runner's temporary folder, in the command none",
    description: 'Path of the JSON report.',
  },
  {
    ...whole,
    name: 'junit',
    placeholder: 'PATH',
    description: 'Path of a JUnit report.',
  },
  {
    ...whole,
    name: 'baseline',
    placeholder: 'PATH',
    description:
      'Path of an earlier JSON report: what changed since then is told. A missing file is a note, not an error.',
  },
  {
    ...whole,
    name: 'show-origin',
    default: 'false',
    takes: 'switch',
    placeholder: '',
    description:
      "Print the origin's address. Off: it appears nowhere, in no spelling, in log, comment, summary, report, annotation or error.",
  },
  {
    ...whole,
    name: 'config',
    placeholder: 'PATH',
    description:
      'Path of a YAML file with a list `sites:`, each with the inputs above under the same names (`url` one each). The inputs are the defaults of each site.',
  },
  {
    ...whole,
    name: 'github-token',
    default: '${{ github.token }}',
    shells: 'action',
    secret: true,
    placeholder: 'TOKEN',
    description:
      'Token that writes the comment (needs `pull-requests: write`, on a commit `contents: write`), the check run (`checks: write`) and the deployment status (`deployments: write`).',
  },
] as const satisfies readonly Input[]

export type InputName = (typeof INPUTS)[number]['name']
