import { makeCertificate } from '../../tls/authorities.ts'
import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import type { OriginDefinition, OriginOptions } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

interface CaddySetup {
  readonly application?: ApplicationState
  /** True: serves another site instead of this one. */
  readonly otherSite?: boolean
}

const configuration = (order: OriginOptions, setup: CaddySetup, application: string): string => {
  const upstreamTimeout = proxyTimeout(setup.application ?? 'up', order.upstreamTimeout)
  const host = setup.otherSite ? `old-${order.host}` : order.host
  return `
{
  admin off
  auto_https off
  servers {
    protocols h1 h2
  }
}
(site) {
  bind ${order.https.host}
  reverse_proxy ${application} {
    transport http {
      dial_timeout ${upstreamTimeout}ms
      response_header_timeout ${upstreamTimeout}ms
    }
  }
}
https://${host}:${order.https.port} {
  import site
  tls cert.pem key.pem
}
http://${host}:${order.http.port} {
  import site
}
`
}

/** A real Caddy in the foreground. */
const caddy = (sentence: string, setup: CaddySetup = {}): OriginDefinition => ({
  sentence,
  packages: ['caddy'],
  start: async (order) => {
    const application = await startApplication(setup.application ?? 'up')
    const { cert, key } = setup.otherSite
      ? makeCertificate('wrong-name', order.host, order.authorities)
      : order.credentials
    const program = startProgram({
      command: 'caddy',
      args: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
      folder: order.folder,
      files: {
        'cert.pem': cert,
        'key.pem': key,
        Caddyfile: configuration(order, setup, hostPort(application.endpoint)),
      },
      endpoints: [order.https, order.http],
    })
    return closeTogether(application, program)
  },
})

export const CADDY = {
  'caddy-up': caddy('Caddy serves the site'),
  'caddy-app-down': caddy('Caddy answers 502, without a word: the application is not running', {
    application: 'refusing',
  }),
  'caddy-app-crashing': caddy('Caddy answers 502, without a word: the application hangs up on it', {
    application: 'crashing',
  }),
  'caddy-app-timeout': caddy('Caddy answers 504, without a word: the application takes too long', {
    application: 'silent',
  }),
  'caddy-other-site': caddy('Caddy serves another site alone, and ends the handshake', { otherSite: true }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
