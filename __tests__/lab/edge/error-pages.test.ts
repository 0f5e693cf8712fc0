import { untrusted } from '../../../src/domain/untrusted.ts'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { errorFormat } from '../../../lab/edge/pages/negotiate.ts'
import { edgeErrorOf } from '../../../src/cloudflare/error-page.ts'
import { HOST, SITE, startSite, type Site } from '../../support/lab-edge.ts'
import { headersOf } from '../../support/texts.ts'

let site: Site
beforeAll(async () => {
  site = await startSite(undefined)
})
afterAll(() => site.close())

test.each([
  ['', 'html'],
  ['*/*', 'html'],
  ['application/json', 'json'],
  ['application/problem+json', 'problem'],
  ['text/markdown', 'markdown'],
  ['text/*', 'markdown'],
  ['text/html, application/json', 'html'],
  ['application/json, text/html', 'json'],
  ['text/html;q=0.5, application/json;q=0.9', 'json'],
  ['application/json;q=0, text/markdown;q=0.1', 'markdown'],
  ['image/png', 'html'],
  ['application/json;q=nonsense', 'html'],
])('Accept: "%s" gets %s', (accept, form) => {
  expect(errorFormat(accept)).toBe(form)
})

describe('an error is returned', () => {
  test('as the page since 2023', async () => {
    const { body, headers } = await site.visit({ accept: 'text/html' }, `${SITE}cdn-cgi/error/522`)
    expect(body).toContain(`<title>${HOST} | 522: Connection timed out</title>`)
    expect(body).toContain('<span class="code-label">Error code 522</span>')
    expect(body).not.toContain('cf-error-code')
    expect(headers['retry-after']).toBe('120')
    expect(headers['cf-cache-status']).toBeUndefined()
  })

  test('as the page until 2022', async () => {
    site.set({ errorPages: 'until-2022' })
    const { body } = await site.visit({}, `${SITE}cdn-cgi/error/520`)
    expect(body).toContain('<span class="cf-error-code">520</span>')
    expect(body).not.toContain('code-label')
    site.set({ errorPages: 'since-2023' })
  })

  test('as a 1xxx page, with another status', async () => {
    const { status, body } = await site.visit({}, `${SITE}cdn-cgi/error/1016`)
    expect(status).toBe(530)
    expect(body).toMatch(/<span data-translate="error">Error<\/span>\s*<span>1016<\/span>/)
    expect(body).toContain(`<title>Origin DNS error | ${HOST} | Cloudflare</title>`)
  })

  test('as problem details, with all fields', async () => {
    const { headers, body } = await site.visit(
      { accept: 'application/problem+json' },
      `${SITE}cdn-cgi/error/526`,
    )
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(headers['retry-after']).toBeUndefined()
    expect(JSON.parse(body)).toEqual({
      type: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
      title: 'Error 526: Invalid SSL certificate',
      status: 526,
      detail: expect.any(String),
      instance: expect.stringMatching(/^[0-9a-f]{16}$/),
      error_code: 526,
      error_name: 'invalid_ssl_certificate',
      error_category: 'ssl',
      ray_id: String(headers['cf-ray']).slice(0, 16),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      zone: HOST,
      cloudflare_error: true,
      retryable: false,
      retry_after: null,
      owner_action_required: true,
      what_you_should_do: expect.any(String),
      footer: expect.any(String),
    })
  })

  test('as Markdown', async () => {
    const { headers, body } = await site.visit({ accept: 'text/markdown' }, `${SITE}cdn-cgi/error/1015`)
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(body).toMatch(
      /^---\nstatus: 429\nerror_code: 1015\nerror_name: rate_limited\nerror_category: rate_limit\n/,
    )
    expect(body).toContain('\ncloudflare_error: true\nretryable: true\nretry_after: 30\n')
    expect(body).toContain('# Error 1015: You are being rate limited\n\n## What Happened\n')
    expect(body).not.toContain('footer:')
  })

  test('as a line of text to clients that accept anything, and as HTML to browsers', async () => {
    site.set({ errorPages: 'text' })
    const { body, headers } = await site.visit({ accept: '*/*' }, `${SITE}cdn-cgi/error/521`)
    expect(body).toBe('error code: 521')
    expect(headers['content-type']).toBe('text/plain; charset=UTF-8')
    const browser = await site.visit({ accept: 'text/html,*/*;q=0.8' }, `${SITE}cdn-cgi/error/521`)
    expect(browser.body).toContain('code-label')
    site.set({ errorPages: 'since-2023' })
  })

  test("as the customer's page, whatever the client accepts", async () => {
    site.set({ errorPages: 'custom' })
    const { body, status } = await site.visit({ accept: 'application/json' }, `${SITE}cdn-cgi/error/1020`)
    expect(status).toBe(403)
    expect(body).toContain('<h1>Web server is down</h1>')
    expect(body).toContain('class="cf-error-details cf-error-1020"')
    expect(body).toContain('<li>Error reference number: 1020</li>')
    site.set({ errorPages: 'since-2023' })
  })
})

test.each(['text/html', '*/*', 'application/json', 'text/markdown'])(
  'the product recognizes every error in %s',
  async (accept) => {
    for (const code of [
      500, 502, 504, 520, 521, 522, 523, 524, 525, 526, 1000, 1015, 1016, 1033, 1101, 1102,
    ]) {
      const { status, headers, body } = await site.visit({ accept }, `${SITE}cdn-cgi/error/${code}`)
      const head = { status, headers: headersOf({ 'content-type': String(headers['content-type']) }) }
      expect(edgeErrorOf(head, { text: untrusted(body), bytes: body.length, complete: true })?.code).toBe(
        code,
      )
    }
  },
)

test('an unknown error has no page', async () => {
  const { status, body } = await site.visit({}, `${SITE}cdn-cgi/error/999`)
  expect(status).toBe(404)
  expect(body).toContain('<hr><center>cloudflare</center>')
})
