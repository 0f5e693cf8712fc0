import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
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

test('no golden is left over', () => {
  const stories = readdirSync(FOLDER)
    .filter((file) => /\.(md|txt)$/.test(file))
    .map((file) => file.replace(/\.(md|txt)$/, ''))
  expect(stories.filter((story) => !STORY_NAMES.includes(story))).toEqual([])
})
