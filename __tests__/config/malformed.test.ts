import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { agrees } from '../support/golden.ts'
import { fromFile } from './support.ts'

const FOLDER = join(import.meta.dirname, 'yaml')
const NAMES = readdirSync(FOLDER).flatMap((file) =>
  file.endsWith('.yml') ? [file.replace(/\.yml$/, '')] : [],
)

/** Inputs beside the file, where the two have to fit together. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'defaults-that-do-not-fit': { 'expected-body': 'Welcome', wait: 'soon' },
}

describe('a malformed file of sites is refused, in words that were read: golden', () => {
  test.each(NAMES)('%s', async (name) => {
    const result = await fromFile(join(FOLDER, `${name}.yml`), BESIDE[name])
    const told = result.ok ? [] : result.problems.map(({ text }) => `${text}\n`)
    expect(told).not.toEqual([])
    expect(told.join('')).not.toMatch(/s3cret|198\.51\.100\.77/)
    agrees(join(FOLDER, `${name}.txt`), told.join(''))
  })
})
