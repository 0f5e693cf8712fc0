import { expect, test } from '@jest/globals'
import { orAborted } from '../../src/shared/abort.ts'
import { errorCode, framesOf } from '../../src/shared/errors.ts'

test.each<[unknown, string | undefined]>([
  [Object.assign(new Error('missing'), { code: 'ENOENT' }), 'ENOENT'],
  [{ code: 'EPIPE' }, 'EPIPE'],
  [{ code: 20 }, undefined],
  [{ code: '' }, undefined],
  [new Error('without a code'), undefined],
  [null, undefined],
  ['ENOENT', undefined],
])('the code of %p is %p', (error, code) => {
  expect(errorCode(error)).toBe(code)
})

test('work settles as it does, unless its signal aborts first', async () => {
  const stop = new AbortController()
  const never = new Promise<never>(() => undefined)
  expect(await orAborted(Promise.resolve(1), stop.signal)).toBe(1)
  const waiting = orAborted(never, stop.signal)
  stop.abort(new RangeError('late'))
  await expect(waiting).rejects.toThrow('late')
  await expect(orAborted(never, stop.signal)).rejects.toThrow('late')
})

test('the frames of an error have no line of its message', () => {
  const error = new Error('first\n    at 203.0.113.10:443\nlast')
  expect(framesOf(error)[0]).toMatch(/^ {4}at .*errors\.test\.ts/)
  expect(framesOf(error).join('\n')).not.toContain('203.0.113.10')
  expect(framesOf(Object.assign(error, { message: 'other' }))).toEqual([])
  expect(framesOf(new Error('')).length).toBeGreaterThan(0)
})
