export const id = 77;
export const ids = [77];
export const modules = {

/***/ 6077:
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

// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/render/json.js

/** More sites than this have a line each: indented, a report of thousands would be half blanks. */
const MOST_INDENTED = 20;
/** The report as a file. Nothing is left out of it. */
function jsonOf(internal) {
    const report = { ...internal, sites: internal.sites.map(withStepsAsText) };
    if (report.sites.length <= MOST_INDENTED)
        return `${JSON.stringify(report, null, 2)}\n`;
    const { sites, ...rest } = report;
    const lines = sites.map((site) => JSON.stringify(site));
    return `${JSON.stringify(rest).slice(0, -1)},"sites":[\n${lines.join(',\n')}\n]}\n`;
}
/** Schema 1 has the steps of a remedy as strings. */
function withStepsAsText(site) {
    if (site.remedy === null)
        return site;
    return { ...site, remedy: { ...site.remedy, steps: site.remedy.steps.map(report_words/* stepText */.uw) } };
}

// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
;// CONCATENATED MODULE: ./lib/report/render/diff-words.js


/** More than these have to be unfolded. */
const MOST_TOLD = 3;
/** What changed, in one line: "since …: the server `nginx` is `caddy`". What was measured stands in backquotes. */
function changedWords(report) {
    const { changes, answers } = report;
    const begin = `since ${momentOf(report)}, when it was ${STATES[report.verdict]}`;
    if (changes.length + answers.length === 0)
        return `${begin}: nothing that was compared`;
    if (changes.length === 0)
        return `${begin}: nothing but ${(0,shared_text/* list */.p_)(answers.map(changeWords))}`;
    const shown = changes.slice(0, MOST_TOLD).map(changeWords);
    const more = changes.length - shown.length;
    return `${begin}: ${(0,shared_text/* list */.p_)([...shown, ...(more === 0 ? [] : [(0,shared_text/* plural */.LS)(more, 'thing') + ' more'])])}`;
}
const STATES = {
    healthy: 'healthy',
    unhealthy: 'not healthy',
    inconclusive: 'not to be judged',
};
/** `2026-11-23 10:04 UTC`. */
function momentOf({ since }) {
    return `${(0,report_words/* dayOf */.kb)(since)} ${since.slice(11, 16)} UTC`;
}
/** All that changed, the likely reasons first. */
function allChanges({ changes, answers }) {
    return [...changes, ...answers];
}
/** "the server (directly) from `nginx` to `caddy`". */
function changeWords({ where, what, before, now }) {
    const place = where === '' ? '' : ` (${where})`;
    return `the ${what}${place} from ${quoted(before)} to ${quoted(now)}`;
}
/** Nothing in the value can end the quotation. */
function quoted(text) {
    return `\`${text.replaceAll('`', "'")}\``;
}

// EXTERNAL MODULE: ./lib/report/render/text/terminal.js
var terminal = __webpack_require__(9387);
// EXTERNAL MODULE: ./lib/report/build/request-path.js + 1 modules
var request_path = __webpack_require__(163);
;// CONCATENATED MODULE: ./lib/report/render/timeline.js


/** A line can hold this many looks. */
const LONGEST_STRIP = 60;
/** One mark a look, oldest first; of a long run the end. Looks that were not kept are dots. */
function stripOf(timeline) {
    const shown = timeline.slice(-LONGEST_STRIP);
    const marks = shown.map(({ verdict, skipped }, at) => {
        const gap = at === 0 ? timeline.length > shown.length : skipped !== undefined;
        return (gap ? '…' : '') + report_words/* MARKS */.j7[verdict];
    });
    return marks.join('');
}
function stretchesOf(timeline) {
    const stretches = [];
    for (const look of timeline) {
        const before = stretches.at(-1);
        const missing = look.skipped?.alike === false ? look.skipped : undefined;
        if (before !== undefined && missing === undefined && sameSight(before.last, look)) {
            const count = before.count + (look.skipped?.looks ?? 0) + 1;
            stretches[stretches.length - 1] = { ...before, last: look, count };
        }
        else {
            stretches.push({ first: look, last: look, count: 1, ...(missing !== undefined && { missing }) });
        }
    }
    return stretches;
}
function sameSight(a, b) {
    return a.verdict === b.verdict && a.cause === b.cause && a.edge === b.edge && a.origin === b.origin;
}
/** When it failed: the label of the line, and what it says. Undefined when nothing failed. */
function timeSpan({ timeline, trend, verdict, course, }) {
    const failed = timeline.filter((look) => look.verdict === verdict);
    const [first] = failed;
    const last = failed.at(-1);
    if (verdict === 'healthy' || first === undefined || last === undefined)
        return undefined;
    if (timeline.length === 1)
        return { label: 'When', text: `${(0,report_words/* timeOfDay */.rb)(first.at)} UTC, one look` };
    const count = verdict === 'unhealthy' ? course.failed : course.unseen;
    const looks = `${count} of ${(0,shared_text/* plural */.LS)(course.looks, 'look')} in ${between(timeline)}`;
    if (trend === 'steady')
        return { label: 'Since', text: `${(0,report_words/* timeOfDay */.rb)(first.at)} UTC, ${looks}` };
    return { label: 'When', text: `${(0,report_words/* timeOfDay */.rb)(first.at)} to ${(0,report_words/* timeOfDay */.rb)(last.at)} UTC, ${looks}` };
}
function between(timeline) {
    return (0,shared_text/* duration */.p0)(Date.parse(timeline.at(-1)?.at ?? '') - Date.parse(timeline[0]?.at ?? ''));
}
/** One line a stretch: when, how many looks, what visitors got, what the origin did. */
function timelineLines(timeline, most = 40) {
    const stretches = stretchesOf(timeline);
    const lines = stretches.slice(-most).flatMap(stretchCells);
    const left = stretches.length - Math.min(most, stretches.length);
    return [
        ...(left > 0 ? [`… ${(0,shared_text/* plural */.LS)(left, 'earlier stretch', 'earlier stretches')}`] : []),
        ...aligned(lines),
    ];
}
function stretchCells({ first, last, count, missing }) {
    const cells = [
        count === 1 ? (0,report_words/* timeOfDay */.rb)(first.at) : `${(0,report_words/* timeOfDay */.rb)(first.at)}–${(0,report_words/* timeOfDay */.rb)(last.at)}`,
        `${report_words/* MARKS */.j7[first.verdict]} ${(0,shared_text/* plural */.LS)(count, 'look')}`,
        `edge ${first.edge === '' ? 'not asked' : first.edge}`,
        first.origin === '' ? '' : `origin ${first.origin}`,
    ];
    if (missing === undefined)
        return [cells];
    return [['…', `  ${(0,shared_text/* plural */.LS)(missing.looks, 'look')}, ${missing.failed} of them failed`], cells];
}
/** Columns under one another. */
function aligned(rows) {
    const widths = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

;// CONCATENATED MODULE: ./lib/report/render/key-points.js



/** Whose problem it is, how sure we are and why, since when. */
function keyPointsOf(site) {
    const { owner, timeline } = site;
    const span = timeSpan(site);
    return [
        ...(owner === '' ? [] : [{ label: 'Where it lies', words: report_words/* OWNERS */.H1[owner] }]),
        ...sureness(site),
        ...(span === undefined
            ? []
            : [
                {
                    label: span.label,
                    words: span.text,
                    ...(timeline.length > 1 && { strip: stripOf(timeline) }),
                },
            ]),
        ...(site.changes === undefined ? [] : [{ label: 'Changed', words: changedWords(site.changes) }]),
    ];
}
function sureness({ verdict, cause, confidence, because }) {
    if (confidence === '')
        return [];
    if (verdict === 'inconclusive')
        return [{ label: 'What stood in the way', words: because }];
    if (cause === 'unexplained')
        return [{ label: 'Why no cause is named', words: because }];
    return [{ label: 'How sure', words: `${confidence}. ${because}` }];
}
/** What the steps are for. */
function remedyHeading({ verdict }) {
    return verdict === 'inconclusive' ? 'To let us look' : 'Do next';
}

;// CONCATENATED MODULE: ./lib/report/render/summary-line.js

/** The whole report in one line: what became of the site, or of how many. Not escaped for anything yet. */
function summaryLine({ sites }) {
    return sites.length === 1 ? sites[0].headline : tallyOf(sites);
}
/** `2 of 40 sites are not healthy, 1 could not be judged`. */
function tallyOf(sites) {
    const many = (verdict) => sites.filter((site) => site.verdict === verdict).length;
    const [bad, unsure] = [many('unhealthy'), many('inconclusive')];
    if (bad + unsure === 0)
        return `All ${sites.length} sites are healthy`;
    const unjudged = `${unsure} could not be judged`;
    if (bad === 0)
        return `Of ${sites.length} sites, ${unjudged}`;
    return `${bad} of ${(0,shared_text/* plural */.LS)(sites.length, 'site')} ${bad === 1 ? 'is' : 'are'} not healthy${unsure === 0 ? '' : `, ${unjudged}`}`;
}
/** Each site with the one before it that fails for the same cause: its steps need not be told again. */
function withLike(sites) {
    const told = new Map();
    return sites.map((site) => {
        const like = site.remedy === null ? undefined : told.get(site.cause);
        if (like === undefined)
            told.set(site.cause, site);
        return { site, ...(like !== undefined && { like }) };
    });
}

;// CONCATENATED MODULE: ./lib/report/render/side-by-side.js


/** More columns than this do not fit a phone. */
const MOST_ORIGINS = 3;
const NOTHING = { text: '–' };
/** The two sides of the look, one under the other for each thing that was measured. A row without a figure is left out. */
function comparisonOf({ probes }) {
    const { edge, origins } = probes;
    const numbered = origins.map((origin, index) => ({ origin, name: `origin ${index + 1}` }));
    const failing = numbered.toSorted((a, b) => Number(fails(b.origin)) - Number(fails(a.origin)));
    const shown = failing
        .slice(0, MOST_ORIGINS)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    // What did not come from Cloudflare did not go through it, or never got that far.
    const front = edge?.rayId === undefined ? 'by its name' : 'through Cloudflare';
    const sides = [
        ...(edge === undefined ? [] : [[front, edge]]),
        ...shown.map(({ origin, name }) => [origins.length === 1 ? 'directly' : name, origin]),
    ];
    const row = (label, cell) => ({
        label,
        cells: sides.map(([, side]) => cell(side)),
    });
    const rows = [
        row('answer', fullAnswer),
        ...['resolve', 'connect', 'tls', 'processing'].map((phase) => row(report_words/* PHASES */.ZG[phase], (side) => timing(side, phase))),
        row('total', total),
        row('protocol', protocol),
        row('certificate', certificate),
        row('cache', ({ cache }) => ofTheWire(cache, 'DYNAMIC')),
        row('server', ({ server }) => ofTheWire(server, 'cloudflare')),
    ];
    const others = failing.slice(MOST_ORIGINS).map(({ origin, name }) => `${name} ${answer(origin)}`);
    return {
        columns: sides.map(([name]) => name),
        rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== NOTHING.text)),
        others: others.join(', '),
    };
}
function fails({ broke, status = 0 }) {
    return broke !== undefined || status >= 400;
}
/** `521, a page of Cloudflare`, `none: connection refused`. */
function fullAnswer(side) {
    if (side.broke !== undefined || side.generator === undefined)
        return { text: answer(side) };
    return { text: `${answer(side)}, a page of ${side.generator}` };
}
/** `521`, `none: connection refused`. */
function answer({ status, broke }) {
    const begun = status === undefined ? 'none' : String(status);
    return broke === undefined ? begun : `${begun}: ${(0,report_words/* briefly */.m_)(broke)}`;
}
/** @param ordinary what goes without saying */
function ofTheWire(text, ordinary) {
    return text === undefined || text === ordinary ? NOTHING : { text, verbatim: true };
}
function timing({ timings, broke }, phase) {
    const took = timings[phase];
    if (broke?.phase === phase)
        return { text: took === undefined ? '✗' : `✗ after ${(0,shared_text/* duration */.p0)(took)}` };
    return took === undefined ? NOTHING : { text: (0,shared_text/* duration */.p0)(took) };
}
function total({ total, broke }) {
    return broke === undefined && total > 0 ? { text: (0,shared_text/* duration */.p0)(total) } : NOTHING;
}
/** `HTTP/1.1, TLS 1.3` */
function protocol({ http, tls }) {
    const spoken = [http, tls?.protocol.replace(/^TLSv/, 'TLS ')].filter((name) => name !== undefined);
    return spoken.length === 0 ? NOTHING : { text: spoken.join(', ') };
}
/** `until 2027-01-22`, `expired on 2026-11-24, for another name`. */
function certificate({ tls }) {
    if (tls === undefined)
        return NOTHING;
    const until = `${tls.faults.includes('expired') ? 'expired on' : 'until'} ${(0,report_words/* dayOf */.kb)(tls.notAfter)}`;
    return {
        text: [until, ...tls.faults.filter((fault) => fault !== 'expired').map((fault) => report_words/* FAULTS */.y2[fault])].join(', '),
    };
}

;// CONCATENATED MODULE: ./lib/report/render/text/wrap.js
/** What stands under a headline begins here. */
const INDENT = '  ';

;// CONCATENATED MODULE: ./lib/report/render/text/table.js





/** A table, or what does not fit one under one another. */
function comparisonLines(site, width) {
    const { columns, rows, others } = comparisonOf(site);
    if (columns.length === 0)
        return [];
    const cells = rows.map(({ label, cells }) => [label].concat(cells.map((cell) => (0,terminal/* terminal */.F)(cell.verbatim === true ? cell.text : cell.text.replaceAll('`', '')))));
    const beside = aligned([['', ...columns], ...cells]);
    const lines = beside.some((line) => line.length + INDENT.length > width)
        ? beneath(columns, cells, width - INDENT.length)
        : beside;
    return [...lines, ...(others === '' ? [] : [`and ${(0,terminal/* terminal */.F)(others)}`])].map((line) => INDENT + line);
}
function beneath(columns, rows, width) {
    const labels = Math.max(...rows.map(([label = '']) => label.length));
    return columns.flatMap((column, index) => [
        `${column}:`,
        ...rows.flatMap(([label = '', ...cells]) => {
            const cell = cells[index] ?? NOTHING.text;
            return cell === NOTHING.text ? [] : (0,shared_text/* wrap */.LV)(cell, width, `${INDENT}${label.padEnd(labels)}  `);
        }),
    ]);
}

;// CONCATENATED MODULE: ./lib/report/render/text/text.js










const BOLD = '1';
const COLOURS = { healthy: '32', unhealthy: '31', inconclusive: '33' };
/** The report for a log or a terminal. */
function textOf(report, { color = false, width = 100 } = {}) {
    const page = {
        width: Math.max(width, NARROWEST),
        paint: (text, style) => (color && text !== '' ? `\u001b[${style}m${text}\u001b[0m` : text),
    };
    const { sites, verdict, notes } = report;
    const ofTheRun = notes
        .filter(({ id }) => id === 'baseline')
        .flatMap(({ text }) => (0,shared_text/* wrap */.LV)((0,terminal/* terminal */.F)(`Note: ${text}`), page.width, INDENT));
    if (sites.length === 1)
        return `${[...siteLines(sites[0], page), ...ofTheRun].join('\n')}\n`;
    const troubled = sites.filter((site) => site.verdict !== 'healthy');
    const calm = sites.filter((site) => site.verdict === 'healthy');
    const blocks = [
        [page.paint(`${report_words/* MARKS */.j7[verdict]} ${summaryLine(report)}`, `${BOLD};${COLOURS[verdict]}`)],
        ...withLike(troubled).map(({ site, like }) => siteLines(site, page, like)),
        calm.flatMap((site) => siteLines(site, page)),
        ofTheRun,
    ];
    return `${blocks
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
}
/** In fewer columns than this, nothing can be read anyway. */
const NARROWEST = 30;
/** @param like another that fails for the same cause and has been told: what would be told again is left out */
function siteLines(site, page, like) {
    const { paint, width } = page;
    const text = (words, indent = INDENT) => (0,shared_text/* wrap */.LV)((0,terminal/* terminal */.F)(words), width, indent);
    const section = (title, lines) => lines.length === 0 ? [] : ['', INDENT + paint(`${title}:`, BOLD), ...lines];
    const remarks = [
        ...site.warnings.map((warning) => `Warning: ${warning.text}`),
        ...site.notes.map((note) => `Note: ${note.text}`),
        ...(site.unread ?? []),
    ].flatMap((remark) => text(remark));
    const headline = (0,shared_text/* wrap */.LV)(`${report_words/* MARKS */.j7[site.verdict]} ${(0,terminal/* terminal */.F)(site.headline)}`, width, '', INDENT).map((line) => paint(line, `${BOLD};${COLOURS[site.verdict]}`));
    const changed = site.changes === undefined ? [] : allChanges(site.changes);
    if (site.verdict === 'healthy') {
        const unasked = site.probes.origins.length === 0;
        return [
            ...headline,
            ...(site.trend === 'steady' && !unasked ? [] : text(site.summary)),
            ...(site.changes === undefined || changed.length === 0
                ? []
                : text(`Changed ${changedWords(site.changes)}.`)),
            ...remarks,
        ];
    }
    const top = [...headline, ...text(site.summary), ...pathLines(site, page), '', ...standingLines(site, text)];
    if (like !== undefined) {
        return [...top, '', ...text(`${remedyHeading(site)}: as for ${like.host} above.`), ...remarks];
    }
    return [
        ...top,
        ...remedyLines(site, page, text),
        ...section('What was measured', comparisonLines(site, width)),
        ...section(`What changed since ${site.changes === undefined ? '' : momentOf(site.changes)}`, changed.flatMap((change) => text((0,report_words/* capital */.Nx)(changeWords(change)), `${INDENT}- `))),
        ...section('How we know', [...site.clues.map((clue) => `${report_words/* SEEN_FROM */.z4[clue.from]}: ${clue.text}`), ...rayOf(site)].flatMap((words) => text(words, `${INDENT}- `))),
        ...section('What else it could be', [
            ...site.alternatives.map(({ title, because, told }) => `${(0,report_words/* capital */.Nx)(title)}. ${because}${(0,report_words/* distinguishWords */.$w)(told)}`),
            ...(site.lookalikes ?? []).map(({ what, told }) => `${(0,report_words/* capital */.Nx)(what)}.${(0,report_words/* distinguishWords */.$w)(told)}`),
        ].flatMap((words) => text(words, `${INDENT}- `))),
        ...section('Looks', stretchesOf(site.timeline).length > 1
            ? timelineLines(site.timeline).flatMap((line) => INDENT.length + line.length > width ? text(line) : INDENT + (0,terminal/* terminal */.F)(line))
            : []),
        // A command that is broken over two lines cannot be pasted.
        ...section('Ask again by hand', site.reproduce.map((command) => INDENT + (0,terminal/* terminal */.F)(command))),
        ...(remarks.length === 0 ? [] : ['', ...remarks]),
        ...(site.docs === '' ? [] : ['', `${INDENT}More: ${(0,terminal/* terminal */.F)(site.docs)}`]),
    ];
}
function rayOf({ probes: { edge } }) {
    if (edge?.rayId === undefined)
        return [];
    return [`Ray ID: ${edge.rayId}${edge.colo === undefined ? '' : `, in ${edge.colo}`}`];
}
/** The way of a request, broken between its joints. */
function pathLines({ path, verdict }, { width, paint }) {
    const culprit = (0,request_path/* failingHop */.u)(path);
    const lines = [];
    let [line, length] = ['', 0];
    path.forEach((joint, index) => {
        const words = (0,terminal/* terminal */.F)((0,report_words/* hopWords */.Ln)(joint, index));
        const painted = joint === culprit ? paint(words, `${BOLD};${COLOURS[verdict]}`) : words;
        if (line !== '' && INDENT.length + length + 5 + words.length > width) {
            lines.push(`${INDENT}${line} →`);
            line = painted;
            length = words.length;
        }
        else {
            line = line === '' ? painted : `${line} → ${painted}`;
            length += words.length + 3;
        }
    });
    return [...lines, INDENT + line];
}
function standingLines(site, text) {
    const lines = keyPointsOf(site);
    const column = Math.max(...lines.map(({ label }) => label.length));
    return lines.flatMap(({ label, words, strip }) => text(strip === undefined ? words : `${words} ${strip}`, `${INDENT}${label.padEnd(column)}  `));
}
function remedyLines(site, { paint }, text) {
    const { remedy } = site;
    if (remedy === null)
        return [];
    const heading = `${remedyHeading(site)} (${remedy.difficulty}):`;
    return [
        '',
        ...text(`${heading} ${remedy.summary}`).map((line) => line.replace(heading, paint(heading, BOLD))),
        ...remedy.steps.flatMap((step, index) => text((0,report_words/* stepText */.uw)(step), `${INDENT}${index + 1}. `)),
    ];
}

;// CONCATENATED MODULE: ./lib/report/render/junit.js


/**
 * The report as CI servers read it: a test for each site, which fails with the cause as its type, and is skipped when the
 * site could not be judged. https://github.com/testmoapp/junitxml has what they agree on.
 */
function junitOf(report) {
    const { sites, at, version } = report;
    const counts = `tests="${sites.length}" failures="${many(sites, 'unhealthy')}" errors="0" ` +
        `skipped="${many(sites, 'inconclusive')}" time="${seconds(Math.max(...sites.map(durationOf)))}"`;
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
        `    <testcase classname="${attribute(host)}" name="${attribute(url)}" time="${seconds(durationOf(site))}">`,
        `      ${body}`,
        '    </testcase>',
    ].join('\n');
}
const many = (sites, verdict) => sites.filter((site) => site.verdict === verdict).length;
/** Milliseconds from the first look to the last. */
function durationOf({ timeline }) {
    const [first, last] = [timeline[0], timeline.at(-1)];
    const span = first === undefined || last === undefined ? 0 : Date.parse(last.at) - Date.parse(first.at);
    return Number.isFinite(span) ? Math.max(0, span) : 0;
}
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(3);
/** One line: XML makes spaces of line breaks there. */
function attribute(text) {
    return content((0,visible/* clean */.uH)(text));
}
/** Nothing in it is markup, and nothing is beyond what XML 1.0 allows: one such character spoils the file. */
function content(text) {
    return text
        .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
        .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/escape.js

/** Unseen, without width: parts what GitHub would otherwise turn into a mention, a reference or an emoji. */
const GAP = '\u200b';
/**
 * Plain text for a place where GitHub reads Markdown: it comes out as the same letters, on one line, with no effect.
 * `$ORIGIN` becomes code, since two dollars make a formula.
 *
 * GitHub looks for mentions, issues, commits and emoji after it has read the Markdown, when backslashes are gone;
 * only something between the letters stops it.
 */
function md(text) {
    return woven(text, /(\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token));
}
/**
 * Escaped text with tokens in it that are made Markdown in a way of their own.
 *
 * @param tokens one group around the whole: every second piece of the split is a token
 */
function woven(text, tokens, token) {
    const pieces = (0,visible/* clean */.uH)(text).split(tokens);
    const last = pieces.length - 1;
    return pieces
        .map((piece, index) => {
        if (index % 2 === 1)
            return token(piece);
        // Between two tokens stands something, or their backquotes would run into one another.
        return piece === '' && index > 0 && index < last ? GAP : literal(piece);
    })
        .join('');
}
function literal(text) {
    return apart(text)
        .replace(/[\\`*_[\]<>|~&]/g, String.raw `\$&`)
        .replace(/\$/g, '<span>$</span>')
        .replace(/:(?=\/\/)/g, String.raw `\:`)
        .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
        .replace(/^(?:[#+=-]|:(?=-))/, String.raw `\$&`)
        .replace(/(?<=\s)#(?=#*$)/, String.raw `\#`)
        .replace(/^(\d+)([.)])(?=\s|$)/, String.raw `$1\$2`);
}
/** Puts gaps where GitHub would find a person, an issue, a commit or an emoji. */
function apart(text) {
    return (text
        .replace(/@(?=[\p{L}\p{N}_.-])/gu, `@${GAP}`)
        .replace(/#(?=\d)/g, `#${GAP}`)
        .replace(/GHSA-/gi, (prefix) => prefix + GAP)
        .replace(/\b([A-Z]{2,12}-)(?=\d)/gi, `$1${GAP}`)
        .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${GAP}`))
        // But for two digits: they are a time.
        .replace(/:(?!\d\d:)(?=[a-z0-9_+-]+:)/gi, `:${GAP}`));
}
/** The same for a place where GitHub reads HTML only, such as a `<summary>` or an attribute. */
function html(text) {
    return apart((0,visible/* clean */.uH)(text)).replace(/[&<>"']/g, entity);
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
/** Code within a line. Nothing in the text can end it; GitHub looks for nothing in it. */
function code(text, where = 'cell') {
    const line = (0,visible/* clean */.uH)(text);
    if (line === '')
        return '` `';
    if (where === 'cell' && line.includes('|')) {
        // This is HTML, in which GitHub goes on looking for what it would turn into a link.
        return `<code>${apart(line).replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
    }
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$/.test(line) ? ' ' : '';
    return fence + pad + line + pad + fence;
}
/** Code on lines of its own. The block begins a paragraph: an empty line goes before it. */
function codeBlock(text, language = 'text') {
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(visible/* visible */.RK);
    const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
/** Our own sentences put commands and values in backquotes; those become code, the rest is escaped. */
function spans(text, where = 'line') {
    return woven(text, /(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token.replaceAll('`', ''), where));
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/fit.js
/** What GitHub takes for a comment is 65,536 characters. Room is left for the marker in front. */
const COMMENT_LIMIT = 65_000;
/**
 * Puts pieces together, one after the other, within `limit` bytes of UTF-8: GitHub counts characters in some places and
 * bytes in others. Leaves out what can best be spared, of equals the later one, and says so with `notice` at the end.
 */
function fit(pieces, limit, notice) {
    const whole = together(pieces);
    if (bytesOf(whole) <= limit)
        return whole;
    const kept = new Set(pieces);
    let size = bytesOf(whole) + bytesOf(notice);
    for (const piece of bySpare(pieces)) {
        if (size <= limit)
            break;
        kept.delete(piece);
        size -= bytesOf(piece.text);
    }
    if (size <= limit)
        return together([...kept]) + notice;
    // Not even what must stay has room: the first piece says the most.
    const [first] = pieces;
    return first !== undefined && bytesOf(first.text) <= limit ? first.text : '';
}
function bySpare(pieces) {
    return pieces
        .toReversed()
        .filter(({ spare }) => spare > 0)
        .toSorted((a, b) => b.spare - a.spare);
}
function together(pieces) {
    return pieces.map(({ text }) => text).join('');
}
function bytesOf(text) {
    return Buffer.byteLength(text);
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/parts.js


/** A link of ours. What is no https address stays text. */
function parts_link(label, address) {
    const url = URL.parse(address);
    if (url?.protocol !== 'https:')
        return md(label);
    return `[${md(label)}](${url.href.replace(/[()\\`|<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;
}
/** The hosts whose pages our sentences name. What a site says may be quoted in one, so no other address becomes a link. */
const HOSTS = [
    String.raw `(?:[a-z]+\.)?cloudflare(?:status)?\.com`,
    String.raw `github\.com\/origin-gate\/origin-gate`,
    String.raw `one\.one\.one\.one`,
    String.raw `dns\.google`,
    String.raw `dnsviz\.net`,
];
const TOKENS = new RegExp(String.raw `(${'`'}[^${'`'}]+${'`'}|\$ORIGIN(?![A-Za-z0-9_])|https:\/\/(?:${HOSTS.join('|')})\/(?:[\w/.-]*[\w/])?)`);
/** Sentences of ours with commands in backquotes, and with pages that we name: only those become links. */
function prose(text) {
    return woven(text, TOKENS, (token) => token.startsWith('https:') ? parts_link(token, token) : code(token.replaceAll('`', ''), 'line'));
}
/** Cells are Markdown already. */
function table(columns, rows) {
    return [tableLine(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(tableLine)].join('\n');
}
function tableLine(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** Content is Markdown; empty lines around it make GitHub read it so. */
function fold(title, content) {
    return `<details><summary>${html(title)}</summary>\n\n${content}\n\n</details>\n\n`;
}
function remarkLine(label, { id, text }) {
    return `**${label}:** ${spans(text)} ${parts_link('More', (0,report_words/* docsOf */.fE)(id))}\n\n`;
}
function bullets(lines) {
    return lines.map((line) => `- ${line}`).join('\n');
}
/** Dates that a narrow column does not break at their hyphens. */
function unbroken(text) {
    return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => date.replaceAll('-', '\u2011'));
}
function verbatim(items) {
    return items.map((item) => code(item)).join(', ');
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/certificates.js




/** What each side showed, a column a side, so that it fits a phone: the certificate, and the chain behind it as it was served. */
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
        row('key', ({ chain }) => md(chain[0]?.key ?? '')),
        row('valid', validity),
        row('faults', ({ faults }) => faults.map((fault) => report_words/* FAULTS */.y2[fault]).join(', ') || 'none'),
        row('chain', ({ chain }) => chain.slice(1).map(linkWords).join('<br>') || 'nothing else was served'),
    ]);
}
function validity({ notBefore, notAfter, daysLeft }) {
    const left = daysLeft < 0 ? '' : `, ${(0,shared_text/* plural */.LS)(daysLeft, 'day')} left`;
    return `${unbroken(`${(0,report_words/* dayOf */.kb)(notBefore)} to ${(0,report_words/* dayOf */.kb)(notAfter)}`)}${left}`;
}
function linkWords({ subject, notAfter, linked }) {
    return `${code(subject)}, until ${unbroken((0,report_words/* dayOf */.kb)(notAfter))}${linked ? '' : ', not needed'}`;
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/diagram.js




/**
 * The path as a diagram that GitHub draws, of Mermaid's source (https://mermaid.js.org/syntax/flowchart.html). An e-mail and
 * the mobile app show that source: it goes only where neither does.
 */
function diagramOf(path) {
    const culprit = (0,request_path/* failingHop */.u)(path);
    const nodes = path.map((joint, index) => {
        const kind = joint === culprit ? 'culprit' : joint.state;
        return `  n${index}(["${labelOf(joint, index)}"]):::${kind}`;
    });
    const arrows = path.slice(1).map((joint, index) => {
        const arrow = joint.state === 'unknown' ? '-.->' : '-->';
        return `  n${index} ${arrow} n${index + 1}`;
    });
    return codeBlock(['flowchart LR', ...nodes, ...arrows, ...STYLES].join('\n'), 'mermaid');
}
/** Lines only: what fills a node would not fit both of GitHub's themes. */
const STYLES = [
    '  classDef ok stroke-width:1px',
    '  classDef broken stroke-width:1px',
    '  classDef unknown stroke-dasharray:4 3',
    '  classDef culprit stroke:#d1242f,stroke-width:3px',
];
function labelOf(joint, index) {
    const { name, detail } = joint;
    const mark = index === 0 && joint.state === 'ok' ? '' : ` ${(0,report_words/* hopMark */.$j)(joint)}`;
    return [name + mark, detail]
        .filter((line) => line !== '')
        .map(plain)
        .join('<br/>');
}
/** Mermaid's entities: a hash, the number of the character, a semicolon. Letters and figures alone mean nothing to it. */
function plain(text) {
    return (0,visible/* clean */.uH)(text).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/site.js







/** What is told of a site without unfolding anything. Ends with an empty line. */
function siteInFull(site, { like, drawn = false } = {}) {
    const warnings = site.warnings.map((warning) => remarkLine('Warning', warning));
    const notes = site.notes.map((note) => remarkLine('Note', note));
    if (site.verdict === 'healthy') {
        const recovered = site.trend === 'steady' ? '' : `${emphasised(site.summary)}\n\n`;
        return [recovered, ...warnings, ...notes].join('');
    }
    const parts = [
        emphasised(site.summary),
        `> ${pathLine(site.path)}`,
        drawn ? diagramOf(site.path) : '',
        standing(site),
        ...(like === undefined ? [remedy(site), comparison(site)] : [referral(site, like)]),
    ];
    return [...parts.filter((part) => part !== '').map((part) => `${part}\n\n`), ...warnings, ...notes].join('');
}
/** What makes the difference in a sentence of ours is printed bold: statuses, and what a server does wrong. */
function emphasised(summary) {
    return md(summary)
        .replace(/\b(get|gets|answers) ([1-5]\d\d)\b/g, '$1 **$2**')
        .replace(WRONG, '**$&**');
}
const WRONG = /refuses the connection|does not answer the connection|stays silent|never ends it|(?:resets|closes) the connection(?: without an answer)?|cannot be (?:found|reached)|(?<=certificate that )(?:expired on [\d-]+|is not for|is valid only from [\d-]+|no known authority signed)|(?<=no answer: )[^.,]+/g;
/** `visitor → DNS ✓ → origin ✗ connection refused → application ?`: each mark is read without color. */
function pathLine(path) {
    const culprit = (0,request_path/* failingHop */.u)(path);
    const joints = path.map((joint, index) => {
        const words = md((0,report_words/* hopWords */.Ln)(joint, index));
        // What is short stays on one line; of the rest a mark stays with what it marks.
        const bound = words.length <= LONGEST_BOUND ? / /g : / (?=[✓✗?])/g;
        const kept = words.replace(bound, '\u00a0');
        return joint === culprit ? `**${kept}**` : kept;
    });
    return joints.join(' →\u00a0');
}
/** On a phone, a line has room for this many characters. */
const LONGEST_BOUND = 30;
/** Whose it is, how sure we are, since when. */
function standing(site) {
    return bullets(keyPointsOf(site).map(({ label, words, strip }) => `**${label}:** ${spans(words)}${strip === undefined ? '' : ` ${code(strip)}`}`));
}
function referral(site, like) {
    return `**${remedyHeading(site)}:** as for ${md(like.host)} above.`;
}
function remedy(site) {
    const { remedy, docs } = site;
    if (remedy === null)
        return '';
    const heading = remedyHeading(site);
    const steps = remedy.steps.map((step, index) => `${index + 1}. ${prose((0,report_words/* stepText */.uw)(step))}`);
    const more = [
        parts_link('What this means', docs),
        parts_link(URL.parse(remedy.reference)?.hostname ?? 'Reference', remedy.reference),
    ].join(' · ');
    return `**${heading}** (${remedy.difficulty}): ${prose(remedy.summary)}\n\n${steps.join('\n')}\n\n${more}`;
}
function comparison(site) {
    const { columns, rows, others } = comparisonOf(site);
    if (columns.length === 0)
        return '';
    const cells = rows.map(({ label, cells }) => [label].concat(cells.map(cellText)));
    return table(['', ...columns], cells) + (others === '' ? '' : `\n\nAnd ${md(others)}.`);
}
function cellText({ text, verbatim }) {
    return verbatim === true ? code(text) : unbroken(spans(text, 'cell'));
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/details.js








/**
 * The folds of a site, the most useful first. Each ends with an empty line.
 *
 * @param brief whether what is usually told above the folds is told in them
 */
function detailsOf(site, brief = false) {
    if (site.verdict === 'healthy') {
        const changed = changes(site);
        const folds = changed === '' ? [] : [fold(changesTitle(site), changed)];
        return [...folds, fold('How it was asked', howAsked(site))];
    }
    const folds = [
        ['What was measured', brief ? comparison(site) : ''],
        [changesTitle(site), changes(site)],
        [evidenceTitle(site), evidence(site)],
        [`Timeline of ${(0,shared_text/* plural */.LS)(site.course.looks, 'look')}`, timeline(site)],
        ['Certificates', site.category === 'tls' ? certificates(site) : ''],
        ['Ask again by hand', commands(site)],
        ["For Cloudflare's support", ticket(site)],
    ];
    return folds.filter(([, content]) => content !== '').map(([title, content]) => fold(title, content));
}
function howAsked(site) {
    const parts = [
        // A site that recovered has told this above the fold.
        site.trend === 'steady' ? md(site.summary) : '',
        `> ${pathLine(site.path)}`,
        comparison(site),
        servers(site.probes),
        certificates(site),
        timeline(site),
        commands(site),
        bullets((site.unread ?? []).map((sentence) => spans(sentence))),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function changesTitle({ changes }) {
    return changes === undefined ? '' : `What changed since ${momentOf(changes)}`;
}
function changes({ changes }) {
    const all = changes === undefined ? [] : allChanges(changes);
    if (all.length === 0)
        return '';
    return table(['', '', 'then', 'now'], all.map(({ where, what, before, now }) => [md(where), md(what), code(before), code(now)]));
}
function evidenceTitle({ alternatives, lookalikes = [] }) {
    return alternatives.length + lookalikes.length > 0
        ? 'How we know, and what else it could be'
        : 'How we know';
}
function evidence({ clues, alternatives, lookalikes = [], unread = [], probes }) {
    const seen = [
        ...clues.map(({ from, text }) => `**${report_words/* SEEN_FROM */.z4[from]}:** ${spans(text)}`),
        ...addresses(probes),
        ...unread.map((sentence) => spans(sentence)),
        ...ray(probes),
    ];
    const others = [
        ...alternatives.map(({ title, confidence, because, told }) => `**${md((0,report_words/* capital */.Nx)(title))}** (${confidence}). ${spans(`${because}${(0,report_words/* distinguishWords */.$w)(told)}`)}`),
        ...lookalikes.map(({ what, told }) => `**${spans((0,report_words/* capital */.Nx)(what))}**. ${spans((0,report_words/* distinguishWords */.$w)(told))}`.trim()),
    ];
    if (clues.length === 0 && others.length === 0)
        return '';
    return [bullets(seen), ...(others.length === 0 ? [] : ['What else it could be:', bullets(others)])].join('\n\n');
}
/** `1.1.1.1`: Cloudflare, 300 s · … */
function servers({ dns }) {
    const told = (dns?.servers ?? []).map(({ server, says, ttl }) => {
        const name = server === 'own' ? "the runner's own" : code(server);
        return `${name}: ${md(says)}${ttl === undefined ? '' : ` (${ttl} s)`}`;
    });
    return told.length === 0 ? '' : `**DNS servers:** ${told.join(' · ')}`;
}
function addresses(probes) {
    const asked = servers(probes);
    return [...leadsTo(probes), ...(asked === '' ? [] : [asked])];
}
function leadsTo({ dns }) {
    if (dns === undefined || dns.failure !== undefined)
        return [];
    const others = dns.others === 0 ? '' : (0,shared_text/* plural */.LS)(dns.others, 'address', 'addresses') + ' outside of Cloudflare';
    const known = dns.cloudflare.length === 0 ? '' : `${verbatim(dns.cloudflare)} of Cloudflare`;
    return [`**DNS:** ${[known, others].filter((part) => part !== '').join(', and ')}`];
}
function ray({ edge }) {
    if (edge?.rayId === undefined)
        return [];
    return [`**Ray ID:** ${code(edge.rayId)}${edge.colo === undefined ? '' : `, in ${md(edge.colo)}`}`];
}
function commands({ reproduce }) {
    if (reproduce.length === 0)
        return '';
    const hint = reproduce.some((command) => command.includes('$ORIGIN'))
        ? ['# First: ORIGIN=…, the address of the origin (IPv6 in brackets)']
        : [];
    return codeBlock([...hint, ...reproduce].join('\n'), 'sh');
}
/** What Cloudflare's support asks for first. Of use wherever Cloudflare may have something to answer for. */
function ticket({ verdict, owner, confidence, probes, url, timeline }) {
    const { edge } = probes;
    const involved = owner === 'cloudflare' || owner === 'cloudflare-settings' || owner === 'unknown';
    const doubtful = verdict === 'unhealthy' && confidence !== 'certain';
    if (verdict === 'healthy' || !(involved || doubtful) || edge?.rayId === undefined)
        return '';
    const last = timeline.findLast((look) => look.verdict !== 'healthy')?.at ?? '';
    const rows = [
        ['URL', url],
        ['Ray ID', edge.rayId],
        ['Data center', edge.colo ?? 'unknown'],
        ['Status', String(edge.status ?? 'none')],
        ['Time', `${(0,report_words/* dayOf */.kb)(last)} ${(0,report_words/* timeOfDay */.rb)(last)} UTC`],
    ];
    return codeBlock(aligned(rows).join('\n'));
}
/** Looks that all saw the same have been told in a line already. */
function timeline({ timeline }) {
    return stretchesOf(timeline).length > 1 ? codeBlock(timelineLines(timeline).join('\n')) : '';
}

;// CONCATENATED MODULE: ./lib/report/render/markdown/markdown.js







const ICONS = { healthy: '✅', unhealthy: '❌', inconclusive: '⚠️' };
/** Order in which pieces are given up: details before sites, sites before rows of the table of all. */
const SPARE = { details: 1_000_000, site: 10_000, row: 100 };
const SHORTENED = '\n<sub>Shortened to fit here: the JSON report of the run has all of it.</sub>\n';
/** The report as GitHub shows it, in a comment and in the summary of a job. */
function markdownOf(report, { links = {}, limit = COMMENT_LIMIT, diagram = false } = {}) {
    const [only] = report.sites;
    const pieces = report.sites.length === 1 ? siteAlone(only, diagram) : sitesTogether(report, limit);
    return fit([...pieces, ...ofTheRun(report), { text: footer(report, links), spare: 0 }], limit, SHORTENED);
}
/** A note that is of no site and of no cause: there is no page to lead to. */
function ofTheRun({ notes }) {
    return notes
        .filter(({ id }) => id === 'baseline')
        .map(({ text }) => ({ text: `**Note:** ${spans(text)}\n\n`, spare: SPARE.row }));
}
/** The sites in full, worst first, and no more of them than could stay: that a thousand fail takes no thousand stories to see. */
function stories(troubled, limit) {
    const pieces = [];
    const left = { story: limit, details: limit };
    for (const [rank, { site, ...manner }] of withLike(troubled).entries()) {
        // The piece that is one too many tells `fit` that something is missing.
        if (left.story < 0)
            break;
        const story = storyOf(site, rank, '####', manner);
        const details = left.details < 0 ? [] : detailPieces(site, rank, manner);
        left.story -= sizeOf(story);
        left.details -= sizeOf(details);
        pieces.push(...story, ...details);
    }
    return pieces;
}
function sizeOf(pieces) {
    return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
function siteAlone(site, drawn) {
    return [...storyOf(site, 0, '###', { drawn }), ...detailPieces(site, 0)];
}
/** @param rank 0 for the worst site, whose story is told whatever happens to the others' */
function storyOf(site, rank, level, manner) {
    const spare = rank === 0 ? 0 : SPARE.site + rank;
    return [
        { text: `${level} ${ICONS[site.verdict]} ${md(site.headline)}\n\n`, spare },
        { text: siteInFull(site, manner), spare },
    ];
}
function detailPieces(site, rank, { like } = {}) {
    return detailsOf(site, like !== undefined).map((text, place) => ({
        text,
        spare: SPARE.details + place * 1000 + rank,
    }));
}
/** More healthy sites than this would push down what needs attention: they are folded. */
const MOST_HEALTHY_SHOWN = 8;
function sitesTogether(report, limit) {
    const { sites } = report;
    const troubled = sites.filter(({ verdict }) => verdict !== 'healthy');
    const calm = sites.filter(({ verdict }) => verdict === 'healthy');
    const folded = calm.length > MOST_HEALTHY_SHOWN;
    const [columns = '', rule = '', ...rows] = table(COLUMNS, (folded ? troubled : sites).map(rowOf)).split('\n');
    const overview = rows.map((row, index) => ({
        text: `${row}\n`,
        spare: index === 0 ? 0 : SPARE.row + index,
    }));
    return [
        { text: `### ${ICONS[sites[0].verdict]} ${summaryLine(report)}\n\n`, spare: 0 },
        ...(rows.length === 0
            ? []
            : [{ text: `${columns}\n${rule}\n`, spare: 0 }, ...overview, { text: '\n', spare: 0 }]),
        ...calm.flatMap(remarksOfHealthy),
        ...stories(troubled, limit),
        ...(folded
            ? [
                {
                    text: fold(`${calm.length} healthy sites`, table(COLUMNS, calm.map(rowOf))),
                    spare: SPARE.details,
                },
            ]
            : []),
    ];
}
const COLUMNS = ['', 'site', 'what it is', 'visitors get', 'directly'];
function rowOf({ verdict, url, probes, cause, docs }) {
    const { edge, origins } = probes;
    const direct = origins.map(outcomeOf);
    return [
        ICONS[verdict],
        md(url.replace(/^https:\/\//, '').replace(/\/$/, '')),
        cause === '' ? 'healthy' : parts_link(cause, docs),
        edge === undefined ? '–' : md(outcomeOf(edge)),
        direct.length === 0 ? '–' : md([...new Set(direct)].join(', ')),
    ];
}
function outcomeOf({ status, broke }) {
    return broke === undefined ? String(status ?? '–') : (0,report_words/* briefly */.m_)(broke);
}
function remarksOfHealthy({ host, warnings }) {
    const named = ({ id, text }) => ({ id, text: `${host}: ${text}` });
    return warnings.map((warning, index) => ({
        text: remarkLine('Warning', named(warning)),
        spare: SPARE.site + 5000 + index,
    }));
}
function footer({ at, version }, { commit, runUrl, runNumber }) {
    const run = runNumber === undefined ? 'run' : `run ${runNumber}`;
    const parts = [
        ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) ? [`commit ${commit.slice(0, 7)}`] : []),
        ...(runUrl === undefined ? [] : [parts_link(run, runUrl)]),
        `${(0,report_words/* dayOf */.kb)(at)} ${(0,report_words/* timeOfDay */.rb)(at)} UTC`,
        `origin-gate v${md(version)}`,
    ];
    return `<sub>${parts.join(' · ')}</sub>\n`;
}

// EXTERNAL MODULE: ./lib/redact/redact.js + 3 modules
var redact = __webpack_require__(4561);
// EXTERNAL MODULE: ./lib/report/build/report.js + 7 modules
var report = __webpack_require__(9947);
;// CONCATENATED MODULE: ./lib/report/render/index.js








/** Makes text of a report. Pure; each takes of the options what it knows. JSON and JUnit are never shortened. */
const RENDERERS = {
    markdown: markdownOf,
    text: textOf,
    json: jsonOf,
    junit: junitOf,
};


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ terminal)
/* harmony export */ });
/* harmony import */ var _redact_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6847);

/** Invisible and without width: keeps two characters from being read as one token. */
const ZERO_WIDTH_SPACE = '\u200b';
/**
 * One line for a terminal or a log, without escape sequences and without workflow commands. The Actions runner reads
 * `::name::` at the start of a line, and `##[name]` anywhere.
 */
function terminal(text) {
    return (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/(^|\s):(?=:)/g, `$1:${ZERO_WIDTH_SPACE}`)
        .replace(/##(?=\[)/g, `#${ZERO_WIDTH_SPACE}#`);
}


/***/ })

};
