/** A report from outside may link to what our remedies refer to, and to nothing else. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CAUSES } from '../../../src/diagnosis/causes/index.ts'
import { isKnownReference } from '../../../src/report/schema-1/references.ts'
import { caseNames, readCase, reportOf } from '../../support/cases.ts'
import { remediesOf } from '../../support/remedies.ts'

const DIAGNOSIS = join(import.meta.dirname, '..', '..', '..', 'src', 'diagnosis')

test('every reference of a remedy is known', () => {
  const made = CAUSES.flatMap((cause) => [...remediesOf(cause).values()].map(({ reference }) => reference))
  const recorded = caseNames().flatMap((name) =>
    reportOf(readCase(name)).sites.flatMap(({ remedy }) => (remedy === null ? [] : [remedy.reference])),
  )
  const written = globSync('**/*.ts', { cwd: DIAGNOSIS }).flatMap((file) =>
    [...readFileSync(join(DIAGNOSIS, file), 'utf8').matchAll(/\breference:\s*'([^']+)'/g)].map(
      ([, reference = '']) => reference,
    ),
  )
  const all = new Set([...made, ...recorded, ...written])
  expect(all.size).toBeGreaterThan(50)
  expect([...all].filter((reference) => !isKnownReference(reference))).toEqual([])
})

test.each([
  'https://evil.example/',
  'https://developers.cloudflare.com.evil.example/',
  'https://developers.cloudflare.com@evil.example/',
  'https://developers.cloudflare.com/) [x](https://evil.example/',
  'https://github.com/evil/evil',
  'http://developers.cloudflare.com/',
  'javascript:alert(1)',
  '',
])('%j is not', (address) => {
  expect(isKnownReference(address)).toBe(false)
})
