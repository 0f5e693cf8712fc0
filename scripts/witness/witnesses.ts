import { nginxVersion } from '../../lab/origins/programs/nginx-standalone.ts'
import { runProgram } from '../../lab/network/programs.ts'
import type { Witness, WitnessName } from './case.ts'
import { curl } from './readers/curl.ts'
import { nodeHttp } from './readers/node-http.ts'
import { haproxy, nginx } from './readers/proxy.ts'
import { undici } from './readers/undici.ts'

/** How to start each witness. Node and undici are always installed. */
export const WITNESSES: Readonly<Record<WitnessName, () => Promise<Witness>>> = {
  node: () => Promise.resolve(nodeHttp(false)),
  undici: () => Promise.resolve(undici()),
  'node-lenient': () => Promise.resolve(nodeHttp(true)),
  curl,
  nginx,
  haproxy,
}

export async function isInstalled(name: WitnessName): Promise<boolean> {
  if (name === 'nginx') return (await nginxVersion()) !== undefined
  if (name === 'haproxy' || name === 'curl') {
    const version = await runProgram([name, name === 'curl' ? '--version' : '-v'])
    return version.code === 0
  }
  return true
}
