/**
 * The files in .github that aren't workflows, by GitHub's rules. In its docs: "Syntax for GitHub's form schema", "About
 * code owners" and "Dependabot options reference".
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..', '..')
const FORMS = join(ROOT, '.github', 'ISSUE_TEMPLATE')

const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8')
const strictly = (text: string): unknown => parse(text, { strict: true, uniqueKeys: true })

const TEXT = { type: 'string', minLength: 1 } as const
const ID = { type: 'string', pattern: '^[A-Za-z0-9_-]+$' } as const
const VALIDATIONS = {
  type: 'object',
  additionalProperties: false,
  properties: { required: { type: 'boolean' } },
} as const

/** An element of a form. `label` is required, except in text that only explains. */
const element = (type: string, attributes: object, required: readonly string[] = ['label']): object => ({
  type: 'object',
  additionalProperties: false,
  required: type === 'markdown' ? ['type', 'attributes'] : ['type', 'id', 'attributes'],
  properties: {
    type: { const: type },
    id: ID,
    attributes: { type: 'object', additionalProperties: false, required, properties: attributes },
    ...(type !== 'markdown' && { validations: VALIDATIONS }),
  },
})

const FORM = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'description', 'body'],
  properties: {
    name: TEXT,
    description: TEXT,
    title: TEXT,
    labels: { type: 'array', items: TEXT, uniqueItems: true },
    assignees: { type: 'array', items: TEXT },
    body: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          element('markdown', { value: TEXT }, ['value']),
          element('input', { label: TEXT, description: TEXT, placeholder: TEXT, value: TEXT }),
          element('textarea', {
            label: TEXT,
            description: TEXT,
            placeholder: TEXT,
            value: TEXT,
            render: TEXT,
          }),
          element(
            'dropdown',
            {
              label: TEXT,
              description: TEXT,
              multiple: { type: 'boolean' },
              options: { type: 'array', minItems: 1, uniqueItems: true, items: TEXT },
            },
            ['label', 'options'],
          ),
          element(
            'checkboxes',
            {
              label: TEXT,
              description: TEXT,
              options: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['label'],
                  properties: { label: TEXT, required: { type: 'boolean' } },
                },
              },
            },
            ['label', 'options'],
          ),
        ],
      },
    },
  },
} as const

const CONFIG = {
  type: 'object',
  additionalProperties: false,
  properties: {
    blank_issues_enabled: { type: 'boolean' },
    contact_links: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'url', 'about'],
        properties: { name: TEXT, url: { type: 'string', pattern: '^https://' }, about: TEXT },
      },
    },
  },
} as const

interface Form {
  readonly name: string
  readonly body: readonly {
    readonly type: string
    readonly id?: string
    readonly attributes: { readonly label?: string; readonly description?: string }
  }[]
}

/** What a schema rejects, in words. */
function problems(schema: object, value: unknown): unknown {
  const ajv = new Ajv({ strict: false })
  ajv.validate(schema, value)
  return ajv.errors
}

const FILES = readdirSync(FORMS).filter((file) => file !== 'config.yml')

describe.each(FILES)('the form %s', (file) => {
  const form: Form = parse(readFileSync(join(FORMS, file), 'utf8'), { strict: true, uniqueKeys: true })

  test('is one that GitHub accepts', () => {
    expect(problems(FORM, form)).toBeNull()
    const fields = form.body.filter(({ type }) => type !== 'markdown')
    expect(fields.length).toBeGreaterThan(0)
    for (const values of [fields.map(({ id }) => id), fields.map(({ attributes }) => attributes.label)])
      expect(new Set(values).size).toBe(fields.length)
  })

  test('says what is in a recording wherever it requests one', () => {
    const fields = form.body.filter(({ id }) => id === 'recording')
    expect(fields.length).toBe(file === 'feature.yml' ? 0 : 1)
    for (const { attributes } of fields) {
      expect(attributes.description).toContain('--record run.json')
      expect(attributes.description).toContain('**Read the file before you share it.**')
    }
  })
})

test('the forms have different names, and describe a recording in the same words', () => {
  const forms: readonly Form[] = FILES.map((file) => parse(readFileSync(join(FORMS, file), 'utf8')))
  expect(new Set(forms.map(({ name }) => name)).size).toBe(FILES.length)
  const described = forms.flatMap(({ body }) =>
    body.flatMap(({ id, attributes }) =>
      id === 'recording' ? (/\*\*In it:\*\*[\s\S]*/.exec(attributes.description ?? '')?.[0] ?? []) : [],
    ),
  )
  expect(described.length).toBe(2)
  expect(new Set(described).size).toBe(1)
})

test('the page of new issues links the private way to report a vulnerability, and pages that exist', () => {
  const config = strictly(read('.github', 'ISSUE_TEMPLATE', 'config.yml'))
  expect(problems(CONFIG, config)).toBeNull()
  const urls = Array.from(JSON.stringify(config).matchAll(/"url":"([^"]+)"/g), ([, url = '']) => url)
  expect(urls).toContain('https://github.com/origin-gate/origin-gate/security/advisories/new')
  const pages = urls.flatMap(
    (url) => url.split('https://github.com/origin-gate/origin-gate/blob/main/')[1] ?? [],
  )
  expect(pages.filter((page) => !existsSync(join(ROOT, page)))).toEqual([])
})

test('CODEOWNERS has an owner for everything, and paths that exist', () => {
  const lines = read('.github', 'CODEOWNERS')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  expect(lines[0]).toMatch(/^\* +@/)
  for (const line of lines) {
    const [path = '', ...owners] = line.split(/ +/)
    expect(owners.length).toBeGreaterThan(0)
    for (const owner of owners) expect(owner).toMatch(/^@[\w-]+(?:\/[\w-]+)?$/)
    if (path !== '*')
      expect([path, path.startsWith('/') && existsSync(join(ROOT, path))]).toEqual([path, true])
  }
})

interface Updates {
  readonly updates: readonly {
    readonly 'package-ecosystem': string
    readonly directory?: string
    readonly directories?: readonly string[]
    readonly schedule: unknown
    readonly cooldown: { readonly 'default-days': number }
    readonly groups: object
  }[]
}

/** Files whose dependencies Dependabot can update, by its name for them. */
const MANIFESTS: Readonly<Record<string, RegExp>> = {
  npm: /(?:^|\/)package\.json$/,
  'github-actions': /^(?:\.github\/workflows|examples)\/[^/]+\.ya?ml$/,
  gomod: /(?:^|\/)go\.mod$/,
  pip: /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|Pipfile)$/,
  docker: /(?:^|\/)Dockerfile$/,
  'docker-compose': /(?:^|\/)(?:docker-)?compose\.ya?ml$/,
  cargo: /(?:^|\/)Cargo\.toml$/,
  bundler: /(?:^|\/)Gemfile$/,
  gitsubmodule: /^\.gitmodules$/,
}

const checkout = existsSync(join(ROOT, '.git')) || process.env['CI'] === 'true'
const testHere = checkout ? test : test.skip

testHere(
  'Dependabot updates every kind of dependency, each weekly, in one pull request and after a week',
  () => {
    const { updates }: Updates = parse(read('.github', 'dependabot.yml'), { strict: true, uniqueKeys: true })
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
    // Built, recorded or only an example of what a tool reads.
    const files = tracked.filter((file) => !/^(?:dist|__tests__|lab)\//.test(file))
    for (const [ecosystem, pattern] of Object.entries(MANIFESTS)) {
      const folders = new Set(
        files.flatMap((file) => {
          if (!pattern.test(file)) return []
          const uses = ecosystem !== 'github-actions' || /uses: (?!origin-gate\/|\.\/)/.test(read(file))
          const folder = dirname(file)
          return uses ? `/${folder === '.github/workflows' || folder === '.' ? '' : folder}` : []
        }),
      )
      const entry = updates.find((each) => each['package-ecosystem'] === ecosystem)
      const covered = entry?.directories ?? (entry?.directory === undefined ? [] : [entry.directory])
      expect([ecosystem, new Set(covered)]).toEqual([ecosystem, folders])
    }
    for (const { schedule, cooldown, groups } of updates) {
      expect(schedule).toMatchObject({ interval: 'weekly' })
      expect(cooldown['default-days']).toBeGreaterThanOrEqual(7)
      expect(Object.keys(groups)).toHaveLength(1)
    }
  },
)
