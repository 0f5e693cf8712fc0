import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { FAULT_IDS } from '../../lab/scenarios/faults.ts'

const START = fileURLToPath(new URL('../../lab/start.ts', import.meta.url))

const start = (...args: readonly string[]): Promise<{ readonly code: unknown; readonly stdout: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [START, ...args], (error, stdout) =>
      resolve({ code: error?.code ?? 0, stdout }),
    )
  })

test.each([[['--fault', 'list']], [['--fault']], [['--fault=']]])('%j lists the faults', async (args) => {
  const { code, stdout } = await start(...args)
  expect(code).toBe(0)
  for (const id of FAULT_IDS) expect(stdout).toContain(`  ${id} `)
})

test('an unknown fault is reported with the list of faults', async () => {
  const { code, stdout } = await start('--fault', 'refuse')
  expect(code).toBe(1)
  expect(stdout).toContain('`refuse` is not a fault. Did you mean `refused`? Faults:')
  expect(stdout).toContain('  refused ')
})

test('npm without `--` passes the name alone', async () => {
  const { code, stdout } = await start('refuse')
  expect([code, stdout.split('\n')[0]]).toEqual([
    1,
    '`refuse` is not a fault. Did you mean `refused`? Faults:',
  ])
})
