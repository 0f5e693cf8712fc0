import { change, risk, type Change, type Risk } from '../../domain/cause.ts'

/** How a check passes a protection: with a secret, or from an address of its own. Both weaken the protection. */

export const SEND_SECRET = change(
  'Send a secret header with every request',
  ': `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`, with the output of `openssl rand -hex 32` as the secret. The origin gets it too, so never use it with plain HTTP (SSL mode Off or Flexible).',
  'delete its line in `headers`.',
)

/**
 * What shows whether this runner alone is stopped. Weakens no protection, unlike the steps after it.
 *
 * @param elsewhere whether vantage points are set already
 */
export function checkElsewhere(elsewhere: boolean | undefined): readonly Change[] {
  return elsewhere === true ? [] : [CHECK_ELSEWHERE]
}

const CHECK_ELSEWHERE = change(
  'Check from other networks too',
  ': `vantage-points: world+3`. If all of these places and the direct request get the site, it is healthy, and the next steps are not needed.',
  'remove the input.',
)

/** Matches only this check, in Cloudflare's Rules language. */
export function matchesCheck(host: string): string {
  return `\`http.host eq "${host}" and http.request.method in {"GET" "HEAD"} and http.request.uri.path eq "/" and any(http.request.headers["x-gate"][*] eq "SECRET")\`. Replace \`/\` with the path of \`url\``
}

/** Follows `SEND_SECRET`. */
export function admitSecret(action: string, details: string): Risk {
  return risk(action, details, {
    exposes: 'A client that learns the secret passes too.',
    limit: 'Allow only GET and HEAD for one path, and replace the secret every 90 days.',
    undo: 'remove it, and delete the secret.',
  })
}

export function admitAddress(action: string, details: string): Risk {
  return risk(action, details, {
    exposes: 'Every client with this address passes unchecked.',
    limit: "Keep it only while the runner has this address, and never allow GitHub's IP ranges.",
    undo: 'delete the entry.',
  })
}

/** How a product lets a check through. */
export interface Admission {
  /** What to do first at this workflow. */
  readonly before?: Change
  readonly risk: Risk
}

export function bySecret(action: string, details: string): Admission {
  return { before: SEND_SECRET, risk: admitSecret(action, details) }
}

export function byAddress(action: string, details: string): Admission {
  return { before: OWN_RUNNER, risk: admitAddress(action, details) }
}

const OWN_RUNNER = change(
  'Run this step on a self-hosted runner',
  ' with an address of its own. The addresses of GitHub-hosted runners change and are shared.',
  'restore `runs-on`.',
)
