import type { CauseId } from '../../src/domain/cause-id.ts'
import type { Confidence } from '../../src/domain/cause.ts'
import type { Judgment, Verdict } from '../../src/domain/diagnosis.ts'

interface Facts {
  readonly verdict: Verdict
  readonly cause?: CauseId
  readonly confidence?: Confidence
  readonly warnings: readonly CauseId[]
  readonly notes: readonly CauseId[]
}

/** What a judgment says, comparable by `toEqual`. Immutable: `withWarning` and `withNote` make another one. */
export class Result implements Facts {
  readonly verdict: Verdict
  readonly cause?: CauseId
  readonly confidence?: Confidence
  readonly warnings: readonly CauseId[]
  readonly notes: readonly CauseId[]

  constructor({ verdict, cause, confidence, warnings, notes }: Facts) {
    this.verdict = verdict
    if (cause !== undefined) this.cause = cause
    if (confidence !== undefined) this.confidence = confidence
    this.warnings = warnings
    this.notes = notes
  }

  withWarning(id: CauseId): Result {
    return this.with({ warnings: [...this.warnings, id] })
  }

  withNote(id: CauseId): Result {
    return this.with({ notes: [...this.notes, id] })
  }

  private with(remarks: Partial<Pick<Facts, 'warnings' | 'notes'>>): Result {
    const { verdict, cause, confidence, warnings, notes } = this
    const lead = {
      ...(cause !== undefined && { cause }),
      ...(confidence !== undefined && { confidence }),
    }
    return new Result({ verdict, ...lead, warnings, notes, ...remarks })
  }
}

const NO_REMARKS = { warnings: [], notes: [] } as const

export const healthy = new Result({ verdict: 'healthy', ...NO_REMARKS })

export const unhealthy = (cause: CauseId, confidence: Confidence): Result =>
  new Result({ verdict: 'unhealthy', cause, confidence, ...NO_REMARKS })

export const inconclusive = (cause: CauseId, confidence: Confidence): Result =>
  new Result({ verdict: 'inconclusive', cause, confidence, ...NO_REMARKS })

export function resultOf({ verdict, findings: [lead], warnings, notes }: Judgment): Result {
  return new Result({
    verdict,
    ...(lead !== undefined && { cause: lead.cause.id, confidence: lead.match.confidence }),
    warnings: warnings.map(({ cause }) => cause.id),
    notes: notes.map(({ cause }) => cause.id),
  })
}

/** Whether the cause is the lead, a warning or a note. */
export function mentions({ cause, warnings, notes }: Result, id: CauseId): boolean {
  return cause === id || warnings.includes(id) || notes.includes(id)
}
