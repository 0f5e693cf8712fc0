/** A received request. `path` has no prefix and no query; `body` is parsed JSON. */
export interface LabRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
}

export interface LabResponse {
  readonly status: number
  readonly body: unknown
  /** The query of the next page. */
  readonly next?: string
}

export const NOT_FOUND: LabResponse = { status: 404, body: { message: 'Not Found' } }

/** GitHub's response to a token without the permission. */
export const NOT_ACCESSIBLE: LabResponse = {
  status: 403,
  body: { message: 'Resource not accessible by integration' },
}
