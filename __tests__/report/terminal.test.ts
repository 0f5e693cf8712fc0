import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { RENDERERS } from '../../src/report/render/index.ts'
import { STORY_NAMES, storyOf } from './stories.ts'

describe.each(STORY_NAMES)('the text report %s', (name) => {
  test.each([60, 80, 100])('fits into %d columns', (width) => {
    const long = RENDERERS.text(storyOf(name), { width })
      .split('\n')
      .filter((line) => line.length > width)
    // Commands, addresses and single words are not wrapped.
    expect(
      long.filter(
        (line) =>
          !/^ *(?:curl |# |`[^`]+`[.,:]?$|About this cause: https:)/.test(line) && line.trim().includes(' '),
      ),
    ).toEqual([])
  })

  test.each([60, 80, 100])('breaks no line after a mark, at %d columns', (width) => {
    expect(RENDERERS.text(storyOf(name), { width })).not.toMatch(/[↩⚠]\n/)
  })

  test('says what ORIGIN is before the commands that need it', () => {
    const text = RENDERERS.text(storyOf(name))
    expect(/^ +# First set ORIGIN=/m.test(text)).toBe(/^ +(?:curl|ssh) .*\$ORIGIN/m.test(text))
  })

  test('has the same text in color', () => {
    const report = storyOf(name)
    const color = RENDERERS.text(report, { color: true })
    expect(color).toContain('\u001b[1;')
    expect(stripVTControlCharacters(color)).toBe(RENDERERS.text(report))
  })
})
