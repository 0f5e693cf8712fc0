import { filesOf } from '../../config/files/pem-files.ts'
import { inputsOf, sitesOf } from '../../config/files/referenced.ts'
import type { Listed } from '../../config/files/sites-file.ts'
import { problemsOfTrustedCertificates } from '../../config/files/trusted-certificates.ts'
import type { InputReader } from '../../config/inputs/inputs.ts'
import { parseConfig } from '../../config/parse.ts'
import type { Problem } from '../../config/parser/problems.ts'
import type { Config } from '../../domain/config.ts'
import { END_REPORT } from '../files.ts'
import { crashText } from '../process/crash.ts'
import { GRACE } from '../process/lifecycle.ts'

/**
 * What the library needs from the bundle's entry, passed as a value: if a late file imported these modules, they could
 * not be merged into the entry, and the Action would start more slowly.
 */
export interface Entry {
  /** The problems of the configuration, which is present if it has none of its own. */
  readonly parse: (
    input: InputReader,
    listed: Listed | undefined,
    env: Readonly<Record<string, string | undefined>>,
  ) => { readonly config?: Config; readonly problems: readonly Problem[] }
  readonly crashText: (error: unknown, outcome: string) => string
  /** Milliseconds from an abort, after which no further site is reported. */
  readonly graceForReport: number
}

export const ENTRY: Entry = {
  parse: (input, listed, env) => {
    const parsed = parseConfig(input, {
      shell: 'command',
      defaultCommentKey: '',
      defaultReport: '',
      files: filesOf([input, ...sitesOf(listed).map(inputsOf)]),
      ...(listed !== undefined && { listed }),
    })
    const problems = problemsOfTrustedCertificates(env)
    return parsed.ok ? { config: parsed.config, problems } : { problems: [...parsed.problems, ...problems] }
  },
  crashText,
  graceForReport: GRACE - END_REPORT,
}
