import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nftScript } from './firewall.ts'
import { namespaceCommand } from './namespace.ts'
import { runProgram } from './programs.ts'

/** Requests an empty firewall, as the lab does. */
const TRIAL_SCRIPT = 'echo "firewall $0/rules.nft" >"$0/requests" && cat "$0/responses"'

/** Maps the error of a program to the missing package or setting. */
const KNOWN_PROBLEMS: readonly (readonly [output: RegExp, reason: string])[] = [
  [/ENOENT/, 'unshare is missing (Debian: util-linux)'],
  [/nft: not found/, 'nft is missing (Debian: nftables)'],
  [/ip: not found/, 'ip is missing (Debian: iproute2)'],
  [/unshare.*No space left/, 'this system does not allow user namespaces (sysctl user.max_user_namespaces)'],
  [
    /unshare.*(?:Operation not permitted|Permission denied)/,
    'this kernel forbids user namespaces (on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0)',
  ],
]

/** Why network namespaces don't work here, in one line. Undefined if they do. Tries to create one. */
export async function namespaceProblem(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `network namespaces need Linux, and this is ${process.platform}`
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-trial-'))
  try {
    await writeFile(join(folder, 'rules.nft'), nftScript([]))
    const { code, stdout, stderr } = await runProgram(
      await namespaceCommand(folder, ['sh', '-c', TRIAL_SCRIPT, folder]),
    )
    if (code === 0 && stdout === 'ok\n') return undefined
    const output = (stdout + stderr).trim().replaceAll(/\s*\n\s*/g, '; ')
    return (
      KNOWN_PROBLEMS.find(([pattern]) => pattern.test(output))?.[1] ??
      (output || `unshare ended with ${code}`)
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
