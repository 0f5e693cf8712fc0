import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { htmlOf } from '../../src/report/render/html/html.ts'
import { SCRIPT, SCRIPT_HASH } from '../../src/report/render/html/script.ts'
import { STYLE, STYLE_HASH } from '../../src/report/render/html/style.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { LINKS } from '../support/cases.ts'
import { agrees } from '../support/golden.ts'
import { STORY_NAMES, storyOf } from './stories.ts'

const FOLDER = join(import.meta.dirname, '..', 'golden')
describe.each(STORY_NAMES)('%s', (name) => {
  test('as a comment', () => {
    agrees(join(FOLDER, `${name}.md`), RENDERERS.markdown(storyOf(name), { links: LINKS }))
  })

  test('as a log', () => {
    agrees(join(FOLDER, `${name}.txt`), RENDERERS.text(storyOf(name)))
  })
})

/** Of each kind of section, at least one. */
const PAGES = [
  'refused',
  'certificate-expired',
  'challenged',
  'fails-elsewhere',
  'intermittent',
  'healthy',
  'three-origins',
  'changed',
  'bastion-denied-down',
  'hostile',
  'two-sites',
  'monitored',
  'monitored-sites',
]

test.each(PAGES)('%s, as a page', (name) => {
  const page = htmlOf(storyOf(name))
  // Every change of the style sheet would change all pages.
  agrees(
    join(FOLDER, `${name}.html`),
    page.replace(STYLE, '').replace(STYLE_HASH, '').replace(SCRIPT, '').replace(SCRIPT_HASH, ''),
  )
})

test('no golden is left over', () => {
  const stories = readdirSync(FOLDER)
    .filter((file) => /\.(md|txt|html)$/.test(file))
    .map((file) => file.replace(/\.(md|txt|html)$/, ''))
  expect(stories.filter((story) => !STORY_NAMES.includes(story))).toEqual([])
})
