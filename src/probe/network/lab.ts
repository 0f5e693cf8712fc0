import { connect, Socket } from 'node:net'
import { readBounded } from '../../files/read.ts'
import type { Address } from '../../domain/dns.ts'
import { bracketed, hostAndPort } from '../../shared/authority.ts'
import { familyOf, isIP } from '../../shared/ip.ts'
import { member, parseJson, textIn } from '../../shared/json.ts'
import type { Network } from '../types.ts'
import type { Clock } from './clock.ts'
import { labClock } from './lab-clock.ts'

// `ORIGIN_GATE_LAB` names a JSON file that replaces the network, for the demo and the tests.

/** Addresses by name, and ports of 127.0.0.1 by address. An error code in place of either makes it fail. */
interface LabPlan {
  readonly names: Readonly<Record<string, readonly string[] | string>>
  /** By `address:port`. `drop` accepts no connection and refuses none. */
  readonly routes: Readonly<Record<string, number | string>>
  /** PEM. Replaces Cloudflare's Origin CA. */
  readonly cloudflareOriginCa?: string
  /** Milliseconds since the epoch: when the run starts, by a clock whose pauses pass at once. */
  readonly now?: number
}

/** The path of the lab's file; undefined on the real network. */
export function labFileOf(env: NodeJS.ProcessEnv): string | undefined {
  const path = env['ORIGIN_GATE_LAB'] ?? ''
  return path === '' ? undefined : path
}

/** What to print when a run uses the lab. Undefined on the real network. */
export function labWarning(env: NodeJS.ProcessEnv): string | undefined {
  const path = labFileOf(env)
  if (path === undefined) return undefined
  return `ORIGIN_GATE_LAB is set: the network is simulated from ${path}. Results say nothing about the real site.`
}

/** Bytes: enough for ten thousand sites. */
const MAX_LAB_SIZE = 64 * 1024 * 1024

/** With these codes, the runner itself has no route, or no address of that IP version. */
const NO_ROUTE: ReadonlySet<number | string> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL'])

/** A network on loopback. It reaches only what the file names, so nothing leaves this machine. */
export function labNetwork(path: string): Network {
  const plan = readPlan(path)
  const addresses = async (host: string): Promise<readonly Address[]> => {
    const known = isIP(host) === 0 ? (plan.names[host] ?? 'ENOTFOUND') : [host]
    if (typeof known === 'string') throw errorWith(known)
    return known.map((address) => ({ address, family: familyOf(address) }))
  }
  return {
    lookup: addresses,
    query: addresses,
    dial: (address, port) => {
      const route = plan.routes[hostAndPort(address, port)] ?? 'ENETUNREACH'
      if (typeof route === 'number') return connect({ host: '127.0.0.1', port: route, noDelay: true })
      const socket = new Socket()
      if (route !== 'drop') process.nextTick(() => socket.destroy(errorWith(route)))
      return socket
    },
    hasRoute: async (address) =>
      Object.entries(plan.routes).some(
        ([to, route]) => to.startsWith(`${bracketed(address)}:`) && !NO_ROUTE.has(route),
      ),
    originCa: plan.cloudflareOriginCa === undefined ? [] : [plan.cloudflareOriginCa],
  }
}

/** The clock of a lab whose file has `"clock": { "now": "2026-11-29T10:00:00Z" }`; undefined without it. */
export function labClockOf(path: string): Clock | undefined {
  const { now } = readPlan(path)
  return now === undefined ? undefined : labClock(now)
}

function readPlan(path: string): LabPlan {
  const file = readBounded(path, MAX_LAB_SIZE)
  const plan = file.ok ? labPlanIn(file.bytes.toString('utf8')) : undefined
  if (plan === undefined) throw errorWith('ERR_LAB_FILE')
  return plan
}

/** Undefined when the text is not the JSON of a `LabPlan`. */
function labPlanIn(text: string): LabPlan | undefined {
  const found = parseJson(text)
  const [names, routes] = [member(found, 'names'), member(found, 'routes')]
  const cloudflareOriginCa = textIn(found, 'cloudflareOriginCa')
  const clock = member(found, 'clock')
  const now = clock === undefined ? undefined : Date.parse(textIn(clock, 'now') ?? '')
  if (!isRecordOf(names, isNameTarget) || !isRecordOf(routes, isRoute) || Number.isNaN(now)) return undefined
  return {
    names,
    routes,
    ...(cloudflareOriginCa !== undefined && { cloudflareOriginCa }),
    ...(now !== undefined && { now }),
  }
}

function isRecordOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is Record<string, T> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isItem)
}

function isNameTarget(value: unknown): value is readonly string[] | string {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  )
}

function isRoute(value: unknown): value is number | string {
  return typeof value === 'string' || typeof value === 'number'
}

function errorWith(code: string): Error {
  return Object.assign(new Error(code), { code })
}
