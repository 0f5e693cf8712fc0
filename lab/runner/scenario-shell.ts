import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ADDRESSES, EDGE_SOURCES, HOST, RUNNER_RESOLVER, RUNNER_SOURCES, SITE } from '../network/addresses.ts'
import type { LabNetwork } from '../network/network.ts'
import { SYSTEM_PATH } from '../network/programs.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorld } from '../world/world.ts'

const ACTION = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

/** Sets up a scenario and starts an interactive shell in it. Resolves to the shell's exit code. */
export async function openScenarioShell(
  scenario: Scenario,
  options: { readonly network?: LabNetwork },
): Promise<number> {
  const world = await startWorld({ scenario, ...options })
  try {
    const ca = join(world.folder, 'ca.pem')
    console.log(introduction(scenario, world.internet.network, ca))
    const end = world.startChanges()
    const shell = spawn('bash', ['--norc', '--noprofile', '-i'], {
      cwd: world.folder,
      env: {
        ...world.env,
        PATH: SYSTEM_PATH,
        TERM: process.env['TERM'] ?? 'dumb',
        PS1: `${scenario.id}$ `,
        // Read by curl, and by openssl s_client and other OpenSSL programs.
        CURL_CA_BUNDLE: ca,
        SSL_CERT_FILE: ca,
        // The shell is for the command, not for the Action.
        GITHUB_ACTIONS: '',
      },
      stdio: 'inherit',
    })
    await once(shell, 'close')
    await end()
    return shell.exitCode ?? 1
  } finally {
    await world.close()
  }
}

const introduction = (
  { sentence, setup, curl, expected, inputs = {} }: Scenario,
  network: LabNetwork,
  ca: string,
): string => `
The lab stages that ${sentence}.
  ${JSON.stringify(setup)}
curl gets ${curl.edge} through Cloudflare and ${curl.direct} directly. Expected: ${expected.verdict}${expected.cause && `, ${expected.cause}`}.

  the site     ${SITE} through Cloudflare at ${ADDRESSES.edge}
  the origin   ${ADDRESSES.origin}; others ${ADDRESSES.second}, ${ADDRESSES.third}; before ${ADDRESSES.old}
  Cloudflare   dials from ${EDGE_SOURCES[4]}
  you          are the runner, ${RUNNER_SOURCES[4]}, and ask ${RUNNER_RESOLVER} for names
  trust        ${ca} (curl and openssl know)

  ${curlLine(network)}
  ${curlLine(network, ADDRESSES.origin)}
  ${opensslLine(network)}
  ${process.execPath} ${ACTION} --url ${SITE} --origin ${inputs['origin'] ?? ADDRESSES.origin} --wait 0s

${network.kind === 'namespace' ? 'Nothing that you do here leaves the lab.' : LOOPBACK_NOTE} Ctrl-D ends it.
`

const LOOPBACK_NOTE =
  'Without a namespace only the Action knows these addresses; other programs need the ports of 127.0.0.1 above.'

function curlLine(network: LabNetwork, address?: string): string {
  const way = network.curlArguments(HOST, 443, address)
  return typeof way === 'string' ? `# curl would be told: ${way}` : ['curl -i', ...way, SITE].join(' ')
}

function opensslLine(network: LabNetwork): string {
  const spot = network.endpointOf(ADDRESSES.origin, 443)
  if (spot === undefined) return '# the origin cannot be reached'
  return `openssl s_client -connect ${spot.host}:${spot.port} -servername ${HOST} </dev/null`
}
