import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome']

/** The first Chromium that starts on this machine; undefined without one. */
export async function chromium(): Promise<string | undefined> {
  for (const program of PROGRAMS) {
    const found = await run(program, ['--version']).then(
      () => true,
      () => false,
    )
    if (found) return program
  }
  return undefined
}

/** Without a sandbox: only our own file is loaded. */
const HEADLESS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run']
/** Diagrams are drawn after the page has loaded. */
const PATIENT = '--virtual-time-budget=10000'

async function chrome(program: string, args: readonly string[]): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'origin-gate-preview-'))
  try {
    const options = { maxBuffer: 1e9, timeout: 60_000 }
    const { stdout } = await run(
      program,
      [...HEADLESS, PATIENT, `--user-data-dir=${profile}`, ...args],
      options,
    )
    return stdout
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The height of each section of a page in pixels, by its id. The page's own script measures it. */
export async function heightsIn(
  program: string,
  page: string,
  width: number,
): Promise<ReadonlyMap<string, number>> {
  const dom = await chrome(program, [`--window-size=${width},2000`, '--dump-dom', pathToFileURL(page).href])
  const sections = dom.matchAll(/<section[^>]* id="([^"]+)"[^>]* data-height="(\d+)"/g)
  return new Map([...sections].map(([, id = '', height]) => [id, Number(height)]))
}

/** Saves a page as a picture, starting at its top. */
export async function photograph(
  program: string,
  page: string,
  size: { readonly width: number; readonly height: number },
  picture: string,
): Promise<void> {
  const window = `--window-size=${size.width},${size.height}`
  await chrome(program, [window, `--screenshot=${picture}`, pathToFileURL(page).href])
}
