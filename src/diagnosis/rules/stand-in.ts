import { throughCloudflare, fromCache } from '../../cloudflare/response.ts'
import {
  look,
  change,
  type Match,
  type Moment,
  type Remedy,
  type RemedyContext,
  type Step,
} from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { platformOfCertificate, standInFor } from '../facts/pages/stand-in.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'
import { meetsExpectations } from '../facts/content.ts'
import { PLATFORMS, type Platform, type StandIn, type StandInKind } from '../fingerprints/stand-ins/index.ts'
import { howTo } from '../servers/index.ts'
import { SERVED_ELSEWHERE } from './fails-directly.ts'

/** A server or a platform serves a page of its own in place of the site. */
export function standInMatch(moment: Moment): Match | undefined {
  const direct = standInFor(moment, moment.origin)
  const shown = standInFor(moment, moment.edge) ?? standInFor(moment, moment.uncached)
  const clues = cluesOf(moment)
  const match = (standIn: StandIn, because: string, confidence: Match['confidence'] = 'likely'): Match => ({
    outcome: 'unhealthy',
    confidence,
    because,
    clues,
    title: titleOf(standIn, direct === undefined ? 'visitors get' : 'the origin serves'),
    form: formOf(standIn),
  })
  if (direct !== undefined) {
    const own = hasEdgeError(moment, 526) && platformOfCertificate(moment) !== undefined
    const rejected = own ? " It presents the platform's own certificate, which Cloudflare rejects (526)." : ''
    const gets = `When requested directly, the origin serves ${direct.page}.${rejected}`
    const same = isBytes(direct) ? 'it' : 'that page'
    if (shown !== undefined) return match(direct, `${gets} Visitors get ${same} too.`)
    if (!visitorsServed(moment)) return match(direct, gets)
    // Cloudflare may send another Host, so that it gets the site from the same server.
    const fresh = servedFromOrigin(moment) && meetsExpectations(moment, moment.edge)
    return match(direct, `${gets}${SERVED_ELSEWHERE}`, fresh ? 'possible' : 'likely')
  }
  const claimed = unclaimedCertificate(moment)
  if (claimed !== undefined) {
    const because = `Cloudflare rejected the origin's certificate (526). It belongs to ${claimed.name}. A platform presents its own certificate for a host that it does not know.`
    return match(claimed, because)
  }
  // A parked domain that resolves elsewhere says nothing about the origin. Its DNS is the cause.
  const bypassed = shown !== undefined && !throughCloudflare(moment.edge)
  if (shown === undefined || (bypassed && originHealthy(moment))) return
  // A copy from the cache may be old: then the edge is stale.
  if (fromCache(moment.edge) && originHealthy(moment)) return
  if (originHealthy(moment)) {
    const worker = isBytes(shown) ? ', or a Worker changes the response' : ''
    const because = `Visitors get ${shown.page}. The given origin responds normally when requested directly, so Cloudflare seems to use a different origin${worker}.`
    return match(shown, because)
  }
  return match(shown, `Visitors get ${shown.page}.`)
}

/** The platform, if Cloudflare rejected its own certificate and it does not serve the site. */
export function unclaimedCertificate(moment: Moment): Platform | undefined {
  const serves = originHealthy(moment) && standInFor(moment, moment.origin) === undefined
  return hasEdgeError(moment, 526) && !serves ? platformOfCertificate(moment) : undefined
}

function titleOf(standIn: StandIn, gets: string): string {
  const platform = platformNamed(formOf(standIn))
  return {
    start: `${gets} ${standIn.page}, not the site`,
    parked: 'visitors get a parking page, not the site',
    suspended: 'the hosting account is suspended',
    unclaimed: `${platform?.name ?? 'the hosting platform'} does not know this host`,
    failed: 'the site shows an error with a successful status',
    compressed: `${gets} ${standIn.page}, not a page`,
    binary: `${gets} ${standIn.page}, not a page`,
  }[standIn.kind]
}

const FORMS: Readonly<Record<StandInKind, string>> = {
  start: 'start page',
  parked: 'parking page',
  suspended: 'suspended account',
  unclaimed: 'host not claimed',
  failed: 'error page',
  compressed: 'compressed page',
  binary: 'binary page',
}

const isBytes = ({ kind }: StandIn): boolean => kind === 'compressed' || kind === 'binary'

function formOf(standIn: StandIn): string {
  const form = FORMS[standIn.kind]
  const platform = PLATFORMS.find((each) => each === standIn)
  return platform === undefined ? form : `${form}: ${platform.name}`
}

function platformNamed(form = ''): Platform | undefined {
  return PLATFORMS.find(({ name }) => form === `${FORMS.unclaimed}: ${name}`)
}

const SET_ORIGIN_HOST = change(
  'Set `origin-host`',
  ' to the Host header that Cloudflare sends, if an Origin Rule changes it. The direct request then gets the same page.',
  'remove the input.',
)
const CHECK_RECORD = look(
  'Check where the record points',
  ' in the Cloudflare dashboard, under DNS → Records: to this server, or to a new or empty one?',
)

const CORRECT_RECORD = change(
  'Point the record to the right server',
  ' if it points to another one.',
  'restore the old record.',
)

/** After the fix, so that visitors get it. One URL, because an origin may not handle all visitors at once. */
export const PURGE_URL = change(
  'Purge this URL after the fix',
  ': Caching → Configuration → Custom Purge in the dashboard.',
  'not needed, because the next request stores a new copy.',
)

export type Advice = Pick<Remedy, 'summary' | 'steps' | 'reference'>

export const RECORDS = 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/'

/** What to do about a form of this; undefined for the others. */
export function standInAdvice({ host, form = '', server }: RemedyContext): Advice | undefined {
  const platform = platformNamed(form)
  if (platform !== undefined) return claimHost(host, platform)
  const readPage = `: \`curl -s --compressed 'https://${host}/' | file -\`, with the path of \`url\`.`
  const advice: Readonly<Record<string, Advice>> = {
    [FORMS.start]: {
      reference: RECORDS,
      summary: 'Make the web server serve the site for this host instead of its own start page.',
      steps: [
        look(
          'Check that the server has a site for the host',
          `: ${howTo('sites', server)}, or the control panel, must list \`${host}\`.`,
        ),
        look(
          'Check that the deploy put the files into the folder that the site serves',
          ": compare the site's folder with the target of the deploy.",
        ),
        CHECK_RECORD,
        change(
          'Add the site, and reload the server',
          `: ${howTo('reload', server)}.`,
          'remove the site, then reload.',
        ),
        CORRECT_RECORD,
        SET_ORIGIN_HOST,
      ],
    },
    [FORMS.parked]: {
      reference: RECORDS,
      summary: 'Check the domain and the record: this name does not serve your site.',
      steps: [
        look('Check the domain at its registrar', ': has it expired, and are its name servers still yours?'),
        CHECK_RECORD,
        CORRECT_RECORD,
        PURGE_URL,
      ],
    },
    [FORMS.suspended]: {
      reference: RECORDS,
      summary: 'Have the hosting company reactivate the account.',
      steps: [
        look(
          'Log in at the hosting company',
          ': look for an unpaid invoice, an exceeded quota or an abuse report, and request reactivation.',
        ),
        CHECK_RECORD,
        CORRECT_RECORD,
        SET_ORIGIN_HOST,
      ],
    },
    [FORMS.failed]: {
      reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-server-error-5xx',
      summary: 'Fix the error that the page shows, and return it with status 500 or 503.',
      steps: [
        look('Read the error', `: \`curl -si 'https://${host}/' | head -n 40\`, with the path of \`url\`.`),
        look(
          'Check the logs',
          ` of the application and the server from the time of this check. Look for a failed database connection, a missing file, a wrong version. The server's: ${howTo('errorLog', server)}.`,
        ),
        change(
          'Set up the script handler',
          ' if visitors get source code: PHP-FPM, and the `location` or `SetHandler` that passes scripts to it. Replace the passwords in that code too.',
          RESTORE,
        ),
        change(
          'Return 500 or 503 for errors',
          ': crawlers, caches and monitors treat 200 as a page. Never turn an error into 200, as `error_page 502 =200` does.',
          RESTORE,
        ),
      ],
    },
    [FORMS.compressed]: {
      reference: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Encoding',
      summary: 'Declare the compression in `Content-Encoding`, or compress the page only once.',
      steps: [
        look('Check what browsers get', readPage),
        change(
          'Set `Content-Encoding: gzip`',
          ' for files that were compressed before the upload: the option `--content-encoding gzip` of `aws s3 cp`, or `gzip_static on;` in nginx.',
          RESTORE,
        ),
        change(
          'Compress in one place only',
          ': in the application, in the web server or in a Worker. A Worker that sends compressed bytes needs `encodeBody: "manual"`.',
          RESTORE,
        ),
        PURGE_URL,
      ],
    },
    [FORMS.binary]: {
      reference: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Type',
      summary: 'Send a page at this URL, or the file with its own `Content-Type`.',
      steps: [
        look('Check what browsers get', readPage),
        look(
          'Check the deploy',
          ': it may have replaced the page with an archive or another file, or compressed the page without a `Content-Encoding`.',
        ),
        change('Deploy the page again', ', or with its own `Content-Type`.', 'deploy the previous version.'),
        PURGE_URL,
      ],
    },
  }
  return Object.hasOwn(advice, form) ? advice[form] : undefined
}

const RESTORE = 'restore the old configuration.'

function claimHost(host: string, platform: Platform): Advice {
  const { name, verifies } = platform
  const removal = change(
    'Remove the record if the host is no longer used.',
    ` As long as it points to ${name}, another customer may claim ${host} there and serve content under your name (subdomain takeover).`,
    'create the record again.',
  )
  const steps: Remedy['steps'] = [
    look(
      'Check that the project and its last deployment still exist',
      `, and that \`${host}\` is assigned to only one project.`,
    ),
    addHost(host, platform),
    ...(verifies === true ? [] : [removal]),
    SET_ORIGIN_HOST,
  ]
  const reference =
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover'
  return { reference, summary: `Assign ${host} to a project at ${name}.`, steps }
}

function addHost(host: string, { name, where, fix }: Platform): Step {
  const details = where === undefined ? ` of the project at ${name}.` : `: ${where}.`
  const step = fix ?? change('Add the host as a custom domain', details, 'remove it there.')
  return { ...step, details: step.details.replaceAll(/\bHOST\b/g, () => host) }
}
