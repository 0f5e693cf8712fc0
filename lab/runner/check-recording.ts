import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Input, INPUTS } from '../../src/config/inputs/inputs.ts'
import type { Report } from '../../src/report/schema-1/report.ts'
import { recordingIn } from '../../src/recording/read.ts'
import { FILE_RENDERERS } from '../../src/report/render/index.ts'
import { replayed } from '../../src/run/conclude.ts'
import { ADDRESSES, RUNNER_SOURCES } from '../network/addresses.ts'
import { PLANTED_COOKIE } from '../scenarios/http/recorded.ts'
import type { World } from '../world/world.ts'

/** From so many characters on, a part of a secret counts as leaked. */
const RUN = 8

/**
 * What is wrong with the recording of a run, one line each: it replays to another result, or it has something that is
 * hidden in comments.
 */
export async function recordingProblems(
  { env }: World,
  report: Report | undefined,
): Promise<readonly string[]> {
  const content = await readFile(env['ORIGIN_GATE_RECORD'] ?? '', 'utf8').catch(() => undefined)
  if (content === undefined || report === undefined)
    return (content === undefined) === (report === undefined) ? [] : ['the run has no recording']
  const recording = recordingIn(content)
  if (typeof recording === 'string') return [`the recording ${recording}`]
  const showOrigin = env['INPUT_SHOW-ORIGIN'] === 'true'
  // A recording doesn't know which workflow run made it.
  const run = report.history?.at(-1)?.run ?? ''
  const again = replayed(recording, { showOrigin, publish: { githubToken: '' }, run })
  const different = firstDifference(JSON.parse([...FILE_RENDERERS.json(again)].join('')), report)
  const secrets = [...secretsOf(env), PLANTED_COOKIE, ...(showOrigin ? [] : hiddenAddresses(env))]
  return [
    ...(different === undefined ? [] : [`the recording replays to another report: ${different}`]),
    ...secrets.flatMap((secret) => leakedRuns(secret, content)),
    ...Object.values(RUNNER_SOURCES)
      .filter((address) => new RegExp(`(?<![\\d.])${RegExp.escape(address)}(?![\\d:])`).test(content))
      .map((address) => `the recording has the runner's address ${address}`),
  ]
}

/** A pseudonym of an origin's address or name in a recording. */
const PSEUDONYM =
  /(?:origin-\d+\.example\.net|198\.18\.\d+\.\d+|104\.16\.0\.\d+|10\.18\.\d+\.\d+|2001:db8::[\da-f]+|fd00::[\da-f]+)/

/**
 * Where a replayed report differs from the run's own, with both values; undefined when they are equal. Where the
 * replay has a pseudonym, the run may have any address or name.
 */
function firstDifference(one: unknown, other: unknown, path = ''): string | undefined {
  if (isDeepStrictEqual(one, other)) return undefined
  if (typeof one === 'string' && typeof other === 'string') {
    const parts = one.split(new RegExp(PSEUDONYM, 'g')).map((part) => RegExp.escape(part))
    if (new RegExp(`^${parts.join('[\\w.:-]+')}$`, 's').test(other)) return undefined
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return `${path} is ${JSON.stringify(one)}, not ${JSON.stringify(other)}`
  const [these, those] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return [...these.keys(), ...those.keys()]
    .map((key) => firstDifference(these.get(key), those.get(key), `${path}.${key}`))
    .find((difference) => difference !== undefined)
}

/** The values of secret inputs, and their lines and words. */
function secretsOf(env: World['env']): readonly string[] {
  const rows: readonly Input[] = INPUTS
  return rows
    .filter(({ name, secret }) => secret && name !== 'origin')
    .flatMap(({ name }) => (env[`INPUT_${name.toUpperCase()}`] ?? '').split(/\s+/))
    .filter((word) => word.length >= RUN && !word.endsWith(':'))
}

/** The addresses of the origins that the run was given. */
function hiddenAddresses(env: World['env']): readonly string[] {
  const origins = env['INPUT_ORIGIN'] ?? ''
  return Object.values(ADDRESSES).filter((address) => origins.includes(address))
}

/** Addresses of the runner, which begin as some of the origins' do. */
const SHARED = Object.values(RUNNER_SOURCES)

function leakedRuns(secret: string, content: string): readonly string[] {
  return notationsOf(secret).flatMap((notation) => {
    const runs = Array.from({ length: Math.max(1, notation.length - RUN + 1) }, (_, at) =>
      notation.slice(at, at + RUN),
    )
    const found = runs.find(
      (run) => content.includes(run) && !SHARED.some((address) => address.includes(run)),
    )
    return found === undefined ? [] : [`the recording has "${found}" of "${secret}"`]
  })
}

/** Usual notations: as it is, in either case, percent-encoded, in hexadecimal, and in base64 at every alignment. */
function notationsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Digits that also depend on the neighbors.
    return text.slice(before === 0 ? 0 : before + 1).replace(/.?=*$/, '')
  })
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const plain = [secret, secret.toLowerCase(), secret.toUpperCase(), encodeURIComponent(secret)]
  return [...new Set([...plain, percent, bytes.toString('hex'), ...base64])]
}
