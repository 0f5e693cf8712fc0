import { expect, test } from '@jest/globals'
import { leakOf } from './support/everywhere.ts'
import { repetitions } from '../support/effort.ts'

// `npm run fuzz` tries thousands.
test('nothing that is printed or recorded shows a part of what is hidden, in any notation', () => {
  const leaks = Array.from({ length: repetitions(40) }, (_, seed) => leakOf(seed)).filter(
    (leak) => leak !== '',
  )
  expect(leaks).toEqual([])
})
