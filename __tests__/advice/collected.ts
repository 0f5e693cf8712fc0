import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { SERVERS } from '../../src/diagnosis/servers/index.ts'
import type { Cause } from '../../src/domain/cause.ts'
import { CONTEXTS, remediesOf } from '../support/remedies.ts'
import { snippetsOf } from './snippets.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Each text in backquotes with one of the places that it comes from. */
export function collectSnippets(): ReadonlyMap<string, string> {
  const texts = [
    ...CAUSES.flatMap((cause) => wordsOf(cause).map((text) => [cause.id, text] as const)),
    ...SERVERS.flatMap(({ name, how }) => Object.values(how).map((text) => [name, text] as const)),
    ...['README.md', ...globSync('docs/*.md', { cwd: ROOT })].map(
      (file) => [file, withoutBlocks(readFileSync(join(ROOT, file), 'utf8'))] as const,
    ),
  ]
  return new Map(texts.flatMap(([from, text]) => snippetsOf(text).map((snippet) => [snippet, from] as const)))
}

/** All that a cause says, in each of its forms and for each server. */
function wordsOf(cause: Cause): readonly string[] {
  const remedies = remediesOf(cause)
  // Advice that names its form, as Cloudflare's code, exists for any word.
  const forms = new Map(
    [...remedies].map(([key, remedy]) => {
      const form = key.replace(/, port \d+$/, '')
      return [JSON.stringify(remedy).replaceAll(form, ''), form] as const
    }),
  )
  const forServers = SERVERS.flatMap(({ name: server }) =>
    [...new Set(forms.values())].map((form) => cause.remedy({ ...CONTEXTS[0], form, server })),
  )
  return [
    ...cause.meaning,
    ...cause.lookalikes.map(({ distinguishedBy }) => distinguishedBy),
    ...[...remedies.values(), ...forServers].flatMap(stringsIn),
  ]
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Code blocks have their own tests, and their fences would confuse the count of backquotes. */
const withoutBlocks = (markdown: string): string => markdown.replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
