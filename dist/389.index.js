export const id = 389;
export const ids = [389];
export const modules = {

/***/ 7770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  COMMENT_LIMIT: () => (/* reexport */ COMMENT_LIMIT),
  RENDERERS: () => (/* binding */ RENDERERS),
  redactNothing: () => (/* reexport */ redact/* redactNothing */.x),
  redactorOf: () => (/* reexport */ redact/* redactorOf */.y),
  reportOf: () => (/* reexport */ report/* reportOf */.E),
  summaryLine: () => (/* reexport */ summaryLine)
});

// EXTERNAL MODULE: ./lib/report/render/json.js
var json = __webpack_require__(7393);
// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
// EXTERNAL MODULE: ./lib/report/build/request-path.js + 1 modules
var request_path = __webpack_require__(163);
// EXTERNAL MODULE: ./lib/report/prose.js
var report_prose = __webpack_require__(5169);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/render/diff-words.js


/** More changes than this are only in the table. */
const MAX_CHANGES = 3;
/** What changed, on one line: "since …, when it was healthy: the server from `nginx` to `caddy`". */
function changedWords(report) {
    const { changes, responses, verdict } = report;
    const start = `since ${baselineTime(report)}, when it was ${verdict}`;
    if (changes.length + responses.length === 0)
        return `${start}: nothing that was compared`;
    if (changes.length === 0)
        return `${start}: only ${(0,shared_text/* list */.p_)(responses.map(changeWords))}`;
    const items = changes.slice(0, MAX_CHANGES).map(changeWords);
    const more = changes.length - items.length;
    return `${start}: ${(0,shared_text/* list */.p_)([...items, ...(more === 0 ? [] : [(0,shared_text/* plural */.LS)(more, 'more change')])])}`;
}
/** `2026-11-23 10:04 UTC`. */
function baselineTime({ baselineAt }) {
    return `${(0,words/* dayOf */.kb)(baselineAt)} ${baselineAt.slice(11, 16)} UTC`;
}
/** All changes, possible reasons first. */
function allChanges({ changes, responses }) {
    return [...changes, ...responses];
}
/** "the server (directly) from `nginx` to `caddy`". */
function changeWords({ where, what, before, now }) {
    const place = where === '' ? '' : ` (${where})`;
    return `the ${what}${place} from ${quoted(before)} to ${quoted(now)}`;
}
/** In backquotes, with none inside that could end them. */
function quoted(text) {
    return `\`${text.replaceAll('`', "'")}\``;
}

;// CONCATENATED MODULE: ./lib/report/render/timeline.js


/** More rounds than this do not fit on one line. */
const MAX_STRIP = 60;
/** One mark per round, oldest first; the end of a long run. An ellipsis stands for dropped rounds. */
function stripOf(timeline) {
    const newest = timeline.slice(-MAX_STRIP);
    const marks = newest.map(({ verdict, skipped }, at) => {
        const gap = at === 0 ? timeline.length > newest.length : skipped !== undefined;
        return (gap ? '…' : '') + words/* MARKS */.j7[verdict];
    });
    return marks.join('');
}
function stretchesOf(timeline) {
    const stretches = [];
    for (const entry of timeline) {
        const before = stretches.at(-1);
        const skippedBefore = entry.skipped?.identical === false ? entry.skipped : undefined;
        if (before !== undefined && skippedBefore === undefined && sameOutcome(before.last, entry)) {
            const count = before.count + (entry.skipped?.rounds ?? 0) + 1;
            stretches[stretches.length - 1] = { ...before, last: entry, count };
        }
        else {
            stretches.push({
                first: entry,
                last: entry,
                count: 1,
                ...(skippedBefore !== undefined && { skippedBefore }),
            });
        }
    }
    return stretches;
}
function sameOutcome(a, b) {
    return a.verdict === b.verdict && a.cause === b.cause && a.edge === b.edge && a.origin === b.origin;
}
/** Since when, and in how many rounds, the site was as the verdict says. Undefined for a healthy site. */
function timeSpan({ timeline, trend, verdict, availability, }) {
    const matching = timeline.filter((entry) => entry.verdict === verdict);
    const [first, last] = [matching[0], matching.at(-1)];
    if (verdict === 'healthy' || first === undefined || last === undefined)
        return undefined;
    const label = LABELS[verdict];
    if (timeline.length === 1)
        return { label: label.once, text: `${(0,words/* timeOfDay */.rb)(first.at)} UTC, one check` };
    const count = verdict === 'unhealthy' ? availability.failed : availability.inconclusive;
    const checks = `${count} of ${(0,shared_text/* plural */.LS)(availability.rounds, 'check')} over ${durationOf(timeline)}`;
    return trend === 'steady'
        ? { label: label.since, text: `${(0,words/* timeOfDay */.rb)(first.at)} UTC, ${checks}` }
        : { label: label.between, text: `${(0,words/* timeOfDay */.rb)(first.at)} to ${(0,words/* timeOfDay */.rb)(last.at)} UTC, ${checks}` };
}
const LABELS = {
    unhealthy: { once: 'Failed at', since: 'Failing since', between: 'Failed' },
    inconclusive: { once: 'Checked at', since: 'Inconclusive since', between: 'Inconclusive' },
};
function durationOf(timeline) {
    return (0,shared_text/* duration */.p0)(Date.parse(timeline.at(-1)?.at ?? '') - Date.parse(timeline[0]?.at ?? ''));
}
/** One line per stretch: when, how many rounds, what visitors got, what the origin did. */
function timelineLines(timeline, max = 40) {
    const stretches = stretchesOf(timeline);
    const lines = stretches.slice(-max).flatMap(stretchCells);
    const left = stretches.length - Math.min(max, stretches.length);
    return [...(left > 0 ? [`… ${(0,shared_text/* plural */.LS)(left, 'earlier line')}`] : []), ...aligned(lines)];
}
function stretchCells({ first, last, count, skippedBefore }) {
    const cells = [
        count === 1 ? (0,words/* timeOfDay */.rb)(first.at) : `${(0,words/* timeOfDay */.rb)(first.at)}–${(0,words/* timeOfDay */.rb)(last.at)}`,
        `${words/* MARKS */.j7[first.verdict]} ${(0,shared_text/* plural */.LS)(count, 'check')}`,
        `edge ${first.edge === '' ? 'not checked' : first.edge}`,
        first.origin === '' ? '' : `origin ${first.origin}`,
    ];
    if (skippedBefore === undefined)
        return [cells];
    return [['…', `  ${(0,shared_text/* plural */.LS)(skippedBefore.rounds, 'check')}, ${skippedBefore.failed} of them failed`], cells];
}
/** Pads cells so that columns line up. */
function aligned(rows) {
    const widths = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

;// CONCATENATED MODULE: ./lib/report/render/key-points.js


/** How sure the cause is and why, since when the site fails, and what changed since the baseline. */
function keyPointsOf(site) {
    const { timeline, changes } = site;
    const span = timeSpan(site);
    return [
        ...confidencePoint(site),
        ...(span === undefined ? [] : [{ ...span, ...(timeline.length > 1 && { strip: stripOf(timeline) }) }]),
        ...(changes === undefined ? [] : [{ label: 'Changed', text: changedWords(changes) }]),
    ];
}
function confidencePoint({ verdict, cause, confidence, because }) {
    if (confidence === '')
        return [];
    if (verdict === 'inconclusive')
        return [{ label: "Why the check can't tell", text: because }];
    if (cause === 'unexplained')
        return [{ label: 'Why no cause is named', text: because }];
    return [{ label: 'Confidence', text: `${confidence}. ${because}` }];
}
/** Heading of the remedy's steps. */
function remedyHeading({ verdict, category }) {
    const blocked = verdict === 'inconclusive' && category !== 'runner';
    return blocked ? 'To let the check through' : 'Next steps';
}

;// CONCATENATED MODULE: ./lib/report/render/summary-line.js

/** The whole report on one line: the headline of the only site, or how many sites are unhealthy. Not escaped yet. */
function summaryLine({ sites }) {
    return sites.length === 1 ? sites[0].headline : countsOf(sites);
}
/** `2 of 40 sites are unhealthy, 1 is inconclusive`. */
function countsOf(sites) {
    const count = (verdict) => sites.filter((site) => site.verdict === verdict).length;
    const [unhealthy, inconclusive] = [count('unhealthy'), count('inconclusive')];
    const total = (0,shared_text/* plural */.LS)(sites.length, 'site');
    if (unhealthy + inconclusive === 0)
        return `All ${total} are healthy`;
    if (unhealthy === 0)
        return `${inconclusive} of ${total} ${verb(inconclusive)} inconclusive`;
    const rest = inconclusive === 0 ? '' : `, ${inconclusive} ${verb(inconclusive)} inconclusive`;
    return `${unhealthy} of ${total} ${verb(unhealthy)} unhealthy${rest}`;
}
function verb(count) {
    return count === 1 ? 'is' : 'are';
}
/** Pairs each site with an earlier one that has the same cause: its steps need not be repeated. */
function withSameCause(sites) {
    const first = new Map();
    return sites.map((site) => {
        const sameCauseAs = site.remedy === null ? undefined : first.get(site.cause);
        if (sameCauseAs === undefined)
            first.set(site.cause, site);
        return { site, ...(sameCauseAs !== undefined && { sameCauseAs }) };
    });
}

// EXTERNAL MODULE: ./lib/diagnosis/failure-words.js
var failure_words = __webpack_require__(3971);
;// CONCATENATED MODULE: ./lib/report/render/side-by-side.js



/** More columns than this do not fit on a phone. */
const MAX_ORIGINS = 3;
const EMPTY_CELL = { text: '–' };
/** The measurements of both sides, one row each. Rows without a value are left out. */
function sideBySide({ probes }) {
    const { edge, origins } = probes;
    const numbered = origins.map((origin, index) => ({ origin, name: `origin ${index + 1}` }));
    const failing = numbered.toSorted((a, b) => Number(fails(b.origin)) - Number(fails(a.origin)));
    const shown = failing
        .slice(0, MAX_ORIGINS)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    // Without a Ray ID the response did not come through Cloudflare.
    const front = edge?.rayId === undefined ? 'by name' : 'through Cloudflare';
    const sides = [
        ...(edge === undefined ? [] : [[front, edge]]),
        ...shown.map(({ origin, name }) => [origins.length === 1 ? 'direct' : name, origin]),
    ];
    const row = (label, cell) => ({
        label,
        cells: sides.map(([, side]) => cell(side)),
    });
    const rows = [
        row('response', responseCell),
        ...['resolve', 'connect', 'tls', 'processing'].map((phase) => row(words/* PHASES */.ZG[phase], (side) => timing(side, phase))),
        row('total', total),
        row('protocol', protocol),
        row('certificate', certificate),
        row('cache', ({ cache }) => wireText(cache, 'DYNAMIC')),
        row('server', ({ server }) => wireText(server, 'cloudflare')),
    ];
    const others = failing.slice(MAX_ORIGINS).map(({ origin, name }) => `${name} ${responseText(origin)}`);
    return {
        columns: sides.map(([name]) => name),
        rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== EMPTY_CELL.text)),
        others: others.join(', '),
    };
}
function fails({ failure, status = 0 }) {
    return failure !== undefined || status >= 400;
}
/** `521, Cloudflare page`, `none: connection refused`. */
function responseCell(side) {
    if (side.failure !== undefined || side.generator === undefined)
        return { text: responseText(side) };
    return { text: `${responseText(side)}, ${side.generator} page` };
}
/** `521`, `none: connection refused`. */
function responseText({ status, failure }) {
    const received = status === undefined ? 'none' : String(status);
    return failure === undefined ? received : `${received}: ${(0,failure_words/* failureWords */.A)(failure).brief}`;
}
/** @param ordinary the usual value, which is not worth a row */
function wireText(text, ordinary) {
    return text === undefined || text === ordinary ? EMPTY_CELL : { text, verbatim: true };
}
function timing({ timings, failure }, phase) {
    const elapsed = timings[phase];
    if (failure?.phase === phase)
        return { text: elapsed === undefined ? '✗' : `✗ after ${(0,shared_text/* duration */.p0)(elapsed)}` };
    return elapsed === undefined ? EMPTY_CELL : { text: (0,shared_text/* duration */.p0)(elapsed) };
}
function total({ total, failure }) {
    return failure === undefined && total > 0 ? { text: (0,shared_text/* duration */.p0)(total) } : EMPTY_CELL;
}
/** `HTTP/1.1, TLS 1.3` */
function protocol({ http, tls }) {
    const names = [http, tls && (0,words/* tlsVersion */.u9)(tls.protocol)].filter((name) => name !== undefined);
    return names.length === 0 ? EMPTY_CELL : { text: names.join(', ') };
}
/** `until 2027-01-22`, `expired on 2026-11-24, for another name`. */
function certificate({ tls }) {
    if (tls === undefined)
        return EMPTY_CELL;
    const until = `${tls.faults.includes('expired') ? 'expired on' : 'until'} ${(0,words/* dayOf */.kb)(tls.notAfter)}`;
    return {
        text: [until, ...tls.faults.filter((fault) => fault !== 'expired').map((fault) => words/* FAULTS */.y2[fault])].join(', '),
    };
}

// EXTERNAL MODULE: ./lib/report/render/text/terminal.js
var terminal = __webpack_require__(9387);
;// CONCATENATED MODULE: ./lib/report/render/text/table.js




/** A table; if it is too wide, one column under the other. */
function sideBySideLines(site, width) {
    const { columns, rows, others } = sideBySide(site);
    if (columns.length === 0)
        return [];
    const cells = rows.map(({ label, cells }) => [label].concat(cells.map((cell) => (0,terminal/* escapeTerminal */.e)(cell.verbatim === true ? cell.text : cell.text.replaceAll('`', '')))));
    const table = aligned([['', ...columns], ...cells]);
    const lines = table.some((line) => line.length + terminal/* INDENT */.B.length > width)
        ? stacked(columns, cells, width - terminal/* INDENT */.B.length)
        : table;
    return [...lines, ...(others === '' ? [] : [`and ${(0,terminal/* escapeTerminal */.e)(others)}`])].map((line) => terminal/* INDENT */.B + line);
}
function stacked(columns, rows, width) {
    const labels = Math.max(...rows.map(([label = '']) => label.length));
    return columns.flatMap((column, index) => [
        `${column}:`,
        ...rows.flatMap(([label = '', ...cells]) => {
            const cell = cells[index] ?? EMPTY_CELL.text;
            return cell === EMPTY_CELL.text ? [] : (0,shared_text/* wrap */.LV)(cell, width, `${terminal/* INDENT */.B}${label.padEnd(labels)}  `);
        }),
    ]);
}

;// CONCATENATED MODULE: ./lib/report/render/text/text.js










const BOLD = '1';
const COLORS = { healthy: '32', unhealthy: '31', inconclusive: '33' };
/** Narrower output would be unreadable. */
const MIN_WIDTH = 30;
/** The report for a log or a terminal. */
function textOf(report, { color = false, width = 100 } = {}) {
    const columns = Math.max(width, MIN_WIDTH);
    const page = {
        width: columns,
        paint: (text, style) => (color && text !== '' ? `\u001b[${style}m${text}\u001b[0m` : text),
        wrap: (text, indent = terminal/* INDENT */.B) => (0,shared_text/* wrap */.LV)((0,terminal/* escapeTerminal */.e)(text), columns, indent),
    };
    const { sites, verdict, notes } = report;
    const baselineNotes = notes
        .filter(({ id }) => id === 'baseline')
        .flatMap(({ text }) => page.wrap(`Note: ${text}`));
    if (sites.length === 1)
        return `${[...siteLines(sites[0], page), ...baselineNotes].join('\n')}\n`;
    const failing = sites.filter((site) => site.verdict !== 'healthy');
    const healthy = sites.filter((site) => site.verdict === 'healthy');
    const blocks = [
        [page.paint(`${words/* MARKS */.j7[verdict]} ${summaryLine(report)}`, `${BOLD};${COLORS[verdict]}`)],
        ...withSameCause(failing).map(({ site, sameCauseAs }) => siteLines(site, page, sameCauseAs)),
        healthy.flatMap((site) => siteLines(site, page)),
        baselineNotes,
    ];
    return `${blocks
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
}
/** @param sameCauseAs a site above with the same cause: steps and details are not repeated */
function siteLines(site, page, sameCauseAs) {
    const headline = (0,shared_text/* wrap */.LV)(`${words/* MARKS */.j7[site.verdict]} ${(0,terminal/* escapeTerminal */.e)(site.headline)}`, page.width, '', terminal/* INDENT */.B).map((line) => page.paint(line, `${BOLD};${COLORS[site.verdict]}`));
    const remarks = [
        ...site.warnings.map(({ text }) => `Warning: ${text}`),
        ...site.notes.map(({ text }) => `Note: ${text}`),
        ...(site.unread ?? []),
    ].flatMap((remark) => page.wrap(remark));
    if (site.verdict === 'healthy')
        return [...headline, ...healthyLines(site, page), ...remarks];
    const top = [
        ...headline,
        ...page.wrap((0,report_prose/* plainText */.wh)(site.summary)),
        ...pathLines(site, page),
        '',
        ...keyPointLines(site, page),
    ];
    if (sameCauseAs !== undefined) {
        return [
            ...top,
            '',
            ...page.wrap(`${remedyHeading(site)}: same as for ${sameCauseAs.host} above.`),
            ...remarks,
        ];
    }
    return [
        ...top,
        ...stepLines(site, page),
        ...detailLines(site, page),
        ...(remarks.length === 0 ? [] : ['', ...remarks]),
        ...(site.docs === '' ? [] : ['', `${terminal/* INDENT */.B}About this cause: ${(0,terminal/* escapeTerminal */.e)(site.docs)}`]),
    ];
}
function healthyLines({ trend, probes, summary, changes }, page) {
    const complete = trend === 'steady' && probes.origins.length > 0;
    return [
        ...(complete ? [] : page.wrap((0,report_prose/* plainText */.wh)(summary))),
        ...(changes === undefined || allChanges(changes).length === 0
            ? []
            : page.wrap(`Changed ${changedWords(changes)}.`)),
    ];
}
/** The request path, broken only between hops. */
function pathLines({ path, verdict }, { width, paint }) {
    const failing = (0,request_path/* failingHop */.u)(path);
    const lines = [];
    let [line, length] = ['', 0];
    path.forEach((hop, index) => {
        const text = (0,terminal/* escapeTerminal */.e)((0,words/* hopWords */.Ln)(hop, index));
        const painted = hop === failing ? paint(text, `${BOLD};${COLORS[verdict]}`) : text;
        if (line !== '' && terminal/* INDENT */.B.length + length + 5 + text.length > width) {
            lines.push(`${terminal/* INDENT */.B}${line} →`);
            line = painted;
            length = text.length;
        }
        else {
            line = line === '' ? painted : `${line} → ${painted}`;
            length += text.length + 3;
        }
    });
    return [...lines, terminal/* INDENT */.B + line];
}
function keyPointLines(site, { wrap }) {
    const points = keyPointsOf(site);
    const column = Math.max(...points.map(({ label }) => label.length));
    return points.flatMap(({ label, text, strip }) => wrap(strip === undefined ? text : `${text} ${strip}`, `${terminal/* INDENT */.B}${label.padEnd(column)}  `));
}
function stepLines(site, page) {
    const { remedy } = site;
    if (remedy === null)
        return [];
    return section(`${remedyHeading(site)} (${remedy.difficulty})`, remedy.steps.flatMap((step, index) => page.wrap((0,words/* stepText */.uw)(step), `${terminal/* INDENT */.B}${index + 1}. `)), page);
}
function detailLines(site, page) {
    const { changes, timeline, reproduce } = site;
    const bullets = (items) => items.flatMap((item) => page.wrap(item, `${terminal/* INDENT */.B}- `));
    return [
        ...section('Measurements', sideBySideLines(site, page.width), page),
        ...section('Evidence', bullets(evidenceItems(site)), page),
        ...section('What else it could be', bullets(otherCauses(site)), page),
        // A command is never wrapped, so that it can be pasted.
        ...section('Reproduce it with curl', reproduce.map((command) => terminal/* INDENT */.B + (0,terminal/* escapeTerminal */.e)(command)), page),
        ...section('Timeline', stretchesOf(timeline).length > 1 ? timelineTable(site, page) : [], page),
        ...(changes === undefined
            ? []
            : section(`Changes since ${baselineTime(changes)}`, bullets(allChanges(changes).map((change) => (0,words/* capital */.Nx)(changeWords(change)))), page)),
    ];
}
function section(title, lines, { paint }) {
    return lines.length === 0 ? [] : ['', terminal/* INDENT */.B + paint(`${title}:`, BOLD), ...lines];
}
function evidenceItems({ owner, clues, probes: { edge } }) {
    return [
        ...(owner === '' ? [] : [`Where the problem is: ${words/* OWNERS */.H1[owner]}`]),
        ...clues.map(({ from, text }) => `${words/* SEEN_FROM */.z4[from]}: ${text}`),
        ...(edge?.rayId === undefined
            ? []
            : [`Ray ID: ${edge.rayId}${edge.colo === undefined ? '' : `, in ${edge.colo}`}`]),
    ];
}
function otherCauses({ alternatives, lookalikes = [] }) {
    return [
        ...alternatives.map(({ title, confidence, because, distinguishedBy }) => `${(0,words/* capital */.Nx)(title)} (${confidence}). ${because}${(0,words/* distinguishWords */.$w)(distinguishedBy)}`),
        ...lookalikes.map(({ title, distinguishedBy }) => `${(0,words/* capital */.Nx)(title)}.${(0,words/* distinguishWords */.$w)(distinguishedBy)}`),
    ];
}
function timelineTable({ timeline }, { width, wrap }) {
    return timelineLines(timeline).flatMap((line) => terminal/* INDENT */.B.length + line.length > width ? wrap(line) : terminal/* INDENT */.B + (0,terminal/* escapeTerminal */.e)(line));
}

;// CONCATENATED MODULE: ./lib/report/render/junit.js


/**
 * The report in JUnit XML, one test case per site. An unhealthy site is a failure with the cause as its type, an
 * inconclusive one is skipped. Format: https://github.com/testmoapp/junitxml
 */
function junitOf(report) {
    const { sites, at, version } = report;
    const counts = `tests="${sites.length}" failures="${count(sites, 'unhealthy')}" errors="0" ` +
        `skipped="${count(sites, 'inconclusive')}" time="${seconds(Math.max(...sites.map(junit_durationOf)))}"`;
    return `${[
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="origin-gate" ${counts}>`,
        `  <testsuite name="origin-gate" ${counts} timestamp="${attribute(at)}">`,
        `    <properties><property name="version" value="${attribute(version)}"/></properties>`,
        ...sites.map((site) => testcase(site, report)),
        '  </testsuite>',
        '</testsuites>',
    ].join('\n')}\n`;
}
function testcase(site, report) {
    const { url, host, headline, cause, verdict } = site;
    const words = content(textOf({ ...report, sites: [site] }));
    const message = `message="${attribute(headline)}"`;
    const body = {
        healthy: `<system-out>${words}</system-out>`,
        unhealthy: `<failure type="${attribute(cause)}" ${message}>${words}</failure>`,
        inconclusive: `<skipped ${message}/>\n      <system-out>${words}</system-out>`,
    }[verdict];
    return [
        `    <testcase classname="${attribute(host)}" name="${attribute(url)}" time="${seconds(junit_durationOf(site))}">`,
        `      ${body}`,
        '    </testcase>',
    ].join('\n');
}
const count = (sites, verdict) => sites.filter((site) => site.verdict === verdict).length;
/** Milliseconds from the first round to the last. */
function junit_durationOf({ timeline }) {
    const [first, last] = [timeline[0], timeline.at(-1)];
    const span = first === undefined || last === undefined ? 0 : Date.parse(last.at) - Date.parse(first.at);
    return Number.isFinite(span) ? Math.max(0, span) : 0;
}
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(3);
/** On one line, because XML turns line breaks in attributes into spaces. */
function attribute(text) {
    return content((0,visible/* clean */.uH)(text));
}
/** Escapes markup, and replaces characters that XML 1.0 does not allow: one of them would make the file invalid. */
function content(text) {
    return text
        .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
        .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/escape.js

/** Invisible and without width: breaks up what GitHub would turn into a mention, a reference or an emoji. */
const ZERO_WIDTH_SPACE = '\u200b';
/**
 * Escapes plain text for Markdown, on one line. `$ORIGIN` becomes code, because two dollars make a formula.
 *
 * GitHub finds mentions, issues, commits and emoji after parsing the Markdown, when backslashes are gone. Only a
 * character between the letters prevents that.
 */
function escapeMarkdown(text) {
    return escapeExcept(text, /(\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token));
}
/**
 * Escapes text, except for tokens, which `token` turns into Markdown.
 *
 * @param tokens a pattern with one group around all of it, so that every second piece of the split is a token
 */
function escapeExcept(text, tokens, token) {
    const pieces = (0,visible/* clean */.uH)(text).split(tokens);
    const last = pieces.length - 1;
    return pieces
        .map((piece, index) => {
        if (index % 2 === 1)
            return token(piece);
        // Without a character between two tokens their backquotes would merge.
        return piece === '' && index > 0 && index < last ? ZERO_WIDTH_SPACE : literal(piece);
    })
        .join('');
}
function literal(text) {
    return withoutReferences(text)
        .replace(/[\\`*_[\]<>|~&]/g, String.raw `\$&`)
        .replace(/\$/g, '<span>$</span>')
        .replace(/:(?=\/\/)/g, String.raw `\:`)
        .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
        .replace(/^(?:[#+=-]|:(?=-))/, String.raw `\$&`)
        .replace(/(?<=\s)#(?=#*$)/, String.raw `\#`)
        .replace(/^(\d+)([.)])(?=\s|$)/, String.raw `$1\$2`);
}
/** Breaks up mentions, issue references, commit ids and emoji. */
function withoutReferences(text) {
    return (text
        .replace(/@(?=[\p{L}\p{N}_.-])/gu, `@${ZERO_WIDTH_SPACE}`)
        .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
        .replace(/GHSA-/gi, (prefix) => prefix + ZERO_WIDTH_SPACE)
        .replace(/\b([A-Z]{2,12}-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`))
        // Two digits are a time.
        .replace(/:(?!\d\d:)(?=[a-z0-9_+-]+:)/gi, `:${ZERO_WIDTH_SPACE}`));
}
/** Escapes plain text for HTML, such as a `<summary>` or an attribute. */
function escapeHtml(text) {
    return withoutReferences((0,visible/* clean */.uH)(text)).replace(/[&<>"']/g, entity);
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
/** Inline code. Nothing in the text can end it, and GitHub finds no references in it. */
function code(text, where = 'cell') {
    const line = (0,visible/* clean */.uH)(text);
    if (line === '')
        return '` `';
    if (where === 'cell' && line.includes('|')) {
        // This is HTML, in which GitHub does find references.
        return `<code>${withoutReferences(line).replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
    }
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$/.test(line) ? ' ' : '';
    return fence + pad + line + pad + fence;
}
/** A fenced code block. It needs an empty line in front. */
function codeBlock(text, language = 'text') {
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(visible/* visible */.RK);
    const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
/** A sentence of ours: text in backquotes becomes code, the rest is escaped. */
function withCode(text, where = 'line') {
    return escapeExcept(text, /(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token.replaceAll('`', ''), where));
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/fit.js
/** GitHub accepts 65,536 characters in a comment. The rest is for the marker in front. */
const COMMENT_LIMIT = 65_000;
/**
 * Joins pieces within `limit` bytes of UTF-8: GitHub counts characters in some places and bytes in others. Drops
 * pieces by `dropOrder`, of equals the later one, and then appends `notice`.
 */
function fit(pieces, limit, notice) {
    const whole = join(pieces);
    if (bytesOf(whole) <= limit)
        return whole;
    const kept = new Set(pieces);
    let size = bytesOf(whole) + bytesOf(notice);
    for (const piece of byDropOrder(pieces)) {
        if (size <= limit)
            break;
        kept.delete(piece);
        size -= bytesOf(piece.text);
    }
    if (size <= limit)
        return join([...kept]) + notice;
    // Even the mandatory pieces are too long: the first one matters most.
    const [first] = pieces;
    return first !== undefined && bytesOf(first.text) <= limit ? first.text : '';
}
function byDropOrder(pieces) {
    return pieces
        .toReversed()
        .filter(({ dropOrder }) => dropOrder > 0)
        .toSorted((a, b) => b.dropOrder - a.dropOrder);
}
function join(pieces) {
    return pieces.map(({ text }) => text).join('');
}
function bytesOf(text) {
    return Buffer.byteLength(text);
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/parts.js



/** A link of ours. Without a valid https address it stays text. */
function parts_link(label, address) {
    const url = URL.parse(address);
    if (url?.protocol !== 'https:')
        return escapeMarkdown(label);
    return `[${escapeMarkdown(label)}](${url.href.replace(/[()\\`|<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;
}
/** Hosts that our sentences link to. They may quote a site's text, so no other address becomes a link. */
const HOSTS = [
    String.raw `(?:[a-z]+\.)?cloudflare(?:status)?\.com`,
    String.raw `github\.com\/origin-gate\/origin-gate`,
    String.raw `one\.one\.one\.one`,
    String.raw `dns\.google`,
    String.raw `dnsviz\.net`,
];
const TOKENS = new RegExp(String.raw `(${'`'}[^${'`'}]+${'`'}|\$ORIGIN(?![A-Za-z0-9_])|https:\/\/(?:${HOSTS.join('|')})\/(?:[\w/.-]*[\w/])?)`);
/** Text of ours: commands in backquotes become code, and addresses on `HOSTS` become links. */
function withCodeAndLinks(text) {
    return escapeExcept(text, TOKENS, (token) => token.startsWith('https:') ? parts_link(token, token) : code(token.replaceAll('`', ''), 'line'));
}
/** Cells are Markdown. */
function table(columns, rows) {
    return [tableLine(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(tableLine)].join('\n');
}
function tableLine(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** A collapsed section. The empty lines around the content make GitHub parse it as Markdown. */
function fold(title, content) {
    return `<details><summary>${escapeHtml(title)}</summary>\n\n${content}\n\n</details>\n\n`;
}
function remarkLine(label, { id, text }) {
    return `**${label}:** ${withCode(text)} ${parts_link('More', (0,words/* docsOf */.fE)(id))}\n\n`;
}
/** Sentences, with their strong pieces in bold. */
function proseMarkdown(prose) {
    return prose.map(({ text, strong }) => (0,report_prose/* betweenSpaces */.Qf)(text, strong === true ? bold : withCode)).join('');
}
function bold(text) {
    return `**${withCodeAndLinks(text)}**`;
}
function bullets(lines) {
    return lines.map((line) => `- ${line}`).join('\n');
}
/** Keeps dates on one line in narrow columns. */
function unbroken(text) {
    return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => date.replaceAll('-', '\u2011'));
}
function verbatim(items) {
    return items.map((item) => code(item)).join(', ');
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/certificates.js




/** The certificate and the chain that each side presented, one column per side. */
function certificates({ probes: { edge, origins } }) {
    const sides = [
        ...(edge?.tls === undefined ? [] : [{ name: 'edge', tls: edge.tls }]),
        ...origins.flatMap(({ tls }, index) => tls === undefined ? [] : [{ name: origins.length === 1 ? 'origin' : `origin ${index + 1}`, tls }]),
    ];
    if (sides.length === 0)
        return '';
    const row = (label, cell) => [
        label,
        ...sides.map(({ tls }) => cell(tls)),
    ];
    return table(['', ...sides.map(({ name }) => name)], [
        row('subject', ({ subject }) => code(subject)),
        row('issuer', ({ issuer }) => code(issuer)),
        row('names', ({ names }) => verbatim(names)),
        row('key', ({ chain }) => escapeMarkdown(chain[0]?.key ?? '')),
        row('valid', validity),
        row('faults', ({ faults }) => faults.map((fault) => words/* FAULTS */.y2[fault]).join(', ') || 'none'),
        row('chain', ({ chain }) => chain.slice(1).map(linkWords).join('<br>') || 'leaf only'),
    ]);
}
function validity({ notBefore, notAfter, daysLeft }) {
    const left = daysLeft < 0 ? '' : `, ${(0,shared_text/* plural */.LS)(daysLeft, 'day')} left`;
    return `${unbroken(`${(0,words/* dayOf */.kb)(notBefore)} to ${(0,words/* dayOf */.kb)(notAfter)}`)}${left}`;
}
function linkWords({ subject, notAfter, linked }) {
    return `${code(subject)}, until ${unbroken((0,words/* dayOf */.kb)(notAfter))}${linked ? '' : ', not needed'}`;
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/diagram.js




/**
 * The request path as a Mermaid diagram (https://mermaid.js.org/syntax/flowchart.html). E-mails and GitHub's mobile app
 * show its source, so it is only for job summaries.
 */
function diagramOf(path) {
    const failing = (0,request_path/* failingHop */.u)(path);
    const nodes = path.map((hop, index) => {
        const kind = hop === failing ? 'failing' : hop.state;
        return `  n${index}(["${labelOf(hop, index)}"]):::${kind}`;
    });
    const arrows = path.slice(1).map((hop, index) => {
        const arrow = hop.state === 'unknown' ? '-.->' : '-->';
        return `  n${index} ${arrow} n${index + 1}`;
    });
    return codeBlock(['flowchart LR', ...nodes, ...arrows, ...STYLES].join('\n'), 'mermaid');
}
/** Strokes only, because no fill color suits both of GitHub's themes. */
const STYLES = [
    '  classDef ok stroke-width:1px',
    '  classDef broken stroke-width:1px',
    '  classDef unknown stroke-dasharray:4 3',
    '  classDef failing stroke:#d1242f,stroke-width:3px',
];
function labelOf(hop, index) {
    const { name, detail } = hop;
    const mark = index === 0 && hop.state === 'ok' ? '' : ` ${(0,words/* hopMark */.$j)(hop)}`;
    return [name + mark, detail]
        .filter((line) => line !== '')
        .map(escapeMermaid)
        .join('<br/>');
}
/** Escapes everything but letters and digits as Mermaid entities: `#35;`. */
function escapeMermaid(text) {
    return (0,visible/* clean */.uH)(text).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/site.js








/** The part of a site's report that is visible without unfolding anything. Ends with an empty line. */
function visiblePart(site, { sameCauseAs, diagram = false } = {}) {
    const remarks = [
        ...site.warnings.map((warning) => remarkLine('Warning', warning)),
        ...site.notes.map((note) => remarkLine('Note', note)),
    ];
    if (site.verdict === 'healthy') {
        const summary = site.trend === 'steady' ? '' : `${proseMarkdown(site.summary)}\n\n`;
        return [summary, ...remarks].join('');
    }
    const parts = [
        proseMarkdown(site.summary),
        `> ${pathLine(site.path)}`,
        diagram ? diagramOf(site.path) : '',
        keyPoints(site),
        ...(sameCauseAs === undefined ? [steps(site), links(site)] : [referral(site, sameCauseAs)]),
    ];
    return [...parts.filter((part) => part !== '').map((part) => `${part}\n\n`), ...remarks].join('');
}
/** `visitor → DNS ✓ → origin ✗ connection refused → application ?`: readable without color. */
function pathLine(path) {
    const failing = (0,request_path/* failingHop */.u)(path);
    const hops = path.map((hop, index) => {
        const text = escapeMarkdown((0,words/* hopWords */.Ln)(hop, index));
        // A short hop stays on one line. In a long one the mark stays with the word before it.
        const spaces = text.length <= MAX_UNBROKEN ? / /g : / (?=[✓✗?])/g;
        const unbroken = text.replace(spaces, '\u00a0');
        return hop === failing ? `**${unbroken}**` : unbroken;
    });
    return hops.join(' →\u00a0');
}
/** A line on a phone has room for this many characters. */
const MAX_UNBROKEN = 30;
/** One line each, in one paragraph. The two spaces at the end of a line are a line break. */
function keyPoints(site) {
    return keyPointsOf(site)
        .map(({ label, text, strip }) => {
        const marks = strip === undefined ? '' : ` ${code(strip)}`;
        return `**${label}:** ${withCode(text)}${marks}`;
    })
        .join('  \n');
}
function referral(site, { host }) {
    return `**${remedyHeading(site)}:** same as for ${escapeMarkdown(host)} above.`;
}
function steps(site) {
    const { remedy } = site;
    if (remedy === null)
        return '';
    const items = remedy.steps.map(({ action, details }, index) => `${index + 1}. ${bold(action)}${(0,report_prose/* betweenSpaces */.Qf)(details, withCodeAndLinks)}`);
    return [`**${remedyHeading(site)}** (${remedy.difficulty})`, ...items].join('\n');
}
function links({ remedy, docs }) {
    if (remedy === null)
        return '';
    const host = URL.parse(remedy.reference)?.hostname ?? '';
    const label = /(?:^|\.)cloudflare\.com$/.test(host) ? 'Cloudflare docs' : host;
    return [parts_link('About this cause', docs), ...(host === '' ? [] : [parts_link(label, remedy.reference)])].join(' · ');
}
function measurements(site) {
    const { columns, rows, others } = sideBySide(site);
    if (columns.length === 0)
        return '';
    const cells = rows.map(({ label, cells }) => [label].concat(cells.map(cellText)));
    return table(['', ...columns], cells) + (others === '' ? '' : `\n\nAnd ${escapeMarkdown(others)}.`);
}
function cellText({ text, verbatim }) {
    return verbatim === true ? code(text) : unbroken(withCode(text, 'cell'));
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/details.js








/** The collapsed sections of a site, most useful first. Each ends with an empty line. */
function detailsOf(site) {
    const folds = site.verdict === 'healthy'
        ? [
            [changesTitle(site), changes(site)],
            ['Details', healthyDetails(site)],
        ]
        : [
            ['Measurements: through Cloudflare vs. direct', measurements(site)],
            [evidenceTitle(site), evidence(site)],
            ['Certificates', site.category === 'tls' ? certificates(site) : ''],
            ['Reproduce it with curl', commands(site)],
            ['For a Cloudflare support ticket', ticket(site)],
            [`Timeline of ${(0,shared_text/* plural */.LS)(site.availability.rounds, 'check')}`, timeline(site)],
            [changesTitle(site), changes(site)],
        ];
    return folds.filter(([, content]) => content !== '').map(([title, content]) => fold(title, content));
}
function healthyDetails(site) {
    const parts = [
        // The summary of a site that recovered is visible already.
        site.trend === 'steady' ? proseMarkdown(site.summary) : '',
        `> ${pathLine(site.path)}`,
        measurements(site),
        servers(site.probes),
        certificates(site),
        timeline(site),
        commands(site),
        bullets((site.unread ?? []).map((sentence) => withCode(sentence))),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function changesTitle({ changes }) {
    return changes === undefined ? '' : `Changes since ${baselineTime(changes)}`;
}
function changes({ changes }) {
    const all = changes === undefined ? [] : allChanges(changes);
    if (all.length === 0)
        return '';
    return table(['', '', 'then', 'now'], all.map(({ where, what, before, now }) => [
        escapeMarkdown(where),
        escapeMarkdown(what),
        code(before),
        code(now),
    ]));
}
function evidenceTitle({ alternatives, lookalikes = [] }) {
    return alternatives.length + lookalikes.length > 0 ? 'Evidence, and what else it could be' : 'Evidence';
}
function evidence({ owner, clues, alternatives, lookalikes = [], unread = [], probes }) {
    const observed = [
        ...(owner === '' ? [] : [`**Where the problem is:** ${words/* OWNERS */.H1[owner]}`]),
        ...clues.map(({ from, text }) => `**${words/* SEEN_FROM */.z4[from]}:** ${withCode(text)}`),
        ...addresses(probes),
        ...unread.map((sentence) => withCode(sentence)),
        ...ray(probes),
    ];
    const others = [
        ...alternatives.map(({ title, confidence, because, distinguishedBy }) => `**${escapeMarkdown((0,words/* capital */.Nx)(title))}** (${confidence}). ${withCode(`${because}${(0,words/* distinguishWords */.$w)(distinguishedBy)}`)}`),
        ...lookalikes.map(({ title, distinguishedBy }) => `**${withCode((0,words/* capital */.Nx)(title))}.** ${withCode((0,words/* distinguishWords */.$w)(distinguishedBy))}`.trim()),
    ];
    if (clues.length === 0 && others.length === 0)
        return '';
    return [
        bullets(observed),
        ...(others.length === 0 ? [] : ['What else it could be:', bullets(others)]),
    ].join('\n\n');
}
/** `1.1.1.1`: Cloudflare (300 s) · … */
function servers({ dns }) {
    const items = (dns?.servers ?? []).map(({ server, answer, ttl }) => {
        const name = server === 'own' ? "the runner's own" : code(server);
        return `${name}: ${escapeMarkdown(answer)}${ttl === undefined ? '' : ` (${ttl} s)`}`;
    });
    return items.length === 0 ? '' : `**DNS servers:** ${items.join(' · ')}`;
}
function addresses(probes) {
    const others = servers(probes);
    return [...ownAnswer(probes), ...(others === '' ? [] : [others])];
}
/** What the runner's resolver answered. */
function ownAnswer({ dns }) {
    if (dns === undefined || dns.failure !== undefined)
        return [];
    const others = dns.others === 0 ? '' : `${(0,shared_text/* plural */.LS)(dns.others, 'address', 'addresses')} outside Cloudflare`;
    const known = dns.cloudflare.length === 0 ? '' : `${verbatim(dns.cloudflare)} (Cloudflare)`;
    return [`**DNS:** ${[known, others].filter((part) => part !== '').join(', and ')}`];
}
function ray({ edge }) {
    if (edge?.rayId === undefined)
        return [];
    return [
        `**Ray ID:** ${code(edge.rayId)}${edge.colo === undefined ? '' : `, in ${escapeMarkdown(edge.colo)}`}`,
    ];
}
function commands({ reproduce }) {
    if (reproduce.length === 0)
        return '';
    const hint = reproduce.some((command) => command.includes('$ORIGIN'))
        ? ["# First set ORIGIN=…, the origin's address (IPv6 in brackets)"]
        : [];
    return codeBlock([...hint, ...reproduce].join('\n'), 'sh');
}
/** What Cloudflare's support needs first, whenever Cloudflare may be part of the problem. */
function ticket({ verdict, owner, confidence, probes, url, timeline }) {
    const { edge } = probes;
    const involved = owner === 'cloudflare' || owner === 'cloudflare-settings' || owner === 'unknown';
    const doubtful = verdict === 'unhealthy' && confidence !== 'certain';
    if (verdict === 'healthy' || !(involved || doubtful) || edge?.rayId === undefined)
        return '';
    const last = timeline.findLast((entry) => entry.verdict !== 'healthy')?.at ?? '';
    const rows = [
        ['URL', url],
        ['Ray ID', edge.rayId],
        ['Data center', edge.colo ?? 'unknown'],
        ['Status', String(edge.status ?? 'none')],
        ['Time', `${(0,words/* dayOf */.kb)(last)} ${(0,words/* timeOfDay */.rb)(last)} UTC`],
    ];
    return codeBlock(aligned(rows).join('\n'));
}
/** Empty when every round had the same outcome: the key points say that. */
function timeline({ timeline }) {
    return stretchesOf(timeline).length > 1 ? codeBlock(timelineLines(timeline).join('\n')) : '';
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/markdown.js








const ICONS = { healthy: '✅', unhealthy: '❌', inconclusive: '⚠️' };
/** Details are dropped before sites, and sites before rows of the overview. */
const DROP_ORDER = { details: 1_000_000, site: 10_000, row: 100 };
const SHORTENED = '\n<sub>Shortened to fit. The JSON report of the run is complete.</sub>\n';
/** The report for a comment or a job summary on GitHub. */
function markdownOf(report, { links = {}, limit = COMMENT_LIMIT, diagram = false } = {}) {
    const [only] = report.sites;
    const pieces = report.sites.length === 1 ? oneSite(only, diagram) : manySites(report, limit);
    return fit([...pieces, ...baselineNotes(report), { text: footer(report, links), dropOrder: 0 }], limit, SHORTENED);
}
/** Notes about the baseline. They belong to no cause, so they have no link. */
function baselineNotes({ notes }) {
    return notes
        .filter(({ id }) => id === 'baseline')
        .map(({ text }) => ({ text: `**Note:** ${withCode(text)}\n\n`, dropOrder: DROP_ORDER.row }));
}
/** The failing sites, worst first. Stops rendering when the limit is exceeded: a run may have thousands. */
function failingSites(sites, limit) {
    const pieces = [];
    const left = { visible: limit, details: limit };
    for (const [rank, { site, ...options }] of withSameCause(sites).entries()) {
        // `fit` adds its notice because of the one piece that is too many.
        if (left.visible < 0)
            break;
        const visible = visiblePieces(site, rank, '####', options);
        const details = left.details < 0 ? [] : detailPieces(site, rank);
        left.visible -= sizeOf(visible);
        left.details -= sizeOf(details);
        pieces.push(...visible, ...details);
    }
    return pieces;
}
function sizeOf(pieces) {
    return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
function oneSite(site, diagram) {
    return [...visiblePieces(site, 0, '###', { diagram }), ...detailPieces(site, 0)];
}
/** @param rank 0 for the worst site, which is never dropped */
function visiblePieces(site, rank, level, options) {
    const dropOrder = rank === 0 ? 0 : DROP_ORDER.site + rank;
    return [
        { text: `${level} ${ICONS[site.verdict]} ${escapeMarkdown(site.headline)}\n\n`, dropOrder },
        { text: visiblePart(site, options), dropOrder },
    ];
}
function detailPieces(site, rank) {
    return detailsOf(site).map((text, place) => ({
        text,
        dropOrder: DROP_ORDER.details + place * 1000 + rank,
    }));
}
/** More healthy sites than this are collapsed. */
const MAX_HEALTHY_ROWS = 8;
function manySites(report, limit) {
    const { sites } = report;
    const failing = sites.filter(({ verdict }) => verdict !== 'healthy');
    const healthy = sites.filter(({ verdict }) => verdict === 'healthy');
    const folded = healthy.length > MAX_HEALTHY_ROWS;
    const [columns = '', rule = '', ...rows] = table(COLUMNS, (folded ? failing : sites).map(rowOf)).split('\n');
    const overview = rows.map((row, index) => ({
        text: `${row}\n`,
        dropOrder: index === 0 ? 0 : DROP_ORDER.row + index,
    }));
    return [
        { text: `### ${ICONS[sites[0].verdict]} ${summaryLine(report)}\n\n`, dropOrder: 0 },
        ...(rows.length === 0
            ? []
            : [{ text: `${columns}\n${rule}\n`, dropOrder: 0 }, ...overview, { text: '\n', dropOrder: 0 }]),
        ...healthy.flatMap(remarksOfHealthy),
        ...failingSites(failing, limit),
        ...(folded
            ? [
                {
                    text: fold(`${healthy.length} healthy sites`, table(COLUMNS, healthy.map(rowOf))),
                    dropOrder: DROP_ORDER.details,
                },
            ]
            : []),
    ];
}
/** The mark has no column of its own, so that a phone shows more of the others. */
const COLUMNS = ['site', 'cause', 'edge', 'direct'];
function rowOf({ verdict, url, probes, cause, docs }) {
    const { edge, origins } = probes;
    const direct = origins.map(outcomeOf);
    return [
        `${ICONS[verdict]}\u00a0${escapeMarkdown(url.replace(/^https:\/\//, '').replace(/\/$/, ''))}`,
        cause === '' ? '–' : parts_link(cause, docs),
        edge === undefined ? '–' : escapeMarkdown(outcomeOf(edge)),
        direct.length === 0 ? '–' : escapeMarkdown([...new Set(direct)].join(', ')),
    ];
}
function outcomeOf({ status, failure }) {
    return failure === undefined ? String(status ?? '–') : (0,failure_words/* failureWords */.A)(failure).brief;
}
function remarksOfHealthy({ host, warnings }) {
    const named = ({ id, text }) => ({ id, text: `${host}: ${text}` });
    return warnings.map((warning, index) => ({
        text: remarkLine('Warning', named(warning)),
        dropOrder: DROP_ORDER.site + 5000 + index,
    }));
}
/** The verdict here is the one of the output `verdict`. */
function footer({ verdict, at, version }, { commit, runUrl, runNumber }) {
    const run = runNumber === undefined ? 'run' : `run ${runNumber}`;
    const parts = [
        verdict,
        ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) ? [`commit ${commit.slice(0, 7)}`] : []),
        ...(runUrl === undefined ? [] : [parts_link(run, runUrl)]),
        `${(0,words/* dayOf */.kb)(at)} ${(0,words/* timeOfDay */.rb)(at)} UTC`,
        `origin-gate v${escapeMarkdown(version)}`,
    ];
    return `<sub>${parts.join(' · ')}</sub>\n`;
}

// EXTERNAL MODULE: ./lib/redact/redact.js + 3 modules
var redact = __webpack_require__(4561);
// EXTERNAL MODULE: ./lib/report/build/report.js + 7 modules
var report = __webpack_require__(9947);
;// CONCATENATED MODULE: ./lib/report/render/index.js








/** Each renderer uses the options that it knows. JSON and JUnit are never shortened. */
const RENDERERS = {
    markdown: markdownOf,
    text: textOf,
    json: json/* jsonOf */.o,
    junit: junitOf,
};


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ INDENT),
/* harmony export */   e: () => (/* binding */ escapeTerminal)
/* harmony export */ });
/* harmony import */ var _redact_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6847);

/** Indentation of everything under a headline. */
const INDENT = '  ';
/** Invisible and without width: keeps two characters from being read as one token. */
const ZERO_WIDTH_SPACE = '\u200b';
/**
 * One line for a terminal or a log, without escape sequences and without workflow commands. The Actions runner reads
 * `::name::` at the start of a line, and `##[name]` anywhere.
 */
function escapeTerminal(text) {
    return (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/(^|\s):(?=:)/g, `$1:${ZERO_WIDTH_SPACE}`)
        .replace(/##(?=\[)/g, `#${ZERO_WIDTH_SPACE}#`);
}


/***/ })

};
