/** Paths, streams and limits that don't work. Each is a sentence, and the verdict and the rest are intact. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { parseOutputs, runAction, type Run } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { complaintsIn, ENTRY } from '../support/program.ts'
import { NO_SHELL, onLinux, onPosix } from '../support/platform.ts'

// One world for all: starting it takes as long as a check.
let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy', inputs: { wait: '0s' } })
})
afterAll(() => world.close())

/** The requests that the world's GitHub had before this test. */
let requestsBefore = 0
beforeEach(() => {
  requestsBefore = world.github.requests.length
})

/** The run looked for its comment, and there is one. */
function expectComment(): void {
  expect(world.github.requests.length).toBeGreaterThan(requestsBefore)
  expect(world.github.comments).toHaveLength(1)
}

const runWith = (env: Readonly<Record<string, string>>): Promise<Run> =>
  runAction({ ...world, env: { ...world.env, ...env } })

const at = (name: string): string => join(world.folder, name)

/** What Node prints for an error that nothing catches, and our words for a bug. */
const TRACE = /^\s+at |node:internal|Node\.js v|This is a bug/m

interface Shelled {
  readonly code: number | null
  readonly printed: string
  readonly outputs: Readonly<Record<string, string>>
}

/** Runs a line of shell, in which `$RUN` is the Action; what the line prints is not what the Action prints. */
async function shell(line: string, env: Readonly<Record<string, string>> = {}): Promise<Shelled> {
  const output = at('outputs')
  await writeFile(output, '')
  const run = `'${process.execPath}' '${ENTRY}'`
  const child = spawn('bash', ['-c', line.replaceAll('$RUN', run)], {
    cwd: world.folder,
    env: { ...world.env, GITHUB_OUTPUT: output, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return {
    code: child.exitCode,
    printed: stdout + stderr,
    outputs: parseOutputs(await readFile(output, 'utf8')),
  }
}

const HEALTHY = { verdict: 'healthy', promote: 'true' }
const posix = onPosix(NO_SHELL).describe
const linux = onLinux('its limits and /dev/full are special').describe

/** Creates what these names stand for in a fresh folder. */
async function makeOddities(): Promise<void> {
  execFileSync('mkfifo', [at('pipe')])
  await mkdir(at('folder'))
  await symlink(at('loop'), at('loop'))
}

posix('a path that is not a file (not on Windows: it has no mkfifo)', () => {
  beforeAll(makeOddities)

  test.each([
    ['pipe', ['is a pipe, a socket or a disk', 'is not a regular file']],
    ['loop', ['is a loop of symbolic links']],
    ['folder', ['is a folder']],
  ])('a %s is an error before the check', async (name, words) => {
    const names = ['INPUT_REPORT', 'INPUT_JUNIT', 'INPUT_CONFIG', 'INPUT_ORIGIN-CA', 'GITHUB_EVENT_PATH']
    const run = await runWith(Object.fromEntries(names.map((each) => [each, at(name)])))
    expect([run.code, run.outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(complaintsIn(run.stdout)).toHaveLength(names.length)
    for (const each of words) expect(run.stdout).toContain(each)
    expect(run.stdout + run.stderr).not.toMatch(TRACE)
  })

  test('a socket too', async () => {
    const server = createServer().listen(at('socket'))
    await once(server, 'listening')
    const run = await runWith({ INPUT_REPORT: at('socket'), INPUT_CONFIG: at('socket') })
    server.close()
    expect([run.code, run.outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(run.stdout).toContain('is not a regular file')
  })

  test('a pipe as the earlier report is a note; as the summary, a warning', async () => {
    const pipes = { INPUT_BASELINE: at('pipe'), GITHUB_STEP_SUMMARY: at('pipe') }
    const { code, printed, outputs } = await shell('$RUN', pipes)
    expect([code, outputs]).toMatchObject([0, HEALTHY])
    expect(printed).toContain('Nothing to compare with: ')
    expect(printed).toContain('the file that GITHUB_STEP_SUMMARY names cannot be written: ')
    expect(printed).not.toMatch(TRACE)
    expectComment()
  })

  test.each(['pipe', 'folder'])('the outputs as %s, and a missing summary, are warnings', async (name) => {
    const files = { GITHUB_OUTPUT: at(name), GITHUB_STEP_SUMMARY: at('missing/summary') }
    const { code, printed } = await shell('$RUN', files)
    expect(code).toBe(0)
    expect(printed).toContain('The outputs could not be written to the file that GITHUB_OUTPUT names: ')
    expect(printed).toContain('the file that GITHUB_STEP_SUMMARY names cannot be written: ')
    expect(printed).not.toMatch(TRACE)
    expectComment()
  })

  test('a temporary folder that does not work is a warning', async () => {
    await writeFile(at('no-folder'), '')
    await chmod(at('no-folder'), 0o400)
    const run = await runWith({ RUNNER_TEMP: at('no-folder') })
    expect([run.code, run.outputs]).toMatchObject([0, { ...HEALTHY, report: '' }])
    expect(run.stdout).toContain('The JSON report could not be written, because ')
  })

  // Node would wait for it for ever, and no signal would end it.
  const trust = { NODE_EXTRA_CA_CERTS: 'pipe', NODE_OPTIONS: '--use-openssl-ca', SSL_CERT_FILE: 'pipe' }
  test('certificates that Node reads by itself are an error before the check, in both shells', async () => {
    const line = '$RUN; echo "code $?"; GITHUB_ACTIONS= $RUN https://www.shop.example; echo "code $?"'
    const { printed, outputs } = await shell(line, trust)
    expect(outputs).toEqual({ verdict: 'error', promote: 'false' })
    for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])
      expect(printed.split(`\`${name}\`: \`pipe\` is not a regular file.`)).toHaveLength(3)
    expect(printed.match(/code \d/g)).toEqual(['code 1', 'code 2'])
    expect(printed.match(/Nothing was checked\./g)).toHaveLength(2)
    expect(printed).not.toMatch(TRACE)
  })

  test.each(['pipe', 'folder', 'missing'])('a lab that is a %s is an error', async (name) => {
    const { code, printed, outputs } = await shell('$RUN', { ORIGIN_GATE_LAB: at(name) })
    expect([code, outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(printed).toContain('The file that `ORIGIN_GATE_LAB` names is not a valid network.')
    expect(printed).not.toMatch(TRACE)
  })
})

posix('an open file of this process can be a path (not on Windows: it has none)', () => {
  test('standard output gets the report after the text, and a file behind it is not overwritten', async () => {
    const { code, printed } = await shell('$RUN >log && cat log', { INPUT_REPORT: '/dev/stdout' })
    expect(code).toBe(0)
    expect(printed).toMatch(/origin-gate \d[\s\S]*is healthy[\s\S]*\n\{\n? *"schema": ?1/)
  })

  test('two names of one file are rejected', async () => {
    const files = { INPUT_REPORT: '/dev/stdout', INPUT_JUNIT: '/proc/self/fd/1' }
    const { code, printed, outputs } = await shell('$RUN >log; code=$?; cat log; exit $code', files)
    expect([code, outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(printed).toContain(
      '`/proc/self/fd/1` is also the path of `report`. Use a different file for each.',
    )
  })

  test('a pipe to a program', async () => {
    const line = 'mkfifo to; cat to >copy & INPUT_JUNIT=/dev/fd/7 $RUN 7>to >log; wait; cat copy'
    expect((await shell(line)).printed).toContain('</testsuites>')
  })

  test('nothing', async () => {
    expect((await runWith({ INPUT_JUNIT: '/dev/null' })).outputs).toMatchObject(HEALTHY)
  })
})

posix('output that can not be printed (not on Windows: it has no bash)', () => {
  test.each([
    ['closed, like all others', '$RUN <&- >&- 2>&-'],
    ['read to its first line', 'set -o pipefail; $RUN | head -1'],
    ['not read', '$RUN > >(exec true)'],
  ])('%s', async (_, line) => {
    const { code, printed, outputs } = await shell(line)
    expect([code, outputs]).toMatchObject([0, HEALTHY])
    expect(printed).not.toMatch(TRACE)
    expectComment()
  })
})

linux('a full disk (Linux only: it has /dev/full)', () => {
  test('for what is printed', async () => {
    const { code, printed, outputs } = await shell('$RUN >/dev/full')
    expect([code, outputs]).toMatchObject([0, HEALTHY])
    expect(printed).toBe(
      'The output is incomplete: the disk is full (ENOSPC). Free some space. The verdict stands.\n',
    )
  })

  test('for every file', async () => {
    const full = { INPUT_REPORT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full', GITHUB_OUTPUT: '/dev/full' }
    const { code, printed } = await shell('$RUN', full)
    expect(code).toBe(0)
    expect(printed.match(/the disk is full \(ENOSPC\)/g)).toHaveLength(3)
    expect(printed).toContain('GITHUB_OUTPUT names: the disk is full (ENOSPC).')
  })

  test('for files of more than a block', async () => {
    const { code, printed } = await shell('ulimit -f 1; $RUN')
    expect(code).toBe(0)
    expect(printed).toContain('it is larger than this process may write (EFBIG). Raise `ulimit -f`.')
  })
})

posix('what keeps the Action from starting (not on Windows: it has no bash)', () => {
  test('a heap that is too small', async () => {
    const { code, printed, outputs } = await shell('NODE_OPTIONS=--max-old-space-size=16 $RUN')
    expect([code, outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(printed).toContain('Node may use too little memory. Remove `--max-old-space-size`')
  })

  test('a part of dist/ that is missing', async () => {
    await cp(dirname(ENTRY), at('dist'), { recursive: true })
    const parts = (await readdir(at('dist'))).filter((name) => /^\d+\.index\.js$/.test(name))
    await Promise.all(parts.map((name) => rm(at(join('dist', name)))))
    const run = await runAction(world, { entry: at('dist/index.js') })
    expect([run.code, run.outputs, run.stderr]).toEqual([1, { verdict: 'error', promote: 'false' }, ''])
    expect(run.stdout).toContain('A file of Origin Gate is missing. Install it again.')
    expect(run.stdout).not.toMatch(TRACE)
  })

  test('an error that nothing catches is a bug report, and an error', async () => {
    const script = "setTimeout(() => { throw new TypeError('secret words') }, 0)"
    await writeFile(at('late.mjs'), script)
    const { code, printed, outputs } = await shell(
      `NODE_OPTIONS='--import ${pathToFileURL(at('late.mjs')).href}' $RUN`,
    )
    expect([code, outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(printed).toContain('This is a bug in Origin Gate, not a problem with your site (TypeError).')
    expect(printed).not.toContain('secret words')
  })
})

linux('too few files (Linux only: the numbers differ)', () => {
  // Node itself needs 20. A check needs a few more, and up to 24 one of them is missing in each place.
  test.each([22, 24])('%i', async (count) => {
    const { code, printed, outputs } = await shell(`ulimit -n ${count}; $RUN`)
    expect(printed).not.toMatch(TRACE)
    if (code === 0) return expect(outputs).toMatchObject(HEALTHY)
    expect([code, outputs]).toEqual([1, { verdict: 'error', promote: 'false' }])
    expect(printed).toContain('(EMFILE). Raise the limit: `ulimit -n 1024`.')
  })
})
