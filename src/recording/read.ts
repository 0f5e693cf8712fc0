import { member, parseJson } from '../shared/json.ts'
import { migrateEvidence } from './migrate.ts'
import { migrateResponses } from './migrate-responses.ts'
import type { Recording } from './recording.ts'
import { anyOf, arrayOf, byKind, host, moment, noNull, number, object, text, webAddress } from './shape.ts'

/** Reads a recording of any version. On an error, returns a text that completes "the file …". */
export function recordingIn(content: string): Recording | string {
  const found = parseJson(content)
  if (found === undefined) return 'is not valid JSON'
  const version = member(found, 'recording')
  if (typeof version !== 'number') return 'was not written by `--record`'
  if (version !== 1 && version !== 2 && version !== 3)
    return `has recording format ${version}, which this version does not support`
  const current = version === 3 ? found : migrated(found, version)
  return isRecording(current) ? current : `has no valid \`${faultOf(current) ?? ''}\``
}

function migrated(recording: unknown, version: 1 | 2): unknown {
  const sites = member(recording, 'sites')
  if (typeof recording !== 'object' || !Array.isArray(sites)) return recording
  const current = (history: unknown): unknown => {
    const second = version === 1 ? migrateEvidence(history) : history
    return Array.isArray(second) ? second.map(migrateResponses) : second
  }
  return {
    ...recording,
    recording: 3,
    sites: sites.map((site: unknown) =>
      typeof site === 'object'
        ? Object.assign({}, site, { history: current(member(site, 'history')) })
        : site,
    ),
  }
}

function isRecording(value: unknown): value is Recording {
  return faultOf(value) === undefined
}

function faultOf(value: unknown): string | undefined {
  return RECORDING(value, '') ?? noNull(value, '')
}

const EXCHANGE = byKind({
  completed: object({
    timings: object({}),
    head: object({ status: number, headers: object({}) }),
    body: object({ text, bytes: number }),
  }),
  failed: object({
    timings: object({}),
    phase: anyOf('resolve', 'connect', 'tls', 'processing', 'transfer'),
    error: object({ reason: text, code: text }),
  }),
})

const DNS = byKind({
  resolved: object({ addresses: arrayOf(object({ address: host })) }),
  failed: object({ reason: text }),
})

const ADDRESS = object(
  { position: number, of: number, family: anyOf(4, 6) },
  { ofFamily: number, shown: text },
)

const UNCHECKED = object({}, { withoutIpv6: number, withoutIpv4: number, overLimit: number, byProxy: number })

const EVIDENCE = object(
  {
    at: moment,
    request: object(
      {
        url: webAddress,
        host,
        port: number,
        expectedStatus: arrayOf(arrayOf(number)),
        origins: arrayOf(object({ port: number }, { address: ADDRESS, unchecked: UNCHECKED })),
      },
      { siteAddress: ADDRESS, siteUnchecked: UNCHECKED, timeout: number, headKilobytes: number },
    ),
  },
  {
    edge: EXCHANGE,
    trace: EXCHANGE,
    origins: arrayOf(EXCHANGE),
    dns: DNS,
    otherAddresses: arrayOf(object({ address: ADDRESS, exchange: EXCHANGE })),
  },
)

const SITE = object({
  url: webAddress,
  origins: arrayOf(object({ scheme: anyOf('http:', 'https:'), host, port: number })),
  originHost: host,
  originSni: host,
  headers: arrayOf(arrayOf(text)),
  expectedStatus: arrayOf(arrayOf(number)),
  timeout: number,
  followRedirects: number,
})

/** Everything that a replay needs to start. Optional evidence, such as the zone's, is not checked. */
const RECORDING = object({
  recording: anyOf(3),
  version: text,
  at: moment,
  schedule: object({ wait: number, interval: number, consecutiveSuccesses: number, watch: number }),
  sites: arrayOf(object({ site: SITE, history: arrayOf(EVIDENCE, 1), addresses: arrayOf(host) }), 1),
})
