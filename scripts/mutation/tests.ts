/** What is mutated (as in `stryker.config.json`), and the tests that must notice, without a process or a socket. */
export const AREAS = [
  {
    mutated: ['src/redact/**/*.ts'],
    tests: ['__tests__/redact/**/*.test.ts', '__tests__/report/{boundary,baseline}.test.ts'],
  },
  {
    mutated: ['src/report/render/markdown/escape.ts', 'src/report/render/text/terminal.ts'],
    tests: ['__tests__/report/**/*.test.ts'],
  },
  {
    mutated: ['src/diagnosis/**/*.ts'],
    tests: [
      '__tests__/diagnosis/**/*.test.ts',
      '__tests__/cloudflare/**/*.test.ts',
      '__tests__/report/{golden,report}.test.ts',
      '__tests__/cases.test.ts',
    ],
  },
] as const
