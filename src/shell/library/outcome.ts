import type { Report } from '../../report/schema-1/report.ts'

/** How a call ends, unless one of the caller's own functions throws. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  /** What the caller passed is wrong. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** A bug of ours, or too little memory. */
  | { readonly kind: 'crashed'; readonly text: string }
