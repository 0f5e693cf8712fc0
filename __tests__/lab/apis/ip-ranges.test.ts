import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DEFAULT_APIS, DEFAULT_CLOUDFLARE } from '../../../lab/apis/defaults.ts'
import { openApis, type Reply, type TestApis } from './client.ts'

let apis: TestApis
beforeAll(async () => {
  apis = await openApis()
})
beforeEach(() => apis.apply(DEFAULT_APIS))
afterAll(() => apis.close())

const list = (path: string): Promise<Reply> => apis.send('www.cloudflare.com', path)

describe('www.cloudflare.com', () => {
  test('lists one range per line, without a final newline', async () => {
    const { status, text } = await list('/ips-v4')
    expect([status, text.split('\n')]).toEqual([200, DEFAULT_CLOUDFLARE.ranges.v4])
    expect((await list('/ips-v6')).text).toMatch(/^2400:cb00::\/32\n[\s\S]*2c0f:f248::\/32$/)
    expect((await list('/')).status).toBe(404)
  })

  test.each([
    ['page', 200, /<html>/],
    ['error', 500, /<html>/],
    ['garbage', 200, /^0\.0\.0\.0\/0\n[\s\S]*999\.1\.2\.3\/20/],
    ['empty', 200, /^$/],
  ] as const)('may return an invalid list: %s', async (ranges, status, pattern) => {
    apis.apply({ ...DEFAULT_APIS, ranges })
    const reply = await list('/ips-v4')
    expect(reply.status).toBe(status)
    expect(reply.text).toMatch(pattern)
  })
})
