import {
  change,
  look,
  risk,
  type Match,
  type Moment,
  type Remedy,
  type RemedyContext,
} from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasZoneError } from '../facts/edge.ts'
import { hasWorkerPlaceholder } from '../facts/pages/intercepted.ts'

const ARRIVING = 'arriving'
const DISABLED = 'workers.dev disabled'

/** Cloudflare has no Worker for the host: it has not arrived, or its workers.dev route is turned off. */
export function missingWorkerMatch(moment: Moment): Match | undefined {
  const clues = cluesOf(moment)
  if (hasWorkerPlaceholder(moment, moment.edge)) {
    return {
      outcome: 'unhealthy',
      confidence: 'likely',
      because:
        "Visitors get Cloudflare's placeholder for a host without a Worker. A new Worker or route takes up to a few minutes to reach every data center, and old and new responses alternate until then.",
      clues,
      title: 'the Cloudflare Worker has not reached this data center yet',
      form: ARRIVING,
    }
  }
  if (!isWorkersDev(moment) || !hasZoneError(moment, 1042)) return
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because:
      'Cloudflare returns code 1042 for a `workers.dev` name: the workers.dev route of this Worker is turned off. A deploy with `routes` turns it off, unless `workers_dev` is true.',
    clues,
    title: 'workers.dev is turned off for this Worker',
    form: DISABLED,
    permanent: true,
  }
}

function isWorkersDev({ request }: Moment): boolean {
  return request.host.endsWith('.workers.dev')
}

/** What to do about a form of this; undefined for the others. Neither of them is a reason to roll back. */
export function missingWorkerAdvice({ host, form }: RemedyContext): Remedy | undefined {
  if (form === ARRIVING) {
    return {
      summary: 'Give the Worker time to reach every data center, then check that the deploy published it.',
      steps: [
        look(
          'Check that the deploy published a Worker for this host',
          `: \`npx wrangler deployments list\`, and Workers & Pages → the Worker → Settings → Domains & Routes must list \`${host}\`.`,
        ),
        change(
          'Raise `wait`',
          ', for example to `5m`. The check succeeds as soon as the Worker responds repeatedly.',
          'restore the old value of `wait`.',
        ),
      ],
      avoid: 'Keep the release: an earlier version does not reach the data centers sooner.',
      difficulty: 'easy',
      reference: 'https://developers.cloudflare.com/workers/configuration/routing/workers-dev/',
    }
  }
  if (form !== DISABLED) return
  return {
    summary: 'Check the host that the Worker serves now, or turn workers.dev on again.',
    steps: [
      look(
        'Check which hosts the Worker serves',
        ': Workers & Pages → the Worker → Settings → Domains & Routes lists them.',
      ),
      change(
        'Set `url` to the route or custom domain of the Worker',
        ', which visitors use. The release itself works: only this name is turned off.',
        'restore the old value of `url`.',
      ),
      risk(
        'Or set `workers_dev` to true',
        ' next to `routes` in `wrangler.toml` or `wrangler.jsonc`, and deploy again.',
        {
          exposes:
            'The Worker is then public on workers.dev, where the rules and logins of the zone do not apply.',
          limit: 'Keep it only as long as this name is needed.',
          undo: 'set it to false, and deploy again.',
        },
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/workers/configuration/routing/workers-dev/',
  }
}
