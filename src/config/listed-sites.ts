import { type Checker, checkerOf, type Checking } from './parser/checker.ts'
import { readOf, sitesOf, type ReferencedFiles } from './files/referenced.ts'
import type { InputName } from './inputs/inputs.ts'
import { type Problem, printable } from './parser/problems.ts'
import { combined, type Result } from './parser/result.ts'
import type { Parts, SiteSettings } from './site-settings.ts'
import type { ListedSite, ListedValue } from './files/sites-file.ts'
import { parseUrl } from './values/urls.ts'
import type { Fault, Place } from './files/yaml.ts'

/** A site of the file, parsed. */
export interface ListedSettings {
  readonly url: string
  readonly settings: SiteSettings
  /** Whether the site says itself how long to wait or to watch. */
  readonly ownSchedule: boolean
}

/** More would fill the log, and the first ones tell what is wrong with all. */
const MOST_TOLD = 100

const SCHEDULE = [
  'wait',
  'interval',
  'consecutive-successes',
  'watch',
] as const satisfies readonly InputName[]

/** How the values of a site are read. */
export interface ListedSitesContext {
  readonly checking: Checking
  /** Reads the inputs: what a site does not say itself. */
  readonly base: Checker
  readonly read: (checked: Checker) => Parts<SiteSettings>
  /** What is wrong with the inputs themselves, and told of them: not once more for each site. */
  readonly known: readonly Problem[]
}

/** The sites that `config` lists, or everything that is wrong with that file, in its order. */
export function listedSettings(
  { listed }: ReferencedFiles,
  path: string,
  reading: ListedSitesContext,
): Result<readonly ListedSettings[], Problem> {
  const { checking, known } = reading
  if (typeof listed === 'string') {
    const text = `\`config\` is \`${printable(path, checking.secrets)}\`, which ${listed}. Give the path of a YAML file with a list \`sites:\`.`
    return { ok: false, faults: [{ input: 'config', text }] }
  }
  const toldAbove = new Set(known.map(({ text }) => text))
  const first = new Map<string, Place>()
  const settings: ListedSettings[] = []
  const faults: Fault[] = [...(listed?.faults ?? [])]
  for (const site of sitesOf(listed)) {
    const found = settingsOf(site, reading)
    if (found.ok) {
      const place = site.values.get('url')?.place ?? site.place
      const before = first.get(found.value.url)
      if (before === undefined) {
        first.set(found.value.url, place)
        settings.push(found.value)
      } else {
        const text = `\`url\` is that of line ${before.line} too. Give each site once.`
        faults.push({ place, text })
      }
    } else faults.push(...found.faults.filter(({ text }) => !toldAbove.has(text)))
  }
  if (faults.length === 0) return { ok: true, value: settings }
  const sorted = faults.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  return { ok: false, faults: told(sorted) }
}

function told(faults: readonly Fault[]): readonly Problem[] {
  const problems = faults.slice(0, MOST_TOLD).map(({ place, text }): Problem => ({
    input: 'config',
    text: `\`config\`, line ${place.line}, column ${place.column}: ${text}`,
  }))
  const rest = faults.length - problems.length
  return rest === 0
    ? problems
    : [...problems, { input: 'config', text: `\`config\` has ${rest} more problems. Mend these first.` }]
}

function settingsOf(
  site: ListedSite,
  { checking, base, read }: ListedSitesContext,
): Result<ListedSettings, Fault> {
  const own = checkerOf(readOf(site), checking)
  const ofList = checkerOf(readOf(site), checking, { numbered: false })
  const checked: Checker = (name, parse) => {
    const value = site.values.get(name)
    if (value === undefined) return base(name, parse)
    return value.items === undefined ? own(name, parse) : ofList(name, parse)
  }
  const url: Result<string, Problem> = site.values.has('url')
    ? checked('url', parseUrl)
    : { ok: false, faults: [] }
  const parsed = combined<SiteSettings & { url: string }, Problem>({ url, ...read(checked) })
  if (!parsed.ok) return { ok: false, faults: parsed.faults.map((fault) => placed(fault, site)) }
  return {
    ok: true,
    value: {
      url: parsed.value.url,
      settings: parsed.value,
      ownSchedule: SCHEDULE.some((name) => site.values.has(name)),
    },
  }
}

/** Where in the file a problem lies: at its item, else at its value, else at the site. */
function placed({ input, text, line }: Problem, site: ListedSite): Fault {
  const value = valueNamed(input, site)
  if (value === undefined) return { place: site.place, text }
  return { place: (line === undefined ? undefined : value.items?.[line - 1]) ?? value.place, text }
}

function valueNamed(input: string, { values }: ListedSite): ListedValue | undefined {
  for (const [name, value] of values) if (name === input) return value
  return undefined
}
