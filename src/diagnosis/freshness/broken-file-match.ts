import { oneOfSeveral } from '../facts/which-origin.ts'
import { fromCache } from '../../cloudflare/response.ts'
import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { phrase, quote, type Sentence } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { brokenFile, filesThatAre, newerFile, type BrokenFile } from './page-files.ts'
import { pathIn, pathOf, shortened } from './urls.ts'

/** The forms of `edge-stale` about a file that the page names. */
export type StaleFileForm = 'cached-file' | 'cached-page' | 'old-page'

/** Visitors get an old page, whose file is gone, or a wrong copy of the file. */
export function staleFile(moment: Moment): Match | undefined {
  const broken = visitorsServed(moment) ? brokenFile(moment) : undefined
  if (broken === undefined || broken.reason === 'gone') return
  const match = (form: StaleFileForm, confidence: Confidence, why: Sentence): Match => ({
    outcome: 'unhealthy',
    confidence,
    because: phrase`${subjectOf(broken)} ${why}`,
    clues: cluesOf(moment),
    form,
    title:
      form === 'cached-file'
        ? `Cloudflare's cache has a wrong copy of the page's ${broken.asset.kind}`
        : `visitors get an old page, and its ${broken.asset.kind} is gone`,
  })
  const fromCopy = fromCache(moment.edge)
  const several = moment.dialedOrigin !== undefined && oneOfSeveral(moment.dialedOrigin)
  switch (broken.reason) {
    case 'purge':
      return match(
        'cached-file',
        'certain',
        "That is a copy in Cloudflare's cache. A request that bypasses the cache gets the file.",
      )
    case 'copied-file':
      return match(
        'cached-file',
        'likely',
        "That is a copy in Cloudflare's cache, and the cache could not be bypassed.",
      )
    case 'old-page': {
      const newer = newerFile(moment, broken.asset)
      const named = newer === undefined ? 'another file' : quote(newer.url, pathIn)
      const who = newer?.by === 'uncached' ? 'The page that bypasses the cache' : "The origin's page"
      const why = phrase`${who} names ${named} instead, so visitors get an old page.`
      if (fromCopy) return match('cached-page', several ? 'likely' : 'certain', why)
      // Each of several origins may have its own release.
      return match('old-page', several ? 'possible' : 'likely', why)
    }
    default:
      return broken.reason satisfies never
  }
}

/** The page that visitors get names a file that the deploy lacks. */
export function missingFile(moment: Moment): Match | undefined {
  const broken = visitorsServed(moment) ? brokenFile(moment) : undefined
  if (broken?.reason !== 'gone') return
  const because = phrase`${subjectOf(broken)} ${agreement(moment, broken)}`
  const title = `the page's ${broken.asset.kind} is missing`
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
    form: 'page-file',
    title,
  }
}

/** Whether a match is about a file of the page, without which visitors see a broken page. */
export function isBrokenPage({ form, outcome }: Match): boolean {
  return outcome === 'unhealthy' && form !== undefined && BROKEN_PAGE_FORMS.has(form)
}

const BROKEN_PAGE_FORMS: ReadonlySet<string> = new Set<StaleFileForm | 'page-file'>([
  'cached-file',
  'cached-page',
  'old-page',
  'page-file',
])

function agreement({ origin, edge }: Moment, { asset }: BrokenFile): string {
  const named = origin?.kind === 'completed' ? origin.assets?.[asset.kind]?.url : undefined
  if (named !== undefined && pathOf(named) === pathOf(asset.url))
    return "The origin's page names the same file."
  return fromCache(edge)
    ? "The page is a copy from Cloudflare's cache, and whether the current page names the same file is unknown."
    : 'The page is not a cached copy.'
}

/** A file that browsers refuse because of its type. */
export function refusedFile(moment: Moment): Match | undefined {
  const [asset] = visitorsServed(moment) ? filesThatAre(moment, 'refused') : []
  if (asset?.edge.kind !== 'completed') return
  const type = asset.edge.head.headers['content-type']
  const sent =
    type === undefined ? 'without a `Content-Type`' : phrase`with \`Content-Type: ${quote(type, shortened)}\``
  const because = phrase`The page's ${asset.kind} ${quote(asset.url, pathIn)} comes ${sent}. Browsers refuse it.`
  return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment), form: 'file-type' }
}

/** A file for which the server fails. Whether it exists is unknown, so the site counts as healthy. */
export function failingFile(moment: Moment): Match | undefined {
  const [asset] = visitorsServed(moment) ? filesThatAre(moment, 'error') : []
  if (asset?.edge.kind !== 'completed') return
  const because = phrase`The page's ${asset.kind} ${quote(asset.url, pathIn)} returns ${asset.edge.head.status}. Whether the file exists is unknown.`
  return { outcome: 'note', confidence: 'possible', because, clues: cluesOf(moment), form: 'page-file' }
}

function subjectOf({ asset, state }: BrokenFile): Sentence {
  const name = phrase`The page names the ${asset.kind} ${quote(asset.url, pathIn)}`
  if (asset.edge.kind !== 'completed') return phrase`${name}, which visitors don't get.`
  const { status } = asset.edge.head
  if (state === 'missing') return phrase`${name}, and visitors get ${status} for it.`
  return status < 300
    ? phrase`${name}, and visitors get an HTML page in its place.`
    : phrase`${name}, and its URL redirects visitors to a page (${status}).`
}
