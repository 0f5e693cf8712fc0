/** What the library's entry loads with its first call. Loaded as one module, for the same reason as `checking.ts`. */
export { check } from './check.ts'
export { replay } from './replay.ts'
