/** Runs scripts of the examples in an empty folder, with programs of a test first on their PATH. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach } from '@jest/globals'
import { NO_SHELL, WINDOWS } from '../support/platform.ts'

/** For `describeWith`. The scripts are for Linux. What they run has no equivalent on Windows. */
export const SHELL = { missing: WINDOWS ? NO_SHELL : undefined }

export interface ShellRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Shell {
  /** A path in the folder, which is also the home. */
  readonly path: (...names: readonly string[]) => string
  /** Runs `sh` or `bash`. The PATH of `env` comes after the programs, which are scripts by name. */
  readonly run: (
    command: readonly [shell: 'sh' | 'bash', ...args: readonly string[]],
    env: Readonly<Record<string, string | undefined>>,
    programs: Readonly<Record<string, string>>,
  ) => Promise<ShellRun>
}

/** An empty folder for each test of the file. */
export function emptyShell(): Shell {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'origin-gate-shell-'))
    await mkdir(join(folder, 'bin'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  return {
    path: (...names) => join(folder, ...names),
    run: async ([shell, ...args], env, programs) => {
      for (const [name, script] of Object.entries(programs)) {
        await writeFile(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`)
        await chmod(join(folder, 'bin', name), 0o755)
      }
      const child = spawn(shell, args, {
        cwd: folder,
        env: {
          HOME: folder,
          ...env,
          PATH: [join(folder, 'bin'), env['PATH'] ?? process.env['PATH']].join(':'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 60_000,
        killSignal: 'SIGKILL',
      })
      const closed = once(child, 'close')
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), closed])
      return { code: child.exitCode, stdout, stderr }
    },
  }
}
