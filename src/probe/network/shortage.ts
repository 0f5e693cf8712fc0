import { shortageOfFiles } from '../../files/read.ts'
import { isShortage } from '../../shared/errors.ts'
import type { Network } from '../types.ts'

/**
 * The network, with a note of the first error for which this machine is responsible: it may open no more connections,
 * or its memory is used up. Such an error looks like a failure of the site.
 */
export function watchShortage(network: Network): Network {
  let first: unknown
  const note = (error: unknown): void => {
    if (isShortage(error)) first ??= error
  }
  const { dns, openThroughProxy, openThroughCommand } = network
  return {
    ...network,
    shortage: () => first,
    lookup: (host) =>
      network.lookup(host).catch((error: unknown) => {
        // If it can't open its files, getaddrinfo returns ENOTFOUND.
        note(shortageOfFiles() ?? error)
        throw error
      }),
    dial: (address, port) => network.dial(address, port).once('error', note),
    ...(openThroughProxy !== undefined && {
      openThroughProxy: (host, port, tls) => {
        const open = openThroughProxy(host, port, tls)
        return open === undefined
          ? undefined
          : async (signal) => {
              const connection = await open(signal)
              if (!connection.ok) note({ code: connection.error.code.replace(/^PROXY_/, '') })
              return connection
            }
      },
    }),
    ...(openThroughCommand !== undefined && {
      openThroughCommand: async (command, host, port) => {
        const connection = await openThroughCommand(command, host, port)
        // For a process, this is a limit too.
        if (!connection.ok && connection.systemCode === 'EAGAIN') first ??= { code: 'EAGAIN' }
        if (!connection.ok) note({ code: connection.systemCode })
        return connection
      },
    }),
    ...(dns !== undefined && {
      dns: { ...dns, datagram: (address, port) => dns.datagram(address, port).once('error', note) },
    }),
  }
}
