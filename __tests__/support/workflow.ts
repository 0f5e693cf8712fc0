/** Workflows, as GitHub reads them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const ROOT = join(import.meta.dirname, '..', '..')

/** Scopes, and what a job may do with each. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}

export interface Job {
  readonly name?: string
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly uses?: string
  readonly permissions?: Permissions
  readonly environment?: string
  readonly concurrency?: unknown
  readonly 'timeout-minutes'?: number
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly env?: Readonly<Record<string, unknown>>
  /** Empty if the job calls another workflow. */
  readonly steps: readonly Step[]
}

export interface Workflow {
  readonly on: unknown
  readonly name?: string
  readonly permissions?: Permissions
  readonly concurrency?: unknown
  readonly defaults?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** It rejects a key that occurs twice. */
export const STRICT = { uniqueKeys: true, strict: true } as const

/** A workflow by its path in the repository. */
export function readWorkflow(path: string): Workflow {
  return parse(readFileSync(join(ROOT, path), 'utf8'), STRICT)
}

/** The jobs that must end before a job starts. */
export const needsOf = ({ needs = [] }: Job): readonly string[] => [needs].flat()
