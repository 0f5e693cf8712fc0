/** A hostile site can do nothing to a reader of its HTML report. */
import { createServer } from 'node:net'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { listen, type Listening } from '../../lab/network/listen.ts'
import { caseNames } from '../support/cases.ts'
import { start } from '../support/program.ts'
import { runWith } from '../redact/support/everywhere.ts'
import type { Chromium } from './chromium.ts'
import { describeInChromium } from './chromium.ts'
import { pageOf } from './pages.ts'

/** Ends whatever it may be in, runs scripts in several ways, and requests URLs that the test would see. */
const ATTACK = [
  `"'>--></pre></code></textarea></title></style></script></svg></details>]]>`,
  '<og-injected onclick=og()></og-injected><script>window.og=1;fetch("http://evil.example/og-1")</script>',
  '<img src=http://evil.example/og-2 onerror=window.og=2><svg onload=window.og=3><use href=http://evil.example/og-3>',
  '<iframe src="javascript:parent.og=4"></iframe><a href="javascript:window.og=5">x</a><base href=http://evil.example/og-4/>',
  '<link rel=stylesheet href=http://evil.example/og-5><style>@import "http://evil.example/og-6";*{display:none}</style>',
  '<meta http-equiv=refresh content="0;url=http://evil.example/og-7"><form action=http://evil.example/og-8><button>x',
  '\u202Ereversed\u2066 `code` javascript:window.og=6 {{og}} ${og} &lt;script&gt; &#60;script&#62;',
].join('')

/** What must not be in a page, whatever its texts are. */
const INJECTED = `[
  ...document.querySelectorAll('og-injected, img, iframe, object, embed, base, link, form, video, audio, [style]'),
  ...document.querySelectorAll('style ~ style, meta[http-equiv]:not([http-equiv="Content-Security-Policy"])'),
  ...[...document.querySelectorAll('*')].filter((each) => each.getAttributeNames().some((name) => name.startsWith('on'))),
  ...[...document.querySelectorAll('[href]')].filter((each) => !/^(?:https:\\/\\/|#[\\w-]+$)/.test(each.getAttribute('href'))),
].map((each) => each.outerHTML.slice(0, 200))`

/** Opens a page, clicks on everything in it but its links, and expects that nothing happens. */
async function expectHarmless({ browser, received }: Chromium, url: string): Promise<void> {
  const before = received.length
  const page = await browser.open(url)
  expect(await page.evaluate(INJECTED)).toEqual([])
  await page.evaluate(
    `document.querySelectorAll('details').forEach((fold) => { fold.open = true });
     document.querySelectorAll('body *').forEach((each) => { if (!each.closest('a')) each.click?.() })`,
  )
  expect(await page.evaluate('window.og')).toBeUndefined()
  expect(await page.evaluate('document.body.textContent')).toContain('<script>window.og=1')
  expect(await page.evaluate('document.body.textContent')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  expect([page.requests, page.messages, received.slice(before)]).toEqual([[url], [], []])
  await page.close()
}

/** Serves plain HTTP. `respond` gets the path without its query. */
function serve(respond: (path: string) => string): Promise<Listening> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (request) =>
      socket.end(respond(/^\w+ ([^ ?]+)/.exec(String(request))?.[1] ?? '/'), 'latin1'),
    )
  })
  return listen(server)
}

describeInChromium('a hostile site', (chromium) => {
  test('would be noticed by these tests', async () => {
    const { browser, folder, received } = chromium()
    const path = join(folder, 'attack.html')
    await writeFile(
      path,
      `<!doctype html><title>x</title>${ATTACK.replace('<meta http-equiv=refresh', '<i')}`,
    )
    const page = await browser.open(pathToFileURL(path).href)
    expect(await page.evaluate(`${INJECTED}.length`)).toBeGreaterThan(5)
    expect(await page.evaluate('window.og')).toBeDefined()
    expect(page.requests.filter((url) => url.includes('/og-')).length).toBeGreaterThan(2)
    expect(received).toContain('http://evil.example/og-2')
    await page.close()
  })

  test('does nothing through its headers, its pages and its redirects', async () => {
    const { folder } = chromium()
    const line = ATTACK.replaceAll(/[\r\n]/g, ' ')
    const attack = Buffer.from(line).toString('latin1')
    const served = (status: number, more: string) => (path: string) =>
      path === '/'
        ? `HTTP/1.1 302 ${attack}\r\nLocation: /next?q=${encodeURI(line)}#${attack}\r\nContent-Length: 0\r\n${more}\r\n`
        : `HTTP/1.1 ${status} ${attack}\r\nContent-Type: text/html;${attack}\r\nX-Powered-By: ${attack}\r\nX-${attack.replaceAll(/[^\w-]/g, '')}: ${attack}\r\nSet-Cookie: <og-injected>=1\r\nConnection: close\r\n${more}\r\n<title>${attack}</title><h1>${attack}</h1>\n${attack}`
    const edge = await serve(served(502, 'Server: cloudflare\r\nCF-Ray: 8f2a1c0d9e7b6543-SJC\r\n'))
    const origin = await serve(served(500, `Server: ${attack}\r\n`))
    const [lab, page] = [join(folder, 'lab.json'), join(folder, 'hostile.html')]
    await writeFile(
      lab,
      JSON.stringify({
        names: { 'www.shop.example': ['104.16.132.229'] },
        routes: { '104.16.132.229:80': edge.port, '203.0.113.10:80': origin.port },
      }),
    )
    const { stdout } = await start(
      ['http://www.shop.example/', '--origin', 'http://203.0.113.10', '--resolvers', 'none', '--html', page],
      { PATH: process.env['PATH'] ?? '', HOME: folder, ORIGIN_GATE_LAB: lab },
    ).ended
    await Promise.all([edge.close(), origin.close()])
    expect(stdout).toContain('www.shop.example')
    expect(await readFile(page, 'utf8')).not.toContain('<script')
    await expectHarmless(chromium(), pathToFileURL(page).href)
  })

  test('does nothing through any text of its evidence', async () => {
    const { folder } = chromium()
    const names = caseNames().filter((_, index) => index % 40 === 0)
    expect(names.length).toBeGreaterThan(1)
    for (const [index, name] of names.entries()) {
      const { url } = await pageOf(
        folder,
        runWith({ name, at: index, everywhere: true }, ATTACK),
        `attack-${index}`,
      )
      await expectHarmless(chromium(), url)
    }
  })
})
