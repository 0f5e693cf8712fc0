import type { Failure } from '../../domain/exchange.ts'
import type { RouteFailureCode } from '../../domain/route/route.ts'

/** How a command ended by itself. */
export interface CommandExit {
  /** Null after a signal. */
  readonly code: number | null
}

/**
 * Why a command ended without a byte from the origin. `established`: after a connection to the origin, whose failure
 * belongs to what came next.
 */
export interface CommandFailure extends Pick<Failure, 'reason' | 'code'> {
  readonly phase: 'resolve' | 'connect' | 'established'
}

/**
 * Reads what a command without a byte from the origin wrote to its standard error. OpenSSH, nc and similar programs
 * print why they can't connect. Undefined: nothing in it is known, and it has not failed.
 *
 * @param exit absent if it is still running
 */
export function readCommandOutput(output: string, exit: CommandExit | undefined): CommandFailure | undefined {
  if (exit?.code === 126 || exit?.code === 127) return route('ROUTE_NO_COMMAND')
  const text = afterSuccess(output.replaceAll('\r', ''))
  const code = routeFailure(text)
  if (code !== undefined) return route(code)
  const far = originFailure(text)
  if (far !== undefined) return far
  return exit === undefined || exit.code === 0 ? undefined : route('ROUTE_ENDED')
}

function route(code: RouteFailureCode): CommandFailure {
  return { phase: 'connect', reason: 'route', code }
}

/** A name may have several addresses, of which the first ones failed. */
function afterSuccess(text: string): string {
  const lines = text.split('\n')
  const last = lines.findLastIndex((line) => CONNECTED.test(line))
  return lines.slice(last + 1).join('\n')
}

/** nc of OpenBSD, ncat, and the traditional nc, all with `-v`. */
const CONNECTED =
  /^(?:Connection to .{1,300} succeeded!|Ncat: Connected to .{1,300}|.{1,300}\] \d+ \(.{1,40}\) open)$/

/** An error of the operating system, as programs print it. */
type SystemError =
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'no-network'
  | 'reset'
  | 'unresolved'
  | 'no-resolver'

const SYSTEM_ERRORS: readonly (readonly [text: RegExp, error: SystemError])[] = [
  [/connection refused/i, 'refused'],
  [/connection reset by peer/i, 'reset'],
  [/timed? ?out\b/i, 'timeout'],
  [/no route to host|host is (?:unreachable|down)/i, 'unreachable'],
  [/network is (?:unreachable|down)/i, 'no-network'],
  [
    /temporary failure in name resolution|try again|server misbehaving|host name lookup failure/i,
    'no-resolver',
  ],
  [/not known|no address associated|does not resolve|unknown host|no such host|bad address/i, 'unresolved'],
]

function systemErrorIn(text: string): SystemError | undefined {
  return SYSTEM_ERRORS.find(([pattern]) => pattern.test(text))?.[1]
}

/** How the host between is not reached. */
const ROUTE_CODES: Readonly<Record<SystemError, RouteFailureCode>> = {
  refused: 'ROUTE_REFUSED',
  reset: 'ROUTE_ENDED',
  timeout: 'ROUTE_TIMED_OUT',
  unreachable: 'ROUTE_UNREACHABLE',
  'no-network': 'ROUTE_UNREACHABLE',
  unresolved: 'ROUTE_UNRESOLVED',
  'no-resolver': 'ROUTE_UNRESOLVED',
}

/** How the host between, or this one, fails to reach the origin. */
const ORIGIN_FAILURES: Readonly<Record<SystemError, CommandFailure>> = {
  refused: { phase: 'connect', reason: 'refused', code: 'ECONNREFUSED' },
  reset: { phase: 'established', reason: 'reset', code: 'ECONNRESET' },
  timeout: { phase: 'connect', reason: 'timeout', code: 'ETIMEDOUT' },
  unreachable: { phase: 'connect', reason: 'unreachable', code: 'EHOSTUNREACH' },
  'no-network': { phase: 'connect', reason: 'unreachable', code: 'ENETUNREACH' },
  unresolved: { phase: 'resolve', reason: 'unresolved', code: 'ENOTFOUND' },
  'no-resolver': { phase: 'resolve', reason: 'unresolved', code: 'EAI_AGAIN' },
}

/** Messages about the route, most specific first. The first group, if any, is the error of the operating system. */
const ROUTE_MESSAGES: readonly (readonly [message: RegExp, code: RouteFailureCode])[] = [
  // OpenSSH: sshconnect.c, sshconnect2.c.
  [/^Host key verification failed\.$|REMOTE HOST IDENTIFICATION HAS CHANGED/m, 'ROUTE_HOST_KEY'],
  [/^No \S{1,40} host key is known for |^Unable to negotiate with .{1,300} host key type/m, 'ROUTE_HOST_KEY'],
  // PuTTY's plink.
  [/^The (?:server's )?host key (?:is not cached|does not match)/m, 'ROUTE_HOST_KEY'],
  [
    /Permission denied \([\w,-]{1,200}\)|^Permission denied, please try again\.$|Too many authentication failures/m,
    'ROUTE_PERMISSION_DENIED',
  ],
  [/^sudo: a (?:password|terminal) is required/m, 'ROUTE_PERMISSION_DENIED'],
  // kubectl, docker and the AWS CLI.
  [/^Error from server \(Forbidden\)|\(Unauthorized\)$/m, 'ROUTE_PERMISSION_DENIED'],
  [/permission denied while trying to connect to the docker/i, 'ROUTE_PERMISSION_DENIED'],
  [
    /\((?:AccessDenied(?:Exception)?|ExpiredToken(?:Exception)?|UnrecognizedClientException)\)/,
    'ROUTE_PERMISSION_DENIED',
  ],
  [/^Unable to locate credentials/m, 'ROUTE_PERMISSION_DENIED'],
  [/\(TargetNotConnected\)/m, 'ROUTE_UNREACHABLE'],
  // It is usually stopped.
  [/^Cannot connect to the Docker daemon/m, 'ROUTE_REFUSED'],
  [/^The connection to the server .{1,300} was refused/m, 'ROUTE_REFUSED'],
  [/^ssh: Could not resolve hostname /m, 'ROUTE_UNRESOLVED'],
  [/^channel \d+: open failed: (?:administratively prohibited|unknown channel type)/m, 'ROUTE_PROHIBITED'],
  [
    /^Connection timed out during banner exchange$|^Timeout, server .{1,300} not responding/m,
    'ROUTE_TIMED_OUT',
  ],
  // cmd.exe has the exit code 1.
  [/ is not recognized as an internal or external command/, 'ROUTE_NO_COMMAND'],
]

/** Messages that end with an error of the operating system. */
const ROUTE_ERRORS: readonly RegExp[] = [
  /^ssh: connect to host .{1,300} port \d+: (.{1,200})$/m,
  // Programs in Go. The address is that of an API or an edge server: they don't know the origin's.
  /\bdial (?:tcp|udp)[46]?:? (.{1,300})$/m,
]

/** The SSH connection ended. What was not reached before is then a host between, not the origin. */
const SSH_ENDED =
  /^(?:kex|ssh)_exchange_identification: |^banner exchange: |^Connection (?:closed|reset) by .{1,300} port \d+|^Connection to .{1,300} (?:closed by remote host|port \d+ timed out)|^client_loop: send disconnect|^ssh_dispatch_run_fatal: /m

function routeFailure(text: string): RouteFailureCode | undefined {
  if (FORWARDED.test(text)) return undefined
  const known = ROUTE_MESSAGES.find(([message]) => message.test(text))?.[1]
  if (known !== undefined) return known
  for (const message of ROUTE_ERRORS) {
    const found = message.exec(text)?.[1]
    if (found !== undefined) return ROUTE_CODES[systemErrorIn(found) ?? 'reset']
  }
  const ended = SSH_ENDED.exec(text)?.[0]
  if (ended === undefined) return undefined
  // With `-J`, the ssh to one bastion connects to the next, and says about that one what it says about an origin.
  const jump = CHANNEL.exec(text)?.[1]
  return ROUTE_CODES[systemErrorIn(jump ?? ended) ?? 'reset']
}

/** The port forwarding of Kubernetes is within the pod. */
const FORWARDED = /\binside namespace\b/

/** OpenSSH with `-W`: what the host at the other end says about the origin. */
const CHANNEL = /^channel \d+: open failed: connect failed: (.{1,200})$/m

/** Messages about the origin. The first group is the error of the operating system. */
const ORIGIN_MESSAGES: readonly RegExp[] = [
  CHANNEL,
  /\binside namespace\b(.{1,300})$/m,
  // nc of OpenBSD with `-v`, and of busybox.
  /^\S{0,100}\bn(?:et)?c(?:\.\w{1,20})?: connect to .{1,300} port .{1,40} (?:failed: |(?=timed out))(.{1,200})$/m,
  /^\S{0,100}\bnc: can't connect to remote host \(.{1,100}\): (.{1,200})$/m,
  /^\S{0,100}\bn(?:et)?c(?:\.\w{1,20})?: (?:getaddrinfo[ :].{1,300}|bad address '.{1,300}')$/m,
  /^\S{0,100}\bnc: (timed out)$/m,
  // The traditional nc.
  /^.{1,300} \[[\d.]{7,15}\] \d{1,5} \(.{1,40}\) : (.{1,200})$/m,
  /^.{1,300}: forward host lookup failed: (.{1,200})$/m,
  // ncat.
  /^Ncat: (?:Could not resolve hostname .{1,300}|(?:Connection|No route|Network|Host|TIMEOUT).{0,200})$/m,
  // socat 1.7 and 1.8.
  /\bsocat\[\d+\] E (.{1,500})$/m,
  // bash's /dev/tcp.
  /\/dev\/tcp\/.{1,300}: (.{1,200})$/m,
]

/** A name may have several addresses: the clearest failure counts, as for addresses that this machine connects to. */
const BY_INFORMATION: readonly SystemError[] = [
  'refused',
  'reset',
  'timeout',
  'unreachable',
  'no-network',
  'unresolved',
  'no-resolver',
]

function originFailure(text: string): CommandFailure | undefined {
  const found = new Set(
    text.split('\n').flatMap((line) =>
      ORIGIN_MESSAGES.flatMap((message) => {
        const match = message.exec(line)
        return match === null ? [] : [systemErrorIn(match[1] ?? match[0])]
      }),
    ),
  )
  const clearest = BY_INFORMATION.find((error) => found.has(error))
  return clearest === undefined ? undefined : ORIGIN_FAILURES[clearest]
}
