/** What the Action needs after its checks. Loaded as one module, for the same reason as `checking.ts`. */
export { annotate, MAX_BLOCK, publish, publishSummary } from '../../github/index.ts'
export { COMMENT_LIMIT, FILE_RENDERERS, fileRenderer, RENDERERS } from '../../report/render/index.ts'
export { publishOutputs, publishPromotion } from './outputs.ts'
