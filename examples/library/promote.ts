import { check, ConfigError } from 'origin-gate'

try {
  const report = await check(
    {
      url: 'https://www.shop.example',
      origin: '203.0.113.10',
      expectedStatus: 200,
      wait: '2m',
    },
    {
      signal: AbortSignal.timeout(5 * 60_000),
      env: process.env,
      onProgress: ({ line }) => console.error(line),
    },
  )
  const [site] = report.sites
  console.log(site.headline)
  for (const step of site.remedy?.steps ?? []) console.log(`- ${step}`)
  process.exitCode = report.promote ? 0 : 1
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  for (const problem of error.problems) console.error(problem)
  process.exitCode = 2
}
