/** Bytes of one response. The largest that we request, a page of 100 comments, has less than 30 MB. */
const MAX_BODY = 32 * 1024 * 1024

/** A `fetch` whose responses fail while they are read, once they are longer than `max` bytes. */
export function boundedFetch(fetch: typeof globalThis.fetch, max = MAX_BODY): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    // That of the client: the global one would load a second client.
    const { constructor }: { readonly constructor: unknown } = response
    if (response.body === null || !isResponse(constructor)) return response
    const { status, statusText, headers, url } = response
    const limited = new constructor(bounded(response.body, max), { status, statusText, headers })
    // The constructor has no parameter for it, and Octokit reads it.
    return Object.defineProperty(limited, 'url', { value: url })
  }
}

/** Its name says nothing, because a bundle shortens names. */
function isResponse(constructor: unknown): constructor is typeof Response {
  return typeof constructor === 'function'
}

/** Not with `pipeThrough`: it loads more of Node, while probes are measured. */
function bounded(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  max: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  let received = 0
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) return controller.close()
      received += value.length
      if (received <= max) return controller.enqueue(value)
      const error = new RangeError(`The response is longer than ${max} bytes`)
      controller.error(error)
      await reader.cancel(error)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
