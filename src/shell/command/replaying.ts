/** What `--replay` needs. Loaded as one module, for the same reason as `checking.ts`. */
export { FILE_RENDERERS, fileRenderer, RENDERERS } from '../../report/render/index.ts'
export { replayed } from '../../run/conclude.ts'
export { readBaseline } from '../earlier-report.ts'
export { readRecording } from './recorded-run.ts'
