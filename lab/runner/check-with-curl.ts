import { ADDRESSES, SITE } from '../network/addresses.ts'
import type { Ground } from '../network/network.ts'
import { outcomeOfCurl, type Outcome } from '../http/curl-outcome.ts'
import { ended } from '../network/programs.ts'
import type { Check, Scenario } from '../scenarios/scenario.ts'

/** Milliseconds that curl is given for an answer, and for silence where silence is what should be. */
const PATIENCE = 10_000
const SILENCE = 1200

const limitFor = (outcome: Outcome): number => (outcome === 'timeout' ? SILENCE : PATIENCE)

/** What curl got. */
export interface Seen {
  readonly outcome: Outcome
  /** Head and body of the answer, as far as they came. */
  readonly text: string
}

export interface CurlOptions {
  /** PEM file of the authority to trust. */
  readonly ca: string
  /** Dial this address, whatever the name leads to. */
  readonly address?: string
  /** Milliseconds for the whole request. */
  readonly limit: number
}

const SWITCHES = [
  '--disable',
  '--silent',
  '--show-error',
  '--verbose',
  '--include',
  '--compressed',
  '--noproxy',
  '*',
  '--write-out',
  '%{stderr}\nstatus %{http_code}\n',
] as const

/** Asks for a URL with curl, as somebody on the runner would by hand. */
export async function curl(ground: Ground, url: string, { ca, address, limit }: CurlOptions): Promise<Seen> {
  const { hostname, port, protocol } = new URL(url)
  const way = ground.curl(hostname, Number(port) || (protocol === 'https:' ? 443 : 80), address)
  if (typeof way === 'string') return { outcome: way, text: '' }
  const { code, stdout, stderr } = await ended(
    ['curl', ...SWITCHES, '--cacert', ca, '--max-time', String(limit / 1000), ...way, url],
    { limit: limit + 1000 },
  )
  if (code === 127) throw new Error('curl is not installed')
  const status = /\nstatus (\d+)\n$/.exec(stderr)?.[1]
  return { outcome: outcomeOfCurl(code ?? 28, Number(status), stderr), text: stdout }
}

/** What the stage of a scenario shows differently than the scenario says; empty when it is what it claims to be. */
export async function checked(
  { shows, checks = [], inputs = {} }: Pick<Scenario, 'shows' | 'checks' | 'inputs'>,
  ground: Ground,
  ca: string,
): Promise<readonly string[]> {
  const url = inputs['url']?.split('\n')[0] ?? SITE
  const origin = directly(url, inputs['origin'])
  const [edge, direct, ...others] = await Promise.all([
    curl(ground, url, { ca, limit: limitFor(shows.edge) }),
    curl(ground, origin.url, { ca, limit: limitFor(shows.direct), address: origin.address }),
    ...checks.map((check) => complaintOf(check, ground, ca)),
  ])
  return [
    ...differences('through Cloudflare', edge, shows.edge, shows.edgeSays),
    ...differences('directly', direct, shows.direct, shows.directSays),
    ...others,
  ].filter((complaint) => complaint !== '')
}

/** What the Action asks the origin, by its input: `203.0.113.10`, `http://203.0.113.10:8080` … */
function directly(url: string, origin = ''): { readonly url: string; readonly address: string } {
  const [first = ''] = origin.split('\n')
  if (first === '') return { url, address: ADDRESSES.origin }
  const site = new URL(url)
  const target = new URL(first.includes('://') ? first : `${site.protocol}//${first}`)
  const address = target.hostname.replace(/^\[(.*)\]$/, '$1')
  // The scheme and the port are the origin's, all else the site's.
  target.hostname = site.hostname
  target.pathname = site.pathname
  target.search = site.search
  return { url: target.href, address }
}

function differences(where: string, seen: Seen, outcome: Outcome, says?: RegExp): readonly string[] {
  return [
    seen.outcome === outcome ? '' : `curl gets ${seen.outcome} ${where}, expected ${outcome}`,
    says === undefined || says.test(seen.text) ? '' : `what curl gets ${where} does not say ${says}`,
  ]
}

async function complaintOf(
  { run: [program, ...args], says }: Check,
  ground: Ground,
  ca: string,
): Promise<string> {
  const { stdout, stderr } = await ended([program, ...args.map((arg) => inTruth(arg, ground, ca))])
  return says.test(stdout + stderr)
    ? ''
    : `${program} does not say ${says}: ${(stdout + stderr).slice(0, 300)}`
}

/** An argument as this ground has it: `203.0.113.10:443` may be some port of 127.0.0.1. */
function inTruth(arg: string, ground: Ground, ca: string): string {
  if (arg === 'CA') return ca
  const [, address = '', port] = /^\[?([\d.]+|[\da-f:]+)\]?:(\d+)$/.exec(arg) ?? []
  const spot = port === undefined ? undefined : ground.spotOf(address, Number(port))
  if (spot === undefined) return arg
  return spot.host.includes(':') ? `[${spot.host}]:${spot.port}` : `${spot.host}:${spot.port}`
}
