import { combined, type Result } from './parser/parser.ts'
import { type Checker, checkerOf, type CheckerContext } from './parser/checker.ts'
import { inputsOf, sitesOf, type ReferencedFiles } from './files/referenced.ts'
import type { InputName } from './inputs/inputs.ts'
import { type Problem, printable } from './parser/problems.ts'
import type { Parts, SiteSettings } from './site-settings.ts'
import type { ListedSite, ListedValue } from './files/sites-file.ts'
import { parseUrl } from './values/urls.ts'
import type { Fault, Place } from './files/yaml.ts'

/** A parsed site of the file. */
export interface ListedSettings {
  readonly url: string
  readonly settings: SiteSettings
  /** Whether the site has its own `wait`, `interval`, `consecutive-successes` or `watch`. */
  readonly ownSchedule: boolean
}

/** Problems of the file that are printed. More would fill the log. */
const MAX_PROBLEMS = 100

const SCHEDULE = [
  'wait',
  'interval',
  'consecutive-successes',
  'watch',
] as const satisfies readonly InputName[]

/** How the values of a site are parsed. */
export interface ListedSitesContext {
  readonly checking: CheckerContext
  /** Parses the inputs, which are the defaults of each site. */
  readonly base: Checker
  readonly read: (checked: Checker) => Parts<SiteSettings>
  /** Problems of the inputs themselves, which are not reported again for each site. */
  readonly known: readonly Problem[]
}

/** The sites that `config` lists, or all problems of that file in its order. */
export function listedSettings(
  { listed }: ReferencedFiles,
  path: string,
  context: ListedSitesContext,
): Result<readonly ListedSettings[], Problem> {
  const { checking, known } = context
  const base = withoutRepetition(context.base)
  if (typeof listed === 'string') {
    const text = `\`config\`: \`${printable(path, checking.secrets)}\` ${listed}. Use the path of a YAML file with a list \`sites:\`.`
    return { ok: false, faults: [{ input: 'config', text }] }
  }
  const reported = new Set(known.map(({ text }) => text))
  const first = new Map<string, Place>()
  const settings: ListedSettings[] = []
  const faults: Fault[] = [...(listed?.faults ?? [])]
  for (const site of sitesOf(listed)) {
    const quotes = faults.length < MAX_PROBLEMS
    const found = settingsOf(site, { ...context, base, checking: { ...checking, quotes } })
    if (found.ok) {
      const place = site.values.get('url')?.place ?? site.place
      const before = first.get(found.value.url)
      if (before === undefined) {
        first.set(found.value.url, place)
        settings.push(found.value)
      } else {
        const text = `\`url\` is the same as on line ${before.line}. List each site once.`
        faults.push({ place, text })
      }
    } else faults.push(...found.faults.filter(({ text }) => !reported.has(text)))
  }
  if (faults.length === 0) return { ok: true, value: settings }
  const sorted = faults.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  return { ok: false, faults: problemsOf(sorted, listed?.more ?? 0) }
}

/** Makes the problems of an input once, and not for each site. */
function withoutRepetition(base: Checker): Checker {
  const known = new Map<InputName, readonly Problem[]>()
  return (name, parse) => {
    const faults = known.get(name)
    if (faults !== undefined) return { ok: false, faults }
    const result = base(name, parse)
    if (!result.ok) known.set(name, result.faults)
    return result
  }
}

function problemsOf(faults: readonly Fault[], more: number): readonly Problem[] {
  const problems = faults.slice(0, MAX_PROBLEMS).map(({ place, text }): Problem => ({
    input: 'config',
    text: `\`config\`, line ${place.line}, column ${place.column}: ${text}`,
  }))
  const rest = faults.length - problems.length + more
  return rest === 0
    ? problems
    : [...problems, { input: 'config', text: `\`config\` has ${rest} more problems. Fix these first.` }]
}

function settingsOf(
  site: ListedSite,
  { checking, base, read }: ListedSitesContext,
): Result<ListedSettings, Fault> {
  const own = checkerOf(inputsOf(site), checking)
  const ofList = checkerOf(inputsOf(site), checking, { numbered: false })
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

/** Positions a problem in the file: at its item, else at its value, else at its site. */
function placed({ input, text, line }: Problem, site: ListedSite): Fault {
  const value = valueNamed(input, site)
  if (value === undefined) return { place: site.place, text }
  return { place: (line === undefined ? undefined : value.items?.[line - 1]) ?? value.place, text }
}

function valueNamed(input: string, { values }: ListedSite): ListedValue | undefined {
  for (const [name, value] of values) if (name === input) return value
  return undefined
}
