import type { Page } from '../../http/page.ts'
import type { EdgeRequest } from '../../edge/edge-request.ts'
import type { HttpResponse } from '../../origins/server/response.ts'

// What the origins and the edge of these scenarios serve.

/** A page with these lines in its head. */
export const pageWith = (...head: readonly string[]): string =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Shop</title>\n${head.join('\n')}\n</head>\n<body>\n<div id="root"></div>\n</body>\n</html>\n`

export const moduleScript = (path: string): string =>
  `<script type="module" crossorigin src="${path}"></script>`
export const stylesheet = (path: string): string => `<link rel="stylesheet" href="${path}">`

export const NEW_SCRIPT = '/assets/index-B7c2.js'
export const OLD_SCRIPT = '/assets/index-A1f9.js'
export const STYLE = '/assets/index-D4e0.css'

/** The application's page, as the build makes it. */
export const appPage = (script: string): string => pageWith(moduleScript(script), stylesheet(STYLE))

export const document = (body: string): HttpResponse => ({ status: 200, body })
export const javascript = (type = 'text/javascript'): HttpResponse => ({
  status: 200,
  type,
  body: 'const shop = 1;\nexport { shop };\n',
})
export const css = (type = 'text/css'): HttpResponse => ({ status: 200, type, body: 'body { margin: 0 }\n' })

/** The edge serves these paths from its cache. A query string bypasses it. */
export const cachedPaths =
  (copies: Readonly<Record<string, Partial<Page>>>) =>
  ({ path }: EdgeRequest): Page | undefined => {
    const copy = Object.hasOwn(copies, path) ? copies[path] : undefined
    return (
      copy && {
        status: 200,
        type: 'text/html',
        body: '',
        ...copy,
        headers: { 'cf-cache-status': 'HIT', age: '1860', ...copy.headers },
      }
    )
  }

/** The edge responds itself to this path, whatever the origin has. */
export const ownResponse =
  (at: string, page: Page) =>
  ({ path }: EdgeRequest): Page | undefined =>
    path.split('?')[0] === at ? page : undefined
