import type { Match, Moment } from '../../domain/cause.ts'
import type { Body, Exchange } from '../../domain/exchange.ts'
import { isStreamType } from '../../shared/html.ts'
import { phrase, quote, read, type Sentence, type Untrusted } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { shortened } from '../freshness/urls.ts'

/** A note about a good response whose end was not seen, or whose content was not decoded: it may be incomplete. */
export function unseenEnd(moment: Moment): Match | undefined {
  const because =
    sentenceAbout(moment, moment.edge, 'The page that visitors get') ??
    sentenceAbout(moment, moment.origin, "The origin's page")
  if (because === undefined) return
  return { outcome: 'note', confidence: 'certain', because, clues: cluesOf(moment), form: 'unseen-end' }
}

function sentenceAbout(moment: Moment, exchange: Exchange | undefined, page: string): Sentence | undefined {
  if (exchange?.kind !== 'completed' || !isGoodResponse(moment, exchange)) return
  const { body, head } = exchange
  if (body.unfinished === true && read(head.headers['content-type'], isStreamType))
    return `${page} is a stream without an end, so only its beginning was read.`
  if (body.unfinished === true)
    return `${page} was not read to its end, only its first ${sizeOf(body)}. Whether the rest arrives is unknown.`
  const coding = head.headers['content-encoding']
  return body.coding === 'unchecked' && coding !== undefined ? undecoded(page, coding) : undefined
}

/** A view: registered codings have shorter names. */
const shortCoding = (redacted: string): string => shortened(redacted, 40)

function undecoded(page: string, coding: Untrusted): Sentence {
  return phrase`${page} has the content coding \`${quote(coding, shortCoding)}\`, which this check could not decode to its end. Whether browsers can read it is unknown.`
}

/** Rounded, because the last packets differ from check to check. */
function sizeOf({ bytes }: Body): string {
  const mebibytes = bytes / (1024 * 1024)
  return mebibytes < 1 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${Math.round(mebibytes)} MB`
}
