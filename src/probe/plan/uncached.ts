import type { ProbeRequest } from '../types.ts'

/** Adds a unique query parameter, so that no cache has a response. */
export function uncached(request: ProbeRequest, now: number): ProbeRequest {
  const separator = request.path.includes('?') ? '&' : '?'
  return { ...request, path: `${request.path}${separator}origin-gate=${now.toString(36)}` }
}
