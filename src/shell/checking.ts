/**
 * What a shell needs to check sites, and the functions that load the rest. Loaded as one module: modules that several
 * late imports share would otherwise be in several chunks of dist/.
 */
export { redactorOfSites } from '../redact/redactors.ts'
export { labWarning } from '../probe/network/lab.ts'
export { clockOf, networkOf } from '../probe/network/network.ts'
export { runChecks } from '../run/run.ts'
export { readBaseline } from './earlier-report.ts'
export { commandProgress } from './command/progress.ts'
export { progressPrinter } from './progress-printer.ts'

/** What `ORIGIN_GATE_DEBUG` prints. */
export const loadDebug = () => import('./command/debug.ts')
export const loadRendering = () => import('../report/render/index.ts')
/** The code that publishes on GitHub, and its renderers. */
export const loadPublishing = () => import('./action/publishing.ts')
/** The code that opens a check run and a deployment status before there is a verdict. */
export const loadInProgress = () => import('../github/in-progress/in-progress.ts')
/** The code of the library. */
export const loadLibrary = () => import('./library/index.ts')
/** The code that writes recordings. */
export const loadRecorder = () => import('./recorder.ts')
