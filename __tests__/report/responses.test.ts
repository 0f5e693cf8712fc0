/** The raw responses of the HTML report. */
import { describe, expect, test } from '@jest/globals'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { History } from '../../src/domain/evidence.ts'
import type { CompletedExchange, Exchange } from '../../src/domain/exchange.ts'
import type { ResponseReport } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { conclude, type ReportOptions } from '../../src/run/conclude.ts'
import { caseNames, readCase } from '../support/cases.ts'
import { wireDetails } from '../support/evidence.ts'
import { ADDRESS, answer, broken, edge, historyOf, siteOf, START } from './fixtures.ts'

const OPTIONS: ReportOptions = { showOrigin: false, publish: { githubToken: '' }, responses: true }

interface Sides {
  readonly edge?: Exchange
  readonly origins?: readonly Exchange[]
}

function responsesOf(sides: Sides, options: ReportOptions = OPTIONS): readonly ResponseReport[] {
  const [target] = siteOf().origins
  const { origins = [] } = sides
  const site = siteOf({ origins: target === undefined ? [] : origins.map(() => target) })
  const history: History = historyOf(site, [sides])
  const report = conclude([{ site, history, addresses: [], diagnosis: diagnose(history, 1) }], options, START)
  return report.sites[0].responses ?? []
}

/** The only response of an origin. */
function responseOf(exchange: Exchange): ResponseReport {
  const [response] = responsesOf({ origins: [exchange] })
  if (response === undefined) throw new Error('There is no response')
  return response
}

const valueIn = ({ headers }: ResponseReport, name: string): string | undefined =>
  headers.find((header) => header.name === name)?.value

const bodyOf = (text: string, more: Partial<CompletedExchange['body']> = {}): ResponseReport['body'] => {
  const exchange = answer(500, {}, text)
  return responseOf({ ...exchange, body: { ...exchange.body, ...more } }).body
}

describe('raw responses', () => {
  test('are only in a report that needs them, and never in the JSON report', () => {
    const sides = { edge: edge(521), origins: [answer(500)] }
    expect(responsesOf(sides, { ...OPTIONS, responses: false })).toEqual([])
    const { recording } = readCase(caseNames()[0] ?? '')
    const [{ site, history, addresses }] = recording.sites
    const report = conclude([{ site, history, addresses, diagnosis: diagnose(history, 1) }], OPTIONS, START)
    expect(report.sites[0].responses?.length).toBeGreaterThan(0)
    expect(RENDERERS.json(report)).not.toContain('"responses"')
  })

  test('have the words of the report for each side, and what arrived', () => {
    const cut: Exchange = {
      ...broken('processing', 'closed', 'ECONNRESET', 20),
      wire: wireDetails('SSH-2.0-OpenSSH_9.6'),
    }
    const sides = {
      edge: edge(502),
      origins: [answer(200), broken('connect', 'refused', 'ECONNREFUSED'), cut],
    }
    expect(responsesOf(sides)).toMatchObject([
      { from: 'edge', name: 'through Cloudflare', opening: 'HTTP 502' },
      { from: 'origin', name: 'origin 1', opening: 'HTTP 200', body: { text: '<h1>Hello</h1>' } },
      { from: 'origin', name: 'origin 3', opening: 'SSH-2.0-OpenSSH_9.6', headers: [] },
    ])
    expect(responsesOf({ origins: [answer(500)] })).toMatchObject([{ name: 'directly' }])
    expect(responsesOf({ edge: answer(500) })).toMatchObject([{ name: 'by name' }])
  })

  test('have the status line only, though earlier versions recorded the headers with it', () => {
    const opening = 'HTTP/1.1 200 OK\r\nSet-Cookie: sid=k7Qz93fLm2Pd8e\r\n'
    expect(responseOf({ ...answer(200), wire: wireDetails(opening) }).opening).toBe('HTTP/1.1 200 OK')
    const cookie = 'Set-Cookie: sid=k7Qz93fLm2Pd8e'
    expect(responseOf({ ...answer(200), wire: wireDetails(cookie) }).opening).toBe('Set-Cookie: sid=***')
  })

  test('of many origins are those that fail', () => {
    const origins = Array.from({ length: 9 }, (_, index) => answer(index === 7 ? 500 : 200))
    const names = responsesOf({ edge: edge(200), origins }).map(({ name }) => name)
    expect(names).toEqual(['through Cloudflare', 'origin 1', 'origin 2', 'origin 3', 'origin 4', 'origin 8'])
  })
})

describe('the headers of a raw response', () => {
  test('show cookies, credentials and unknown values only as names', () => {
    const exchange = answer(500, {
      'cache-control': 'no-store',
      'x-api-token': 'k7Qz93fLm2Pd8e',
      authorization: 'Bearer k7Qz93fLm2Pd8e',
      'x-backend': 'web-04.internal:8080',
      'proxy-status': 'web-04.internal; error=connection_refused',
      'set-cookie2': 'sid=k7Qz93fLm2Pd8e',
      'www-authenticate': 'Digest nonce="k7Qz93fLm2Pd8e"',
    })
    const setCookie = ['sid=k7Qz93fLm2Pd8e; Path=/; HttpOnly', 'k7Qz93fLm2Pd8e'].map(untrusted)
    const response = responseOf({ ...exchange, head: { ...exchange.head, setCookie } })
    expect(response.headers).toEqual([
      { name: 'content-type', value: 'text/html' },
      { name: 'cache-control', value: 'no-store' },
      { name: 'x-api-token', value: '***' },
      { name: 'authorization', value: '***' },
      { name: 'x-backend', value: '***' },
      { name: 'proxy-status', value: '***' },
      { name: 'set-cookie2', value: '***' },
      { name: 'www-authenticate', value: '***' },
      { name: 'set-cookie', value: 'sid=***' },
      { name: 'set-cookie', value: '***' },
    ])
  })

  test('show redirects without the secrets in their parameters, and so does the page', () => {
    const location = '/login?next=%2Fcart&access_token=k7Qz93fLm2Pd8e'
    const response = responseOf(answer(302, { location }, `<a href="${location}">Found</a>`))
    expect(valueIn(response, 'location')).toBe('/login?next=%2Fcart&access_token=***')
    expect(response.body?.text).toBe('<a href="/login?next=%2Fcart&access_token=***">Found</a>')
  })

  test('show no user name and no password of a URL, and neither does the page', () => {
    const url = 'https://deploy:k7Qz93fLm2Pd8e@www.example.com/a@b'
    const response = responseOf(answer(302, { location: url, refresh: `5; url=${url}` }, `<a href="${url}">`))
    expect(valueIn(response, 'location')).toBe('https://***@www.example.com/a@b')
    expect(valueIn(response, 'refresh')).toBe('5; url=https://***@www.example.com/a@b')
    expect(response.body?.text).toBe('<a href="https://***@www.example.com/a@b">')
  })

  test('are at most 60, of at most 500 characters', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`x-${index}`, 'a']))
    const response = responseOf(answer(500, { server: 'n'.repeat(4000), ...many }))
    expect(response.headers.length).toBe(60)
    expect(response.moreHeaders).toBe(22)
    expect(valueIn(response, 'server')).toBe(`${'n'.repeat(499)}…`)
  })
})

describe('the body of a raw response', () => {
  test('keeps its lines, and no character that is invisible or reverses text', () => {
    expect(bodyOf('\r\n<p>\r\n\tone\u202Etwo\u0000\n\n\n\n</p>\n')?.text).toBe('<p>\n  onetwo\n\n</p>')
  })

  test('is the beginning of a long one', () => {
    expect(bodyOf('word '.repeat(2000))).toMatchObject({ bytes: 10_000, complete: false })
    expect(bodyOf('word '.repeat(2000))?.text.length).toBeLessThanOrEqual(4000)
    expect(bodyOf('short')).toEqual({ text: 'short', bytes: 5, complete: true })
    expect(bodyOf('short', { complete: false, bytes: 90_000 })).toMatchObject({ complete: false })
    // A recorded case may lack the page.
    expect(bodyOf('', { bytes: 512 })).toEqual({ text: '', bytes: 512, complete: false })
  })

  test("shows addresses only if they are Cloudflare's, on one line or on several", () => {
    const page = `Server at ${ADDRESS} Port 443, or [2001:db8::7]:443, upstream 10.1.2.3:8080\nseen from 104.16.132.229 at 12:30:45`
    expect(bodyOf(page)?.text).toBe(
      'Server at $ORIGIN Port 443, or [$ADDRESS]:443, upstream $ADDRESS:8080\nseen from 104.16.132.229 at 12:30:45',
    )
    const split = ADDRESS.replace('.', '.\n')
    expect(bodyOf(`at ${split} now`)?.text).not.toMatch(/203|113/)
  })

  test('does not repeat a cookie that the site set', () => {
    const exchange = answer(500, {}, 'Session k7Qz93fLm2Pd8e ended. Cookie: theme=dark')
    const setCookie = [untrusted('sid=k7Qz93fLm2Pd8e; Path=/')]
    const response = responseOf({ ...exchange, head: { ...exchange.head, setCookie } })
    expect(response.body?.text).toBe('Session *** ended. Cookie: theme=***')
  })
})
