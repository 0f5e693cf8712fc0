import type { ApiHost } from '../network/addresses.ts'
import { ADDRESSES } from '../network/addresses.ts'
import type { ApiRequest } from '../apis/api.ts'
import { NAME_SERVERS, FORMER_NAME_SERVER, RESOLVERS } from '../dns/defaults.ts'
import type { ReceivedQuery } from '../dns/servers.ts'

/** What others than the site and its origins received during a run. */
export interface Received {
  /** The environment of the Action. */
  readonly env: Readonly<Record<string, string>>
  readonly apiRequests: readonly ApiRequest[]
  readonly queries: readonly ReceivedQuery[]
}

interface Recipient {
  /** The input that turns it on. Absent: it gets requests that say nothing about the site. */
  readonly input?: string
  /** The input whose value is its credential. */
  readonly credential?: string
  /** `METHOD path` of all that it may get. */
  readonly requests: RegExp
  /** Whether an origin's address may be sent there. */
  readonly mayKnowOrigin?: (env: Received['env']) => boolean
}

/** Who gets what, as the table of docs/security.md has it. */
export const RECIPIENTS: Readonly<Record<ApiHost, Recipient>> = {
  'api.cloudflare.com': {
    input: 'cloudflare-api-token',
    credential: 'cloudflare-api-token',
    requests: /^(?:GET \/client\/v4\/.+|POST \/client\/v4\/graphql)$/,
  },
  'www.cloudflare.com': { requests: /^GET \/ips-v[46]$/ },
  'www.cloudflarestatus.com': { requests: /^GET \/api\/v2\/summary\.json$/ },
  'yh6f0r4529hb.statuspage.io': { requests: /^GET \/api\/v2\/summary\.json$/ },
  'api.globalping.io': {
    input: 'vantage-points',
    credential: 'globalping-token',
    requests: /^(?:POST \/v1\/measurements|GET \/v1\/measurements\/[\w-]+)$/,
    mayKnowOrigin: (env) => inputIn(env, 'vantage-origin') === 'true',
  },
}

/** Inputs whose values go to the site or to one API only. */
const SECRETS = [
  'headers',
  'access-client-id',
  'access-client-secret',
  'cloudflare-api-token',
  'globalping-token',
  'github-token',
]

/** What was sent to someone who should not get it, one line each. */
export function strayRequests({ env, apiRequests, queries }: Received): readonly string[] {
  return [
    ...apiRequests.flatMap((request) =>
      problemsOf(request, env).map((text) => `${request.host}: ${request.method} ${request.path} ${text}`),
    ),
    ...queries.flatMap((query) =>
      mayBeQueried(query, env) ? [] : [`${query.server} got a DNS query for ${query.name}`],
    ),
  ]
}

function problemsOf(request: ApiRequest, env: Received['env']): readonly string[] {
  const recipient = isApiHost(request.host) ? RECIPIENTS[request.host] : undefined
  if (recipient === undefined) return ['is not expected']
  const { input, credential, requests, mayKnowOrigin } = recipient
  const token = credential === undefined ? '' : inputIn(env, credential)
  const { authorization = '', cookie } = request.headers
  const content = JSON.stringify([request.path, [...request.query], request.headers, request.body])
  const secrets = SECRETS.filter((name) => name !== credential).flatMap((name) => secretsOf(env, name))
  const origins = mayKnowOrigin?.(env) === true ? [] : originsOf(env)
  return [
    ...(requests.test(`${request.method} ${request.path}`) ? [] : ['is not expected']),
    ...(input === undefined || inputIn(env, input) !== '' ? [] : [`was sent without the input ${input}`]),
    ...(authorization === (token === '' ? '' : `Bearer ${token}`) ? [] : ['has another credential']),
    ...(cookie === undefined ? [] : ['has a cookie']),
    ...secrets.filter((secret) => content.includes(secret)).map((secret) => `has the secret ${secret}`),
    ...origins.filter((origin) => content.includes(origin)).map((origin) => `has the origin ${origin}`),
  ]
}

/** The runner's own resolver gets every name. Others get the site's, its parents, and the names of its name servers. */
function mayBeQueried({ server, name }: ReceivedQuery, env: Received['env']): boolean {
  if (server === RESOLVERS.runner) return true
  const hosts = inputIn(env, 'url')
    .split(/\s+/)
    .flatMap((url) => URL.parse(url)?.hostname ?? [])
  const known = [...hosts, ...Object.keys(NAME_SERVERS), FORMER_NAME_SERVER.name]
  return known.some((each) => each === name || each.endsWith(`.${name}`))
}

function isApiHost(host: string): host is ApiHost {
  return Object.hasOwn(RECIPIENTS, host)
}

function inputIn(env: Received['env'], name: string): string {
  return env[`INPUT_${name.toUpperCase()}`] ?? ''
}

/** The values of an input, without the names of headers. Short ones occur in other texts too. */
function secretsOf(env: Received['env'], name: string): readonly string[] {
  const values = inputIn(env, name).split('\n')
  return values
    .map((value) => (name === 'headers' ? value.replace(/^[^:]*: */, '') : value))
    .filter((value) => value.length >= 8)
}

function originsOf(env: Received['env']): readonly string[] {
  const given = inputIn(env, 'origin')
  return Object.values(ADDRESSES).filter((address) => given.includes(address))
}
