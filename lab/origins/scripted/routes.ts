import { nginxPage } from './content.ts'
import { send, type HttpResponse } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { httpOrigin } from '../server/http-origin.ts'
import type { HttpRequest } from '../server/http1.ts'

type Respond = HttpResponse | ((request: HttpRequest) => HttpResponse)

/** A response by path, without its query. Every other path gets `otherwise`, by default nginx's 404. */
export const routes = (
  sentence: string,
  responses: Readonly<Record<string, Respond>>,
  otherwise: Respond = nginxPage(404),
): OriginDefinition =>
  httpOrigin(sentence, () => (request) => {
    const [path = ''] = request.path.split('?')
    const respond = Object.hasOwn(responses, path) ? (responses[path] ?? otherwise) : otherwise
    send(request, typeof respond === 'function' ? respond(request) : respond)
  })

/** An HTML page with this title and body. */
export const html = (title: string, body: string, status = 200): HttpResponse => ({
  status,
  body: `<!DOCTYPE html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body>\n${body}\n</body>\n</html>\n`,
})
