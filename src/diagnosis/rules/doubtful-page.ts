import { look, change, type Match, type Moment, type RemedyContext } from '../../domain/cause.ts'
import { phrase, quote, type Sentence } from '../../domain/untrusted.ts'
import { shortened } from '../freshness/urls.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasScriptTag, isBlankPage, isListing } from '../facts/pages/stand-in.ts'
import { typeThatHides } from '../facts/pages/page-type.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { isPageForFile } from '../freshness/html-for-file.ts'
import { howTo } from '../servers/index.ts'
import { setInput } from './set-input.ts'
import { PURGE_URL, RECORDS, type Advice } from './stand-in.ts'

type Form = 'page type' | 'script tag' | 'empty page' | 'file list' | 'page at a file name'

/**
 * Visitors or the direct probe get a page that may not be what the user wants: one that browsers don't
 * render or, without `expected-body`, an empty page, a list of files, or HTML with an unprocessed server-side tag.
 */
export function doubtfulPageMatch(moment: Moment): Match | undefined {
  if (!visitorsServed(moment)) return
  const { expectedBody, expectedHeader } = moment.request
  const type = typeThatHides(moment, moment.edge) ?? typeThatHides(moment, moment.origin)
  if (type !== undefined)
    return doubtful(
      moment,
      (...response) => typeThatHides(...response) !== undefined,
      phrase`an HTML page with \`Content-Type: ${quote(type, shortened)}\`. Browsers download it or show its source instead of rendering it.`,
      'page type',
    )
  if (expectedBody !== undefined) return
  return (
    doubtful(
      moment,
      hasScriptTag,
      'HTML with an unprocessed server-side tag, such as `<?php`, `<%` or `{%`. If the server should run it, set `expected-body`.',
      'script tag',
    ) ??
    doubtful(
      moment,
      isBlankPage,
      'an empty page with status 200. If it should have content, set `expected-body`.',
      'empty page',
    ) ??
    doubtful(
      moment,
      isListing,
      "a list of the server's files. If the site should have a page here, set `expected-body`.",
      'file list',
    ) ??
    doubtful(
      moment,
      ({ request }, exchange) => expectedHeader === undefined && isPageForFile(request, exchange),
      'an HTML page, and the URL ends like that of a file. If it should be the file, set `expected-body`.',
      'page at a file name',
    )
  )
}

/** @param what completes "Visitors get …" */
function doubtful(moment: Moment, is: typeof isBlankPage, what: Sentence, form: Form): Match | undefined {
  const edge = is(moment, moment.edge)
  const origin = is(moment, moment.origin)
  if (!edge && !origin) return
  const who =
    edge && origin ? 'Visitors and the direct request get' : edge ? 'Visitors get' : 'The direct request gets'
  const because = phrase`${who} ${what}`
  return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment), form }
}

/** What to do about a form of this; undefined for the others. */
export function doubtfulPageAdvice({ host, form = '', server }: RemedyContext): Advice | undefined {
  const request = `: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`
  const advice: Readonly<Record<Form, Advice>> = {
    'page type': {
      reference: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Type',
      summary: 'Send the page with `Content-Type: text/html`.',
      steps: [
        look('Check the response', request),
        change(
          'Set the `Content-Type` of the page',
          ': in nginx, `include mime.types;`. In object storage (S3, Azure Blob, Google Cloud Storage), set it when you upload the page.',
          'restore the old type.',
        ),
        PURGE_URL,
        setInput(
          'Set `expected-header`',
          ' to this `Content-Type` if it is right. The check then accepts it.',
        ),
      ],
    },
    'script tag': {
      reference: 'https://www.php.net/manual/en/install.php',
      summary: 'Check whether the server should run the script in this page.',
      steps: [
        look(
          'Find the tag',
          `: \`curl -s 'https://${host}/' | grep -nE '<[?%]|[{]%'\`, with the path of \`url\`.`,
        ),
        change(
          'Set up the script handler',
          ' if the server should run it: PHP-FPM, and the `location` or `SetHandler` that passes files with this extension to it.',
          'restore the old configuration.',
        ),
        change(
          'Remove the tag',
          " if the page is static. Visitors can read it in the page's source.",
          'deploy the previous version.',
        ),
        setInput(
          'Set `expected-body`',
          ' to text from the page. The check then looks for that text instead.',
        ),
      ],
    },
    'file list': {
      reference: 'https://developer.mozilla.org/en-US/docs/Web/Security',
      summary: 'Check whether visitors should see a list of files.',
      steps: [
        look('Check that the deploy put an `index.html` into the folder', ' that the server serves.'),
        change(
          'Turn the list off',
          ` if it is not wanted: ${howTo('noListing', server)}.`,
          'restore the old line, then reload.',
        ),
        setInput('Set `expected-body`', ' to a text of the page, so that a list is unhealthy.'),
      ],
    },
    'page at a file name': {
      reference: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Type',
      summary: 'Check whether this URL should return a page or a file.',
      steps: [
        look('Check the response', request),
        setInput(
          'Set `expected-body`',
          ' to a text of the file, so that a page is unhealthy, or to a text of the page.',
        ),
        setInput('Set `check-assets: false`', ' if the page is right. This check is then skipped.'),
      ],
    },
    'empty page': {
      reference: RECORDS,
      summary: 'Check whether the page should be empty.',
      steps: [
        look('Check the page', request),
        look(
          'Check that the server has a site for the host.',
          ' Caddy responds 200 without content for a host that it does not know. PHP does so after some fatal errors.',
        ),
        setInput('Set `expected-body`', ' to a text of the page, so that an empty one is unhealthy.'),
      ],
    },
  }
  return isForm(form, advice) ? advice[form] : undefined
}

function isForm<Name extends string>(form: string, advice: Readonly<Record<Name, Advice>>): form is Name {
  return Object.hasOwn(advice, form)
}
