import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listen, type Listening } from '../../lab/network/listen.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import { probeSite } from '../../src/probe/index.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE } from '../support/config.ts'
import { errorPageFor } from '../support/evidence.ts'
import { address, HOST, network } from '../support/wire.ts'
import { repetitions } from '../support/effort.ts'
import { LINUX } from '../support/platform.ts'

/** Rounds of each fault. They run in batches, because some wait for a connection that stays open. */
const REPETITIONS = repetitions(50)
const BATCH = 25

const EDGE = '104.16.10.10'
const ORIGIN = '203.0.113.10'

/** The cause of each fault when Cloudflare returns 520, as it does for an unusable response. */
const CAUSES: Readonly<Record<string, string>> = {
  'reset on accept': 'origin-reset',
  'reset soon after accept': 'origin-reset',
  'destroyed on accept': 'origin-empty-response',
  'destroyed soon after accept': 'origin-empty-response',
  'closed on accept': 'origin-empty-response',
  'closed after the request': 'origin-empty-response',
  'destroyed after the request': 'origin-empty-response',
  'reset after the request': 'origin-reset',
  'reset in the head': 'origin-reset',
  'closed in the head': 'origin-truncated-response',
  'reset in the body': 'origin-truncated-response',
  'closed in the body': 'origin-truncated-response',
  'destroyed in the body': 'origin-truncated-response',
}

let origin: ChildProcess
let ports: Readonly<Record<string, number>>
let edge: Listening

beforeAll(async () => {
  origin = fork(fileURLToPath(new URL('../support/fault-server.ts', import.meta.url)), { execArgv: [] })
  const [first]: unknown[] = await once(origin, 'message')
  ports = Object.fromEntries(Object.entries(Object(first)).map(([name, port]) => [name, Number(port)]))
  const page = errorPageFor(520)
  edge = await listen(
    createServer((_, response) => {
      response.writeHead(page.status, {
        'content-type': page.type,
        server: 'cloudflare',
        'cf-ray': '8f2a1c0d9e7b6543-SJC',
      })
      response.end(page.body)
    }),
  )
})
afterAll(async () => {
  origin.kill()
  await edge.close()
})

/** Probes and judges one round of a site whose origin has the fault. */
async function causeOf(fault: string): Promise<string> {
  const secure = fault.startsWith('TLS')
  const site = {
    ...SITE,
    url: `http://${HOST}/`,
    origins: [{ scheme: secure ? 'https:' : 'http:', host: ORIGIN, port: 8443 }],
    resolvers: [],
  } as const
  const context = {
    network: network({
      lookup: async () => [address(EDGE)],
      dial: (at) => connect(at === ORIGIN ? (ports[fault] ?? 0) : edge.port, '127.0.0.1'),
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 20_000,
    onAddresses: () => undefined,
  }
  const { findings } = judge(await probeSite(planOf(site), context, followUpQuestions))
  return `${findings[0]?.cause.id} ${findings[0]?.match.confidence}`
}

// Windows discards what has arrived before a reset and was not read yet.
describe.each(['plain', 'TLS'])('many rounds over %s', (protocol) => {
  test.each(Object.entries(CAUSES).filter(([fault]) => LINUX || fault !== 'reset in the body'))(
    'of an origin whose connections are %s',
    async (fault, cause) => {
      const seen: string[] = []
      while (seen.length < REPETITIONS) {
        const length = Math.min(BATCH, REPETITIONS - seen.length)
        seen.push(...(await Promise.all(Array.from({ length }, () => causeOf(`${protocol}: ${fault}`)))))
      }
      const confidence = cause === 'origin-truncated-response' ? '(likely|certain)' : 'likely'
      expect(new Set(seen).size).toBe(1)
      expect(seen[0]).toMatch(new RegExp(`^${cause} ${confidence}$`))
    },
    120_000,
  )
})
