import { check, type Report } from 'origin-gate'

/** Checks all shops, and returns what is wrong with each that isn't healthy. */
export async function brokenShops(signal: AbortSignal): Promise<readonly string[]> {
  const report: Report = await check(
    {
      expectedStatus: 200,
      sites: [
        { url: 'https://www.shop.example', origin: '203.0.113.10' },
        { url: 'https://www.shop.example/cart', origin: '203.0.113.10', maxResponseTime: '2s' },
      ],
    },
    { signal, env: process.env },
  )
  return report.sites.filter(({ verdict }) => verdict !== 'healthy').map(({ headline }) => headline)
}

for (const headline of await brokenShops(AbortSignal.timeout(60_000))) console.log(headline)
