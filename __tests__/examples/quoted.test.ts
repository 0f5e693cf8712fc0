import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { quotedExamples } from '../../scripts/docs.ts'
import { ROOT } from '../support/workflow.ts'
import { FILES } from './workflows.ts'

test('every example is quoted in exactly one document', () => {
  const lists = readdirSync(join(ROOT, 'examples', 'sites')).map((file) => `sites/${file}`)
  const quoted = [...quotedExamples(), ...quotedExamples('sites/')]
  const files = [...FILES, ...lists].map((file) =>
    quoted.includes(file) ? file : file.replace(/\.\w+$/, ''),
  )
  expect(quoted.toSorted()).toEqual(files.toSorted())
})

test('every recipe is in the table of contents', () => {
  const page = readFileSync(join(ROOT, 'docs', 'recipes.md'), 'utf8')
  const [contents = ''] = page.split('\n## ')
  const linked = new Set(
    Array.from(contents.matchAll(/\]\((?:\.\.\/README\.md)?#([\w-]+)\)/g), ([, anchor]) => anchor),
  )
  const sections = Array.from(page.matchAll(/^## (.+)$/gm), ([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  )
  expect(sections.filter((anchor) => !linked.has(anchor))).toEqual([])
})
