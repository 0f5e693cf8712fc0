import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { RENDERERS } from '../../src/report/render/index.ts'
import { STORIES } from './stories.ts'

describe.each(Object.entries(STORIES))('%s in a terminal', (_, report) => {
  test.each([60, 80, 100])('of %d columns has no line that is broken by the terminal', (width) => {
    const long = RENDERERS.text(report, { width })
      .split('\n')
      .filter((line) => line.length > width)
    // What would not be of use in two pieces: commands, addresses, and single words.
    expect(
      long.filter((line) => !/^ *(?:curl |More: https:)/.test(line) && line.trim().includes(' ')),
    ).toEqual([])
  })

  test('says the same in color', () => {
    const color = RENDERERS.text(report, { color: true })
    expect(color).toContain('\u001b[1;')
    expect(stripVTControlCharacters(color)).toBe(RENDERERS.text(report))
  })
})
