import { certificateOf } from '../../tls/authorities.ts'
import { patienceWith, startApplication, type ApplicationState } from './application.ts'
import type { OriginEntry, OriginOrder } from '../origin.ts'
import { addressOf, startProgram } from './program.ts'
import { together } from './together.ts'

interface CaddySetup {
  readonly application?: ApplicationState
  /** True: it has another site, and nothing of this one. */
  readonly otherSite?: boolean
}

const configuration = (order: OriginOrder, setup: CaddySetup, application: string): string => {
  const patience = patienceWith(setup.application ?? 'up', order.patience)
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
      dial_timeout ${patience}ms
      response_header_timeout ${patience}ms
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
const caddy = (sentence: string, setup: CaddySetup = {}): OriginEntry => ({
  sentence,
  packages: ['caddy'],
  start: async (order) => {
    const application = await startApplication(setup.application ?? 'up')
    const { cert, key } = setup.otherSite
      ? certificateOf('wrong-name', order.host, order.by)
      : order.credentials
    const program = startProgram({
      command: 'caddy',
      args: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
      folder: order.folder,
      files: {
        'cert.pem': cert,
        'key.pem': key,
        Caddyfile: configuration(order, setup, addressOf(application.place)),
      },
      places: [order.https, order.http],
    })
    return together(application, program)
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
} as const satisfies Readonly<Record<string, OriginEntry>>
