/**
 * Loaded into the Action's process. Each step has a summary of its own, which the runner takes away when the step ends.
 * This keeps a copy of it for the next step.
 */
import { copyFileSync } from 'node:fs'

const { GITHUB_STEP_SUMMARY: summary, KEPT_SUMMARY: copy } = process.env
if (summary !== undefined && copy !== undefined) process.once('exit', () => copyFileSync(summary, copy))
