/** The overview of many sites in a browser: its filter and its links. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { htmlOf } from '../../src/report/render/html/html.ts'
import { storyOf } from '../report/stories.ts'
import type { Page } from './browser.ts'
import { describeInChromium } from './chromium.ts'

/** What a reader sees: the count, the sites of the rows, and how many sections there are. */
const SEEN = `(() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility())
  return {
    count: document.querySelector('#filter-count').textContent,
    rows: shown('.sites tbody tr').map((row) => row.querySelector('a').textContent.replace('.example.com', '')),
    sections: shown('.site').length,
  }
})()`

function filterBy(text: string, ...unchecked: readonly string[]): string {
  return `(() => {
    const text = document.querySelector('#filter-text')
    text.value = ${JSON.stringify(text)}
    for (const box of document.querySelectorAll('#filter [type=checkbox]'))
      box.checked = !${JSON.stringify(unchecked)}.includes(box.value)
    text.dispatchEvent(new Event('input', { bubbles: true }))
    return ${SEEN}
  })()`
}

describeInChromium('the overview of forty sites', (chromium) => {
  const opened = async (fragment = '', scripts = true): Promise<Page> => {
    const { browser, folder } = chromium()
    const path = join(folder, 'forty-sites.html')
    await writeFile(path, htmlOf(storyOf('forty-sites')))
    return browser.open(pathToFileURL(path).href + fragment, { scripts, width: 1000 })
  }

  test('shows all of them until it is filtered', async () => {
    const page = await opened()
    expect(await page.evaluate(SEEN)).toMatchObject({ count: '40 of 40 sites', sections: 40 })
    expect(page.messages).toEqual([])
    await page.close()
  })

  test('shows the sites with every word of the filter, in any case', async () => {
    const page = await opened()
    expect(await page.evaluate(filterBy('S2 REFUSED'))).toEqual({
      count: '1 of 40 sites',
      rows: ['s24'],
      sections: 1,
    })
    expect(await page.evaluate(filterBy('no such site'))).toMatchObject({ rows: [], sections: 0 })
    expect(await page.evaluate(filterBy(''))).toMatchObject({ count: '40 of 40 sites', sections: 40 })
    await page.close()
  })

  test('shows the sites with a chosen verdict', async () => {
    const page = await opened()
    expect(await page.evaluate(filterBy('', 'healthy'))).toEqual({
      count: '5 of 40 sites',
      rows: ['s4', 's14', 's24', 's34', 's21'],
      sections: 5,
    })
    expect(await page.evaluate(filterBy('s2', 'healthy', 'unhealthy'))).toMatchObject({ rows: ['s21'] })
    await page.close()
  })

  test('has no filter without scripts, and shows everything', async () => {
    const page = await opened('', false)
    expect(await page.evaluate(`document.querySelector('#filter').checkVisibility()`)).toBe(false)
    expect(await page.evaluate(SEEN)).toMatchObject({ count: '', sections: 40 })
    await page.close()
  })

  test('unfolds the section of a healthy site when its link is followed', async () => {
    const open = `document.querySelector('#site-12').open`
    const page = await opened()
    expect(await page.evaluate(open)).toBe(false)
    await page.evaluate(
      `new Promise((resolve) => {
        addEventListener('hashchange', () => resolve())
        document.querySelector('[href="#site-12"]').click()
      })`,
    )
    expect(await page.evaluate(open)).toBe(true)
    await page.close()
    const linked = await opened('#site-12')
    expect(await linked.evaluate(open)).toBe(true)
    await linked.close()
  })
})
