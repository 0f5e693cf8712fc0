import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Resolution } from '../../src/domain/dns.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { withCommands } from '../../src/probe/network/network.ts'
import type { Network, ProbeContext, ProbeRequest } from '../../src/probe/types.ts'
import { HOST, network } from './wire.ts'

/** What an origin behind a command has in place of a resolution. */
export const RESOLVED_BY_PROXY: Promise<Resolution> = Promise.resolve({
  host: '127.0.0.1',
  elapsed: 0,
  kind: 'failed',
  reason: 'other',
  code: 'RESOLVED_BY_PROXY',
})

/** A network that dials nothing, and starts commands with this environment. */
export function commandNetwork(
  env: Readonly<Record<string, string>> = { PATH: process.env['PATH'] ?? '' },
  changes: Partial<Network> = {},
): Network {
  return withCommands(network({ dial: refuseToDial, ...changes }), env)
}

function refuseToDial(): never {
  throw new Error('A command connects, not this process')
}

export function contextWith(
  known: Network,
  { timeout = 20_000, signal = new AbortController().signal }: Partial<ProbeContext> = {},
): ProbeContext {
  return { network: known, clock: systemClock, signal, timeout, onAddresses: () => undefined }
}

export function requestThrough(
  proxyCommand: string,
  port: number,
  changes: Partial<ProbeRequest> = {},
): ProbeRequest {
  return {
    host: '127.0.0.1',
    port,
    proxyCommand,
    method: 'GET',
    path: '/cart?id=1',
    headers: { host: HOST, 'user-agent': 'test' },
    ...changes,
  }
}

/** Sends one request to a port of loopback through a command. */
export function fetchThrough(
  proxyCommand: string,
  port: number,
  changes: Partial<ProbeRequest> = {},
  context = contextWith(commandNetwork()),
): Promise<Exchange> {
  return exchange(requestThrough(proxyCommand, port, changes), RESOLVED_BY_PROXY, context)
}

/** The processes whose command line has a text, by /proc. */
async function processesWith(text: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(
    ids.map(async (id) => {
      const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
      return line.includes(text) && Number(id) !== process.pid ? [`${id} ${line.replaceAll('\0', ' ')}`] : []
    }),
  )
  return lines.flat()
}

/** Waits until no process has a text in its command line. Returns those that are still there after ten seconds. */
export async function leftOver(text: string): Promise<readonly string[]> {
  const until = performance.now() + 10_000
  for (;;) {
    const found = await processesWith(text)
    if (found.length === 0 || performance.now() > until) return found
    await pause(20)
  }
}

/** Resolves once a process has a text in its command line. */
export async function isRunning(text: string): Promise<void> {
  while ((await processesWith(text)).length === 0) await pause(20)
}

let count = 0
/** A number of seconds that no other process sleeps, so that `sleep` can be found by it. */
export function uniqueSleep(): string {
  count += 1
  return `${100_000 + (process.pid % 10_000)}.${String(count).padStart(3, '0')}7`
}
