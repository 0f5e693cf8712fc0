import { isCloudMetadata } from '../../shared/ip.ts'

/** What a validated host can have. None of these means anything to a shell, and no word of it is an option. */
const HOST = /^[A-Za-z0-9._:][A-Za-z0-9._:-]*$/

/**
 * A command with the host and the port of the origin in it, as ssh_config(5) expands `%h`, `%p` and `%%`. Undefined if
 * the host could change the words of the command.
 */
export function commandLine(command: string, host: string, port: number): string | undefined {
  if (!HOST.test(host) || !Number.isInteger(port) || port < 1 || port > 65_535) return undefined
  if (isCloudMetadata(host)) return undefined
  const values: Readonly<Record<string, string>> = { '%h': host, '%p': String(port), '%%': '%' }
  return command.replaceAll(/%[hp%]/g, (token) => values[token] ?? token)
}
