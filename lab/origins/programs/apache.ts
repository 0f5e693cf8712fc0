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
const MODULE_FOLDER = '/usr/lib/apache2/modules'

function configuration(options: OriginOptions, setup: ApacheSetup, application: string): string {
  const tls =
    'SSLEngine on\n  SSLCertificateFile cert.pem\n  SSLCertificateKeyFile key.pem\n  SSLCipherSuite DEFAULT@SECLEVEL=0'
  // Apache's timeouts are in seconds.
  const upstreamTimeout = Math.ceil(proxyTimeout(setup.application ?? 'up', options.upstreamTimeout) / 1000)
  const passOn = `ProxyPass / http://${application}/ timeout=${upstreamTimeout} retry=0`
  const host = (address: string, more: string): string => `
<VirtualHost ${address}>
  ServerName ${options.host}
  ${more}
  ${setup.site ?? passOn}
</VirtualHost>`
  return `
${MODULES.map((name) => `LoadModule ${name}_module ${MODULE_FOLDER}/mod_${name}.so`).join('\n')}
ServerRoot ${options.folder}
DefaultRuntimeDir ${options.folder}
Mutex file:${options.folder}
PidFile apache.pid
ErrorLog error.log
LogLevel crit
ServerName ${options.host}
ServerTokens Prod
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 16
ServerLimit 2
MinSpareThreads 1
MaxSpareThreads 16
SSLSessionCache none
Listen ${hostPort(options.https)}
Listen ${hostPort(options.http)}
${host(hostPort(options.https), tls)}
${host(hostPort(options.http), setup.tlsOn80 ? tls : '')}
`
}

/** A real Apache in the foreground. */
const apache = (sentence: string, setup: ApacheSetup = {}): OriginDefinition => ({
  sentence,
  packages: ['apache2-bin'],
  start: async (options) => {
    const application = await startApplication(setup.application ?? 'up')
    const program = startProgram({
      command: 'apache2',
      args: ['-D', 'FOREGROUND', '-f', `${options.folder}/apache.conf`],
      folder: options.folder,
      files: {
        'cert.pem': options.credentials.cert,
        'key.pem': options.credentials.key,
        'apache.conf': configuration(options, setup, hostPort(application.endpoint)),
      },
      endpoints: [options.https, options.http],
      refusesRoot: true,
    })
    return closeTogether(application, program)
  },
})

export const APACHE = {
  'apache-up': apache('Apache serves the site'),
  'apache-app-down': apache('Apache returns 503: the application is not running', {
    application: 'refusing',
  }),
  'apache-app-crashing': apache('Apache returns 502: the application closes the connection', {
    application: 'crashing',
  }),
  'apache-app-timeout': apache('Apache times out waiting for the application after one second', {
    application: 'silent',
  }),
  'apache-app-error': apache("Apache forwards the application's 500", { application: 'failing' }),
  'apache-forbidden': apache('Apache denies every request', {
    site: '<Location />\n  Require all denied\n  </Location>',
  }),
  'apache-maintenance': apache('Apache returns 503 with Retry-After', {
    site: 'RewriteEngine on\n  RewriteRule .* - [R=503,L]\n  Header always set Retry-After 1800',
  }),
  'apache-tls-on-80': apache("Apache's plain port expects TLS and returns 400", { tlsOn80: true }),
  'apache-forces-https': apache('Apache redirects plain HTTP to HTTPS', {
    site: 'RewriteEngine on\n  RewriteCond %{HTTPS} off\n  RewriteRule .* https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]\n  RewriteRule .* - [R=204,L]',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
