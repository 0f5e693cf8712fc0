/** A flag of another program, and what to use here. */
interface ForeignFlag {
  readonly short?: string
  /** Whether an argument belongs to it. */
  readonly takes: 'value' | 'switch'
  /** One or two sentences. */
  readonly instead: string
}

const VERBOSE = 'Use `ORIGIN_GATE_DEBUG=1` for details, or `--version` for the version.'
const DEBUG = 'Set the environment variable `ORIGIN_GATE_DEBUG=1`.'
const QUIET = 'Use `--quiet`.'
const REDIRECTS = 'Redirects are followed. Use `--follow-redirects NUMBER` to limit them.'
const TIMEOUT = 'Use `--timeout DURATION`.'
const ADDRESS = 'Use `--origin ADDRESS` for the server to request directly.'
const INSECURE =
  'The edge is judged as browsers see it. For an origin with a self-signed certificate, use `--ssl-mode full`.'
const FAMILY = 'Every address of the name is checked, IPv4 and IPv6. Remove this flag.'
const COLOR = 'Set the environment variable `NO_COLOR=1` or `FORCE_COLOR=1`.'
const PROXY = 'Set the environment variable `HTTPS_PROXY`, or `ALL_PROXY` for SOCKS.'
const OUTPUT = 'Use `--report PATH` for a JSON report, or `--format` to choose what is printed.'
const EXIT = 'The exit code is the verdict. Use `--fail-on` to choose what fails.'
const BODY = 'Only `GET` and `HEAD` requests are sent. Remove this flag.'

/** Flags that people know from curl, ripgrep and other programs. None of them is a flag of ours. */
export const FOREIGN_FLAGS: Readonly<Record<string, ForeignFlag>> = {
  verbose: { short: 'v', takes: 'switch', instead: VERBOSE },
  debug: { takes: 'switch', instead: DEBUG },
  trace: { takes: 'switch', instead: DEBUG },
  silent: { short: 's', takes: 'switch', instead: QUIET },
  'show-error': { short: 'S', takes: 'switch', instead: 'Errors are always printed. Remove this flag.' },
  output: { short: 'o', takes: 'value', instead: OUTPUT },
  out: { takes: 'value', instead: OUTPUT },
  json: { takes: 'switch', instead: 'Use `--format json`.' },
  markdown: { takes: 'switch', instead: 'Use `--format markdown`.' },
  text: { takes: 'switch', instead: 'Use `--format text`, the default.' },
  insecure: { short: 'k', takes: 'switch', instead: INSECURE },
  header: { short: 'H', takes: 'value', instead: "Use `--headers 'Name: value'`." },
  request: { short: 'X', takes: 'value', instead: 'Use `--method GET` or `--method HEAD`.' },
  head: { short: 'I', takes: 'switch', instead: 'Use `--method HEAD`.' },
  include: {
    short: 'i',
    takes: 'switch',
    instead: 'The HTML report has the response headers. Use `--html PATH`.',
  },
  location: { short: 'L', takes: 'switch', instead: REDIRECTS },
  'max-redirs': { takes: 'value', instead: 'Use `--follow-redirects NUMBER`.' },
  'max-time': { short: 'm', takes: 'value', instead: TIMEOUT },
  'connect-timeout': { takes: 'value', instead: TIMEOUT },
  retry: { takes: 'value', instead: 'Use `--wait DURATION` to keep checking until the site is healthy.' },
  resolve: { takes: 'value', instead: ADDRESS },
  'connect-to': { takes: 'value', instead: ADDRESS },
  ip: { takes: 'value', instead: ADDRESS },
  host: { takes: 'value', instead: 'Use `--origin-host HOST`.' },
  sni: { takes: 'value', instead: 'Use `--origin-sni NAME`.' },
  token: { takes: 'value', instead: 'Set the environment variable `CLOUDFLARE_API_TOKEN`.' },
  status: { takes: 'value', instead: 'Use `--expected-status STATUSES`.' },
  user: { short: 'u', takes: 'value', instead: "Use `--headers 'Authorization: Basic …'`." },
  'user-agent': { short: 'A', takes: 'value', instead: "Use `--headers 'User-Agent: …'`." },
  cookie: { short: 'b', takes: 'value', instead: "Use `--headers 'Cookie: …'`." },
  data: { short: 'd', takes: 'value', instead: BODY },
  proxy: { short: 'x', takes: 'value', instead: PROXY },
  cacert: { takes: 'value', instead: 'Use `--origin-ca PEM`.' },
  cert: { short: 'E', takes: 'value', instead: 'Use `--origin-client-cert PEM`.' },
  key: { takes: 'value', instead: 'Use `--origin-client-key PEM`.' },
  fail: { short: 'f', takes: 'switch', instead: EXIT },
  'exit-code': { takes: 'switch', instead: EXIT },
  ipv4: { short: '4', takes: 'switch', instead: FAMILY },
  ipv6: { short: '6', takes: 'switch', instead: FAMILY },
  color: { takes: 'switch', instead: COLOR },
  'no-color': { takes: 'switch', instead: COLOR },
}
