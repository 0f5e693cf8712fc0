import { readBounded } from '../../src/files/read.ts'
import { causesOf } from '../../src/shared/errors.ts'

export interface Limits {
  /** Milliseconds for the whole exchange. */
  readonly time: number
  /** A whole number of MiB. Cloudflare's lists have less than 1 kB. */
  readonly bytes: number
}

export const LIMITS: Limits = { time: 20_000, bytes: 1024 * 1024 }

const MAX_REDIRECTS = 3

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The text of a file or a URL. Unencrypted HTTP only to this machine: the ranges decide which addresses are published.
 *
 * @throws {Error} with what to do instead
 */
export async function readList(from: string, limits = LIMITS): Promise<string> {
  return /^https?:\/\//i.test(from) ? fetchList(from, limits) : fileAt(from, limits)
}

function fileAt(path: string, { bytes }: Limits): string {
  const file = readBounded(path, bytes)
  if (!file.ok) throw new Error(`${path} ${file.fault}. Pass the path of a downloaded list, or its URL.`)
  return file.bytes.toString()
}

async function fetchList(from: string, limits: Limits): Promise<string> {
  try {
    return await textOf(await responseTo(from, AbortSignal.timeout(limits.time)), limits)
  } catch (error) {
    const reasons = causesOf(error).flatMap((cause) => (Error.isError(cause) ? cause.message : []))
    throw new Error(
      `${from} cannot be read: ${reasons.join(': ')}. Download it another way, and pass the path of the file.`,
      { cause: error },
    )
  }
}

async function responseTo(from: string, signal: AbortSignal): Promise<Response> {
  let url = from
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await fetch(requireTrusted(url), { signal, redirect: 'manual' })
    const location = response.status < 300 || response.status > 399 ? null : response.headers.get('location')
    if (location === null && response.status !== 200)
      throw new Error(`the response has status ${response.status}`)
    if (location === null) return response
    await response.body?.cancel()
    url = new URL(location, url).href
  }
  throw new Error(`there are more than ${MAX_REDIRECTS} redirects`)
}

async function textOf(response: Response, { bytes }: Limits): Promise<string> {
  const chunks: Uint8Array[] = []
  let received = 0
  for await (const chunk of response.body ?? []) {
    received += chunk.length
    if (received > bytes) throw new Error(`the response is longer than ${bytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function requireTrusted(url: string): URL {
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && !LOOPBACK.has(parsed.hostname))
    throw new Error(`${url} is not encrypted, so anyone on the path could change the list`)
  return parsed
}
