/**
 * Independent tools that check and run workflows. Each one is fetched and built once, into `node_modules/.cache`, and
 * its sum is compared. `npm ci` deletes them.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { parseJson, textIn } from '../../src/shared/json.ts'
import { LINUX } from '../support/platform.ts'
import { makeOnce } from './make-once.ts'

const run = promisify(execFile)

/** A program, or why it isn't here: a clause such as "Go is not installed". Then its path is empty. */
export interface Tool {
  readonly path: string
  readonly missing: string | undefined
}

export type ToolName = 'act' | 'actionlint' | 'zizmor'

/** Finds or makes a tool. Never rejects. Making act takes a minute of two idle cores. */
export async function tool(name: ToolName, cache: string = CACHE): Promise<Tool> {
  // `describeWith` runs nothing elsewhere, and making them takes minutes.
  if (!LINUX) return { path: '', missing: 'this is not Linux' }
  const { folder, program, make } = TOOLS[name]
  const path = join(cache, folder, program + SUFFIX)
  try {
    await makeOnce(join(cache, folder), FETCH_LIMIT + BUILD_LIMIT, (draft) =>
      make(draft, join(draft, program + SUFFIX)),
    )
    return { path, missing: undefined }
  } catch (error) {
    const missing = error instanceof Missing ? error.message : `${folder} can't be made: ${firstLine(error)}`
    return { path: '', missing }
  }
}

/** Whether these programs are installed, for `describeWith`. */
export async function programs(...names: readonly string[]): Promise<Pick<Tool, 'missing'>> {
  const found = await Promise.all(names.map((name) => succeeds(name, '--version')))
  const missing = names.find((_, at) => found[at] !== true)
  return { missing: missing === undefined ? undefined : `${missing} is not installed` }
}

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'origin-gate')
const SUFFIX = process.platform === 'win32' ? '.exe' : ''

/** Milliseconds. */
const FETCH_LIMIT = 180_000
const BUILD_LIMIT = 400_000

/** A module of Go. Its go.sum is one of its files, and has the sums of all other modules that it needs. */
interface GoModule {
  readonly module: string
  readonly version: string
  /** Of its files, as in a go.sum. */
  readonly sum: string
}

const ACT: GoModule = {
  module: 'github.com/nektos/act',
  version: 'v0.2.89',
  sum: 'h1:d9oFeJ6jUkaVExuG+XzAaMPDqoDrNHaGeiRb8IU+N5w=',
}

const ACTIONLINT: GoModule = {
  module: 'github.com/rhysd/actionlint',
  version: 'v1.7.12',
  sum: 'h1:vQ4GeJN86C0QH+gTUQcs8McmK62OLT3kmakPMtEWYnY=',
}

/** https://github.com/zizmorcore/zizmor */
const ZIZMOR = {
  version: '1.32.0',
  /** Of the wheels for Linux (glibc), macOS and Windows, on x64 and arm64. */
  sums: [
    '84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071',
    '0cdd38fca6eb34ceb567548548d706332e3535ea66894b9168c048e03207b68c',
    'aa4b4e216321dd5cf202cd79fc83296468f0eed79d850cd65ac8187a6bbc5496',
    '0a999c98015becd9f69919ce01febadfb1c2be9b8ec2ce9ef7eb13ff23ba8eba',
    '9cd1dd7734042f40ca0faa2a31fb4e9033dede620d996af2f903744b8f04fca9',
    '913fd3943bc1358aa6e23b33fe01cc98bf67af23985258b8fbf24eaa2f8728ea',
  ],
} as const

interface Making {
  /** With its version. */
  readonly folder: string
  readonly program: string
  /** Writes the program to this path in the draft of the folder. */
  readonly make: (draft: string, program: string) => Promise<void>
}

const TOOLS: Readonly<Record<ToolName, Making>> = {
  act: { folder: `act-${ACT.version}`, program: 'act', make: goBuild(ACT, '.') },
  actionlint: {
    folder: `actionlint-${ACTIONLINT.version}`,
    program: 'actionlint',
    make: goBuild(ACTIONLINT, './cmd/actionlint'),
  },
  zizmor: { folder: `zizmor-${ZIZMOR.version}`, program: join('bin', 'zizmor'), make: installZizmor },
}

/** A reason for which a tool can't be made here. */
class Missing extends Error {}

/** Go is not always on the PATH where its installer puts it. GOTOOLCHAIN: the Go that is here, or none. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [process.env['PATH'] ?? '', '/usr/local/go/bin'].join(delimiter),
  GOTOOLCHAIN: 'local',
  CGO_ENABLED: '0',
})

/** Builds a package of a module. */
function goBuild(module: GoModule, path: string): Making['make'] {
  return async (_draft, program) => {
    const cwd = await sourceOf(module)
    const env = { ...environment(), GOFLAGS: '-mod=readonly' }
    await run('go', ['build', '-o', program, path], { cwd, env, timeout: BUILD_LIMIT })
  }
}

/** The folder with the module's source. */
async function sourceOf({ module, version, sum }: GoModule): Promise<string> {
  if (!(await succeeds('go', 'version'))) throw new Missing('Go is not installed')
  // The sum is compared here, so no other database of sums is needed.
  const env = { ...environment(), GONOSUMDB: module, GOFLAGS: '' }
  const args = ['mod', 'download', '-json', `${module}@${version}`]
  const fetched = await run('go', args, { env, timeout: FETCH_LIMIT }).catch(() => undefined)
  if (fetched === undefined) throw new Missing(`Go can't fetch ${module}@${version}`)
  const found = parseJson(fetched.stdout)
  if (textIn(found, 'Sum') !== sum)
    throw new Missing(`the source of ${module}@${version} has another sum than expected`)
  return textIn(found, 'Dir') ?? ''
}

/** pip compares the sums. */
async function installZizmor(draft: string): Promise<void> {
  const python = (await succeeds('python3', '--version')) ? 'python3' : 'python'
  if (!(await succeeds(python, '-m', 'pip', '--version')))
    throw new Missing('Python with pip is not installed')
  const requirements = join(draft, 'requirements.txt')
  const sums = ZIZMOR.sums.map((sum) => ` --hash=sha256:${sum}`).join('')
  await writeFile(requirements, `zizmor==${ZIZMOR.version}${sums}\n`)
  const options = ['--no-deps', '--require-hashes', '--only-binary=:all:', '--quiet', '--retries=1']
  const args = ['-m', 'pip', 'install', ...options, `--target=${draft}`, `--requirement=${requirements}`]
  await run(python, args, { env: environment(), timeout: FETCH_LIMIT }).catch((error: unknown) => {
    throw new Missing(`pip can't install zizmor ${ZIZMOR.version}: ${firstLine(error)}`)
  })
}

const succeeds = (program: string, ...args: readonly string[]): Promise<boolean> =>
  run(program, args, { env: environment() }).then(
    () => true,
    () => false,
  )

/** What a failed program printed first, after the command itself. */
function firstLine(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return printed.trim().split('\n')[0] ?? ''
}
