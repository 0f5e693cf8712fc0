import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { sampleOf } from '../../src/diagnosis/history/availability.ts'
import { ROUTE_FAILURES, type RouteKind } from '../../src/domain/route/route.ts'
import { comparableOf, type ComparableSite } from '../../src/report/baseline/comparable.ts'
import { changesOf } from '../../src/report/baseline/diff.ts'
import { redactNothing, redactorOf } from '../../src/redact/redact.ts'
import { reproduceOf } from '../../src/report/build/reproduce.ts'
import { sanitizerOf } from '../../src/report/build/sanitize.ts'
import { routePath } from '../../src/report/build/request-path.ts'
import { startText } from '../../src/report/progress/announcement.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { evidenceWith, failedExchange, refusedConnection, response } from '../support/evidence.ts'
import { wholeText } from '../support/texts.ts'
import { siteOf } from './fixtures.ts'
import { storyOf } from './stories.ts'

// What the report says about a request that the command of `origin-proxy-command` carries.

const COMMAND = 'ssh -W %h:%p deploy@bastion.example.net'

const through = (count = 1): { origins: { tls: boolean; port: number; route: 'bastion' }[] } => ({
  origins: Array.from({ length: count }, () => ({ tls: true, port: 443, route: 'bastion' as const })),
})

describe('the route', () => {
  test.each(ROUTE_FAILURES)('never has the origin as its broken hop: %s', (code) => {
    const evidence = evidenceWith({
      origin: failedExchange('connect', 'route', { code }),
      request: through(),
    })
    const path = routePath(diagnose([evidence], 1), evidence) ?? []
    expect(path.map(({ name }) => name)).toEqual(['runner', 'bastion', 'origin'])
    expect(path.map(({ state }) => state)).toEqual(
      code === 'ROUTE_NO_COMMAND'
        ? ['broken', 'unknown', 'unknown']
        : code === 'ROUTE_SILENT'
          ? ['ok', 'unknown', 'unknown']
          : ['ok', 'broken', 'unknown'],
    )
    expect(path.map(({ detail }) => detail).join('')).not.toMatch(/ROUTE_|the command failed/)
  })

  test('of several origins is that of one which was not reached', () => {
    const origin = [response(200), failedExchange('connect', 'route', { code: 'ROUTE_REFUSED' })]
    const evidence = evidenceWith({ origin, request: through(2) })
    expect(routePath(diagnose([evidence], 1), evidence)?.at(-1)?.name).toBe('origin 2 of 2')
  })

  test('is absent without a command', () => {
    expect(storyOf('refused').sites[0].route).toBeUndefined()
  })

  test('never shows the command', () => {
    for (const name of ['bastion-healthy', 'bastion-denied', 'bastion-denied-down', 'bastion-blocked'])
      for (const render of Object.values(RENDERERS))
        expect(render(storyOf(name))).not.toMatch(/deploy@|bastion\.example|-W /)
  })
})

test('an origin that was not reached does not count as a pattern', () => {
  const origin = [response(200), failedExchange('connect', 'route', { code: 'ROUTE_REFUSED' })]
  const evidence = evidenceWith({ origin, request: through(2) })
  expect(sampleOf(evidence, judge(evidence)).origin).toBeUndefined()
  const refused = evidenceWith({ origin: [response(200), refusedConnection], request: through(2) })
  expect(sampleOf(refused, judge(refused)).origin?.position).toBe(2)
})

test('times that include a route are not compared with the limit', () => {
  const slow = { ...response(200), timings: { connect: 4000, processing: 2000 } }
  const limited = { maxResponseTime: 1000 }
  const direct = judge(evidenceWith({ origin: slow, request: limited }))
  expect(direct.warnings.map(({ cause: { id } }) => id)).toContain('slow-response')
  const routed = judge(evidenceWith({ origin: slow, request: { ...limited, ...through() } }))
  expect(routed.warnings).toEqual([])
})

/** A site of an earlier report, with one origin. */
const side = (total: number, route?: string): ComparableSite => {
  const origins = [{ timings: {}, total, status: 200, port: 443, ...(route !== undefined && { route }) }]
  const site = { url: 'https://www.example.com/', verdict: 'healthy', probes: { origins } }
  const compared = comparableOf(site)
  if (compared === undefined) throw new TypeError('Not a site of a report')
  return compared
}
const whats = (before: ComparableSite, now: ComparableSite): readonly string[] =>
  changesOf(before, now, '', { earlier: wholeText, now: wholeText }).responses.map(
    ({ where, what }) => `${what} ${where}`,
  )

test('times of different routes are not compared with each other', () => {
  expect(whats(side(100), side(4000))).toEqual(['time directly'])
  expect(whats(side(100, 'bastion'), side(4000, 'bastion'))).toEqual(['time from the bastion'])
  expect(whats(side(100), side(4000, 'bastion'))).toEqual([])
  expect(whats(side(4000, 'command'), side(100, 'bastion'))).toEqual([])
})

const commands = (route: RouteKind, redact = redactNothing): readonly string[] =>
  reproduceOf(
    siteOf({ originProxyCommand: COMMAND }),
    evidenceWith({ request: { origins: [{ tls: true, port: 443, route }] } }),
    sanitizerOf(redact),
  ).slice(1)

describe('the commands that repeat the request', () => {
  test('forward a port with ssh first', () => {
    expect(commands('bastion')).toEqual([
      `ssh -N -L '8443:203.0.113.10:443' "$BASTION"`,
      "curl -sv -o /dev/null --max-time 30 'https://www.example.com/' --connect-to '::127.0.0.1:8443'",
    ])
    expect(commands('bastion', redactorOf(['203.0.113.10']))[0]).toBe(
      'ssh -N -L "8443:$ORIGIN:443" "$BASTION"',
    )
  })

  test.each(['cluster', 'container', 'command'] as const)('are a comment for a %s', (route) => {
    expect(commands(route)).toEqual([expect.stringMatching(/^# curl can't use the command/)])
  })
})

test.each([
  [[siteOf()], 'Checking https://www.example.com/ through Cloudflare and directly at the origin'],
  [
    [siteOf({ originProxyCommand: COMMAND })],
    'Checking https://www.example.com/ through Cloudflare and at the origin through `origin-proxy-command`',
  ],
  [[siteOf({ origins: [] })], 'Checking https://www.example.com/ through Cloudflare'],
  [
    [siteOf({ originProxyCommand: COMMAND }), siteOf()],
    'Checking 2 sites through Cloudflare and at the origins',
  ],
])('the announcement names how the origin is requested', (sites, expected) => {
  expect(startText(sites)).toBe(expected)
})
