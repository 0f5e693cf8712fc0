import { expect, test } from '@jest/globals'
import { measuredIn } from '../../bench/measure.ts'
import { ours, theirs } from '../../bench/subjects/subject.ts'

test('rounds are interleaved, another build is measured right after ours, and the first round does not count', async () => {
  const order: string[] = []
  const named =
    (name: string, quantity: 'check' | 'empty' | 'thousand') => (): Promise<Record<string, number>> => {
      order.push(name)
      return Promise.resolve({ [quantity]: order.length })
    }
  const build = (name: string): Parameters<typeof measuredIn>[1] => [
    theirs(named(`empty ${name}`, 'empty')),
    ours(named(`check ${name}`, 'check')),
    ours(named(`thousand ${name}`, 'thousand'), 1),
  ]
  const { spreads, spreadsOfOther } = await measuredIn(2, build('a'), build('b'))
  const every = ['empty a', 'check a', 'check b']
  expect(order).toEqual([...every, ...every, 'thousand a', 'thousand b', ...every])
  expect(spreads('check')).toEqual({ min: 5, median: 7.5 })
  expect(spreadsOfOther('thousand')).toEqual({ min: 8, median: 8 })
  expect(() => spreadsOfOther('empty')).toThrow('Nothing was measured')
})
