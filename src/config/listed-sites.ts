import { combined, type Parser, type Result } from './parser/parser.ts'
import { type Checker, checkerOf, type CheckerContext } from './parser/checker.ts'
import { inputsOf, sitesOf, type ReferencedFiles } from './files/referenced.ts'
import type { InputName } from './inputs/inputs.ts'
import { type Problem, quoted } from './parser/problems.ts'
import type { Parts, SiteSettings } from './site-settings.ts'
import type { ListedSite, ListedValue, Places } from './files/sites-file.ts'
import type { Fault, Place } from './files/tree.ts'

/** A parsed site of the file. */
export interface ListedSettings {
  readonly url: string
  readonly settings: SiteSettings
  /** Whether the site has its own `wait`, `interval`, `consecutive-successes` or `watch`. */
  readonly ownSchedule: boolean
}

/** Problems of the file that are printed. More would fill the log. */
const MAX_PROBLEMS = 100

/** Problems after which no further site is read. Each wrong value costs time and memory. */
const MAX_FAULTS = 1000

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
  readonly urlParser: Parser<string>
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
  if (typeof listed === 'string') {
    const text = `\`config\`${quoted(path, checking.hide)} ${listed}. Use the path of a YAML file with a list \`sites:\`.`
    return { ok: false, faults: [{ input: 'config', text }] }
  }
  const base = withoutRepetition(context.base)
  const reported = new Set(known.map(({ text }) => text))
  const first = new Map<string, Place>()
  const settings: ListedSettings[] = []
  const faults: Fault[] = [...(listed?.faults ?? [])]
  const sites = sitesOf(listed)
  const places = listed?.places ?? IN_FILE
  let read = 0
  for (const site of sites) {
    if (faults.length > MAX_FAULTS) break
    read += 1
    const found = settingsOf(site, { ...context, base })
    if (found.ok) {
      const place = site.values.get('url')?.place ?? site.place
      const before = first.get(found.value.url)
      if (before === undefined) {
        first.set(found.value.url, place)
        settings.push(found.value)
      } else {
        const text = `\`url\` is the same as ${places.sameAs(before)}. List each site once.`
        faults.push({ place, text })
      }
    } else {
      for (const problem of found.faults) {
        const value = valueNamed(problem.input, site)
        // Of the inputs, only a problem of two that don't fit can be here. Other texts are made when they are printed.
        if (value === undefined && reported.has(problem.text)) continue
        faults.push(placed(problem, value, site))
      }
    }
  }
  if (faults.length === 0) return { ok: true, value: settings }
  return { ok: false, faults: problemsOf(faults, listed?.more ?? 0, read === sites.length, places) }
}

/** Parses the inputs, whose problems are not reported again for each site. */
function withoutRepetition(base: Checker): Checker {
  const wrong = new Set<InputName>()
  return (name, parse) => {
    if (wrong.has(name)) return { ok: false, faults: [] }
    const result = base(name, parse)
    if (result.ok) return result
    wrong.add(name)
    return { ok: false, faults: [] }
  }
}

const IN_FILE: Places = {
  input: 'config',
  at: ({ line, column }) => `\`config\`, line ${line}, column ${column}`,
  sameAs: ({ line }) => `on line ${line}`,
}

/** The first faults in the order of the list, and how many more there are. */
function problemsOf(
  faults: readonly Fault[],
  known: number,
  isComplete: boolean,
  { input, at }: Places,
): readonly Problem[] {
  const sorted = faults.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  const problems = sorted.slice(0, MAX_PROBLEMS).map(({ place, text }): Problem => ({
    input,
    text: `${at(place)}: ${text}`,
  }))
  const more = sorted.length - problems.length + known
  const count = isComplete ? more : `at least ${more}`
  const rest = { input, text: `\`${input}\` has ${count} more problems. Fix these first.` }
  return more === 0 ? problems : [...problems, rest]
}

function settingsOf(
  site: ListedSite,
  { checking, base, read, urlParser }: ListedSitesContext,
): Result<ListedSettings, Problem> {
  const own = checkerOf(inputsOf(site), checking)
  const ofList = checkerOf(inputsOf(site), checking, { numbered: false })
  const checked: Checker = (name, parse) => {
    const value = site.values.get(name)
    if (value === undefined) return base(name, parse)
    return value.items === undefined ? own(name, parse) : ofList(name, parse)
  }
  const url: Result<string, Problem> = site.values.has('url')
    ? checked('url', urlParser)
    : { ok: false, faults: [] }
  const parsed = combined<SiteSettings & { url: string }, Problem>({ url, ...read(checked) })
  if (!parsed.ok) return parsed
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
function placed(problem: Problem, value: ListedValue | undefined, site: ListedSite): Fault {
  const { line } = problem
  const item = line === undefined ? undefined : value?.items?.[line - 1]
  return {
    place: item ?? value?.place ?? site.place,
    get text() {
      return problem.text
    },
  }
}

function valueNamed(input: string, { values }: ListedSite): ListedValue | undefined {
  for (const [name, value] of values) if (name === input) return value
  return undefined
}
