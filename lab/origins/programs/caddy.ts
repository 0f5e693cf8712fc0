import { makeCertificate } from '../../tls/authorities.ts'
import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import type { OriginDefinition, OriginOptions } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

interface CaddySetup {
  readonly application?: ApplicationState
  /** True: serves another site instead of this one. */
  readonly otherSite?: boolean
}

const configuration = (options: OriginOptions, setup: CaddySetup, application: string): string => {
  const upstreamTimeout = proxyTimeout(setup.application ?? 'up', options.upstreamTimeout)
  const host = setup.otherSite ? `old-${options.host}` : options.host
  return `
{
  admin off
  auto_https off
  servers {
    protocols h1 h2
  }
}
(site) {
  bind ${options.https.host}
  reverse_proxy ${application} {
    transport http {
      dial_timeout ${upstreamTimeout}ms
      response_header_timeout ${upstreamTimeout}ms
    }
  }
}
https://${host}:${options.https.port} {
  import site
  tls cert.pem key.pem
}
http://${host}:${options.http.port} {
  import site
}
`
}

/** A real Caddy in the foreground. */
const caddy = (sentence: string, setup: CaddySetup = {}): OriginDefinition => ({
  sentence,
  packages: ['caddy'],
  start: async (options) => {
    const application = await startApplication(setup.application ?? 'up')
    const { cert, key } = setup.otherSite
      ? makeCertificate('wrong-name', options.host, options.authorities)
      : options.credentials
    const program = startProgram({
      command: 'caddy',
      args: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
      folder: options.folder,
      files: {
        'cert.pem': cert,
        'key.pem': key,
        Caddyfile: configuration(options, setup, hostPort(application.endpoint)),
      },
      endpoints: [options.https, options.http],
    })
    return closeTogether(application, program)
  },
})

export const CADDY = {
  'caddy-up': caddy('Caddy serves the site'),
  'caddy-app-down': caddy('Caddy returns 502 with an empty body: the application is not running', {
    application: 'refusing',
  }),
  'caddy-app-crashing': caddy('Caddy returns 502 with an empty body: the application closes the connection', {
    application: 'crashing',
  }),
  'caddy-app-timeout': caddy('Caddy returns 504 with an empty body: the application takes too long', {
    application: 'silent',
  }),
  'caddy-other-site': caddy('Caddy serves only another site and ends the handshake', { otherSite: true }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
