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
  /** The requests one after the other, by one process: starting it takes longer than most requests. */
  readonly curlEach: (requests: readonly CurlRequest[]) => Promise<readonly Curled[]>
  readonly openssl: (...args: readonly string[]) => Promise<string>
}

export interface CurlRequest {
  readonly via: Via
  readonly args: readonly string[]
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
      curl: async (via, ...args) => {
        const [curled = NOTHING] = await curlEach(options, [{ via, args }])
        return curled
      },
      curlEach: (requests) => curlEach(options, requests),
      openssl: async (...args) => {
        const at = ['-connect', `127.0.0.1:${https.port}`, '-servername', HOST]
        const { stdout, stderr } = await run('openssl', ['s_client', ...at, ...args], 5000)
        return stderr + stdout
      },
    })
  } finally {
    await origin.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const NOTHING: Curled = { outcome: 'not requested', output: '' }

/** The line after each response, before its status and its exit code. */
const END = '--- end of the response ---'

async function curlEach(
  options: OriginOptions,
  requests: readonly CurlRequest[],
): Promise<readonly Curled[]> {
  const all = requests.flatMap((request) => argumentsFor(options, request).concat('--next')).slice(0, -1)
  const { stdout, stderr } = await run('curl', all, 10_000 * requests.length)
  const [, ...ends] = stdout.split(`\n${END} `)
  const bodies = stdout.split(new RegExp(`\n${END} .*\n`))
  const curled = ends.map((end, index): Curled => {
    const [, status = '', code = ''] = /^(\d+) (\d+)\n/.exec(end) ?? []
    const outcome = code === '0' ? Number(status) : (EXITS[Number(code)] ?? `exit ${code}`)
    return { outcome, output: `${stderr}${bodies[index]}` }
  })
  // After some failures, curl doesn't continue with the next request.
  const rest = requests.slice(curled.length)
  return curled.length === 0 || rest.length === 0 ? curled : [...curled, ...(await curlEach(options, rest))]
}

function argumentsFor({ https, http }: OriginOptions, { via, args }: CurlRequest): readonly string[] {
  const { port } = via === 'http' ? http : https
  const scheme = via === 'http' ? 'http' : 'https'
  return `-sSkiv --compressed ${via === 'h2' ? '--http2' : '--http1.1'} --max-time 20 --max-filesize 100000000`
    .split(' ')
    .concat('--resolve', `${HOST}:${port}:127.0.0.1`, '-w', `\n${END} %{http_code} %{exitcode}\n`)
    .concat(args, `${scheme}://${HOST}:${port}/`)
}

interface Ended {
  readonly stdout: string
  readonly stderr: string
}

const run = (command: string, args: readonly string[], timeout: number): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { timeout, maxBuffer: 256 * 1024 * 1024, encoding: 'latin1' } as const
    const child = execFile(command, args, options, (_, stdout, stderr) => resolve({ stdout, stderr }))
    child.stdin?.end()
  })
