import { BASTION_COMMANDS } from '../../bastion/bastion.ts'
import { ADDRESSES, HOST, SITE } from '../../network/addresses.ts'
import type { Check, Scenario } from '../scenario.ts'

/** How to reach an origin behind a bastion, and which network that needs. */
const ROUTES = {
  ssh: { network: 'namespace', command: BASTION_COMMANDS.ssh },
  'ssh-nc': { network: 'namespace', command: BASTION_COMMANDS.sshNc },
  relay: { network: 'loopback', command: BASTION_COMMANDS.relay },
} as const

export type BastionRoute = keyof typeof ROUTES

/** Requests the site with curl from the bastion itself. Over `relay` there is no machine to run it on. */
export const fromBastion = (prints: RegExp): Check => ({
  run: [
    'ssh',
    '-F',
    'bastion/ssh_config',
    'jump.acme.internal',
    `curl -sSk -m 6 -o /dev/null -w %{http_code} --resolve ${HOST}:443:${ADDRESSES.origin} ${SITE}`,
  ],
  prints,
})

/** An origin that drops the runner, and a bastion that it admits. The scenario's own setup and inputs come first. */
export function behindBastion(route: BastionRoute, scenario: Scenario): Scenario {
  const { network, command } = ROUTES[route]
  const { setup, inputs, checks = [], ...rest } = scenario
  return {
    ...rest,
    network,
    setup: { runnerToOrigin: 'drop', bastion: 'up', ...setup },
    inputs: { 'origin-proxy-command': command, timeout: '8s', ...inputs },
    ...(network === 'namespace' && { checks }),
  }
}

/** The same origin for a check that has no command: it drops the runner, and nothing else is known about it. */
export const withoutCommand = (scenario: Scenario): Scenario => ({
  ...scenario,
  setup: { runnerToOrigin: 'drop', ...scenario.setup },
})
