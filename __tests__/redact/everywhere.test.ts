import { expect, test } from '@jest/globals'
import { leakOf } from './support/everywhere.ts'

// `npm run fuzz` tries thousands.
test('nothing that is printed or recorded shows a part of what is hidden, in any notation', () => {
  const leaks = Array.from({ length: 30 }, (_, seed) => leakOf(seed)).filter((leak) => leak !== '')
  expect(leaks).toEqual([])
})
