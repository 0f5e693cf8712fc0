import { wholeText } from '../support/texts.ts'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { cachedResponse, evidenceWith, edgeResponse, type Case } from '../support/evidence.ts'
import { healthy, inconclusive, resultOf, unhealthy } from '../support/judgments.ts'
import { afterRedirects, unfollowedRedirect } from '../support/redirects.ts'
import { redirectText } from '../../src/diagnosis/clues/exchange.ts'

const HOME = 'https://www.shop.example/'

function textFor(location: string): string {
  return wholeText(redirectText(unfollowedRedirect('nowhere', 'origin', HOME, location)))
}

const PLAIN = 'http://www.shop.example/'

test.each<Case>([
  [
    'is a warning at the end',
    { edge: afterRedirects(edgeResponse(200), 'origin', HOME, PLAIN) },
    healthy.withWarning('unexpected-status'),
  ],
  [
    'is a note before https',
    { edge: afterRedirects(edgeResponse(200), 'origin', HOME, PLAIN, `${HOME}de/`) },
    healthy.withNote('unexpected-status'),
  ],
  [
    'is a note before another host',
    {
      edge: afterRedirects(
        edgeResponse(200),
        'origin',
        HOME,
        `${HOME}a`,
        'HTTP://shop.example/',
        'https://shop.example/',
      ),
    },
    healthy.withNote('unexpected-status'),
  ],
  [
    'is nothing if there is none',
    { edge: afterRedirects(edgeResponse(200), 'origin', HOME, `${HOME}de/`) },
    healthy,
  ],
])('a redirect from https to plain HTTP %s', (_, changes, judged) => {
  expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
})

describe('a redirect that visitors cannot follow', () => {
  test.each<Case>([
    [
      "names the visitor's own machine",
      { edge: unfollowedRedirect('barred', 'origin', HOME, 'http://127.0.0.1:3000/') },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'by its name',
      { edge: unfollowedRedirect('barred', 'origin', HOME, 'http://localhost:3000/') },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'by a name that only a private network has',
      { edge: unfollowedRedirect('barred', 'origin', HOME, 'http://api.shop.internal./') },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'by IPv6, without a probed origin',
      { edge: unfollowedRedirect('barred', 'origin', HOME, 'http://[::1]/'), origin: undefined },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      "names a host that only this runner's resolver may place there",
      { edge: unfollowedRedirect('barred', 'origin', HOME, 'http://login.shop.example/') },
      inconclusive('unexpected-status', 'possible'),
    ],
    [
      'names nothing',
      { edge: unfollowedRedirect('nowhere', 'origin', HOME, '') },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'is not an http(s) URL',
      { edge: unfollowedRedirect('nowhere', 'cloudflare', HOME, 'javascript:alert(1)') },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      "is the origin's, while visitors are served otherwise",
      { origin: unfollowedRedirect('nowhere', 'direct', HOME, 'file:///etc/passwd') },
      unhealthy('unexpected-status', 'likely'),
    ],
    ['is judged by its status when redirects are not followed', { edge: edgeResponse(302) }, healthy],
    [
      'is the login of Access, which has a cause of its own',
      {
        edge: unfollowedRedirect(
          'barred',
          'cloudflare',
          HOME,
          'https://team.cloudflareaccess.com/cdn-cgi/access/login',
        ),
      },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
    [
      'is the login of Access for a site that does not come through Cloudflare',
      {
        edge: unfollowedRedirect(
          'barred',
          'direct',
          HOME,
          'https://team.cloudflareaccess.com/cdn-cgi/access/login',
        ),
      },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
  ])('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })

  test.each<Case>([
    [
      'while Cloudflare has just been answered otherwise',
      { origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'https://hosting.example/') },
      healthy.withWarning('unexpected-status'),
    ],
    [
      'while visitors get a copy',
      {
        edge: cachedResponse(),
        origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'http://localhost:3000/'),
      },
      inconclusive('unexpected-status', 'possible'),
    ],
    [
      'while visitors are redirected to a third host',
      {
        edge: afterRedirects(edgeResponse(200), 'origin', HOME, 'https://shop.example/'),
        origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'http://localhost:3000/'),
      },
      healthy.withWarning('unexpected-status'),
    ],
    [
      'but not where visitors are led too',
      {
        edge: afterRedirects(
          edgeResponse(200),
          'origin',
          HOME,
          'https://shop.example/',
          'https://shop.example/en',
        ),
        origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'https://shop.example/'),
      },
      healthy,
    ],
    [
      'but not to the site itself on another port',
      { origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'https://www.shop.example:8443/') },
      healthy,
    ],
  ])('may come from the origin only, %s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })

  test('is reported as it was sent', () => {
    expect(textFor('')).toBe(', redirecting without a valid URL')
    expect(textFor('ftp://x/')).toBe(', redirecting to ftp://x/')
  })
})
