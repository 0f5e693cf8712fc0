/** The HTML report in a browser: accessible, without scripts, on paper. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from '@jest/globals'
import type { Page } from './browser.ts'
import { describeInChromium } from './chromium.ts'
import { pageMaker, runOf } from './pages.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const RUNS = {
  'an unhealthy site': runOf('cloudflare-blocked-by-origin/cloudflare-blocked-by-origin-or-wrong-record'),
  'an expired certificate': runOf('tls-certificate-expired/tls-certificate-expired-renewal-missed'),
  'a healthy site': runOf('healthy/healthy'),
  'an inconclusive check': runOf('cloudflare-challenged/cloudflare-challenged-managed'),
  'several sites': runOf(
    'origin-refused/origin-refused-stopped',
    'healthy/healthy',
    'origin-app-down/origin-app-down-nginx-502',
    'cloudflare-challenged/cloudflare-challenged-managed',
    'healthy/healthy-always-https',
  ),
} as const

const pageOf = pageMaker()

const OPEN_ALL = `document.querySelectorAll('details').forEach((fold) => { fold.open = true })`

/** The rules of axe-core that a page violates, with the first elements that do. */
async function violationsIn(page: Page): Promise<unknown> {
  return page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' ')))`,
  )
}

describeInChromium('the HTML report of', (chromium) => {
  test.each(Object.entries(RUNS))(
    '%s has no violation of accessibility rules, light or dark',
    async (_, run) => {
      const { browser, folder } = chromium()
      const page = await browser.open((await pageOf(folder, run)).url, { width: 1000 })
      await page.evaluate(OPEN_ALL)
      await page.evaluate(await readFile(AXE, 'utf8'))
      expect(await violationsIn(page)).toEqual([])
      await page.show({ scheme: 'dark', width: 360 })
      expect(await violationsIn(page)).toEqual([])
      await page.close()
    },
  )

  test.each(Object.entries(RUNS))(
    '%s requests nothing, and its own policy blocks nothing in it',
    async (_, run) => {
      const { browser, folder } = chromium()
      const { url, source } = await pageOf(folder, run)
      const page = await browser.open(url)
      expect(page.requests).toEqual([url])
      expect(page.messages).toEqual([])
      const [policy] = /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/.exec(source) ?? []
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
      await page.close()
    },
  )

  test.each(Object.entries(RUNS))(
    '%s is the same without scripts, and wider than no phone',
    async (_, run) => {
      const { browser, folder } = chromium()
      const { url } = await pageOf(folder, run)
      const textOf = async (scripts: boolean): Promise<unknown> => {
        const page = await browser.open(url, { scripts, width: 360 })
        // The filter of many sites needs its script, and is hidden without it.
        const text = await page.evaluate(
          `(() => { document.querySelector('#filter')?.remove(); return document.body.innerText })()`,
        )
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
        await page.close()
        return text
      }
      const text = await textOf(false)
      expect(String(text).length).toBeGreaterThan(100)
      expect(await textOf(true)).toBe(text)
    },
  )

  test.each(Object.entries(RUNS))('%s shows all of its folds on paper', async (_, run) => {
    const { browser, folder } = chromium()
    const page = await browser.open((await pageOf(folder, run)).url)
    const hidden = `[...document.querySelectorAll('details')].filter((fold) =>
      ![...fold.children].every((child) => child.checkVisibility({ contentVisibilityAuto: true }))).length`
    expect(await page.evaluate(hidden)).toBeGreaterThan(0)
    await page.show({ media: 'print' })
    expect(await page.evaluate(hidden)).toBe(0)
    await page.close()
  })

  test.each(Object.entries(RUNS))('%s links only to our documents and to references', async (_, run) => {
    const { browser, folder } = chromium()
    const page = await browser.open((await pageOf(folder, run)).url)
    const links = await page.evaluate(
      `[...document.querySelectorAll('[href], [src], [action]')].map((each) =>
        each.getAttribute('href') ?? each.getAttribute('src') ?? each.getAttribute('action'))`,
    )
    expect(Array.isArray(links) && links.length > 0).toBe(true)
    const known =
      /^(?:#[\w-]+|https:\/\/(?:github\.com\/origin-gate\/origin-gate\/|developers\.cloudflare\.com\/|www\.cloudflare\.com\/|www\.cloudflarestatus\.com\/))/
    expect([links].flat().filter((link) => !known.test(String(link)))).toEqual([])
    await page.close()
  })
})
