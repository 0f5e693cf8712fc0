import { CLOUDFLARE_ORIGIN_CA } from '../../cloudflare/origin-ca.ts'
import { labNetwork, labFileOf } from './lab.ts'
import { systemNetwork, type Network } from './network.ts'
import { proxiesOf } from './proxy.ts'

/** The real network, through the proxies that the environment names, unless the environment names a lab. */
export async function networkOf(env: NodeJS.ProcessEnv): Promise<Network> {
  const lab = labFileOf(env)
  return lab === undefined ? systemNetwork(CLOUDFLARE_ORIGIN_CA, proxiesOf(env)) : labNetwork(lab)
}
