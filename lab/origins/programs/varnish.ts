import { connect } from 'node:net'
import { pipeline } from 'node:stream'
import { patienceWith, startApplication, type ApplicationState } from './application.ts'
import { openDoor, tlsDoor, type Talk } from '../server/listeners.ts'
import type { OriginEntry, Place } from '../origin.ts'
import { addressOf, startProgram } from './program.ts'
import { together } from './together.ts'

const configuration = (patience: number, { host, port }: Place): string => `
vcl 4.1;
backend app {
  .host = "${host}";
  .port = "${port}";
  .connect_timeout = ${patience}ms;
  .first_byte_timeout = ${patience}ms;
}
# Each answer comes from the application, so that its state shows.
sub vcl_recv { return (pass); }
`

/** Varnish speaks no TLS: something in front of it does, and passes the bytes on. */
const passOn =
  ({ host, port }: Place): Talk =>
  (stream) => {
    const behind = connect(port, host)
    pipeline(stream, behind, stream, () => {})
  }

/** A real Varnish in the foreground, behind a TLS terminator. */
const varnish = (sentence: string, state: ApplicationState): OriginEntry => ({
  sentence,
  packages: ['varnish'],
  start: async (order) => {
    const application = await startApplication(state)
    const door = openDoor(order.https, tlsDoor(order.credentials, passOn(order.http)))
    const program = startProgram({
      command: 'varnishd',
      args: [
        '-F',
        '-j',
        'none',
        '-n',
        `${order.folder}/varnish`,
        '-a',
        addressOf(order.http),
        '-T',
        'none',
        '-f',
        `${order.folder}/site.vcl`,
        '-s',
        'malloc,8m',
      ],
      folder: order.folder,
      files: { 'site.vcl': configuration(patienceWith(state, order.patience), application.place) },
      places: [order.http],
    })
    return together(application, together(await door, program))
  },
})

export const VARNISH = {
  'varnish-up': varnish('Varnish serves the site', 'up'),
  'varnish-app-down': varnish('Varnish answers 503: the application is not running', 'refusing'),
  'varnish-app-crashing': varnish('Varnish answers 503: the application hangs up on it', 'crashing'),
  'varnish-app-timeout': varnish('Varnish answers 503: the application takes too long', 'silent'),
} as const satisfies Readonly<Record<string, OriginEntry>>
