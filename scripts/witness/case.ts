/** What a server sends in response to one request, before it closes the connection. */
export interface Case {
  readonly number: number
  readonly method: 'GET' | 'HEAD'
  readonly bytes: Uint8Array
}

/** How a recipient understood a response. The body is Latin-1, without chunk lines, and `''` for HEAD. */
export type Outcome =
  | {
      readonly complete: true
      readonly status: number
      readonly body: string
      /** Values by name in lower case, joined by commas, without `set-cookie`. Undefined: not known. */
      readonly fields?: Fields
    }
  | { readonly complete: false; readonly why: string }

export type Fields = Readonly<Record<string, string>>

/** The columns of the table of deviations, one for each kind of recipient. */
export type Column = 'strict' | 'lenient' | 'proxy'

export const WITNESS_NAMES = ['node', 'undici', 'node-lenient', 'curl', 'nginx', 'haproxy'] as const
export type WitnessName = (typeof WITNESS_NAMES)[number]

/** Another implementation of HTTP/1.1. */
export interface Witness {
  readonly name: WitnessName
  readonly column: Column
  /** With its version. */
  readonly version: string
  /** Reads responses. The outcomes have the order of the cases. */
  readonly read: (cases: readonly Case[]) => Promise<readonly Outcome[]>
  readonly close: () => Promise<void>
}
