import type { CompletedExchange } from '../domain/exchange.ts'
import { matches, read } from '../domain/untrusted.ts'
import { flagIn, member, parseJson } from '../shared/json.ts'
import { throughCloudflare } from './response.ts'

/**
 * Whether a response is the queue page of a Cloudflare waiting room. The cookie alone proves nothing, because clients
 * that are let through get it too. The page is the default template, the JSON form, or the zone's own HTML, which
 * refreshes itself. Its status is 200, 202 or 429.
 *
 * Sources: Cloudflare's docs, waiting-room/reference/waiting-room-cookie and waiting-room/troubleshooting [2678ac4]
 * (the cookie with an optional suffix, the refresh header), waiting-room/how-to/json-response [33c6600],
 * waiting-room/how-to/customize-waiting-room [3db9cc4] (the template).
 *
 * @param lacksText it lacks a text that the site has
 */
export function waitingRoomIn(response: CompletedExchange, lacksText: boolean): boolean {
  const { head, body } = response
  if (!throughCloudflare(response) || head.setCookie?.some((each) => matches(each, COOKIE)) !== true)
    return false
  if (matches(head.headers['refresh'], /^\s*\d+/)) return true
  if (matches(body.text, DEFAULT_PAGE) || read(body.text, isQueueJson)) return true
  if (matches(body.text, REFRESH) && matches(body.text, /\bwait(ing)?[ -]?(time|room)\b/i)) return true
  // A response from an origin or the cache has the header.
  return lacksText && head.headers['cf-cache-status'] === undefined
}

const COOKIE = /^__cfwaitingroom\w{0,100}=/
const DEFAULT_PAGE =
  /<title>Waiting Room powered by Cloudflare<\/title>|<h\d[^>]{0,100}\bid="time-remaining"|\bYou are now in line\b|\bYour estimated wait time is\b/i
const REFRESH = /<meta http-equiv="refresh" content="\d{1,3}"/i

function isQueueJson(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false
  return flagIn(member(parseJson(text), 'cfWaitingRoom'), 'inWaitingRoom') === true
}
