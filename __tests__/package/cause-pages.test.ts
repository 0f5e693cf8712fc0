/** What the build removes of the causes: the paragraphs and sources that only their pages in the docs have. */
import { describe, expect, test } from '@jest/globals'
import { withoutPages } from '../../scripts/unused-code.ts'

const cause = (page: string): string => `defineCause({\n    id: 'a',\n${page}    recoversByItself: true,\n})`

describe('the build', () => {
  test.each([
    [
      'paragraphs on several lines',
      '    meaning: [\n        `One.`,\n        `Two.`,\n    ],\n    sources: [],\n',
    ],
    [
      'a paragraph on one line',
      "    meaning: ['One, with ], in it.'],\n    sources: [{ claim: 'a', at: 'b' }],\n",
    ],
    [
      'sources on several lines',
      "    meaning: ['One.'],\n    sources: [\n        { claim: 'a', at: 'b' },\n    ],\n",
    ],
    ['no sources', "    meaning: ['One.'],\n"],
  ])('removes %s', (_, page) => {
    expect(withoutPages(`${cause(page)}\n${cause(page)}`)).toBe(`${cause('')}\n${cause('')}`)
  })

  test('fails with the fix if a cause has another order', () => {
    const swapped = "    sources: [],\n    meaning: ['One.'],\n    owner: 'origin',\n"
    expect(() => withoutPages(cause(swapped))).toThrow(
      'Only 0 of 1 causes have `meaning` and `sources` in front of `recoversByItself`. Put each',
    )
  })
})
