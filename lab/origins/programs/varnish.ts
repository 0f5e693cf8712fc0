import { connect } from 'node:net'
import { pipeline } from 'node:stream'
import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import { openPort, tlsHandler, type StreamHandler } from '../server/listeners.ts'
import type { Endpoint } from '../../network/network.ts'
import type { OriginDefinition } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

const configuration = (upstreamTimeout: number, { host, port }: Endpoint): string => `
vcl 4.1;
backend app {
  .host = "${host}";
  .port = "${port}";
  .connect_timeout = ${upstreamTimeout}ms;
  .first_byte_timeout = ${upstreamTimeout}ms;
}
# Each answer comes from the application, so that its state shows.
sub vcl_recv { return (pass); }
`

/** Varnish doesn't support TLS, so a terminator in front of it forwards the bytes. */
const passOn =
  ({ host, port }: Endpoint): StreamHandler =>
  (stream) => {
    const behind = connect(port, host)
    pipeline(stream, behind, stream, () => {})
  }

/** A real Varnish in the foreground, behind a TLS terminator. */
const varnish = (sentence: string, state: ApplicationState): OriginDefinition => ({
  sentence,
  packages: ['varnish'],
  start: async (options) => {
    const application = await startApplication(state)
    const handler = openPort(options.https, tlsHandler(options.credentials, passOn(options.http)))
    const program = startProgram({
      command: 'varnishd',
      args: [
        '-F',
        '-j',
        'none',
        '-n',
        `${options.folder}/varnish`,
        '-a',
        hostPort(options.http),
        '-T',
        'none',
        '-f',
        `${options.folder}/site.vcl`,
        '-s',
        'malloc,8m',
      ],
      folder: options.folder,
      files: {
        'site.vcl': configuration(proxyTimeout(state, options.upstreamTimeout), application.endpoint),
      },
      endpoints: [options.http],
    })
    return closeTogether(application, closeTogether(await handler, program))
  },
})

export const VARNISH = {
  'varnish-up': varnish('Varnish serves the site', 'up'),
  'varnish-app-down': varnish('Varnish returns 503: the application is not running', 'refusing'),
  'varnish-app-crashing': varnish('Varnish returns 503: the application closes the connection', 'crashing'),
  'varnish-app-timeout': varnish('Varnish returns 503: the application takes too long', 'silent'),
} as const satisfies Readonly<Record<string, OriginDefinition>>
