import type { Clue, Moment } from '../../domain/cause.ts'
import { defaultPort } from '../../shared/authority.ts'
import { alertText } from '../facts/handshake/tls-alerts.ts'
import { tlsAlert, isRegularResponse } from '../facts/tls.ts'

/** What the TLS inspection and the request over the other scheme add. */
export function handshakeClues(moment: Moment): readonly Clue[] {
  const { recheck, origin } = moment
  const alert = tlsAlert(moment)
  const { legacy, protocol } = recheck?.tlsInspection ?? {}
  const other = recheck?.otherScheme
  const texts = [
    ...(alert === undefined ? [] : [`The origin rejects the TLS handshake: ${alertText(alert)}.`]),
    ...(legacy === undefined
      ? []
      : [
          `With legacy settings, the origin accepts ${legacy.protocol} (${legacy.cipher}), and nothing newer.`,
        ]),
    ...(origin?.kind === 'failed' && protocol === 'http'
      ? ['The origin responds to a TLS handshake with plain HTTP.']
      : []),
    ...(isRegularResponse(other) && other?.kind === 'completed'
      ? [
          `Over ${other.tls === undefined ? 'plain HTTP' : 'TLS'}, the same port responds ${other.head.status}.`,
        ]
      : []),
  ]
  return texts.map((text) => ({ from: 'origin', text }))
}

/** Whether the other well-known port responds when the one that Cloudflare connects to is closed. */
export function otherPortClues({ dialedOrigin, recheck }: Moment): readonly Clue[] {
  const response = recheck?.otherPort
  if (response?.kind !== 'completed' || dialedOrigin === undefined) return []
  const { tls, port } = dialedOrigin
  const other = defaultPort(!tls)
  const scheme = tls ? 'plain HTTP' : 'TLS'
  const modes = tls ? 'Full and Full (strict)' : 'Flexible and Off'
  const text = `Port ${other} responds ${response.head.status} over ${scheme}, and port ${port} is closed. The SSL modes ${modes} connect to port ${port}.`
  return [{ from: 'origin', text }]
}
