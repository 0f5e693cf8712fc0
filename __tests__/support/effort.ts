/** How often repeated tests run: a fraction of the usual number in CI, all of it and more by command. */
const EFFORT = Number(process.env['ORIGIN_GATE_TEST_EFFORT'] ?? '0.2')

/** The repetitions of a test that costs seconds. `ORIGIN_GATE_TEST_EFFORT=1 npm test -- PATH` runs all of them. */
export function repetitions(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT))
}

export function isFullEffort(): boolean {
  return EFFORT >= 1
}
