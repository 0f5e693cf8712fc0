/** One input of the Action. It is a flag of the command too, unless it applies to the Action only. */
export interface Input {
  readonly name: string
  /** As in action.yml; empty if there is none, or if `fallback` describes it. */
  readonly default: string
  /** The command's default, where a person is waiting for it; absent when it is the same. */
  readonly commandDefault?: string
  /** What an empty default means, in words; empty if it means nothing. */
  readonly fallback: string
  /** Short and active. Backquotes are the only markup. */
  readonly description: string
  readonly shells: 'both' | 'action'
  /** Its value is never printed. */
  readonly secret: boolean
  /** A switch is a flag without a value. A list has one item per line, and its flag can be repeated. */
  readonly takes: 'value' | 'list' | 'switch'
  /** Whether it can differ between sites, or applies to the whole run. */
  readonly scope: 'site' | 'run'
  /** The letter of the flag's short form, without its dash; absent for most flags. */
  readonly letter?: string
  /** The value's name in `--help`. */
  readonly placeholder: string
  /** The heading that it has in `--help` and in the manual page. */
  readonly group: Group
  /** `description` in one sentence for `--help` and for shells, without markup, a period and the default. */
  readonly short: string
  /** What a shell completes: these values or files. Empty: nothing. */
  readonly completes: 'files' | readonly string[]
}

/** The headings, in the order in which `--help` prints them. The last one has what applies to the Action only. */
export const GROUPS = {
  site: 'Site',
  origin: 'Origin',
  expectations: 'Expectations',
  timing: 'Timing',
  cloudflare: 'Cloudflare and DNS',
  output: 'Output',
  github: 'GitHub',
} as const

export type Group = keyof typeof GROUPS

const value = {
  default: '',
  fallback: '',
  shells: 'both',
  secret: false,
  takes: 'value',
  scope: 'site',
  completes: [],
} as const satisfies Partial<Input>

const list = { ...value, takes: 'list' } as const
const runWide = { ...value, scope: 'run' } as const

/** The table of inputs, from which action.yml, the README's table and `--help` are generated. */
export const INPUTS = [
  {
    ...list,
    name: 'url',
    group: 'site',
    short: 'Page to check, as visitors type it',
    placeholder: 'URL',
    description:
      'One or more http(s) URLs as visitors type them, one per line. Required, unless `config` lists sites. In reports, `***` replaces the values of parameters that are named like secrets (`token`, `api_key`). A secret under another name is not recognized: put it into `headers`.',
  },
  {
    ...list,
    name: 'origin',
    group: 'origin',
    short: 'Where the site is hosted, such as 203.0.113.10 or origin.example.net:8080',
    secret: true,
    placeholder: 'ADDRESS',
    description:
      "Where the site is hosted: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or `http://203.0.113.10:8080`; several origins, one per line. Empty: read from the zone's DNS records if `cloudflare-api-token` is set. Otherwise the direct probe is skipped, and the report says what it would have shown.",
  },
  {
    ...value,
    name: 'origin-host',
    group: 'origin',
    short: 'Host header of direct requests to the origin',
    placeholder: 'HOST',
    fallback: "the URL's host",
    description:
      "Host header of the direct probe (Cloudflare's host-header override). Shown in reports, unless it is also an `origin`.",
  },
  {
    ...value,
    name: 'origin-sni',
    group: 'origin',
    short: 'TLS server name of direct requests to the origin',
    placeholder: 'NAME',
    fallback: '`origin-host`',
    description: 'TLS server name of the direct probe.',
  },
  {
    ...value,
    name: 'origin-proxy-command',
    group: 'origin',
    short: 'Command that reaches the origin: ssh -W %h:%p deploy@bastion',
    secret: true,
    placeholder: 'COMMAND',
    description:
      "How to reach an origin that the runner can't connect to, as OpenSSH's `ProxyCommand`: `ssh -W %h:%p deploy@bastion.example.com` or `kubectl exec -i deploy/web -- nc %h %p`. `%h` and `%p` are the host and port of `origin`, `%%` is a percent sign. The direct probe uses the command's standard input and output, and one process per connection. If the command fails, its standard error explains why. That is a problem with the route, not with the origin, unless the command says that the origin is at fault.",
  },
  {
    ...value,
    name: 'origin-ca',
    group: 'origin',
    short: 'CAs of a custom origin trust store',
    completes: 'files',
    placeholder: 'PEM',
    description:
      "The CAs of the zone's custom origin trust store, which needs Advanced Certificate Manager: PEM text, or the path of a PEM file. With one, Cloudflare trusts only these CAs and no public one. The check then reports a certificate from any other CA. Without one, public CAs and Cloudflare's Origin CA count.",
  },
  {
    ...value,
    name: 'origin-client-cert',
    group: 'origin',
    short: 'Client certificate, if the origin requires one',
    completes: 'files',
    placeholder: 'PEM',
    description:
      'Client certificate for an origin that requires one (authenticated origin pulls): PEM text, or the path of a PEM file.',
  },
  {
    ...value,
    name: 'origin-client-key',
    group: 'origin',
    short: 'Private key of --origin-client-cert',
    completes: 'files',
    secret: true,
    placeholder: 'PEM',
    description: 'Private key of `origin-client-cert`: PEM text, or the path of a PEM file.',
  },
  {
    ...value,
    name: 'ssl-mode',
    group: 'cloudflare',
    short: 'How Cloudflare connects to the origin: off, flexible, full, strict or auto',
    completes: ['auto', 'off', 'flexible', 'full', 'strict'],
    default: 'auto',
    placeholder: 'MODE',
    description:
      'How Cloudflare connects to the origin and validates its certificate: `off`, `flexible`, `full` or `strict`. `auto`: read from the zone if `cloudflare-api-token` is set, otherwise `strict` for an https URL.',
  },
  {
    ...value,
    name: 'method',
    group: 'site',
    short: 'GET or HEAD',
    completes: ['GET', 'HEAD'],
    default: 'GET',
    placeholder: 'METHOD',
    description: '`GET` or `HEAD`.',
  },
  {
    ...list,
    name: 'headers',
    group: 'site',
    short: 'Send this header with every request',
    secret: true,
    placeholder: 'HEADER',
    description:
      'One `Name: value` per line, sent with every probe of the site, including the direct probe. The values are never printed.',
  },
  {
    ...value,
    name: 'access-client-id',
    group: 'cloudflare',
    short: 'Client ID of a Cloudflare Access service token',
    secret: true,
    placeholder: 'ID',
    description: 'Client ID of a Cloudflare Access service token, sent to Cloudflare only.',
  },
  {
    ...value,
    name: 'access-client-secret',
    group: 'cloudflare',
    short: 'Secret of --access-client-id',
    secret: true,
    placeholder: 'SECRET',
    description: 'Client secret of the same service token, sent to Cloudflare only.',
  },
  {
    ...list,
    name: 'expected-status',
    group: 'expectations',
    short: 'Healthy status codes, such as 200, 2xx or "200-299, 304"',
    default: '200-399',
    placeholder: 'STATUSES',
    description: 'Healthy status codes: codes, classes and ranges, such as `200`, `2xx` or `200-299, 304`.',
  },
  {
    ...value,
    name: 'expected-body',
    group: 'expectations',
    short: 'Text or /regex/ that the page must contain, on both sides',
    placeholder: 'TEXT',
    description:
      'Text that must occur in the first megabyte of the body, in any encoding that the page declares, or `/regex/flags`. It is checked through Cloudflare and on the origin, so a build that reached only one of them is detected.',
  },
  {
    ...value,
    name: 'expected-header',
    group: 'expectations',
    short: 'Header that the response must have, on both sides',
    placeholder: 'HEADER',
    description:
      'Header that both responses must have: `Name: value` for the whole value or one item of a list, or `Name: /regex/`.',
  },
  {
    ...value,
    name: 'check-assets',
    group: 'expectations',
    short: "Also request the page's first script and stylesheet",
    completes: ['true', 'false'],
    default: 'true',
    placeholder: 'true|false',
    description:
      'Also request the first script and the first stylesheet that an HTML page names on its own host. This happens once per run, after the last healthy check. If one is missing, or its URL returns HTML, the site is unhealthy.',
  },
  {
    ...value,
    name: 'max-response-time',
    group: 'expectations',
    short: 'A slower response is unhealthy',
    placeholder: 'DURATION',
    description: 'A response that takes longer is unhealthy. The time includes followed redirects.',
  },
  {
    ...value,
    name: 'follow-redirects',
    group: 'site',
    short: 'How many redirects to follow',
    default: '5',
    placeholder: 'NUMBER',
    description:
      "How many redirects to follow. With `0`, the redirect itself is judged. Your `headers` are not sent to other hosts, and the direct probe doesn't follow redirects there. Redirects into the runner's own network are never followed.",
  },
  {
    ...value,
    name: 'timeout',
    group: 'timing',
    short: 'How long one request may take',
    default: '30s',
    placeholder: 'DURATION',
    description:
      'How long one request may take, from connecting to the last byte. Cloudflare returns a 522 after 19 s without a connection, or after 90 s without an acknowledgment of the request. It returns a 524 after about 125 s without a response. The check sees what comes within this time.',
  },
  {
    ...value,
    name: 'wait',
    group: 'timing',
    short: 'How long to keep checking until the site is healthy',
    default: '60s',
    commandDefault: '0s',
    placeholder: 'DURATION',
    description:
      "How long to keep checking until the site is healthy; `0s` checks once. A cause that waiting won't fix ends the wait immediately.",
  },
  {
    ...value,
    name: 'interval',
    group: 'timing',
    short: 'Pause after an unhealthy check',
    default: '5s',
    placeholder: 'DURATION',
    description: 'Pause after an unhealthy check.',
  },
  {
    ...value,
    name: 'consecutive-successes',
    group: 'timing',
    short: 'How many healthy checks in a row it takes',
    default: '2',
    placeholder: 'NUMBER',
    description: 'How many healthy checks in a row, one second apart, make the verdict healthy.',
  },
  {
    ...value,
    name: 'watch',
    group: 'timing',
    short: 'How long to keep checking a healthy site for outages',
    default: '0s',
    placeholder: 'DURATION',
    description:
      'How long to keep checking after that, once per `interval`. An outage in this time is unhealthy.',
  },
  {
    ...value,
    name: 'certificate-days',
    group: 'expectations',
    short: 'Warn this many days before a certificate expires',
    default: '14',
    placeholder: 'NUMBER',
    description:
      "Warn when the origin's or Cloudflare's certificate expires within this many days. A certificate that is valid for no longer than that is reported in the last third of its lifetime.",
  },
  {
    ...list,
    name: 'resolvers',
    group: 'cloudflare',
    short: 'DNS servers to compare; none disables this',
    default: '1.1.1.1, 8.8.8.8, 9.9.9.9',
    placeholder: 'ADDRESSES',
    description:
      "DNS servers that are compared with the runner's own and with the zone's name servers; `none` disables this.",
  },
  {
    ...list,
    name: 'vantage-points',
    group: 'cloudflare',
    short: 'Places from which Globalping also requests the site, such as Europe or US+3',
    completes: ['world', 'Africa', 'Asia', 'Europe', 'North America', 'Oceania', 'South America'],
    placeholder: 'PLACES',
    description:
      "Places from which Globalping's probes also request the site through Cloudflare: `world`, `Europe`, `Germany`, `Tokyo`, `AS13335`, or several words such as `Germany+AS24940`. A number sets how many probes: `US+3`. Globalping gets the URL without secrets, the method and nothing else, and its results are public. Empty: nothing is sent there.",
  },
  {
    ...value,
    name: 'vantage-origin',
    group: 'cloudflare',
    short: 'Also let Globalping request the origin, which reveals its address',
    default: 'false',
    takes: 'switch',
    placeholder: '',
    description:
      "Also request the origin directly at `vantage-points`. Globalping and everyone who has the measurement's id then see the origin's address.",
  },
  {
    ...value,
    name: 'globalping-token',
    group: 'cloudflare',
    short: 'Token for more Globalping tests per hour',
    secret: true,
    placeholder: 'TOKEN',
    description:
      'Token of a Globalping account, which allows more tests per hour. Each probe of a measurement costs one test.',
  },
  {
    ...value,
    name: 'cloudflare-api-token',
    group: 'cloudflare',
    short: 'Token that reads the zone: records, SSL mode and more',
    secret: true,
    placeholder: 'TOKEN',
    description:
      'Token that reads the zone: its DNS records, its SSL mode and more, as far as its permissions allow. What it may not read adds a line to the report, never a failure.',
  },
  {
    ...value,
    name: 'cloudflare-zone-id',
    group: 'cloudflare',
    short: 'Zone that --cloudflare-api-token reads',
    placeholder: 'ID',
    fallback: "found by the site's name",
    description: 'The zone that `cloudflare-api-token` reads.',
  },
  {
    ...runWide,
    takes: 'list',
    name: 'fail-on',
    group: 'output',
    short: 'Outcomes that fail: unhealthy, inconclusive, warning; or never',
    completes: ['unhealthy', 'inconclusive', 'warning', 'never'],
    default: 'unhealthy',
    commandDefault: 'unhealthy, inconclusive',
    placeholder: 'OUTCOMES',
    description:
      'Which outcomes count as a failure: any of `unhealthy`, `inconclusive`, `warning`; or `never`. A value replaces the default, so with `warning` alone, a site that is down passes.',
  },
  {
    ...runWide,
    name: 'comment',
    group: 'github',
    short: 'When to comment',
    completes: ['always', 'on-failure', 'never'],
    default: 'always',
    shells: 'action',
    placeholder: 'WHEN',
    description:
      'When to comment: `always`, `on-failure` (created on the first failure, then kept current) or `never`.',
  },
  {
    ...runWide,
    name: 'comment-target',
    group: 'github',
    short: 'Where the comment goes',
    completes: ['auto', 'pr', 'commit'],
    default: 'auto',
    shells: 'action',
    placeholder: 'WHERE',
    description:
      "Where the comment goes: `auto` (the event's pull request, else one that contains the commit, else the commit), `pr` or `commit`.",
  },
  {
    ...runWide,
    name: 'comment-key',
    group: 'github',
    short: 'Each key has its own comment',
    shells: 'action',
    placeholder: 'KEY',
    fallback: 'the names of the workflow and the job',
    description: 'Each key has its own comment, which later runs update if the token allows it.',
  },
  {
    ...runWide,
    name: 'pr-number',
    group: 'github',
    short: 'Pull request to comment on',
    shells: 'action',
    placeholder: 'NUMBER',
    fallback: 'found from the event or the commit',
    description: 'The pull request to comment on.',
  },
  {
    ...runWide,
    name: 'commit-sha',
    group: 'github',
    short: 'Commit that the results belong to',
    shells: 'action',
    placeholder: 'SHA',
    fallback: "the event's",
    description:
      'The full id of the commit that was deployed. The comment, the check run and the deployment status belong to it. For runs whose event is about another commit, such as a schedule.',
  },
  {
    ...runWide,
    name: 'job-summary',
    group: 'github',
    short: 'Write the report to the job summary',
    default: 'true',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description: 'Write the report to the job summary.',
  },
  {
    ...runWide,
    name: 'check-run',
    group: 'github',
    short: 'Publish the report as a check run',
    default: 'false',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description: 'Also publish the report as a check run (needs `checks: write`).',
  },
  {
    ...runWide,
    name: 'deployment-status',
    group: 'github',
    short: 'Set the status of the deployment',
    default: 'false',
    shells: 'action',
    takes: 'switch',
    placeholder: '',
    description:
      "Also set the status of the event's deployment, or of the commit's newest one (needs `deployments: write`).",
  },
  {
    ...runWide,
    name: 'report',
    group: 'output',
    short: 'Write the JSON report to this file',
    completes: 'files',
    placeholder: 'PATH',
    fallback: "a file in the runner's temporary folder",
    commandDefault: '',
    description: 'Path of the JSON report.',
  },
  {
    ...runWide,
    name: 'junit',
    group: 'output',
    short: 'Write a JUnit report to this file',
    completes: 'files',
    placeholder: 'PATH',
    description: 'Path of a JUnit report.',
  },
  {
    ...runWide,
    name: 'html',
    group: 'output',
    short: 'Write an HTML report to this file',
    completes: 'files',
    placeholder: 'PATH',
    description:
      'Path of an HTML report: one file that needs no network and no script, with charts and the raw responses.',
  },
  {
    ...runWide,
    name: 'badge',
    group: 'output',
    short: 'Write the JSON of a status badge to this file',
    completes: 'files',
    placeholder: 'PATH',
    description:
      'Path of a status badge as JSON, for the endpoint badge of shields.io: the host, the verdict with its cause, and the time.',
  },
  {
    ...runWide,
    name: 'baseline',
    group: 'output',
    short: 'Earlier JSON report to compare with and to continue',
    completes: 'files',
    placeholder: 'PATH',
    description:
      'Path of an earlier JSON report. What changed since then is reported, and its history is continued. A missing file is a note, not an error. Without a file, the Action continues the history in its comment.',
  },
  {
    ...runWide,
    name: 'deployed-at',
    group: 'output',
    short: 'When the site was deployed: 2026-11-29T10:00:00Z',
    placeholder: 'TIME',
    description:
      'When the site was deployed, as an ISO 8601 time with a zone, such as the `created_at` of a deployment status. The history starts there. The earlier checks are those in `baseline` or in the comment.',
  },
  {
    ...runWide,
    name: 'monitor-for',
    group: 'output',
    short: 'How long to monitor the deploy',
    default: '48h',
    placeholder: 'DURATION',
    description:
      'How long to monitor the site after `deployed-at`, at most `72h`. The first check after that reports the overall result. This does not end a schedule.',
  },
  {
    ...runWide,
    name: 'show-origin',
    group: 'output',
    short: "Print the origin's address, which is hidden otherwise",
    default: 'false',
    takes: 'switch',
    placeholder: '',
    description:
      "Print the origin's address. By default, it is hidden in the log, comment, summary, report, annotations and errors.",
  },
  {
    ...runWide,
    name: 'config',
    group: 'site',
    short: 'YAML file with several sites and their settings',
    completes: 'files',
    placeholder: 'PATH',
    description:
      'Path of a YAML file with a list `sites:`. Each site has one `url:`, and any other setting under the same name. Settings outside the file are the defaults for each site.',
  },
  {
    ...runWide,
    name: 'github-token',
    group: 'github',
    short: 'Token for the comment, the check run and the deployment',
    default: '${{ github.token }}',
    shells: 'action',
    secret: true,
    placeholder: 'TOKEN',
    description:
      "Token that writes the comment on a pull request (needs `pull-requests: write`) or on a commit (`contents: read` to create it according to GitHub's documentation, `contents: write` to update it), the check run (`checks: write`) and the deployment status (`deployments: write`).",
  },
] as const satisfies readonly Input[]

/** The default of an input in one of the shells; empty if there is none. */
export function defaultIn(shell: 'action' | 'command', row: Input): string {
  return shell === 'command' ? (row.commandDefault ?? row.default) : row.default
}

export type InputName = (typeof INPUTS)[number]['name']

/** The value of an input as typed; empty when it is not set. */
export type InputReader = (name: InputName) => string
