import type { Step } from '../../../domain/cause.ts'
import type { Sign } from '../sign.ts'

/**
 * Why a server responds with a page of its own instead of the site. `start`: it has nothing for this host yet.
 * `parked`: the domain is for sale or unused. `suspended`: the account is locked. `unclaimed`: a platform doesn't know
 * the host. `failed`: an error page whose status says otherwise. `compressed`, `binary`: bytes that no browser reads as
 * a page.
 */
export type StandInKind = 'start' | 'parked' | 'suspended' | 'unclaimed' | 'failed' | 'compressed' | 'binary'

/** A page that a server or a platform serves in place of a site. */
export interface StandIn {
  readonly kind: StandInKind
  /** Completes "… serves": `nginx's start page`. */
  readonly page: string
  /** Any of them: exact titles and sentences, so that a page that only mentions them doesn't match. */
  readonly signs: readonly [Sign, ...Sign[]]
}

/** A hosting platform, and how it responds to a host that no project of its customers has. */
export interface Platform extends StandIn {
  readonly kind: 'unclaimed'
  readonly name: string
  /**
   * Where the host is added, which completes "Add the host as a custom domain: …". Absent: nothing is known that is
   * more precise. `HOST` stands for the host.
   */
  readonly where?: string
  /** What to do instead of that. `HOST` stands for the host. */
  readonly fix?: Step
  /** Names in the platform's own certificate, which it presents for hosts that it doesn't know. */
  readonly certificate?: RegExp
  /** The platform verifies that a customer owns a host before it serves it, so that no one else can claim it. */
  readonly verifies?: true
}
