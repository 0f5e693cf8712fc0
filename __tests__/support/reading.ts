import type { DeviationKind } from '../../src/domain/deviation.ts'
import { rawTextOf } from '../../src/domain/untrusted.ts'
import { responseReader, type ReaderState } from '../../src/probe/http/reader/response-reader.ts'
import { plainHeaders } from './texts.ts'

/** All that the reader makes of a response, flat. */
export interface Reading {
  readonly state: ReaderState
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Latin-1. */
  readonly body: string
  readonly received: number
  readonly opening: string
  readonly deviations: readonly (readonly [kind: DeviationKind, offset: number])[]
}

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Reads a response that arrives in these chunks. `open`: the connection stays open after them. */
export function readAll(
  chunks: readonly Uint8Array[],
  { method = 'GET', open = false }: { readonly method?: string; readonly open?: boolean } = {},
): Reading {
  const body: Uint8Array[] = []
  const reader = responseReader(method, { onBody: (bytes) => body.push(bytes) })
  for (const chunk of chunks) reader.take(chunk)
  if (!open) reader.close()
  const { opening, deviations = [] } = reader.wire() ?? {}
  return {
    state: reader.state(),
    status: reader.head()?.status,
    headers: plainHeaders(reader.head()?.headers ?? {}),
    body: Buffer.concat(body).toString('latin1'),
    received: reader.received(),
    opening: opening === undefined ? '' : rawTextOf(opening),
    deviations: deviations.map(({ kind, offset }) => [kind, offset]),
  }
}
