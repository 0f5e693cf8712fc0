import { expect, test } from '@jest/globals'
import { link, withCodeAndLinks } from '../../src/report/render/markdown/parts.ts'

test.each([
  [
    'See https://www.cloudflarestatus.com/.',
    String.raw`See [https\://www\.cloudflarestatus.com/](https://www.cloudflarestatus.com/).`,
  ],
  [
    'Allow https://www.cloudflare.com/ips/ and run `nft list`',
    String.raw`Allow [https\://www\.cloudflare.com/ips/](https://www.cloudflare.com/ips/) and run ${'`nft list`'}`,
  ],
  ['Ask https://dns.google/cache.', String.raw`Ask [https\://dns.google/cache](https://dns.google/cache).`],
  ['Not https://dnsviz.net.evil.example/x', String.raw`Not https\://dnsviz.net.evil.example/x`],
  ['Not https://cloudflare.com.evil.example/x', String.raw`Not https\://cloudflare.com.evil.example/x`],
  ['`curl https://www.cloudflare.com/ips-v4`', '`curl https://www.cloudflare.com/ips-v4`'],
])('only pages on known hosts become links: %s', (text, markdown) => {
  expect(withCodeAndLinks(text)).toBe(markdown)
})

test.each([
  ['https://a.example/x_(y)', '[more](https://a.example/x_%28y%29)'],
  ['https://a.example/"><img>', '[more](https://a.example/%22%3E%3Cimg%3E)'],
  ['javascript:alert(1)', 'more'],
  ['not an address', 'more'],
])('a link stays a link, whatever the address: %s', (address, markdown) => {
  expect(link('more', address)).toBe(markdown)
})
