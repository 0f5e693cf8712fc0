import type { DeviationKind } from '../../../domain/deviation.ts'

/** A status line (RFC 9112, section 4) as far as a lenient client reads it. */
export interface StatusLine {
  /** Undefined when there is no usable status code. */
  readonly status: number | undefined
  /** `1.0`, `1.1`, or whatever follows `HTTP/`. */
  readonly version: string
  readonly deviations: readonly DeviationKind[]
}

const PREFIX = 'HTTP/'

/** Whether a response that starts with these characters may be HTTP. Ignores case, which is only a deviation. */
export function mayBeHttp(start: string): boolean {
  const length = Math.min(start.length, PREFIX.length)
  return start.slice(0, length).toUpperCase() === PREFIX.slice(0, length)
}

/** Reads a line that starts with `HTTP/`, in any case, without its line end. */
export function readStatusLine(line: string): StatusLine {
  const [, name, version = '', blanks = '', code = '', separator = '', reason = ''] =
    /^(http\/)([^ \t]*)([ \t]*)([^ \t]*)([ \t]?)(.*)$/is.exec(line) ?? []
  const deviations: DeviationKind[] = []
  if (name !== PREFIX || !/^1\.\d$/.test(version)) deviations.push('http-version')
  // A recipient should read a higher minor version as the one it implements (RFC 9110, section 2.5).
  else if (version !== '1.1' && version !== '1.0') deviations.push('http-minor-version')
  const status = /^[1-9]\d\d$/.test(code) ? Number(code) : undefined
  if (status === undefined) deviations.push('status-code')
  else if (status > 599) deviations.push('status-code-class')
  if (status !== undefined && (blanks !== ' ' || separator === '\t')) deviations.push('status-line-blanks')
  if (status !== undefined && separator === '') deviations.push('status-line-without-final-space')
  if (hasControl(reason)) deviations.push('control-in-reason')
  return { status, version, deviations }
}

/** Whether the text has a control character other than a tab or a CR. A CR is a separate deviation. */
export function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && code !== 0x09 && code !== 0x0d) || code === 0x7f) return true
  }
  return false
}
