import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../../lab/network/programs.ts'
import type { Case, Outcome, Witness } from '../case.ts'
import { caseOrigin, pathOf } from './origin.ts'

/** Runs one curl for each batch, because starting it takes longer than a response. */
export async function curl(): Promise<Witness> {
  const origin = await caseOrigin()
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-witness-'))
  const { stdout } = await runProgram(['curl', '--version'])
  const bodyFile = (each: Case): string => join(folder, String(each.number))
  const sectionOf = (each: Case): string =>
    [
      `url = "http://127.0.0.1:${origin.port}${pathOf(each)}"`,
      `output = "${each.method === 'HEAD' ? '/dev/null' : bodyFile(each)}"`,
      'write-out = "%{exitcode} %{http_code}\\n"',
      'silent',
      'http1.1',
      'max-time = 20',
      ...(each.method === 'HEAD' ? ['head'] : []),
    ].join('\n')
  const readUntilError = async (cases: readonly Case[]): Promise<readonly Outcome[]> => {
    await writeFile(join(folder, 'config'), cases.map(sectionOf).join('\nnext\n'))
    const { stdout } = await runProgram(['curl', '-q', '-K', join(folder, 'config')], { limit: 120_000 })
    const lines = stdout.split('\n').slice(0, -1)
    return Promise.all(
      cases.slice(0, lines.length).map(async (each, index): Promise<Outcome> => {
        const [exit = '', status = ''] = lines[index]?.split(' ') ?? []
        const body = await takeFile(bodyFile(each))
        return exit === '0'
          ? { complete: true, status: Number(status), body }
          : { complete: false, why: `exit code ${exit}` }
      }),
    )
  }
  return {
    name: 'curl',
    column: 'lenient',
    version: /curl [\d.]+/.exec(stdout)?.[0] ?? 'curl',
    read: async (cases) => {
      origin.serve(cases)
      const outcomes: Outcome[] = []
      // After some errors, such as 43, curl skips the rest of its list.
      while (outcomes.length < cases.length) {
        const rest = cases.slice(outcomes.length)
        const found = await readUntilError(rest)
        outcomes.push(...(found.length > 0 ? found : [{ complete: false, why: 'no exit code' } as const]))
      }
      return outcomes
    },
    close: async () => {
      await origin.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Reads a file as Latin-1 and removes it. curl creates none for an empty body. */
async function takeFile(path: string): Promise<string> {
  const text = await readFile(path, 'latin1').catch(() => '')
  await rm(path, { force: true })
  return text
}
