import { defineCause, look, change } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { queuedIn } from '../facts/pages/intercepted.ts'

export default defineCause({
  id: 'cloudflare-waiting-room',
  title: 'a Cloudflare waiting room holds this check in its queue',
  brief: 'queues this check',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare responded with the queue page of a waiting room instead of the site. Visitors are admitted gradually, and this check would have to wait too. The verdict is inconclusive.',
    'The check recognizes it by the cookie `__cfwaitingroom` together with the queue page. A site that lets the check through sets the same cookie and is judged as usual.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a waiting room that admits no visitor' },
      distinguishedBy:
        'Check the waiting room in the dashboard: with Queue-all on, or 0 new users per minute, the queue never moves.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    if (!queuedIn(moment, moment.edge)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: 'The response sets the cookie `__cfwaitingroom` and is the queue page, not the site.',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Let this check bypass the waiting room.',
    steps: [
      change(
        'Add a bypass rule to the waiting room',
        ` under Traffic → Waiting Room → Rules. Send a secret header with every request (\`headers: "X-Gate: \${{ secrets.GATE_TOKEN }}"\`), and match it: \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`,
        '',
      ),
      change(
        'Or check a path without a waiting room',
        ', such as a health endpoint of the same application.',
        '',
      ),
      look(
        'Check whether the queue moves',
        ': Traffic → Waiting Room shows users in the queue and on the site. After a release, turn Queue-all off.',
      ),
      change(
        'Set `expected-body`',
        ' to a text that only the site has, so that a queue page never counts as the site.',
        '',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/waiting-room/additional-options/waiting-room-rules/bypass-rules/',
  }),
})
