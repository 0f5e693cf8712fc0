import { makeCertificate } from '../../tls/authorities.ts'
import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import type { OriginDefinition, OriginOptions } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

interface HaproxySetup {
  readonly application?: ApplicationState
  /** The certificate of another site instead of the site's own. */
  readonly shows?: 'another-site'
  /** Additions to the TLS bind line, the frontend and the server line. */
  readonly bind?: string
  readonly frontend?: string
  readonly server?: string
}

const configuration = (order: OriginOptions, setup: HaproxySetup, application: string): string => `
global
  # For keys that OpenSSL finds too weak.
  ssl-default-bind-ciphers DEFAULT@SECLEVEL=0
defaults
  mode http
  retries 0
  timeout client 20s
  timeout connect 5s
  timeout server ${proxyTimeout(setup.application ?? 'up', order.upstreamTimeout)}ms
  timeout queue ${order.upstreamTimeout}ms
frontend site
  bind ${hostPort(order.https)} ssl crt site.pem ${setup.bind ?? ''}
  bind ${hostPort(order.http)}
  ${setup.frontend ?? ''}
  default_backend app
backend app
  server app1 ${application} ${setup.server ?? ''}
`

/** A real HAProxy in the foreground, in front of one server. */
const haproxy = (sentence: string, setup: HaproxySetup = {}): OriginDefinition => ({
  sentence,
  packages: ['haproxy'],
  start: async (order) => {
    const application = await startApplication(setup.application ?? 'up')
    const { cert, key } =
      setup.shows === 'another-site'
        ? makeCertificate('wrong-name', order.host, order.authorities)
        : order.credentials
    const program = startProgram({
      command: 'haproxy',
      args: ['-db', '-f', 'haproxy.cfg'],
      folder: order.folder,
      files: {
        'site.pem': cert + key,
        'clients.pem': order.authorities.originPull.certificate,
        'haproxy.cfg': configuration(order, setup, hostPort(application.endpoint)),
      },
      endpoints: [order.https, order.http],
    })
    return closeTogether(application, program)
  },
})

export const HAPROXY = {
  'haproxy-up': haproxy('HAProxy serves the site'),
  'haproxy-h2': haproxy('HAProxy serves the site, by HTTP/2 for who wants it', { bind: 'alpn h2,http/1.1' }),
  'haproxy-app-down': haproxy('HAProxy answers 503: the application is not running', {
    application: 'refusing',
  }),
  'haproxy-no-server': haproxy('HAProxy answers 503: no server passes its health check', {
    application: 'refusing',
    server: 'check inter 100ms fall 1',
  }),
  'haproxy-app-crashing': haproxy('HAProxy answers 502: the application hangs up on it', {
    application: 'crashing',
  }),
  'haproxy-h2-app-crashing': haproxy(
    'HAProxy refuses the HTTP/2 stream, for another try, where it answers 502 to HTTP/1.1',
    { application: 'crashing', bind: 'alpn h2,http/1.1' },
  ),
  'haproxy-app-timeout': haproxy('HAProxy answers 504: the application takes too long', {
    application: 'silent',
  }),
  'haproxy-app-leaking': haproxy('HAProxy serves the site until the application dies of it', {
    application: 'leaking',
  }),
  'haproxy-queue-full': haproxy('HAProxy answers 503 to who waits too long behind another visitor', {
    application: 'slow',
    server: 'maxconn 1',
  }),
  'haproxy-limits-429': haproxy('HAProxy answers 429 to more than two requests in ten seconds', {
    frontend: [
      'stick-table type ipv6 size 1k expire 10s store http_req_rate(10s)',
      'http-request track-sc0 src',
      'http-request deny deny_status 429 if { sc_http_req_rate(0) gt 2 }',
    ].join('\n  '),
  }),
  'haproxy-closes': haproxy('HAProxy closes without an answer, by `http-request reject`', {
    frontend: 'http-request reject',
  }),
  'haproxy-client-certificate': haproxy('HAProxy demands a client certificate in the handshake', {
    bind: 'verify required ca-file clients.pem',
  }),
  'haproxy-strict-sni': haproxy('HAProxy has no certificate for the name, and ends the handshake', {
    shows: 'another-site',
    bind: 'strict-sni',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
