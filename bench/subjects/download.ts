import { fileURLToPath } from 'node:url'
import { ended } from '../process.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The size of the tarball that a runner downloads, as committed. Kilobytes of 1000 bytes. */
export async function downloadSize(): Promise<number> {
  const { stdout } = await ended({
    program: 'sh',
    args: ['-c', 'git -C "$0" archive HEAD | gzip -n | wc -c', ROOT],
    env: { PATH: process.env['PATH'] ?? '' },
    code: 0,
    prints: '',
  })
  return Number(stdout) / 1000
}
