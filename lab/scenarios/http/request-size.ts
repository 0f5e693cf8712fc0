import { httpOrigin } from '../../origins/server/http-origin.ts'
import type { RequestHandler } from '../../origins/server/http1.ts'
import { send, sendHome } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

/** An origin that accepts as much as Tomcat and Jetty do. */
const accepts8Kilobytes = (sentence: string, reject: RequestHandler) =>
  httpOrigin(sentence, () => (request) => {
    const size = Object.values(request.headers).reduce((sum, value) => sum + value.length, 0)
    return size > 8192 ? reject(request) : sendHome(request)
  })

const inputs = (size: number) => ({ wait: '0s', timeout: '5s', headers: `X-Token: ${'a'.repeat(size)}` })

const SAYS = ['9 KB of request headers', 'The size of this check']

/** Headers of the check that are larger than servers accept. curl sends none, as visitors don't. */
export const REQUEST_SIZE: readonly Scenario[] = [
  {
    id: 'unexpected-status-own-headers-431',
    sentence: 'the origin serves visitors, and responds 431 to the large headers of the check',
    setup: {
      origin: accepts8Kilobytes('the origin responds 431 to more than 8 KB of headers', (request) =>
        send(request, { status: 431 }),
      ),
    },
    inputs: inputs(8500),
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('unexpected-status', 'likely'), says: SAYS },
    not: ['origin-app-error'],
  },
  {
    id: 'origin-reset-own-headers',
    sentence: 'the origin serves visitors, and resets connections with the large headers of the check',
    setup: {
      origin: accepts8Kilobytes('the origin resets after more than 8 KB of headers', ({ socket }) => {
        socket.resetAndDestroy()
      }),
    },
    inputs: inputs(8500),
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-reset', 'possible'), says: SAYS },
    not: ['origin-refused'],
  },
  {
    id: 'healthy-large-own-headers',
    sentence: 'the site accepts the large headers of the check',
    setup: {},
    inputs: inputs(8500),
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['unexpected-status'],
  },
]
