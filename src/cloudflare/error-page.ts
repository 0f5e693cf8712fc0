import type { Body, Head } from '../domain/exchange.ts'
import { read, untrusted, type Untrusted } from '../domain/untrusted.ts'
import { flagIn, member, parseJson, textIn } from '../shared/json.ts'

/** The formats of a Cloudflare error; `status` is a bare status that only Cloudflare uses. */
export type ErrorForm = 'json' | 'markdown' | 'text' | 'bare' | 'html' | 'status'

/** An error from Cloudflare's edge. It shows who generated the page, not who caused the error. */
export interface EdgeError {
  /** 500 to 530, or 1000 and up. */
  readonly code: number
  readonly form: ErrorForm
  /** `origin`, `cloudflare`, `ssl` …, if a structured format has it. */
  readonly category?: Untrusted
}

/**
 * Finds the edge's error in a response, in any of its formats and template generations. `/cdn-cgi/` or a Ray ID in a
 * body proves nothing, because Cloudflare injects scripts into the origin's pages.
 */
export function edgeErrorOf(head: Head, body: Body): EdgeError | undefined {
  if (head.status < 400) return
  const inBody = read(
    body.text,
    (text) => fromJson(text) ?? fromMarkdown(text) ?? fromText(text) ?? fromHtml(head, text),
  )
  return inBody !== undefined && goesWith(inBody.code, head.status) ? inBody : fromStatus(head)
}

/**
 * Whether Cloudflare uses this code with this status. An application that relays another site's error relays the body,
 * mostly with its own status. Then it is not Cloudflare's error about this site.
 */
function goesWith(code: number, status: number): boolean {
  if (code < 1000) return code === status
  if (code === 1016 || code === 1033) return status === 530
  if (code === 1015) return status === 429
  const blocked = (code >= 1005 && code <= 1012) || code === 1020 || code === 1106
  return blocked ? status === 403 : true
}

/** RFC 9457 problem details. Some responses omit members, so only two are required. */
function fromJson(text: string): EdgeError | undefined {
  if (!text.trimStart().startsWith('{')) return
  const value = parseJson(text)
  if (flagIn(value, 'cloudflare_error') !== true) return
  const code = member(value, 'error_code')
  const category = textIn(value, 'error_category')
  if (!isErrorCode(code)) return
  return { code, form: 'json', ...(category !== undefined && { category: untrusted(category) }) }
}

/** The same members as YAML front matter. */
function fromMarkdown(text: string): EdgeError | undefined {
  const front = /^---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1]
  if (front === undefined || !/^cloudflare_error: *true *$/m.test(front)) return
  const code = Number(/^error_code: *(\d{3,4}) *$/m.exec(front)?.[1])
  const category = /^error_category: *"?([a-z_]{1,40})"? *$/m.exec(front)?.[1]
  return isErrorCode(code)
    ? { code, form: 'markdown', ...(category !== undefined && { category: untrusted(category) }) }
    : undefined
}

function fromText(text: string): EdgeError | undefined {
  const code = Number(/^error code: (\d{3,4})\s*$/.exec(text)?.[1])
  return isErrorCode(code) ? { code, form: 'text' } : undefined
}

/** Matches from the first byte, because a page that quotes such a page starts differently. */
const BARE =
  /^\s*(<html>\s*<head><title>[^<]{0,100}<\/title>(<\/head>)?\s*<body[^>]{0,40}>\s*)?(<center>[^\n]{0,200}<\/center>\s*){1,2}<hr><center>cloudflare(-nginx)?<\/center>/

function fromHtml(head: Head, text: string): EdgeError | undefined {
  // The unbranded page is nginx's with another footer. Cloudflare serves it when it fails itself.
  if (BARE.test(text)) return { code: head.status, form: 'bare' }
  // A customer's own page keeps the box and its class. Its text may mention another error.
  const boxed = /class="cf-error-details cf-error-(\d{3,4})"/.exec(text)?.[1]
  if (boxed !== undefined) return { code: Number(boxed), form: 'html' }
  if (!text.includes('id="cf-error-details"')) return
  const code =
    /class="cf-error-code">(\d{3,4})</.exec(text)?.[1] ?? // 2020 to 2022
    /class="code-label">Error code (\d{3,4})</.exec(text)?.[1] ?? // since 2023
    /data-translate="error">Error<\/span>\s*<span>(\d{3,4})</.exec(text)?.[1] ?? // the 1xxx pages
    /<title>[^<]{0,300}\| (5\d\d): /.exec(text)?.[1]
  return { code: code === undefined ? head.status : Number(code), form: 'html' }
}

/** A zone's custom page may have the code in its status only. */
function fromStatus(head: Head): EdgeError | undefined {
  const onlyCloudflare = (head.status >= 520 && head.status <= 526) || head.status === 530
  return onlyCloudflare ? { code: head.status, form: 'status' } : undefined
}

function isErrorCode(code: unknown): code is number {
  return Number.isInteger(code) && Number(code) >= 400 && Number(code) < 2000
}
