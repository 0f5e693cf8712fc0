/**
 * .github/workflows/dogfood.yml under act. `npm ci` links what is installed here, and nothing else of the workflow is
 * replaced.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { HEAD_SHA } from '../../lab/world/world.ts'
import { startAct } from './act.ts'
import { describeWith } from './describe-with.ts'
import { CHECKOUT, ROOT, standIns, writeCheckout, writeFiles, writeRepository } from './repository.ts'
import { pushOf } from './shop.ts'
import { programs, tool } from './tools.ts'

/** Six jobs, each with a lab of its own. */
jest.setTimeout(240_000)

/** act copies the checkout by itself, and Node is here. */
const NOTHING = 'name: nothing\nruns: { using: composite, steps: [{ shell: bash, run: "true" }] }\n'

const act = await tool('act')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-dogfood-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describeWith(
  act,
  CHECKOUT,
  await programs('git', 'bash'),
)('the dogfood workflow (needs Go)', () => {
  test('gets each verdict, with its outputs, its summary and its comment', async () => {
    const inside = (name: string): string => join(folder, name)
    const workflow = await readFile(join(ROOT, '.github', 'workflows', 'dogfood.yml'), 'utf8')
    await Promise.all([
      writeCheckout(inside('repository')),
      writeFile(inside('event.json'), JSON.stringify(pushOf(HEAD_SHA).payload)),
      writeFiles(folder, {
        'nothing/action.yml': NOTHING,
        'bin/npm': `#!/bin/sh\nln -s '${join(ROOT, 'node_modules')}' node_modules\n`,
        'home/.keep': '',
      }),
      writeRepository(inside('repository'), { '.github/workflows/dogfood.yml': workflow }),
    ])
    await chmod(inside('bin/npm'), 0o755)
    const { code, log } = await startAct({
      act: act.path,
      repository: inside('repository'),
      event: 'push',
      payload: inside('event.json'),
      instead: standIns([workflow], {
        'actions/checkout': inside('nothing'),
        'actions/setup-node': inside('nothing'),
      }),
      env: { GITHUB_RUN_ID: '9000' },
      secrets: { GITHUB_TOKEN: 'not-for-the-lab' },
      programs: [inside('bin'), dirname(process.execPath)],
      home: inside('home'),
    }).ended
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    const verdicts = Array.from(
      log.matchAll(/\| As expected: the verdict is (.+)\./g),
      ([, verdict = '']) => verdict,
    )
    expect(verdicts).toHaveLength(6)
    expect(new Set(verdicts)).toEqual(new Set(['healthy', 'unhealthy', 'inconclusive', 'error']))
  })
})
