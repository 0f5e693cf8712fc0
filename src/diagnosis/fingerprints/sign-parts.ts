import type { Ending } from '../../domain/exchange.ts'
import type { ScriptSource } from './script-source.ts'

/** What identifies a page. All parts that are present must match. */
export interface Sign {
  /** Any of these statuses. */
  readonly status?: readonly number[]
  /** Patterns of header values, by name in lower case. */
  readonly headers?: Readonly<Record<string, RegExp>>
  /** A pattern of one `Set-Cookie` header. */
  readonly cookie?: RegExp
  /** A pattern of the URL that the last redirect points to. */
  readonly redirectedTo?: RegExp
  /** A pattern of the trimmed title. */
  readonly title?: RegExp
  /**
   * A pattern of the body, or several that must all match. Of a success, the first 8 KiB are kept; of an error, 64 KiB.
   * One pattern with a long gap would be slow on hostile pages.
   */
  readonly body?: RegExp | readonly RegExp[]
  /** A pattern of what a browser shows, in one line. It never matches a page of more than 8 KiB. */
  readonly text?: RegExp
  /** What the tags of scripts in the page show. */
  readonly source?: ScriptSource
  /** What the probe saw at the end of the page. */
  readonly ending?: Ending
  /** The most bytes that the body may have. Pages of a site that merely contain the same script are longer. */
  readonly atMost?: number
  /** The real page has links, pictures, or scripts of its own. So with a success, a part of its markup must match. */
  readonly branded?: true
  /** The real page has a form, or files of the host. */
  readonly interactive?: true
  /** With the exact title, the body's patterns are markup that only the real page has. Its size doesn't matter. */
  readonly template?: true
  /** It may be in a page of the site, which it breaks. */
  readonly inside?: true
}
