import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { behindBastion } from './behind.ts'

const LOCKED = { edge: 200, direct: 'timeout' } as const
/** The site is judged through Cloudflare only, and the warning has the reason. */
const NOT_SEEN = { ...HEALTHY, warnings: ['runner-offline'] } as const
const NEVER_THE_ORIGIN = [
  'origin-refused',
  'origin-connect-timeout',
  'origin-unreachable',
  'origin-locked-to-cloudflare',
] as const

const SSH = 'ssh -F bastion/ssh_config -W %h:%p jump.acme.internal'

/** Commands that fail before the origin is reached. That says nothing about the origin. */
export const BROKEN_ROUTES: readonly Scenario[] = [
  behindBastion('ssh', {
    id: 'runner-offline-bastion-rejects-the-key',
    sentence: "the bastion rejects the runner's key, and the site is fine",
    setup: { bastion: 'rejects-key' },
    curl: LOCKED,
    expected: { ...NOT_SEEN, says: ['Permission denied'] },
    not: NEVER_THE_ORIGIN,
  }),
  behindBastion('ssh', {
    id: 'runner-offline-bastion-with-another-host-key',
    sentence: 'the bastion was reinstalled with another host key, and the site is fine',
    setup: { bastion: 'new-host-key' },
    curl: LOCKED,
    expected: { ...NOT_SEEN, says: ['host key'] },
    not: NEVER_THE_ORIGIN,
  }),
  behindBastion('ssh', {
    id: 'runner-offline-bastion-down',
    sentence: "the bastion's sshd is stopped, and the site is fine",
    setup: { bastion: 'closed' },
    curl: LOCKED,
    // OpenSSH says "Connection refused" here too, but about the bastion.
    expected: { ...NOT_SEEN, says: ['The bastion refuses the connection'] },
    not: NEVER_THE_ORIGIN,
  }),
  behindBastion('ssh', {
    id: 'runner-offline-bastion-forbids-forwarding',
    sentence: 'the bastion prohibits forwarding, and the site is fine',
    setup: { bastion: 'no-forwarding' },
    curl: LOCKED,
    expected: { ...NOT_SEEN, says: ['does not allow connections to the origin'] },
    not: NEVER_THE_ORIGIN,
  }),
  behindBastion('ssh', {
    id: 'runner-offline-bastion-dropped-until-the-deadline',
    sentence: "the origin drops the bastion too, and the check's deadline comes before ssh gives up",
    setup: { bastionToOrigin: 'drop' },
    inputs: { timeout: '2s' },
    curl: LOCKED,
    // ssh may be waiting for the bastion or for the origin.
    expected: { ...NOT_SEEN, says: ['either the bastion or the origin may be at fault'] },
    not: NEVER_THE_ORIGIN,
  }),
  behindBastion('ssh', {
    id: 'runner-offline-bastion-without-brackets',
    sentence: 'the origin has an IPv6 address, and the command has no brackets for it',
    setup: { record: 'origin-v6' },
    inputs: { origin: '[2001:db8:10::10]' },
    curl: LOCKED,
    // ssh rejects its arguments, with the address in its message.
    expected: { ...NOT_SEEN, neverSays: ['2001:db8'] },
    not: NEVER_THE_ORIGIN,
  }),
  behindBastion('ssh', {
    id: 'origin-refused-bastion-down',
    sentence: 'the bastion is down, and Cloudflare responds 521 because the web server is stopped',
    setup: { origin: 'stopped', bastion: 'closed' },
    curl: { edge: 521, direct: 'timeout' },
    // Only Cloudflare saw the origin, so this isn't certain.
    expected: unhealthy('origin-refused', 'likely'),
    not: ['runner-offline', 'origin-locked-to-cloudflare'],
  }),
  behindBastion('relay', {
    id: 'runner-offline-command-missing',
    sentence: 'the program of the command is not installed on the runner, and the site is fine',
    setup: { bastion: 'closed' },
    curl: LOCKED,
    expected: { ...NOT_SEEN, says: ['was not found'] },
    not: NEVER_THE_ORIGIN,
  }),
  ...(
    [
      [
        'garbage',
        'neither TLS nor HTTP',
        'prints garbage',
        'sh -c "yes garbage | head -c 5000; cat >/dev/null" %h %p',
      ],
      [
        'html',
        'neither TLS nor HTTP',
        'prints the login page of a captive portal',
        'echo "<html>Please log in to the WiFi</html>" %h %p',
      ],
      ['silent', 'Nothing arrived through', 'never connects', 'sleep 1000'],
      ['ended', 'closed', 'ends at once without a word', 'true %h %p'],
    ] as const
  ).map(([id, says, does, command]) =>
    behindBastion('relay', {
      id: `runner-offline-command-${id}`,
      sentence: `the command ${does}, and the site is fine`,
      setup: {},
      inputs: { 'origin-proxy-command': command, timeout: '2s' },
      curl: LOCKED,
      expected: { ...NOT_SEEN, says: [says] },
      not: NEVER_THE_ORIGIN,
    }),
  ),
  ...(
    [
      ['handshake', 'https://203.0.113.10', 1000],
      ['response', 'http://203.0.113.10', 170],
    ] as const
  ).map(([where, origin, bytes]) =>
    behindBastion('ssh', {
      id: `runner-offline-command-dies-in-the-${where}`,
      sentence: `the connection to the bastion breaks in the middle of the ${where}, and the site is fine`,
      setup: {},
      inputs: {
        origin,
        'origin-proxy-command': `sh -c '${SSH} | { head -c ${bytes}; echo "client_loop: send disconnect: Broken pipe" >&2; kill -KILL $$; }'`,
      },
      curl: LOCKED,
      expected: { ...NOT_SEEN, says: ['failed in the middle'] },
      not: [...NEVER_THE_ORIGIN, 'origin-truncated-response', 'origin-empty-response'],
    }),
  ),
]
