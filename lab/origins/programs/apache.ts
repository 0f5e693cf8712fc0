import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import type { OriginDefinition, OriginOptions } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

interface ApacheSetup {
  readonly application?: ApplicationState
  /** Lines of both virtual hosts. Absent: forwards every request to the application. */
  readonly site?: string
  /** Whether the plain port uses TLS too. */
  readonly tlsOn80?: boolean
}

const MODULES = ['mpm_event', 'authz_core', 'alias', 'rewrite', 'headers', 'proxy', 'proxy_http', 'ssl']
const WHERE = '/usr/lib/apache2/modules'

function configuration(order: OriginOptions, setup: ApacheSetup, application: string): string {
  const tls =
    'SSLEngine on\n  SSLCertificateFile cert.pem\n  SSLCertificateKeyFile key.pem\n  SSLCipherSuite DEFAULT@SECLEVEL=0'
  // Apache's timeouts are in seconds.
  const upstreamTimeout = Math.ceil(proxyTimeout(setup.application ?? 'up', order.upstreamTimeout) / 1000)
  const passOn = `ProxyPass / http://${application}/ timeout=${upstreamTimeout} retry=0`
  const host = (address: string, more: string): string => `
<VirtualHost ${address}>
  ServerName ${order.host}
  ${more}
  ${setup.site ?? passOn}
</VirtualHost>`
  return `
${MODULES.map((name) => `LoadModule ${name}_module ${WHERE}/mod_${name}.so`).join('\n')}
ServerRoot ${order.folder}
DefaultRuntimeDir ${order.folder}
Mutex file:${order.folder}
PidFile apache.pid
ErrorLog error.log
LogLevel crit
ServerName ${order.host}
ServerTokens Prod
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 16
ServerLimit 2
MinSpareThreads 1
MaxSpareThreads 16
SSLSessionCache none
Listen ${hostPort(order.https)}
Listen ${hostPort(order.http)}
${host(hostPort(order.https), tls)}
${host(hostPort(order.http), setup.tlsOn80 ? tls : '')}
`
}

/** A real Apache in the foreground. */
const apache = (sentence: string, setup: ApacheSetup = {}): OriginDefinition => ({
  sentence,
  packages: ['apache2-bin'],
  start: async (order) => {
    const application = await startApplication(setup.application ?? 'up')
    const program = startProgram({
      command: 'apache2',
      args: ['-D', 'FOREGROUND', '-f', `${order.folder}/apache.conf`],
      folder: order.folder,
      files: {
        'cert.pem': order.credentials.cert,
        'key.pem': order.credentials.key,
        'apache.conf': configuration(order, setup, hostPort(application.endpoint)),
      },
      endpoints: [order.https, order.http],
      refusesRoot: true,
    })
    return closeTogether(application, program)
  },
})

export const APACHE = {
  'apache-up': apache('Apache serves the site'),
  'apache-app-down': apache('Apache answers 503: the application is not running', {
    application: 'refusing',
  }),
  'apache-app-crashing': apache('Apache answers 502: the application hangs up on it', {
    application: 'crashing',
  }),
  'apache-app-timeout': apache('Apache gives up on the application after a second', {
    application: 'silent',
  }),
  'apache-app-error': apache('Apache passes on the 500 of the application', { application: 'failing' }),
  'apache-forbidden': apache('Apache forbids the site to everybody', {
    site: '<Location />\n  Require all denied\n  </Location>',
  }),
  'apache-maintenance': apache('Apache answers 503 and says when to come again', {
    site: 'RewriteEngine on\n  RewriteRule .* - [R=503,L]\n  Header always set Retry-After 1800',
  }),
  'apache-tls-on-80': apache('the plain port of Apache speaks TLS, hence its 400', { tlsOn80: true }),
  'apache-forces-https': apache('Apache sends plain HTTP to HTTPS', {
    site: 'RewriteEngine on\n  RewriteCond %{HTTPS} off\n  RewriteRule .* https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]\n  RewriteRule .* - [R=204,L]',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
