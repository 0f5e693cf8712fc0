import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { filesAt, ROOT, textOf } from './documents.ts'
import { faultOf, isRelative, PAGES, pageOf, targetOf } from './pages.ts'

/** Hosts that documents link to. Add one after reading the page that the link names. */
const HOSTS: ReadonlySet<string> = new Set(
  `
  cli.github.com coolify.io developer.wordpress.org developers.cloudflare.com dns.google docs.crowdsec.net docs.github.com docs.haproxy.org
  docs.kernel.org dokku.com eff-certbot.readthedocs.io fly.io github.blog github.com globalping.io keepachangelog.com
  kubernetes.io letsencrypt.org lookup.icann.org man.openbsd.org nginx.org nodejs.org one.one.one.one semver.org
  shields.io vercel.com vite.dev www.cloudflare.com www.cloudflarestatus.com www.githubstatus.com www.rfc-editor.org
  www.tcpdump.org`
    .trim()
    .split(/\s+/),
)

/** Names for examples only (RFC 2606). GitHub makes links of them. */
const EXAMPLES = /(?:^|\.)example\.(?:com|net|org)$/

/** Documents and code that name a document. */
const NAMING = [
  'src/**/*.ts',
  'scripts/**/*.{ts,cjs}',
  'examples/**/*.{yml,ts,sh}',
  '.github/**/*.{yml,md}',
  '*.{yml,json,md}',
  'docs/**/*.md',
]

describe('relative links', () => {
  test.each(PAGES.map((page) => [page.path, page] as const))('of %s resolve', (_, page) => {
    const broken = page.links.filter(isRelative).flatMap((link) => {
      const fault = faultOf(page, link)
      return fault === undefined ? [] : [`${link} ${fault}`]
    })
    expect(broken).toEqual([])
  })

  test('and anchors follow the rules of GitHub', () => {
    const text =
      '# A `b-c` d!\n\n## A `b-c` d?\n\n```\n# no heading\n```\n\n<a id="own"></a>\n\n## Ünï_1: x & y\n'
    const page = pageOf('docs/command.md', text)
    expect([...page.anchors]).toEqual(['a-b-c-d', 'a-b-c-d-1', 'ünï_1-x--y', 'own'])
    const faults = [
      '#a-b-c-d-1',
      '#own',
      '#no-heading',
      'monitoring.md',
      'monitoring.md#the-badge',
      'monitoring.md#the',
      'no.md',
      '../../x',
      '/README.md',
      'causes/',
    ]
    expect(faults.map((link) => faultOf(page, link))).toEqual([
      undefined,
      undefined,
      'has no such heading',
      undefined,
      undefined,
      'has no such heading',
      'does not exist',
      'is outside the repository',
      undefined,
      undefined,
    ])
  })

  test('are found in Markdown and in HTML', () => {
    const text =
      '[a](b.md) ![c](d.png)\n\n<picture><source srcset="e.png 2x, f.png"><img src="g.png"></picture>\n\n`[no](link)`'
    expect(pageOf('x.md', text).links).toEqual(['b.md', 'd.png', 'e.png', 'f.png', 'g.png'])
  })
})

test('every page in docs/ is linked from README.md, directly or through other pages', () => {
  const reached = new Set(['README.md'])
  for (const path of reached)
    for (const link of PAGES.find((page) => page.path === path)?.links.filter(isRelative) ?? [])
      reached.add(targetOf(path, link).file)
  expect(
    PAGES.map(({ path }) => path).filter((path) => path.startsWith('docs/') && !reached.has(path)),
  ).toEqual([])
})

test('every picture in docs/ is shown on a page', () => {
  const shown = new Set(
    PAGES.flatMap(({ path, links }) => links.filter(isRelative).map((link) => targetOf(path, link).file)),
  )
  expect(filesAt('docs/**/*.{png,svg,gif,jpg}').filter((path) => !shown.has(path))).toEqual([])
})

test('external links are https, well-formed, and on known hosts', () => {
  const wrong = PAGES.flatMap(({ path, links }) =>
    links
      .filter((link) => !isRelative(link))
      .flatMap((link) => {
        const url = URL.parse(link)
        if (url !== null && (EXAMPLES.test(url.hostname) || url.protocol === 'mailto:')) return []
        const fine =
          url !== null && url.protocol === 'https:' && HOSTS.has(url.host) && !/[)\],.;]$/.test(link)
        return fine ? [] : [`${path}: ${link}`]
      }),
  )
  expect(wrong).toEqual([])
  const used = new Set(PAGES.flatMap(({ links }) => links.map((link) => URL.parse(link)?.host)))
  // A host that nothing links to would hide a typo.
  expect([...HOSTS].filter((host) => !used.has(host))).toEqual([])
})

describe('in code, workflows and examples', () => {
  const texts = filesAt(...NAMING).map((path) => [path, textOf(path)] as const)

  test('links to files of this repository resolve', () => {
    const broken = texts.flatMap(([path, text]) =>
      [
        ...text.matchAll(
          /(?:origin-gate\/origin-gate|\})\/(?:blob|tree|raw)\/[\w.-]+\/([\w./-]*)(#[\w-]+)?(?![\w/$])/g,
        ),
      ].flatMap(([whole, file = '', anchor = '']) =>
        faultOf(
          {
            path: 'README.md',
            anchors: PAGES.find((page) => page.path === 'README.md')?.anchors ?? new Set(),
          },
          `${file}${anchor}`,
        ) === undefined
          ? []
          : [`${path}: ${whole}`],
      ),
    )
    expect(broken).toEqual([])
  })

  test('the documents that they name exist', () => {
    const broken = texts.flatMap(([path, text]) =>
      [...text.matchAll(/(?<![\w/.-])docs\/[\w-]+(?:\/[\w-]+)*\.(?:md|png|svg)\b/g)].flatMap(([file]) =>
        existsSync(join(ROOT, file)) ? [] : [`${path}: ${file}`],
      ),
    )
    expect([...new Set(broken)]).toEqual([])
  })
})
