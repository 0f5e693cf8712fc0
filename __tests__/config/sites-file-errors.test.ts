import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { agrees } from '../support/golden.ts'
import { fromFile } from './support.ts'

const FOLDER = join(import.meta.dirname, 'yaml')
const NAMES = readdirSync(FOLDER).flatMap((file) =>
  file.endsWith('.yml') ? [file.replace(/\.yml$/, '')] : [],
)

/** Inputs next to the file, for cases in which the two are inconsistent. */
const OTHER_INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'defaults-that-do-not-fit': { 'expected-body': 'Welcome', wait: 'soon' },
}

describe('a malformed sites file is rejected: golden', () => {
  test.each(NAMES)('%s', async (name) => {
    const result = await fromFile(join(FOLDER, `${name}.yml`), OTHER_INPUTS[name])
    const texts = result.ok ? [] : result.problems.map(({ text }) => `${text}\n`)
    expect(texts).not.toEqual([])
    expect(texts.join('')).not.toMatch(/s3cret|198\.51\.100\.77/)
    agrees(join(FOLDER, `${name}.txt`), texts.join(''))
  })
})
