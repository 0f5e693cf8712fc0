import { afterEach } from '@jest/globals'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()))
})

/** Calls this when the current test has ended. */
export function afterThisTest(close: () => Promise<unknown>): void {
  open.push(close)
}

/** Closes what is starting when the current test has ended. */
export async function closeAfterTest<T extends { readonly close: () => Promise<unknown> }>(
  starting: Promise<T>,
): Promise<T> {
  const running = await starting
  afterThisTest(running.close)
  return running
}
