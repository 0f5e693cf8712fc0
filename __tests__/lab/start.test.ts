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

test('the faults can be listed', async () => {
  const { code, stdout } = await start('--fault', 'list')
  expect(code).toBe(0)
  for (const id of FAULT_IDS) expect(stdout).toContain(`  ${id} `)
})

test('an unknown fault is reported with the list of faults', async () => {
  const { code, stdout } = await start('--fault', 'refuse')
  expect(code).toBe(1)
  expect(stdout).toContain('"refuse" is not a fault. Faults:')
  expect(stdout).toContain('  refused ')
})
