/**
 * What a shell needs to check sites, and its ways to load the rest. Loaded as one, because modules that several late
 * imports share would otherwise be in several chunks of dist/.
 */
export { labWarning } from '../probe/network/lab.ts'
export { systemClock } from '../probe/network/clock.ts'
export { networkOf } from '../probe/network/network.ts'
export { runChecks } from '../run/run.ts'
export { readBaseline } from './earlier-report.ts'
export { progressPrinter } from './progress-printer.ts'

export const loadRendering = () => import('../report/render/index.ts')
/** What publishes at GitHub, and the renderers for it. */
export const loadPublishing = () => import('./publishing.ts')
/** What opens a check run and a deployment status before there is a verdict. */
export const loadInProgress = () => import('../github/in-progress/in-progress.ts')
/** What writes recordings. */
export const loadRecorder = () => import('../recording/write.ts')
