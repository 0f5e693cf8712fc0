/** The example of a matrix: two jobs run the Action, and the scripts of the third make one comment of their reports. */
import { spawnSync } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { FaultId } from '../../../lab/scenarios/faults.ts'
import { runAction } from '../../../lab/runner/run-action.ts'
import { SITE } from '../../../lab/world/internet.ts'
import { startWorld } from '../../../lab/world/world.ts'
import { agrees } from '../../support/golden.ts'
import { ENTRY } from '../../support/program.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

interface Step {
  readonly id?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
}

const { jobs }: { readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>> } = parse(
  readFileSync(join(ROOT, 'examples', 'matrix.yml'), 'utf8'),
)
const steps = jobs['report']?.steps ?? []
const MERGE = steps.find(({ id }) => id === 'merge')
const COMMENT = steps.find(({ env }) => env?.['MARKER'] !== undefined)

/** In place of npm and GitHub's command. `gh` takes each list from a file, and writes down what it sends. */
const PROGRAMS = {
  npx: `#!/bin/bash
[ "$1 $2" = '--yes origin-gate@1' ] || exit 9
shift 2
exec '${process.execPath}' '${ENTRY}' "$@"
`,
  gh: `#!/bin/bash
[ "$1" = api ] || exit 9
shift
filter=. method=GET path= body=
while [ $# -gt 0 ]; do
  case $1 in
    --jq) filter=$2; shift ;;
    --method) method=$2; shift ;;
    -F) [ $method = GET ] && method=POST; body=\${2#body=@}; shift ;;
    --paginate|--silent) ;;
    *) path=$1 ;;
  esac
  shift
done
if [ -z "$body" ]; then
  case $path in
    */pulls) jq -r "$filter" pulls.json ;;
    *) jq -r "$filter" comments.json ;;
  esac
else
  { echo "$method $path"; cat "$body"; } > sent.txt
fi
`,
} as const

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-matrix-'))
  await mkdir(join(folder, 'bin'))
  for (const [name, text] of Object.entries(PROGRAMS)) {
    await writeFile(join(folder, 'bin', name), text)
    await chmod(join(folder, 'bin', name), 0o755)
  }
  const [shops, services] = await Promise.all([reportOf('healthy', 'shops'), reportOf('refused', 'services')])
  await Promise.all([
    writeFile(join(folder, 'report-shops.json'), shops),
    writeFile(join(folder, 'report-services.json'), services),
    writeFile(join(folder, 'pulls.json'), '[{"number":7}]'),
    writeFile(join(folder, 'comments.json'), '[]'),
  ])
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a job of the matrix uploads. */
async function reportOf(fault: FaultId, list: string): Promise<string> {
  const inputs = { url: `${SITE}?list=${list}`, wait: '0s', comment: 'never', 'fail-on': 'never' }
  const world = await startWorld({ fault, inputs })
  try {
    const { code, stderr, outputs } = await runAction(world)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return await readFile(outputs['report'] ?? '', 'utf8')
  } finally {
    await world.close()
  }
}

/**
 * Runs the script of a step as the Actions runner does.
 *
 * @param files what is in its folder: names, and which file each one is a copy of
 */
async function runStep(
  step: Step | undefined,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const work = await mkdtemp(join(folder, 'job-'))
  for (const [name, from] of Object.entries(files)) await copyFile(join(folder, from), join(work, name))
  await writeFile(join(work, 'script.sh'), step?.run ?? '')
  const { status, stdout, stderr } = spawnSync('bash', ['-e', 'script.sh'], {
    cwd: work,
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      GITHUB_OUTPUT: join(work, 'output'),
      GITHUB_STEP_SUMMARY: join(work, 'summary.md'),
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a',
      MARKER: COMMENT?.env?.['MARKER'] ?? '',
    },
  })
  const file = (name: string): string =>
    existsSync(join(work, name)) ? readFileSync(join(work, name), 'utf8') : ''
  return {
    status: String(status),
    stdout,
    stderr,
    report: file('report.md'),
    summary: file('summary.md'),
    output: file('output'),
    sent: file('sent.txt'),
  }
}

/** Without what differs between runs: times, durations and Ray IDs. */
function stable(markdown: string): string {
  return markdown
    .replaceAll(/\b[\da-f]{16}\b/g, 'RAY')
    .replaceAll(/\d{4}-\d\d-\d\d(?= \d\d:)/g, 'DATE')
    .replaceAll(/\b\d{4}\W\d\d\W\d\d\b/g, 'DAY')
    .replaceAll(/\d\d:\d\d:\d\d/g, 'TIME')
    .replaceAll(/<1 ms|\b[\d.]+ m?s\b/g, 'N ms')
    .replaceAll(/\d+ days? left/g, 'N days left')
}

const hasJq = spawnSync('bash', ['-c', 'type jq']).status === 0
const describeHere = onLinux(NEEDS_PROGRAMS, hasJq ? undefined : 'bash or jq is missing').describe

describeHere('the job that merges the reports of a matrix (needs bash and jq)', () => {
  test('makes one comment of them, and ends with the worst verdict', async () => {
    const {
      status,
      stderr,
      report = '',
      summary,
      output,
    } = await runStep(MERGE, {
      'report-shops.json': 'report-shops.json',
      'report-services.json': 'report-services.json',
    })
    expect({ status, stderr, output }).toEqual({ status: '0', stderr: '', output: 'code=1\n' })
    expect(summary).toBe(report)
    agrees(join(ROOT, '__tests__', 'golden', 'tables', 'matrix.md'), stable(report))
  })

  test('passes if all sites are healthy', async () => {
    const { output, report } = await runStep(MERGE, {
      'report-shops.json': 'report-shops.json',
      'report-services.json': 'report-shops.json',
    })
    expect(output).toBe('code=0\n')
    expect(report).toMatch(/^### ✅ www\\\.shop\.example is healthy/)
  })

  test('notices a job that wrote no report', async () => {
    const {
      status,
      stdout,
      report = '',
      output,
    } = await runStep(MERGE, { 'report-services.json': 'report-services.json' })
    expect({ status, output }).toEqual({ status: '0', output: 'code=2\n' })
    expect(report).toBe(`### ⚠️ Some sites were not checked\n\n\`\`\`text\n${stdout}\`\`\`\n`)
    expect(stdout).toMatch(/^`report-shops\.json` does not exist\. If its check was cancelled/)
  })

  test('creates its comment, then updates it', async () => {
    await writeFile(join(folder, 'report.md'), '### ❌ 1 of 2 sites is unhealthy\n')
    const files = { 'report.md': 'report.md', 'pulls.json': 'pulls.json', 'comments.json': 'comments.json' }
    const body = '<!-- origin-gate of all sites -->\n### ❌ 1 of 2 sites is unhealthy\n'
    const created = await runStep(COMMENT, files)
    expect(created).toMatchObject({
      status: '0',
      stderr: '',
      sent: `POST repos/acme/shop/issues/7/comments\n${body}`,
    })
    const bot = { login: 'github-actions[bot]' }
    const others = [
      { id: 1, user: { login: 'mallory' }, body },
      { id: 2, user: bot, body: `Quoted:\n${body}` },
      { id: 3, user: bot, body },
    ]
    await writeFile(join(folder, 'comments.json'), JSON.stringify(others))
    const updated = await runStep(COMMENT, files)
    expect(updated).toMatchObject({
      status: '0',
      stderr: '',
      sent: `PATCH repos/acme/shop/issues/comments/3\n${body}`,
    })
  })

  test('comments on nothing if no pull request has the commit', async () => {
    await writeFile(join(folder, 'pulls.json'), '[]')
    expect(await runStep(COMMENT, { 'report.md': 'report.md', 'pulls.json': 'pulls.json' })).toMatchObject({
      status: '0',
      stderr: '',
      sent: '',
    })
  })
})
