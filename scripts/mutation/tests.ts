/** The tests that must notice a mutant: those without a process, a socket or the built bundle. */
export const TESTS = [
  '__tests__/diagnosis/**/*.test.ts',
  '__tests__/redact/**/*.test.ts',
  '__tests__/report/**/*.test.ts',
  '__tests__/cloudflare/**/*.test.ts',
  '__tests__/cases.test.ts',
]

/**
 * Property tests that take seconds. They look for what no example has, and a mutant that only they notice deserves an
 * example.
 */
export const SLOW = ['properties', 'order', 'history', 'trim-evidence'].map(
  (name) => `__tests__/diagnosis/${name}.test.ts`,
)
