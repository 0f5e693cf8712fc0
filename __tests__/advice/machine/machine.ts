import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isIPv6 } from 'node:net'
import { ADDRESSES, API_ADDRESSES, EDGE_SOURCES, RUNNER_RESOLVER } from '../../../lab/network/addresses.ts'
import { DNS_ADDRESSES } from '../../../lab/dns/defaults.ts'
import { namespaceProblem } from '../../../lab/network/namespace-support.ts'
import { runProgram } from '../../../lab/network/programs.ts'
import { makeLeaf } from '../../../lab/tls/certificates.ts'
import { ISSUER_URL, machineFiles, ORIGINS } from './files.ts'
import { readOutcomes, type Job, type Outcome } from './job.ts'

export { ORIGINS }

const INIT = join(import.meta.dirname, 'init.sh')
const RUN_JOBS = join(import.meta.dirname, 'run-jobs.ts')

const addressBatch = [
  'link set lo up',
  ...[
    ...Object.values(ADDRESSES),
    ...Object.values(EDGE_SOURCES),
    ...Object.values(API_ADDRESSES),
    ...DNS_ADDRESSES,
  ].map((address) =>
    isIPv6(address) ? `addr add ${address}/128 dev lo nodad` : `addr add ${address}/32 dev lo`,
  ),
  'addr add 172.64.0.1/32 dev lo',
  'route add default dev lo',
  '',
].join('\n')

/** Not root, so that tcpdump keeps its rights, but with all rights in its own namespaces. */
const NAMESPACE = [
  'unshare',
  '--user',
  '--map-user=1000',
  '--map-group=1000',
  '--keep-caps',
  '-nmp',
  '--fork',
  '--kill-child',
  'sh',
] as const

/** The programs that the machine and the commands need. */
const PROGRAMS =
  'unshare nginx apachectl haproxy caddy nft ip ss nstat fail2ban-client tcpdump dig nc traceroute xxd file script flock openssl curl'

/** Why the machine doesn't work here; undefined if it does. */
export async function machineProblem(): Promise<string | undefined> {
  const { stdout } = await runProgram([
    'sh',
    '-c',
    `for program in ${PROGRAMS}; do command -v $program >/dev/null || echo $program is missing; done`,
  ])
  return stdout === '' ? namespaceProblem() : stdout.trim().replaceAll('\n', ', ')
}

/** What each job printed, on a machine with an origin that has a self-signed certificate. */
export async function runOnMachine(jobs: readonly Job[]): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-machine-'))
  try {
    const files = Object.entries(
      machineFiles(makeLeaf({ names: ['www.shop.example'], issuerUrl: ISSUER_URL })),
    )
    for (const [path, content] of files) {
      const copy = join(folder, 'files', path)
      await mkdir(dirname(copy), { recursive: true })
      await writeFile(copy, content)
    }
    await mkdir(join(folder, 'programs'))
    await copyFile(join(import.meta.dirname, '..', 'systemctl.sh'), join(folder, 'programs', 'systemctl'))
    await writeFile(join(folder, 'addresses'), addressBatch)
    await writeFile(
      join(folder, 'resolv.conf'),
      `nameserver ${RUNNER_RESOLVER}\noptions timeout:1 attempts:2\n`,
    )
    await writeFile(join(folder, 'jobs.json'), JSON.stringify(jobs))
    const { code, stderr } = await runProgram(
      [...NAMESPACE, INIT, folder, process.execPath, RUN_JOBS, folder],
      {
        limit: 60_000,
      },
    )
    if (code !== 0) throw new Error(`the machine ended with ${code}: ${stderr}`)
    return readOutcomes(await readFile(join(folder, 'outcomes.json'), 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
