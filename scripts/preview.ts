/**
 * Renders the comments of all cases and goldens as GitHub and e-mails would, on one page. With Chromium installed, also
 * takes a picture of each.
 *
 *   npm run preview                        all of them, in coverage/preview/
 *   npm run preview -- 'origin-*'          only those with a matching name
 *   npm run preview -- --picture NAME      also makes docs/comment-light.png and comment-dark.png of that one
 *   npm run preview -- --pages             writes the HTML reports of all cases and stories instead, without pictures
 *   npm run preview -- --two-days          runs the Action for 48 simulated hours, and shows what that leaves
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, matchesGlob } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { caseNames, readCase, reportOf } from '../__tests__/support/cases.ts'
import { STORY_NAMES, storyOf } from '../__tests__/report/stories.ts'
import { htmlOf } from '../src/report/render/html/html.ts'
import { pageOf, pictureOf, THEMES, WIDTH, type Comment } from './preview-page.ts'
import { twoDaysIn } from './preview-two-days.ts'
import { chromium, heightsIn, photograph } from './screenshot.ts'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = ['cases', 'golden'].map((folder) => join(ROOT, '__tests__', folder))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(ROOT, 'coverage', 'preview') },
    picture: { type: 'string' },
    pages: { type: 'boolean', default: false },
    'two-days': { type: 'boolean', default: false },
  },
})
const [glob = '*'] = positionals
if (values.pages) {
  writePages(join(values.out, 'pages'))
  process.exit()
}
const shown = values['two-days']
  ? await twoDaysIn(join(values.out, 'two-days'))
  : SOURCES.flatMap(commentsIn).filter(({ name }) => matchesGlob(name, glob))
mkdirSync(values.out, { recursive: true })
const page = write('index.html', pageOf(shown))
console.log(`Open ${pathToFileURL(page).href}`)

const program = await chromium()
if (program === undefined)
  console.log('No pictures, because Chromium is not installed (Debian: apt-get install chromium).')
else await takePictures(program)

function commentsIn(folder: string): readonly Comment[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && basename(path) !== 'all-tables.md')
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((path) => ({ name: basename(path, '.md'), markdown: readFileSync(join(folder, path), 'utf8') }))
}

function writePages(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const cases = caseNames().map((name) => ({ name: basename(name), report: () => reportOf(readCase(name)) }))
  const stories = STORY_NAMES.map((name) => ({ name, report: () => storyOf(name) }))
  for (const { name, report } of [...stories, ...cases].filter(({ name }) => matchesGlob(name, glob))) {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, htmlOf(report()))
    console.log(pathToFileURL(file).href)
  }
}

function write(name: string, text: string): string {
  const path = join(values.out, name)
  writeFileSync(path, text)
  return path
}

async function takePictures(program: string): Promise<void> {
  const heights = await heightsIn(program, page, WIDTH)
  for (const each of shown) {
    const own = write(`${each.name}.html`, pageOf([each]))
    const height = Math.min(heights.get(each.name) ?? 2000, 16_000)
    await photograph(program, own, { width: WIDTH, height }, join(values.out, `${each.name}.png`))
    rmSync(own)
    console.log(`${each.name}.png`)
  }
  if (values.picture === undefined) return
  const one = SOURCES.flatMap(commentsIn).find(({ name }) => name === values.picture)
  if (one === undefined) throw new Error(`There is no comment named ${values.picture}`)
  for (const theme of THEMES) {
    const own = write('picture.html', pictureOf(one, theme))
    const height = (await heightsIn(program, own, 852)).get('picture') ?? 1000
    await photograph(program, own, { width: 852, height }, join(ROOT, 'docs', `comment-${theme}.png`))
    console.log(`docs/comment-${theme}.png`)
  }
}
