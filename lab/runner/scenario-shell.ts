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
    const stopChanges = world.startChanges()
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
    await stopChanges()
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
Scenario: ${sentence}.
  ${JSON.stringify(setup)}
curl gets ${curl.edge} through Cloudflare and ${curl.direct} directly. Expected: ${expected.verdict}${expected.cause && `, ${expected.cause}`}.

  the site     ${SITE} through Cloudflare at ${ADDRESSES.edge}
  the origin   ${ADDRESSES.origin}; other origins ${ADDRESSES.second}, ${ADDRESSES.third}; the old one ${ADDRESSES.old}
  Cloudflare   connects from ${EDGE_SOURCES[4]}
  you          are the runner at ${RUNNER_SOURCES[4]}, with the resolver ${RUNNER_RESOLVER}
  trust        ${ca} (set for curl and openssl)

  ${curlLine(network)}
  ${curlLine(network, ADDRESSES.origin)}
  ${opensslLine(network)}
  ${process.execPath} ${ACTION} ${SITE} --origin ${inputs['origin'] ?? ADDRESSES.origin} --wait 0s${proxyCommand(inputs)}

${network.kind === 'namespace' ? 'Nothing you do here leaves the lab.' : LOOPBACK_NOTE} Press Ctrl-D to exit.
`

function proxyCommand({ 'origin-proxy-command': command = '' }: NonNullable<Scenario['inputs']>): string {
  return command === '' ? '' : ` --origin-proxy-command '${command.replaceAll("'", `'\\''`)}'`
}

const LOOPBACK_NOTE =
  'Without a namespace only the Action can use these addresses. Other programs need the ports of 127.0.0.1 above.'

function curlLine(network: LabNetwork, address?: string): string {
  const args = network.curlArguments(HOST, 443, address)
  return typeof args === 'string' ? `# curl would fail: ${args}` : ['curl -i', ...args, SITE].join(' ')
}

function opensslLine(network: LabNetwork): string {
  const endpoint = network.endpointOf(ADDRESSES.origin, 443)
  if (endpoint === undefined) return '# the origin cannot be reached'
  return `openssl s_client -connect ${endpoint.host}:${endpoint.port} -servername ${HOST} </dev/null`
}
