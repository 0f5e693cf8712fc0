import { makeCertificate } from '../../tls/authorities.ts'
import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import type { OriginDefinition, OriginOptions } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

interface HaproxySetup {
  readonly application?: ApplicationState
  /** The certificate of another site instead of the site's own. */
  readonly certificate?: 'other-site'
  /** Additions to the TLS bind line, the frontend and the server line. */
  readonly bind?: string
  readonly frontend?: string
  readonly server?: string
}

const configuration = (options: OriginOptions, setup: HaproxySetup, application: string): string => `
global
  # For keys that OpenSSL finds too weak.
  ssl-default-bind-ciphers DEFAULT@SECLEVEL=0
defaults
  mode http
  retries 0
  timeout client 20s
  timeout connect 5s
  timeout server ${proxyTimeout(setup.application ?? 'up', options.upstreamTimeout)}ms
  timeout queue ${options.upstreamTimeout}ms
frontend site
  bind ${hostPort(options.https)} ssl crt site.pem ${setup.bind ?? ''}
  bind ${hostPort(options.http)}
  ${setup.frontend ?? ''}
  default_backend app
backend app
  server app1 ${application} ${setup.server ?? ''}
`

/** A real HAProxy in the foreground, in front of one server. */
const haproxy = (sentence: string, setup: HaproxySetup = {}): OriginDefinition => ({
  sentence,
  packages: ['haproxy'],
  start: async (options) => {
    const application = await startApplication(setup.application ?? 'up')
    const { cert, key } =
      setup.certificate === 'other-site'
        ? makeCertificate('wrong-name', options.host, options.authorities)
        : options.credentials
    const program = startProgram({
      command: 'haproxy',
      args: ['-db', '-f', 'haproxy.cfg'],
      folder: options.folder,
      files: {
        'site.pem': cert + key,
        'clients.pem': options.authorities.originPull.certificate,
        'haproxy.cfg': configuration(options, setup, hostPort(application.endpoint)),
      },
      endpoints: [options.https, options.http],
    })
    return closeTogether(application, program)
  },
})

export const HAPROXY = {
  'haproxy-up': haproxy('HAProxy serves the site'),
  'haproxy-h2': haproxy('HAProxy serves the site and offers HTTP/2', { bind: 'alpn h2,http/1.1' }),
  'haproxy-app-down': haproxy('HAProxy returns 503: the application is not running', {
    application: 'refusing',
  }),
  'haproxy-no-server': haproxy('HAProxy returns 503: no server passes its health check', {
    application: 'refusing',
    server: 'check inter 100ms fall 1',
  }),
  'haproxy-app-crashing': haproxy('HAProxy returns 502: the application closes the connection', {
    application: 'crashing',
  }),
  'haproxy-h2-app-crashing': haproxy(
    'HAProxy returns 502 over HTTP/1.1 and refuses the HTTP/2 stream, which clients may retry',
    { application: 'crashing', bind: 'alpn h2,http/1.1' },
  ),
  'haproxy-app-timeout': haproxy('HAProxy returns 504: the application takes too long', {
    application: 'silent',
  }),
  'haproxy-app-dies': haproxy('HAProxy serves the site until the application dies', {
    application: 'dies',
  }),
  'haproxy-queue-full': haproxy('HAProxy returns 503 to requests that wait too long in its queue', {
    application: 'slow',
    server: 'maxconn 1',
  }),
  'haproxy-limits-429': haproxy('HAProxy returns 429 to more than two requests in ten seconds', {
    frontend: [
      'stick-table type ipv6 size 1k expire 10s store http_req_rate(10s)',
      'http-request track-sc0 src',
      'http-request deny deny_status 429 if { sc_http_req_rate(0) gt 2 }',
    ].join('\n  '),
  }),
  'haproxy-closes': haproxy('HAProxy closes without a response (`http-request reject`)', {
    frontend: 'http-request reject',
  }),
  'haproxy-client-certificate': haproxy('HAProxy requires a client certificate in the handshake', {
    bind: 'verify required ca-file clients.pem',
  }),
  'haproxy-strict-sni': haproxy('HAProxy has no certificate for the name and ends the handshake', {
    certificate: 'other-site',
    bind: 'strict-sni',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
