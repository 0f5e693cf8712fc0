export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * Why a name did not resolve. `no-such-host` is NXDOMAIN; `no-address` a name without A and AAAA;
 * `server-failure` a resolver that could not find out; `timeout` no answer before the deadline.
 */
export type ResolutionFailure = 'no-such-host' | 'no-address' | 'server-failure' | 'timeout' | 'other'

/** What the runner's own resolver says about the site's name. `took` is in milliseconds. */
export type Resolution = { readonly host: string; readonly took: number } & (
  | { readonly kind: 'resolved'; readonly addresses: readonly [Address, ...Address[]] }
  | { readonly kind: 'failed'; readonly reason: ResolutionFailure; readonly code: string }
)
