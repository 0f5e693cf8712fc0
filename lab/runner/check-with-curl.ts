import { dirname } from 'node:path'
import { ADDRESSES, SITE } from '../network/addresses.ts'
import type { LabNetwork } from '../network/network.ts'
import { curlOutcome, type CurlOutcome } from '../http/curl-outcome.ts'
import { runProgram } from '../network/programs.ts'
import type { Check, Scenario } from '../scenarios/scenario.ts'

/** Milliseconds that curl waits for a response, and where a timeout is expected. */
const RESPONSE_TIMEOUT = 10_000
const EXPECTED_TIMEOUT = 1200

const timeoutFor = (outcome: CurlOutcome): number =>
  outcome === 'timeout' ? EXPECTED_TIMEOUT : RESPONSE_TIMEOUT

/** The result of one curl run. */
export interface CurlResult {
  readonly outcome: CurlOutcome
  /** Headers and body, as far as they were received. */
  readonly text: string
}

export interface CurlOptions {
  /** PEM file of the trusted CA. */
  readonly ca: string
  /** Connect to this address instead of resolving the name. */
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
  // A ClientHello in one packet. Recent versions of OpenSSL offer post-quantum groups by default.
  '--curves',
  'X25519:prime256v1',
  '--noproxy',
  '*',
  '--write-out',
  '%{stderr}\nstatus %{http_code}\n',
] as const

/** Requests a URL with curl, as a person on the runner would. */
export async function runCurl(
  network: LabNetwork,
  url: string,
  { ca, address, limit }: CurlOptions,
): Promise<CurlResult> {
  const { hostname, port, protocol } = new URL(url)
  const connectTo = network.curlArguments(
    hostname,
    Number(port) || (protocol === 'https:' ? 443 : 80),
    address,
  )
  if (typeof connectTo === 'string') return { outcome: connectTo, text: '' }
  const { code, stdout, stderr } = await runProgram(
    ['curl', ...SWITCHES, '--cacert', ca, '--max-time', String(limit / 1000), ...connectTo, url],
    { limit: limit + 1000 },
  )
  if (code === 127) throw new Error('curl is not installed')
  const status = /\nstatus (\d+)\n$/.exec(stderr)?.[1]
  return { outcome: curlOutcome(code ?? 28, Number(status), stderr), text: stdout }
}

/** How the setup differs from what the scenario declares. Empty if curl gets what it should. */
export async function checkSetup(
  { curl, checks = [], inputs = {} }: Pick<Scenario, 'curl' | 'checks' | 'inputs'>,
  network: LabNetwork,
  ca: string,
): Promise<readonly string[]> {
  const url = inputs['url']?.split('\n')[0] ?? SITE
  const origin = directTarget(url, inputs['origin'])
  const [edge, direct, ...others] = await Promise.all([
    runCurl(network, url, { ca, limit: timeoutFor(curl.edge) }),
    runCurl(network, origin.url, { ca, limit: timeoutFor(curl.direct), address: origin.address }),
    ...checks.map((check) => checkProblem(check, network, ca)),
  ])
  return [
    ...differences('through Cloudflare', edge, curl.edge, curl.edgeContains),
    ...differences('directly', direct, curl.direct, curl.directContains),
    ...others,
  ].filter((problem) => problem !== '')
}

/** What the Action's direct probe requests, by the input `origin`: `203.0.113.10`, `http://203.0.113.10:8080` … */
function directTarget(url: string, origin = ''): { readonly url: string; readonly address: string } {
  const [first = ''] = origin.split('\n')
  if (first === '') return { url, address: ADDRESSES.origin }
  const site = new URL(url)
  const target = new URL(first.includes('://') ? first : `${site.protocol}//${first}`)
  const address = target.hostname.replace(/^\[(.*)\]$/, '$1')
  // Scheme and port come from the origin, everything else from the site.
  target.hostname = site.hostname
  target.pathname = site.pathname
  target.search = site.search
  return { url: target.href, address }
}

function differences(
  where: string,
  got: CurlResult,
  outcome: CurlOutcome,
  contains?: RegExp,
): readonly string[] {
  return [
    got.outcome === outcome ? '' : `curl gets ${got.outcome} ${where}, expected ${outcome}`,
    contains === undefined || contains.test(got.text)
      ? ''
      : `what curl gets ${where} does not contain ${contains}`,
  ]
}

async function checkProblem(
  { run: [program, ...args], prints }: Check,
  network: LabNetwork,
  ca: string,
): Promise<string> {
  const { stdout, stderr } = await runProgram(
    [program, ...args.map((arg) => translateArgument(arg, network, ca))],
    { cwd: dirname(ca) },
  )
  return prints.test(stdout + stderr)
    ? ''
    : `${program} does not print ${prints}: ${(stdout + stderr).slice(0, 300)}`
}

/** Translates an argument for this network: `203.0.113.10:443` may be a port of 127.0.0.1. */
function translateArgument(arg: string, network: LabNetwork, ca: string): string {
  if (arg === 'CA') return ca
  const [, address = '', port] = /^\[?([\d.]+|[\da-f:]+)\]?:(\d+)$/.exec(arg) ?? []
  const endpoint = port === undefined ? undefined : network.endpointOf(address, Number(port))
  if (endpoint === undefined) return arg
  return endpoint.host.includes(':')
    ? `[${endpoint.host}]:${endpoint.port}`
    : `${endpoint.host}:${endpoint.port}`
}
