/** Files and folders of the repository that documents name, such as the test that holds a row of docs/security.md. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { DOCUMENTS, ROOT } from './documents.ts'

const PATH = /`((?:__tests__|bench|docs|examples|lab|scripts|src)\/[\w./-]+)`/g

test('every path that a document names exists', () => {
  const named = DOCUMENTS.flatMap(({ path: page, text }) =>
    Array.from(text.matchAll(PATH), ([, path = '']) => ({ page, path })),
  )
  const missing = named.filter(({ path }) => !/\bNAME\b/.test(path) && !existsSync(join(ROOT, path)))
  expect(missing).toEqual([])
  expect(named.length).toBeGreaterThan(200)
})
