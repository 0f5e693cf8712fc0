import { change, look, type Match, type Moment, type Remedy, type UnseenOrigin } from '../../domain/cause.ts'
import type { RouteFailureCode, RouteKind } from '../../domain/route/route.ts'
import { phrase, quote, read, type Sentence } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { capital } from '../../shared/text.ts'
import { observerOf } from './observer.ts'
import { quotableOutput } from '../../shared/route/quotable-output.ts'

/** A warning that the origin was not checked, because the command of `origin-proxy-command` failed. */
export function brokenRouteMatch(moment: Moment): Match | undefined {
  const [first] = moment.unseenOrigins ?? []
  if (first === undefined) return
  const which = first.othersSeen ? 'so one of the origins was not checked' : 'so the origin was not checked'
  const because = phrase`${FAULTS[first.code](nounsOf(first.route))}, ${which}.${outputText(first)}`
  return {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: cluesOf(moment),
    title: "this runner can't reach the origin through `origin-proxy-command`",
    form: formOf(first),
  }
}

function outputText({ output }: UnseenOrigin): Sentence {
  const isEmpty = read(output, (text) => quotableOutput(text) === '')
  return output === undefined || isEmpty
    ? ''
    : phrase` The command's last output: \`${quote(output, quotation)}\`.`
}

/** Without its period, because the sentence has one. */
function quotation(output: string): string {
  return quotableOutput(output).replace(/\.$/, '')
}

/** What a sentence about a route names. */
interface Nouns {
  readonly kind: RouteKind
  /** `the bastion`; `the API server`; `the Docker daemon`. */
  readonly host: string
}

function nounsOf(kind: RouteKind): Nouns {
  return { kind, host: HOSTS[kind] }
}

/** What a command connects to before it reaches the origin. */
const HOSTS: Readonly<Record<RouteKind, string>> = {
  bastion: observerOf('bastion'),
  cluster: "the cluster's API server",
  container: 'the container engine',
  command: 'the host that the proxy command connects to',
}

/** Each completes "…, so the origin was not checked." */
const FAULTS: Readonly<Record<RouteFailureCode, (nouns: Nouns) => string>> = {
  ROUTE_PERMISSION_DENIED: ({ kind, host }) =>
    kind === 'bastion'
      ? 'The bastion rejects the user or the key (permission denied)'
      : `${capital(host)} denies permission`,
  ROUTE_HOST_KEY: ({ host }) => `The host key of ${host} is unknown or has changed`,
  ROUTE_REFUSED: ({ host }) => `${capital(host)} refuses the connection`,
  ROUTE_TIMED_OUT: ({ host }) => `The connection to ${host} timed out`,
  ROUTE_UNREACHABLE: ({ host }) => `This runner has no route to ${host}`,
  ROUTE_UNRESOLVED: ({ host }) => `The name of ${host} does not resolve`,
  ROUTE_PROHIBITED: ({ host }) => `${capital(host)} does not allow connections to the origin`,
  ROUTE_NO_COMMAND: () => 'The program in `origin-proxy-command` was not found, or is not executable',
  ROUTE_ENDED: () => 'The command of `origin-proxy-command` ended without a byte from the origin',
  ROUTE_SILENT: ({ kind }) =>
    `Nothing arrived through \`origin-proxy-command\` in time, and either ${observerOf(kind)} or the origin may be at fault`,
  ROUTE_GARBAGE: () => 'The command of `origin-proxy-command` printed something that is neither TLS nor HTTP',
  ROUTE_BROKEN: () => 'The command of `origin-proxy-command` failed in the middle of the response',
}

const FORMS: Readonly<Record<RouteFailureCode, string>> = {
  ROUTE_PERMISSION_DENIED: 'route-denied',
  ROUTE_HOST_KEY: 'route-host-key',
  ROUTE_REFUSED: 'route-refused',
  ROUTE_TIMED_OUT: 'route-timed-out',
  ROUTE_UNREACHABLE: 'route-unreachable',
  ROUTE_UNRESOLVED: 'route-unresolved',
  ROUTE_PROHIBITED: 'route-prohibited',
  ROUTE_NO_COMMAND: 'route-no-command',
  ROUTE_ENDED: 'route-ended',
  ROUTE_SILENT: 'route-silent',
  ROUTE_GARBAGE: 'route-garbage',
  ROUTE_BROKEN: 'route-broken',
}

/** The advice about keys and options is for ssh, which may also be in a script of the user's. */
function formOf({ code, route }: UnseenOrigin): string {
  const isDenied = code === 'ROUTE_PERMISSION_DENIED' || code === 'ROUTE_PROHIBITED'
  if (isDenied && route !== 'bastion') return 'route-forbidden'
  const isOther = route === 'cluster' || route === 'container'
  return isOther && code === 'ROUTE_SILENT' ? 'route-ended' : FORMS[code]
}

const BY_HAND =
  'Run the command by hand on the runner, with the values in place of `%h` and `%p`. Add `</dev/null` to see only its messages.'

/** The only words of the remedy that follow a warning. */
const SUMMARIES: Readonly<Record<string, string | undefined>> = {
  'route-denied':
    'Check the user and the private key that the command uses, and that `authorized_keys` on the bastion has the public half.',
  'route-forbidden': "Check the command's credentials, and what they permit.",
  'route-host-key':
    "Compare the fingerprint of `ssh-keyscan`'s output with the host's. Then write the output to `~/.ssh/known_hosts`. A workflow gets it from a secret.",
  'route-refused': 'Check that it runs, and the address and port that the command uses.',
  'route-timed-out': "Check that it runs, and that its firewall admits this runner's address.",
  'route-unreachable': 'Check its address in the command, and the network of the runner.',
  'route-unresolved': 'Check the name in the command, or use the address.',
  'route-prohibited':
    'Set `AllowTcpForwarding local` in its `sshd_config`, and allow the origin in `PermitOpen`, or let the command run `nc %h %p` there.',
  'route-no-command': 'Install the program on the runner, or write its full path.',
  'route-ended': BY_HAND,
  'route-silent':
    'Add `-o BatchMode=yes -o ConnectTimeout=10` to ssh, so that it fails with a reason instead of waiting.',
  'route-garbage':
    'Remove banners, output of login scripts, and `-t`: the command must print nothing of its own.',
  'route-rejected':
    'Check that `origin` is the address as seen from there, and that the origin admits that host.',
  'route-broken': 'Run the check again. If it persists, check the network between the runner and there.',
}

export function isRouteForm(form: string | undefined): boolean {
  return form !== undefined && SUMMARIES[form] !== undefined
}

export function repairRoute(form: string): Remedy {
  return {
    summary: SUMMARIES[form] ?? BY_HAND,
    steps: form === 'route-rejected' ? ADMIT_STEPS : ROUTE_STEPS,
    difficulty: 'easy',
    reference: 'https://man.openbsd.org/ssh_config#ProxyCommand',
  }
}

const RUN_BY_HAND = look(
  'Run the command by hand on the runner',
  ', with the values in place of `%h` and `%p`.',
)

const ADMIT_STEPS: Remedy['steps'] = [
  RUN_BY_HAND,
  look(
    'Connect to the origin from the host in between',
    ', with the address and port in `origin`: they may differ from those outside.',
  ),
  change(
    "Allow that host in the origin's firewall",
    ', by its own address and for this port only.',
    'delete the rule.',
  ),
]

const ROUTE_STEPS: Remedy['steps'] = [
  RUN_BY_HAND,
  look(
    'Print why ssh fails',
    ': add `-v`, and `-o BatchMode=yes -o ConnectTimeout=10`, so that it never waits for a password.',
  ),
  look('Check the log of the host in between', ', such as `journalctl -u ssh`, at the time of the check.'),
  change(
    'Load the key and the host key from secrets',
    ' in a step before the check. The page "Locked origins and bastions" of the docs has a workflow.',
    'delete the secrets, and the line in `authorized_keys`.',
  ),
  change(
    'Allow the forwarding on the host in between',
    ', for this user and the address of the origin only: `AllowTcpForwarding` and `PermitOpen` in its `sshd_config`.',
    'restore the old file.',
  ),
]
