import { CLOUDFLARE_ORIGIN_CA } from '../../cloudflare/origin-ca.ts'
import { systemNetwork, type Network } from './network.ts'
import { proxiesOf } from './proxy.ts'

/** The real network, through the proxies that the environment names, unless `ORIGIN_GATE_LAB` names the plan of a lab. */
export async function networkOf(env: NodeJS.ProcessEnv): Promise<Network> {
  const plan = env['ORIGIN_GATE_LAB'] ?? ''
  if (plan === '') return systemNetwork(CLOUDFLARE_ORIGIN_CA, proxiesOf(env))
  const { labNetwork } = await import('./lab.ts')
  return labNetwork(plan)
}
