import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { fromCache, inWords, seen, through, type Case } from '../support/evidence.ts'
import { after, endless } from '../support/trails.ts'
import { redirectText } from '../../src/diagnosis/clues/exchange.ts'

const HOME = 'https://www.shop.example/'

describe('a redirect to where no page comes from', () => {
  test.each<Case>([
    [
      "names the visitor's own machine",
      { edge: endless('barred', 'origin', HOME, 'http://127.0.0.1:3000/') },
      'unhealthy unexpected-status likely',
    ],
    [
      'by its name',
      { edge: endless('barred', 'origin', HOME, 'http://localhost:3000/') },
      'unhealthy unexpected-status likely',
    ],
    [
      'by IPv6, and nobody was given an origin',
      { edge: endless('barred', 'origin', HOME, 'http://[::1]/'), origin: undefined },
      'unhealthy unexpected-status likely',
    ],
    [
      "names a host that only this runner's resolver may place there",
      { edge: endless('barred', 'origin', HOME, 'http://login.shop.example/') },
      'inconclusive unexpected-status possible',
    ],
    ['names nothing', { edge: endless('nowhere', 'origin', HOME, '') }, 'unhealthy unexpected-status likely'],
    [
      'names what is no page',
      { edge: endless('nowhere', 'cloudflare', HOME, 'javascript:alert(1)') },
      'unhealthy unexpected-status likely',
    ],
    [
      "is the origin's, while visitors are served otherwise",
      { origin: endless('nowhere', 'direct', HOME, 'file:///etc/passwd') },
      'unhealthy unexpected-status likely',
    ],
    ['is judged by its status where nobody is to follow it', { edge: through(302) }, 'healthy'],
    [
      'is the login of Access, which has a cause of its own',
      {
        edge: endless('barred', 'cloudflare', HOME, 'https://team.cloudflareaccess.com/cdn-cgi/access/login'),
      },
      'inconclusive cloudflare-access-required certain',
    ],
    [
      'is the login of Access for a site that does not come through Cloudflare',
      { edge: endless('barred', 'direct', HOME, 'https://team.cloudflareaccess.com/cdn-cgi/access/login') },
      'inconclusive cloudflare-access-required certain',
    ],
  ])('%s', (_, changes, judged) => {
    expect(inWords(judge(seen(changes)))).toBe(judged)
  })

  test.each<Case>([
    [
      'while Cloudflare has just been answered otherwise',
      { origin: endless('elsewhere', 'direct', HOME, 'https://hosting.example/') },
      'healthy + unexpected-status',
    ],
    [
      'while visitors get a copy',
      { edge: fromCache(), origin: endless('elsewhere', 'direct', HOME, 'http://localhost:3000/') },
      'inconclusive unexpected-status possible',
    ],
    [
      'while visitors are led to another host than that',
      {
        edge: after(through(200), 'origin', HOME, 'https://shop.example/'),
        origin: endless('elsewhere', 'direct', HOME, 'http://localhost:3000/'),
      },
      'healthy + unexpected-status',
    ],
    [
      'but not where visitors are led too',
      {
        edge: after(through(200), 'origin', HOME, 'https://shop.example/', 'https://shop.example/en'),
        origin: endless('elsewhere', 'direct', HOME, 'https://shop.example/'),
      },
      'healthy',
    ],
    [
      'but not to the site itself, at a port that nobody dialed',
      { origin: endless('elsewhere', 'direct', HOME, 'https://www.shop.example:8443/') },
      'healthy',
    ],
  ])("may be the origin's alone, %s", (_, changes, judged) => {
    expect(inWords(judge(seen(changes)))).toBe(judged)
  })

  test('is told as it was sent', () => {
    expect(redirectText(endless('nowhere', 'origin', HOME, ''))).toBe(', redirecting without a valid URL')
    expect(redirectText(endless('nowhere', 'origin', HOME, 'ftp://x/'))).toBe(', redirecting to ftp://x/')
  })
})
