/** The repositories of a run: the user's, and the one that `uses:` names. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { REPOSITORY } from '../../lab/world/world.ts'

export const ROOT = join(import.meta.dirname, '..', '..')

const git = (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Buffer =>
  execFileSync('git', args, { cwd, env: { ...process.env, ...env }, maxBuffer: 100_000_000 })

/** Whether `writeArchive` works, for `describeWith`. */
export const CHECKOUT = {
  missing: existsSync(join(ROOT, '.git')) ? undefined : 'this copy of the source has no .git',
} as const

/**
 * Writes into a folder what a runner downloads of the Action: the files of the working tree that Git would commit, as
 * far as `.gitattributes` exports them. Changes nothing in the repository. Throws outside of a git checkout.
 */
export const writeArchive = (folder: string): Promise<void> =>
  withIndex((env) => {
    const tree = git(ROOT, ['write-tree'], env).toString().trim()
    execFileSync('tar', ['-xf', '-', '-C', folder], { input: git(ROOT, ['archive', tree], env) })
  }, folder)

/** Writes into a folder what a checkout has, except what no step of a job needs: tests, documents, workflows. */
export const writeCheckout = (folder: string): Promise<void> =>
  withIndex((env) => {
    const except = ['__tests__', 'docs', 'examples', '.github'].map((path) => `:(exclude)${path}`)
    const input = git(ROOT, ['ls-files', '-z', '--', '.', ...except], env)
    const args = ['checkout-index', '-z', '--stdin', `--prefix=${folder}${sep}`]
    execFileSync('git', args, { cwd: ROOT, env: { ...process.env, ...env }, input })
  }, folder)

/** Creates the folder, and runs `write` with the environment of an index that has all files of the working tree. */
async function withIndex(
  write: (env: Readonly<Record<string, string>>) => void,
  folder: string,
): Promise<void> {
  const own = await mkdtemp(join(tmpdir(), 'origin-gate-index-'))
  try {
    const path = (name: string): string =>
      git(ROOT, ['rev-parse', '--path-format=absolute', '--git-path', name]).toString().trim()
    await Promise.all([
      mkdir(join(own, 'objects')),
      mkdir(folder, { recursive: true }),
      copyFile(path('index'), join(own, 'index')),
    ])
    const env = {
      GIT_INDEX_FILE: join(own, 'index'),
      GIT_OBJECT_DIRECTORY: join(own, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: path('objects'),
    }
    git(ROOT, ['add', '--all'], env)
    write(env)
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** Writes files, by their paths in the folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }),
  )
}

/** Makes a repository of the lab's user on GitHub, with one commit of these files. */
export async function writeRepository(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await writeFiles(folder, files)
  const author = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com']
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  git(folder, ['remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`])
  git(folder, ['add', '--', ...Object.keys(files)])
  git(folder, [...author, 'commit', '--quiet', '--message=Deploy'])
}

/**
 * What a run uses in place of the actions in these workflows, as act takes it: `owner/name@ref` and a folder.
 * - `folders` has a folder for each `owner/name`. An action without one throws: it would be downloaded.
 */
export function standIns(
  workflows: readonly string[],
  folders: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const used = workflows.flatMap((text) => [...text.matchAll(/\buses: ([\w.-]+\/[\w.-]+)[^\s@]*@(\S+)/g)])
  return Object.fromEntries(
    used.map(([, name = '', ref = '']) => {
      const folder = folders[name]
      if (folder === undefined) throw new Error(`Nothing stands in for ${name}. Add its folder.`)
      return [`${name}@${ref}`, folder]
    }),
  )
}
