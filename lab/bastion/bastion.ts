import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BASTION_SOURCES } from '../network/addresses.ts'
import { BASTION_FILE } from '../network/loopback.ts'
import type { LabNetwork } from '../network/network.ts'
import type { RunningOrigin } from '../origins/origin.ts'
import { startSshd, type SshdState } from './sshd.ts'

/** `none`: the runner has no files for a bastion, and there is none. */
export type BastionState = 'none' | SshdState

/** The host through which the runner reaches the origin, if its workflow has a command for that. */
export interface Bastion {
  /** Does nothing if the bastion is in this state already. */
  readonly replace: (state: BastionState) => Promise<void>
  readonly close: () => Promise<void>
}

/** The folder of a world in which its files are. The Action runs in the world's folder. */
const FOLDER = 'bastion'

/** Commands for the input `origin-proxy-command`. */
export const BASTION_COMMANDS = {
  /** Where the bastion has an address. */
  ssh: 'ssh -F bastion/ssh_config -W %h:%p jump.acme.internal',
  /** The shape for an origin on the bastion's own network. */
  sshNc: 'ssh -F bastion/ssh_config jump.acme.internal nc -w 2 %h %p',
  /** On loopback, where a program stands for the bastion. */
  relay: 'bastion/relay %h %p',
} as const

const RELAY = fileURLToPath(new URL('relay.ts', import.meta.url))

/** The bastion of a network, with its files in a world's folder. */
export function openBastion(network: LabNetwork, world: string): Bastion {
  const folder = join(world, FOLDER)
  let current: BastionState = 'none'
  let running: RunningOrigin | undefined

  const stop = async (): Promise<void> => {
    await running?.close()
    running = undefined
    await rm(folder, { recursive: true, force: true })
  }
  return {
    replace: async (state) => {
      if (state === current) return
      current = state
      await stop()
      if (state === 'none') return
      if (network.onBastion === undefined) {
        await mkdir(folder)
        // Absent in the other states, so that the command fails.
        if (state === 'up') await writeRelay(join(folder, 'relay'), join(world, BASTION_FILE))
        return
      }
      const endpoint = { host: BASTION_SOURCES[4], port: 22 }
      running = await startSshd({ folder, endpoint, state, onMachine: network.onBastion })
    },
    close: stop,
  }
}

async function writeRelay(path: string, file: string): Promise<void> {
  const words = [process.execPath, RELAY, file].map((word) => `'${word}'`).join(' ')
  await writeFile(path, `#!/bin/sh\nexec ${words} "$@"\n`)
  await chmod(path, 0o755)
}
