import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nftScript } from './firewall.ts'
import { namespaceCommand } from './namespace.ts'
import { runProgram } from './programs.ts'

/** Asks the keeper to set an empty firewall, as the network does. */
const TRIAL_SCRIPT = 'echo "$0/rules.nft" >"$0/asked" && cat "$0/answered"'

/** Words that tell which package or switch is missing, from those of the program that failed. */
const KNOWN_PROBLEMS: readonly (readonly [complaint: RegExp, reason: string])[] = [
  [/ENOENT/, 'unshare is missing (Debian: util-linux)'],
  [/nft: not found/, 'nft is missing (Debian: nftables)'],
  [/ip: not found/, 'ip is missing (Debian: iproute2)'],
  [/unshare.*No space left/, 'this system allows no user namespace (sysctl user.max_user_namespaces)'],
  [
    /unshare.*(?:Operation not permitted|Permission denied)/,
    'this kernel forbids user namespaces (on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0)',
  ],
]

/** Why there can be no network namespace here, in one line; undefined: there can. Tries it. */
export async function namespaceProblem(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `network namespaces are Linux's, and this is ${process.platform}`
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-trial-'))
  try {
    await writeFile(join(folder, 'rules.nft'), nftScript([]))
    const { code, stdout, stderr } = await runProgram(
      await namespaceCommand(folder, ['sh', '-c', TRIAL_SCRIPT, folder]),
    )
    if (code === 0 && stdout === 'ok\n') return undefined
    const complaint = (stdout + stderr).trim().replaceAll(/\s*\n\s*/g, '; ')
    return (
      KNOWN_PROBLEMS.find(([words]) => words.test(complaint))?.[1] ??
      (complaint || `unshare ended with ${code}`)
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
