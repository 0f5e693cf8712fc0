import { phrase } from '../../domain/untrusted.ts'
import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment, Remedy, RemedyContext } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { probeRejected } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { SERVED_ELSEWHERE } from '../rules/fails-directly.ts'
import {
  lacksContent,
  undecidedContentReason,
  EXPECTED_CONTENT,
  meetsExpectations,
  missingThing,
} from '../facts/content.ts'
import { doubtfulPageAdvice, doubtfulPageMatch } from '../rules/doubtful-page.ts'
import { standInAdvice, standInMatch } from '../rules/stand-in.ts'
import { failingFile, missingFile, refusedFile } from '../freshness/broken-file-match.ts'
import {
  DIFFERING_ORIGIN,
  differingOrigin,
  differingOriginAddress,
  differingSiteAddress,
} from '../freshness/differing-address.ts'
import { changedHeader } from '../freshness/changed-header.ts'
import { howTo, isPlatform } from '../servers/index.ts'
import { setInput } from '../rules/set-input.ts'
import { hasShell } from './application-steps.ts'
import { originUrl } from './shared-steps.ts'
import { isFileForm, missingFileRemedy } from '../freshness/missing-file-remedy.ts'

export default defineCause({
  id: 'origin-not-deployed',
  title: 'the origin lacks the expected content',
  brief: 'lacks the expected content',
  hop: 'application',
  owner: 'deploy',
  meaning: [
    "The origin responds normally, but its response lacks `expected-body` or `expected-header`. It serves the previous release, the web server's default page, or an empty build. A fresh response through Cloudflare lacks it too. A cached one may hide that.",
    "Even without these inputs, the check recognizes pages that stand in for a site, by their exact titles and sentences: a web server's start page, a parking page, the page of a suspended account, and a platform's page for a host that it does not know (GitHub Pages, S3, Vercel, Heroku, Netlify, Azure and others). It never does so for a page that has the text of `expected-body`. These are warnings: an empty page with status 200, a list of the server's files, HTML with an unprocessed server-side tag such as `<?php`, and a page whose `Content-Type` makes browsers download it or show its source.",
    'An error page with status 200 is recognized in the same way: the page of a server, proxy, CDN or file store that is nothing but an error status, a stack trace, the error page of a framework or CMS, a failed database connection, and the source of a script or template. So is a fatal error of PHP, ASP or Perl at the end of a page of any length. A page that only quotes one is not.',
    "The check also recognizes bytes that browsers can't render as a page: content that is still compressed after it was decoded by `Content-Encoding`, and an image, an archive or a program that is served as HTML.",
    'A page may also name a script or a stylesheet that the deploy lacks, so visitors may see an empty page. With `check-assets`, the check requests the first of each once, after the last healthy check. A URL that ends in `.js`, `.css` or another extension of a file should not return an HTML page either: that is the fallback of a single-page application. A page whose title, heading or canonical link names this URL is right. Where nothing shows that, the result is a warning.',
    'As a warning, the origin returns another page than visitors get, or one of its addresses does: another title, content type, class of status or host. Cached responses, and those of Workers and rules, are not compared.',
    'The check searches the first megabyte of a page, decoded as browsers do: by a byte order mark, the `charset` of `Content-Type`, or `<meta charset>`. The expected text may have composed or separate accents. In HTML, it may be written with references such as `&amp;`, and with tags and line breaks between its words. In JSON, it may be escaped.',
    'If the encoding is unknown, or a pattern takes too long to match, the verdict is inconclusive.',
  ],
  sources: [
    {
      claim: 'The deployments of a repository show which commit was deployed, and its log.',
      at: 'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/view-deployment-history',
      read: '2026-11-30',
    },
    {
      claim: 'A hosting service may delete the files of earlier deploys, which open pages still import.',
      at: 'https://vite.dev/guide/build#load-error-handling',
      read: '2026-11-30',
    },
    {
      claim: 'GitHub Pages reads the file `CNAME` of a branch. It ignores the one that a workflow publishes.',
      at: 'https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site/troubleshooting-custom-domains-and-github-pages',
      read: '2026-11-30',
    },
    {
      claim: 'Behind Cloudflare, Fly.io verifies a host by the TXT record `_fly-ownership`.',
      at: 'https://fly.io/docs/networking/custom-domain/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an expectation that was never met' },
      distinguishedBy:
        'Check the previous release: does it meet `expected-body` and `expected-header`? The text is searched before any script runs, and upper and lower case differ.',
      isOpen: ({ request }) => hasExpectation(request),
    },
    {
      what: { other: 'a direct request with a different host name than Cloudflare uses' },
      distinguishedBy:
        'Check the Origin Rules in the dashboard, under Rules → Overview, and set `origin-host` to the Host override.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const standIn = standInMatch(moment)
    const lacking = hasExpectation(moment.request) || standIn === undefined ? missing(moment) : undefined
    if (standIn !== undefined) {
      if (lacking?.confidence !== 'certain') return standIn
      return { ...standIn, confidence: 'certain', because: phrase`${lacking.because} ${standIn.because}` }
    }
    return (
      lacking ??
      unsure(moment) ??
      missingFile(moment) ??
      refusedFile(moment) ??
      failingFile(moment) ??
      doubtfulPageMatch(moment) ??
      differingOriginAddress(moment) ??
      differingOrigin(moment) ??
      differingSiteAddress(moment)
    )
  },
  remedy: (context) => {
    const { form } = context
    if (isFileForm(form)) return missingFileRemedy({ host: context.host, form })
    if (form === DIFFERING_ORIGIN)
      return { ...checkDeploy(context), summary: CHECK_ORIGIN, difficulty: 'easy' }
    const advice = standInAdvice(context) ?? doubtfulPageAdvice(context) ?? checkDeploy(context)
    return { ...advice, difficulty: 'easy' }
  },
})

const CHECK_ORIGIN =
  'Check `origin` and `origin-host`, and which server Cloudflare connects to: DNS → Records, Load Balancing, and Origin Rules.'

function checkDeploy(context: RemedyContext): Omit<Remedy, 'difficulty'> {
  const { port, server } = context
  return {
    reference:
      'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/view-deployment-history',
    summary: 'Check what the deploy put on the origin, and whether it runs.',
    steps: [
      look(
        'Check what the origin returns',
        `: \`curl -ksi '${originUrl(context)}' --connect-to "::$ORIGIN:${port}" | head -n 40\`, with the path of \`url\`.`,
      ),
      look(
        'Check that the deploy succeeded.',
        ' Was the build copied? Did the process restart? Does the web server point to the new folder?',
      ),
      look(
        'Check that every origin or container runs the new release',
        ', if there are several. A rollout takes time.',
      ),
      change(
        'Deploy again, and restart what still serves the old release',
        `: ${howTo(isPlatform(server) || !hasShell(context) ? 'appRestart' : 'restart', server)}.`,
        `${howTo('rollback', server)}.`,
      ),
      setInput('Fix `expected-body` or `expected-header`', ' if only the expectation is wrong.'),
    ],
  }
}

function hasExpectation({ expectedBody, expectedHeader }: Moment['request']): boolean {
  return expectedBody !== undefined || expectedHeader !== undefined
}

function missing(moment: Moment): Match | undefined {
  const { edge, origin, uncached } = moment
  const clues = cluesOf(moment)
  const what = missingThing(moment)
  const ofFile = what !== EXPECTED_CONTENT
  const form = ofFile ? { form: 'file', title: 'the origin has an HTML page instead of the file' } : {}
  const shown = visitorsServed(moment) && lacksContent(moment, edge)
  const freshly = shown && throughCloudflare(edge) && !fromCache(edge)
  const past = lacksContent(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
  if (lacksContent(moment, origin)) {
    const lacking = `When requested directly, the origin's response lacks ${what}.`
    if (freshly || past) {
      const because = `${lacking} So does a fresh response through Cloudflare.`
      // The URL may be that of a page about the file.
      return { outcome: 'unhealthy', confidence: ofFile ? 'likely' : 'certain', because, clues, ...form }
    }
    const because = meetsExpectations(moment, edge) ? `${lacking}${SERVED_ELSEWHERE}` : lacking
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, ...form }
  }
  const unseen = origin === undefined || origin.kind === 'failed' || probeRejected(moment)
  if (unseen && past && fromCache(edge) && meetsExpectations(moment, edge)) {
    const because = `A response that bypasses Cloudflare's cache lacks ${what}. Only the cached copy has it.`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, ...form }
  }
  if (!unseen || !shown || changedHeader(moment) !== undefined) return
  if (!freshly && !past) {
    // A cached copy may predate the deploy. A response that did not come through Cloudflare comes from an origin.
    const because = `What visitors get lacks ${what}. The origin was not checked.`
    return fromCache(edge)
      ? { outcome: 'alternative', confidence: 'possible', because, clues, ...form }
      : { outcome: 'unhealthy', confidence: 'likely', because, clues, ...form }
  }
  const because = `A fresh response through Cloudflare lacks ${what}.`
  return { outcome: 'unhealthy', confidence: 'likely', because, clues, ...form }
}

/** The check could not determine whether the content is there. */
function unsure(moment: Moment): Match | undefined {
  const why = undecidedContentReason(moment, moment.edge) ?? undecidedContentReason(moment, moment.origin)
  if (why === undefined || !visitorsServed(moment)) return
  const because = `Whether the expected content is there is unknown: ${why}.`
  return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) }
}
