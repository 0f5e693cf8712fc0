/** What `rejectsVisitorHeaders` shows. A sentence. */
export const REJECTS_FORWARDING =
  "The origin responds to this runner, but not when the request has the headers in which Cloudflare sends the visitor's address (`CF-Connecting-IP`, `X-Forwarded-For`). It rejects them."
