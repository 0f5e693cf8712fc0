import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { RENDERERS } from '../../src/report/index.ts'
import { STORIES } from './stories.ts'

const FOLDER = join(import.meta.dirname, '..', 'golden')
const UPDATE = process.env['UPDATE_GOLDENS'] === '1'
const LINKS = {
  commit: 'abc1234def5678900000000000000000000abcde',
  runUrl: 'https://github.com/example/shop/actions/runs/1234567890',
  runNumber: 81,
}

/** Written by `UPDATE_GOLDENS=1`, to be read by a person before they are committed. A missing one fails. */
function agrees(name: string, text: string): void {
  const path = join(FOLDER, name)
  if (UPDATE) writeFileSync(path, text)
  expect([name, existsSync(path)]).toEqual([name, true])
  expect(text).toBe(readFileSync(path, 'utf8'))
}

describe.each(Object.keys(STORIES))('%s', (name) => {
  const report = STORIES[name]
  if (report === undefined) throw new RangeError(name)

  test('as a comment', () => {
    agrees(`${name}.md`, RENDERERS.markdown(report, { links: LINKS }))
  })

  test('as a log', () => {
    agrees(`${name}.txt`, RENDERERS.text(report))
  })
})

test('no golden is left over', () => {
  const stories = readdirSync(FOLDER).map((file) => file.replace(/\.(md|txt)$/, ''))
  expect(stories.filter((story) => !(story in STORIES))).toEqual([])
})
