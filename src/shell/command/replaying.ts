/** What `--replay` and `merge` need. Loaded as one module, for the same reason as `checking.ts`. */
export { merged } from '../../report/build/merged.ts'
export { COMMENT_LIMIT, FILE_RENDERERS, fileRenderer, RENDERERS } from '../../report/render/index.ts'
export { replayed } from '../../run/conclude.ts'
export { FAULTS } from '../../report/schema-1/head.ts'
export { reportIn } from '../../report/schema-1/read.ts'
export { MAX_REPORT_SIZE, readBaseline } from '../earlier-report.ts'
export { readRecording } from './recorded-run.ts'
