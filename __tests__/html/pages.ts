import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Recording } from '../../src/recording/recording.ts'
import { readCase } from '../support/cases.ts'
import { start } from '../support/program.ts'

/** A page that dist/ made. */
export interface MadePage {
  readonly url: string
  readonly source: string
}

/** The HTML report that dist/ makes of a recording, in a folder of the test. */
export async function pageOf(folder: string, recording: Recording, name = 'page'): Promise<MadePage> {
  const [run, page] = [join(folder, `${name}.json`), join(folder, `${name}.html`)]
  await writeFile(run, JSON.stringify(recording))
  const { stderr } = await start(['--replay', run, '--html', page], { PATH: process.env['PATH'] ?? '' }).ended
  if (stderr !== '') throw new Error(stderr)
  return { url: pathToFileURL(page).href, source: await readFile(page, 'utf8') }
}

/** Makes each page once for all tests of a file. */
export function pageMaker(): (folder: string, recording: Recording) => Promise<MadePage> {
  const made = new Map<Recording, Promise<MadePage>>()
  return (folder, recording) => {
    const page = made.get(recording) ?? pageOf(folder, recording, `page-${made.size}`)
    made.set(recording, page)
    return page
  }
}

/** Recorded cases as one run of all their sites, each with a URL of its own. */
export function runOf(first: string, ...more: readonly string[]): Recording {
  const { recording } = readCase(first)
  const others = more.flatMap((name, index) =>
    readCase(name).recording.sites.map((recorded) => {
      const { site } = recorded
      return Object.assign({}, recorded, {
        site: Object.assign({}, site, { url: `${site.url}${index + 2}` }),
      })
    }),
  )
  const [one, ...rest] = recording.sites
  return { ...recording, sites: [one, ...rest, ...others] }
}
