import { describe, expect, test } from '@jest/globals'
import { ownWords, unknownWords, wordsIn } from '../../scripts/spelling.ts'

const found = (path: string, text: string): readonly string[] => [...wordsIn(path, text).keys()]

describe('the check of spelling', () => {
  test('notices typos and British spelling, in any case, and no name of the project', async () => {
    const words = ['Recieve', 'recieve', 'colour', 'behaviour', 'color', "doesn't", 'Globalping', 'NXDOMAIN']
    expect(await unknownWords(words, ['globalping', 'NXDOMAIN'])).toEqual(words.slice(0, 4))
  })

  test('reads comments and sentences of the source, and no code', () => {
    const lines = [
      '// Recieved by `notRead`, see https://notread.example/a',
      "const notRead = 'notRead' + \"It doesn\\'t work\" + `Not \\`notRead\\` ${notRead} but readThis`",
      'const pattern = /not read this/',
    ]
    expect(found('a.ts', lines.join('\n'))).toEqual([
      'Recieved',
      'by',
      'see',
      'It',
      "doesn't",
      'work',
      'Not',
      'but',
      'read',
      'This',
    ])
  })

  test('reads Markdown without code, and YAML without scripts, but with their comments', () => {
    expect(
      found(
        'a.md',
        'One `notRead` [two](notread.md) --not-read\n\n```sh\nnot read\n```\n\n<b title="x">site\'s</b>',
      ),
    ).toEqual(['One', 'two', 'site'])
    const yaml = 'name: one # two\nrun: |\n  not read\n  # three\nx:\n  - run: not read\n    name: four\n'
    expect(found('a.yml', yaml)).toEqual(['name', 'one', 'two', 'three', 'x', 'four'])
  })

  test('names the line of a word', () => {
    expect(wordsIn('a.md', 'one\n\ntwo three').get('three')).toBe(3)
  })

  test('has a sorted list of names without duplicates', () => {
    const words = ownWords().map((word) => word.toLowerCase())
    expect(words).toEqual([...new Set(words)].toSorted())
  })
})
