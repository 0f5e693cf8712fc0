/**
 * Renders the comments of all cases and goldens as GitHub and e-mails would, on one page. With Chromium installed, also
 * takes a picture of each.
 *
 *   npm run preview                        all of them, in coverage/preview/
 *   npm run preview -- 'origin-*'          only those with a matching name
 *   npm run preview -- --picture NAME      also makes docs/comment.png of that one
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, matchesGlob } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { pageOf, pictureOf, WIDTH, type Comment } from './preview-page.ts'
import { chromium, heightsIn, photograph } from './screenshot.ts'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = ['cases', 'golden'].map((folder) => join(ROOT, '__tests__', folder))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(ROOT, 'coverage', 'preview') },
    picture: { type: 'string' },
  },
})
const [glob = '*'] = positionals
const shown = SOURCES.flatMap(commentsIn).filter(({ name }) => matchesGlob(name, glob))
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
  const own = write('picture.html', pictureOf(one))
  const height = (await heightsIn(program, own, 852)).get('picture') ?? 1000
  await photograph(program, own, { width: 852, height }, join(ROOT, 'docs', 'comment.png'))
  console.log('docs/comment.png')
}
