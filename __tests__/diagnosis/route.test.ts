import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import { quotableOutput } from '../../src/shared/route/quotable-output.ts'
import type { CheckRequest, Evidence } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { ROUTE_FAILURES, type RouteKind } from '../../src/domain/route/route.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { caseNames, readCase } from '../support/cases.ts'
import {
  cachedResponse,
  edgeError,
  edgeResponse,
  evidenceWith,
  noRoute,
  refusedConnection,
  timedOutConnection,
  response,
} from '../support/evidence.ts'
import { wholeText } from '../support/texts.ts'

// What an origin that is reached through `origin-proxy-command` proves, and what a broken route leaves unknown.

type OriginOf = CheckRequest['origins'][number]

const broken = (
  code: string,
  phase: 'connect' | 'tls' | 'processing' = 'connect',
  output?: string,
): Exchange => ({
  kind: 'failed',
  timings: {},
  phase,
  error: { reason: 'route', code, received: 0 },
  ...(output !== undefined && { commandOutput: untrusted(output) }),
})

const through = (route: RouteKind = 'bastion', more: Partial<OriginOf> = {}): { origins: OriginOf[] } => ({
  origins: [{ tls: true, port: 443, route, ...more }],
})

const inner = through('bastion', { inner: true })

const textsOf = ({ findings, warnings, notes }: ReturnType<typeof judge>): readonly string[] =>
  [...findings, ...warnings, ...notes].flatMap(({ match: { because, title, clues } }) =>
    [because, ...(title === undefined ? [] : [title]), ...clues.map(({ text }) => text)].map(wholeText),
  )

/** The same origins behind a bastion. */
const fromBastion = (request: CheckRequest, more: Partial<OriginOf> = {}): CheckRequest => ({
  ...request,
  origins: request.origins.map((origin) => Object.assign({}, origin, { route: 'bastion' as const }, more)),
})

const summary = ({ verdict, findings }: ReturnType<typeof judge>): unknown => [
  verdict,
  findings.map(({ cause: { id }, match }) => [id, match.confidence, wholeText(match.because)]),
]

const ROUNDS: readonly (readonly [name: string, evidence: Evidence])[] = caseNames().flatMap((name) =>
  readCase(name).recording.sites.flatMap(({ history }, site) =>
    history.map((evidence, at) => [`${name}, site ${site + 1}, round ${at + 1}`, evidence] as const),
  ),
)

describe('a route that fails', () => {
  const WITH_ORIGIN = ROUNDS.filter(([, { origins = [] }]) => origins.length > 0)

  test.each(WITH_ORIGIN)('%s is judged as if no origin had been given', (_, evidence) => {
    const { origins = [], rechecks: __, idleConnections: ___, atOrigins: ____, ...rest } = evidence
    const without = { ...rest, origins: [], request: { ...rest.request, origins: [] } }
    for (const phase of ['connect', 'tls', 'processing'] as const) {
      const unseen = {
        ...rest,
        origins: origins.map(() => broken('ROUTE_PERMISSION_DENIED', phase)),
        request: fromBastion(rest.request),
      }
      const [expected, actual] = [judge(without), judge(unseen)]
      expect(summary(actual)).toEqual(summary(expected))
      const offline = expected.findings.some(({ cause: { id } }) => id === 'runner-offline')
      expect(actual.warnings.map(({ cause: { id } }) => id).filter((id) => id === 'runner-offline')).toEqual(
        offline ? [] : ['runner-offline'],
      )
      expect(followUpQuestions(unseen)).toEqual(followUpQuestions(without))
    }
  })

  test.each(ROUTE_FAILURES)('is reported for %s, with what to do', (code) => {
    for (const route of ['bastion', 'cluster', 'container', 'command'] as const) {
      const { verdict, findings, warnings } = judge(
        evidenceWith({ origin: broken(code), request: through(route) }),
      )
      expect([verdict, findings, warnings.length]).toEqual(['healthy', [], 1])
      const [{ cause, match } = { cause: undefined, match: undefined }] = warnings
      expect(cause?.id).toBe('runner-offline')
      const remedy = match && cause?.remedy({ host: '', port: 443, tls: true, form: match.form ?? '' })
      expect(wholeText(match?.because ?? '')).toMatch(/^[A-Z].*, so the origin was not checked\.$/)
      expect(remedy?.summary).toMatch(/^[A-Z].*\.$/)
      expect(remedy?.summary).not.toMatch(/^Connect the runner/)
      // Only ssh has host keys.
      if ((route === 'cluster' || route === 'container') && code !== 'ROUTE_HOST_KEY')
        expect(remedy?.summary).not.toMatch(/\bsshd?(?!-)|authorized_keys/)
    }
  })

  test('hides and reorders nothing when Cloudflare reports an error', () => {
    const unseen = judge(
      evidenceWith({ edge: edgeError(521), origin: broken('ROUTE_REFUSED'), request: through() }),
    )
    const alone = judge(evidenceWith({ edge: edgeError(521), origin: undefined }))
    expect(summary(unseen)).toEqual(summary(alone))
    expect(unseen.verdict).toBe('unhealthy')
    const confirms = unseen.findings
      .flatMap(({ lookalikes }) => lookalikes)
      .map(({ distinguishedBy }) => distinguishedBy)
    expect(confirms.join(' ')).toContain('Repair the route to the origin. If the origin responds')
    expect(unseen.warnings.map(({ cause: { id } }) => id)).toContain('runner-offline')
  })

  test('of one of several origins leaves the verdict to the others, and nothing certain', () => {
    const request = { origins: [...through().origins, ...through().origins] }
    const one = judge(evidenceWith({ origin: [response(200), broken('ROUTE_SILENT')], request }))
    expect([one.verdict, one.warnings.map(({ cause }) => cause.id)]).toEqual(['healthy', ['runner-offline']])
    expect(wholeText(one.warnings[0]?.match.because ?? '')).toContain(
      'so one of the origins was not checked.',
    )
    const [lead] = judge(
      evidenceWith({ edge: edgeError(521), origin: [broken('ROUTE_REFUSED'), refusedConnection], request }),
    ).findings
    expect([lead?.cause.id, lead?.match.confidence, lead?.origin?.position]).toEqual([
      'origin-refused',
      'likely',
      2,
    ])
  })

  test('of a follow-up request says nothing about the origin', () => {
    const origin = response(503)
    const recheck = { repeated: broken('ROUTE_BROKEN'), withoutCloudflareHeaders: response(200) }
    const request = through()
    expect(judge(evidenceWith({ origin, request, recheck })).findings).toEqual(
      judge(
        evidenceWith({
          origin,
          request,
          recheck: { withoutCloudflareHeaders: recheck.withoutCloudflareHeaders },
        }),
      ).findings,
    )
  })
})

describe('the last line of a command', () => {
  test.each([
    [
      'deploy@bastion.example.com: Permission denied (publickey,password).\r\n',
      '…: Permission denied (publickey,password).',
    ],
    [
      'ssh: connect to host bastion port 22: Connection refused\n',
      'ssh: connect to host … port …: Connection refused',
    ],
    [
      'ssh: Could not resolve hostname jump: Name or service not known',
      'ssh: Could not resolve hostname …: Name or service not known',
    ],
    [
      'channel 0: open failed: administratively prohibited: open failed\nstdio forwarding failed',
      'stdio forwarding failed',
    ],
    ['Host key verification failed.\n', 'Host key verification failed.'],
    ['sh: 1: kubectl: not found\n', 'sh: …: not found'],
    [
      'Error from server (Forbidden): pods "web-7d" is forbidden: User "ci" cannot create',
      'Error from server (Forbidden): pods … is forbidden: User … cannot …',
    ],
    ['Load key "/home/ci/.ssh/id": error in libcrypto', 'Load key …: error in libcrypto'],
    [
      'ssh: connect to host proxy port 22: Connection timed out',
      'ssh: connect to host … port …: Connection timed out',
    ],
    ['client_loop: send disconnect: Broken pipe', 'client_loop: send disconnect: Broken pipe'],
    ["Bad stdio forwarding specification '2001:db8::1:443'", 'Bad stdio forwarding specification …'],
    ['bash: line 1: nc: command not found', 'bash: line …: command not found'],
    ['hunter2', ''],
    ['', ''],
  ])('%j are quoted as %j', (output, expected) => {
    expect(quotableOutput(output)).toBe(expected)
  })
})

const judged = (changes: Parameters<typeof evidenceWith>[0]): readonly unknown[] => {
  const {
    verdict,
    findings: [lead],
    warnings,
  } = judge(evidenceWith(changes))
  return [verdict, lead?.cause.id, lead?.match.confidence, ...warnings.map(({ cause: { id } }) => id)]
}

const lookalikes = (request: Partial<CheckRequest>): readonly unknown[] =>
  judge(evidenceWith({ edge: edgeError(522), origin: timedOutConnection, request })).findings.flatMap(
    (finding) => finding.lookalikes.map(({ what }) => what),
  )

describe('an origin that the bastion reaches', () => {
  test.each([
    [
      '521 and refused at the same address',
      edgeError(521),
      refusedConnection,
      through(),
      ['unhealthy', 'origin-refused', 'certain'],
    ],
    [
      '521 and refused at an inner address',
      edgeError(521),
      refusedConnection,
      inner,
      ['unhealthy', 'origin-refused', 'likely'],
    ],
    [
      '522 and no connection',
      edgeError(522),
      timedOutConnection,
      through(),
      ['unhealthy', 'origin-connect-timeout', 'likely'],
    ],
    ['523 and no route', edgeError(523), noRoute, through(), ['unhealthy', 'origin-unreachable', 'certain']],
    [
      '522 and healthy',
      edgeError(522),
      response(200),
      through(),
      ['unhealthy', 'cloudflare-blocked-by-origin', 'likely'],
    ],
    [
      '522 and healthy inside',
      edgeError(522),
      response(200),
      inner,
      ['unhealthy', 'cloudflare-blocked-by-origin', 'likely'],
    ],
    [
      '521 and healthy inside',
      edgeError(521),
      response(200),
      inner,
      ['unhealthy', 'origin-refused', 'possible'],
    ],
    [
      'healthy, and refused there',
      edgeResponse(200),
      refusedConnection,
      inner,
      ['healthy', undefined, undefined, 'runner-offline'],
    ],
    [
      'healthy, and 403 there',
      edgeResponse(200),
      response(403),
      through(),
      ['healthy', undefined, undefined, 'runner-offline'],
    ],
    [
      'a cached copy, and refused there',
      cachedResponse(),
      refusedConnection,
      through(),
      ['unhealthy', 'cache-masks-broken-origin', 'likely'],
    ],
    [
      'a cached copy, and dropped there',
      cachedResponse(),
      timedOutConnection,
      through(),
      ['inconclusive', 'runner-offline', 'possible'],
    ],
    [
      'healthy, and 500 there',
      edgeResponse(200),
      response(500),
      inner,
      ['unhealthy', 'origin-app-error', 'likely'],
    ],
  ] as const)('%s', (_, edge, origin, request, expected) => {
    expect(judged({ edge, origin, request })).toEqual(expected)
  })

  test('is not said to admit only Cloudflare when it admits neither', () => {
    expect(lookalikes({})).toContain('origin-locked-to-cloudflare')
    expect(lookalikes(through())).not.toContain('origin-locked-to-cloudflare')
  })

  test.each(ROUNDS)('%s is never judged more surely than directly', (_, evidence) => {
    const order = ['certain', 'likely', 'possible']
    const direct = judge(evidence)
    for (const more of [{}, { inner: true as const }]) {
      const routed = judge({ ...evidence, request: fromBastion(evidence.request, more) })
      const [lead] = routed.findings
      const same = direct.findings.find(({ cause }) => cause === lead?.cause)
      if (lead !== undefined && same !== undefined)
        expect(order.indexOf(lead.match.confidence)).toBeGreaterThanOrEqual(
          order.indexOf(same.match.confidence),
        )
    }
  })

  test.each(ROUNDS.filter(([, { origins = [] }]) => origins.length > 0))(
    '%s is described as seen from the bastion',
    (_, evidence) => {
      const routed = judge({ ...evidence, request: fromBastion(evidence.request) })
      for (const text of textsOf(routed)) {
        expect(text).not.toMatch(/requested directly|checked directly|direct (?:request|connection)/)
        if (/this runner/i.test(text))
          expect(text).toMatch(
            /challenge|blocks this runner|This runner gets|this runner's (?:own|address|network)|resolves directly|IPv6|1\.1\.1\.1|(?:This|this) runner (?:got|can)/,
          )
      }
    },
  )
})
