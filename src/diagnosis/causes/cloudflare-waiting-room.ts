import { change, defineCause, look } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { admitSecret, matchesCheck, SEND_SECRET } from '../rules/admit.ts'
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
  sources: [
    {
      claim:
        'Bypass rules belong to one waiting room. Their traffic is not counted, and Queue-all does not apply to it. Only some plans have them.',
      at: 'https://developers.cloudflare.com/waiting-room/additional-options/waiting-room-rules/bypass-rules/',
      read: '2026-11-30',
    },
    {
      claim: 'Business and Enterprise plans include one basic waiting room.',
      at: 'https://developers.cloudflare.com/waiting-room/plans/',
      read: '2026-11-30',
    },
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
      look(
        'Check whether the queue moves',
        ': Traffic → Waiting Room shows users in the queue and on the site.',
      ),
      change(
        'Turn Queue-all off',
        ' if it is still on after a release. It holds every visitor in the queue.',
        'turn it on again.',
      ),
      change(
        'Check a path without a waiting room',
        ', such as a health endpoint of the same application.',
        'restore the old value of `url`.',
      ),
      change(
        'Set `expected-body`',
        ' to text that appears only on the site, so that a queue page never counts as the site.',
        'remove the input.',
      ),
      SEND_SECRET,
      admitSecret(
        'Add a bypass rule to the waiting room',
        `, under Traffic → Waiting Room → Manage rules, for ${matchesCheck(host)}. Not every plan has bypass rules.`,
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/waiting-room/additional-options/waiting-room-rules/bypass-rules/',
  }),
})
