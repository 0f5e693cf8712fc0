import { MAX_SHOWN } from './shown-text.ts'
import type { Sign } from './sign.ts'

/** The statuses that a page may have although it says otherwise. */
const SUCCESS = [200, 202, 203, 206] as const

/** The same page with the status of a success, as a proxy or a Worker may send it. Such pages are short. */
export function ofSuccess<S extends Sign>(sign: S): S {
  return { atMost: MAX_SHOWN, ...sign, status: SUCCESS }
}

/** Whether a sign of another status identifies the page itself, so that it does with a success too. */
export function identifiesPage({ status, title, body }: Sign): boolean {
  return status !== undefined && (title !== undefined || body !== undefined)
}
