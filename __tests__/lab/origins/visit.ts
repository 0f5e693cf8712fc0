import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate, makeAuthorities } from '../../../lab/tls/authorities.ts'
import type { Credentials } from '../../../lab/tls/certificates.ts'
import { freeEndpoint } from '../../../lab/network/free-port.ts'
import { findOrigin, type OriginOptions, type OriginSetup } from '../../../lab/origins/index.ts'

export const HOST = 'www.shop.example'
export const authorities = makeAuthorities()

/** The port and the protocol to use. */
export type Via = 'https' | 'http' | 'h2'

export interface Site {
  readonly options: OriginOptions
  readonly curl: (via: Via, ...args: readonly string[]) => Promise<Curled>
  readonly openssl: (...args: readonly string[]) => Promise<string>
}

export interface Curled {
  /** The status, or the failure of curl. */
  readonly outcome: number | string
  /** Headers, body and curl's messages. */
  readonly output: string
}

/** https://curl.se/libcurl/c/libcurl-errors.html */
const EXITS: Readonly<Record<number, string>> = {
  1: 'protocol',
  7: 'refused',
  8: 'protocol',
  16: 'protocol',
  18: 'partial',
  28: 'timeout',
  35: 'tls',
  52: 'empty',
  55: 'reset',
  56: 'reset',
  61: 'encoding',
  63: 'too big',
  92: 'protocol',
}

/** Starts an origin on loopback, calls `inspect` and stops it. */
export async function visit<Result>(
  kind: OriginSetup,
  inspect: (site: Site) => Promise<Result>,
  credentials: Credentials = makeCertificate('valid', HOST, authorities),
): Promise<Result> {
  const [https, http, folder] = await Promise.all([
    freeEndpoint(),
    freeEndpoint(),
    mkdtemp(join(tmpdir(), 'origin-gate-origin-')),
  ])
  const options: OriginOptions = {
    https,
    http,
    host: HOST,
    credentials,
    authorities,
    upstreamTimeout: 200,
    folder,
  }
  const origin = await findOrigin(kind).start(options)
  try {
    return await inspect({
      options,
      curl: (via, ...args) => curl(options, via, args),
      openssl: async (...args) => {
        const at = ['-connect', `127.0.0.1:${https.port}`, '-servername', HOST]
        return (await run('openssl', ['s_client', ...at, ...args], 5000)).output
      },
    })
  } finally {
    await origin.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function curl(options: OriginOptions, via: Via, args: readonly string[]): Promise<Curled> {
  const { port } = via === 'http' ? options.http : options.https
  const version = via === 'h2' ? '--http2' : '--http1.1'
  const url = `${via === 'http' ? 'http' : 'https'}://${HOST}:${port}/`
  const { code, output } = await run(
    'curl',
    `-sSkiv --compressed ${version} --max-time 5 --max-filesize 100000000 -w \n%{http_code} --resolve ${HOST}:${port}:127.0.0.1`
      .split(' ')
      .concat(args, url),
    10_000,
  )
  const status = Number(/\n(\d+)$/.exec(output)?.[1] ?? 0)
  return { outcome: code === 0 ? status : (EXITS[code] ?? `exit ${code}`), output }
}

interface Ended {
  readonly code: number
  /** Standard error, then standard output. */
  readonly output: string
}

const run = (command: string, args: readonly string[], timeout: number): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { timeout, maxBuffer: 256 * 1024 * 1024, encoding: 'latin1' } as const
    const child = execFile(command, args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stderr + stdout })
    })
    child.stdin?.end()
  })
