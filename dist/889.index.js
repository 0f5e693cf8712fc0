export const id = 889;
export const ids = [889];
export const modules = {

/***/ 889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  COMMENT_LIMIT: () => (/* reexport */ COMMENT_LIMIT),
  RENDERERS: () => (/* binding */ RENDERERS),
  redactNothing: () => (/* reexport */ redact/* redactNothing */.x),
  redactorOf: () => (/* reexport */ redact/* redactorOf */.y),
  reportOf: () => (/* reexport */ report/* reportOf */.E)
});

;// CONCATENATED MODULE: ./lib/report/json.js
/** The report as a file. Nothing is left out of it. */
function jsonOf(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}

// EXTERNAL MODULE: ./lib/report/clean.js
var clean = __webpack_require__(8651);
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/comparison.js

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
    const front = edge?.rayId === undefined ? 'to visitors' : 'through Cloudflare';
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
        row('server', ({ server }) => ofTheWire(server, 'cloudflare')),
        row('cache', ({ cache }) => ofTheWire(cache, 'DYNAMIC')),
        ...['resolve', 'connect', 'tls', 'processing'].map((phase) => row(report_words/* PHASES */.ZG[phase], (side) => timing(side, phase))),
        row('seen as', seenAs),
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
/** `521 after 62 ms, a page of Cloudflare`, `none: connection refused`. */
function fullAnswer(side) {
    if (side.broke !== undefined || side.status === undefined)
        return { text: answer(side) };
    const page = side.generator === undefined ? '' : `, a page of ${side.generator}`;
    return { text: `${side.status} after ${(0,report_words/* duration */.p0)(side.total)}${page}` };
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
function timing({ timings, broke, tls }, phase) {
    const took = timings[phase];
    if (broke?.phase === phase)
        return { text: took === undefined ? '✗' : `✗ after ${(0,report_words/* duration */.p0)(took)}` };
    if (took === undefined)
        return NOTHING;
    return {
        text: (0,report_words/* duration */.p0)(took) +
            (phase === 'tls' && tls !== undefined ? `, ${tls.protocol.replace(/^TLSv/, 'TLS ')}` : ''),
    };
}
function seenAs({ rayId, colo, port }) {
    if (port !== undefined)
        return { text: `port ${port}` };
    return rayId === undefined ? NOTHING : { text: `Ray \`${rayId}\`${colo === undefined ? '' : `, ${colo}`}` };
}

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
;// CONCATENATED MODULE: ./lib/report/span.js

/** A line can hold this many looks. */
const LONGEST_STRIP = 60;
/** One mark a look, oldest first; of a long run the end. */
function stripOf(timeline) {
    const marks = timeline.slice(-LONGEST_STRIP).map(({ verdict }) => report_words/* MARKS */.j7[verdict]);
    return (timeline.length > LONGEST_STRIP ? '…' : '') + marks.join('');
}
function stretchesOf(timeline) {
    const stretches = [];
    for (const look of timeline) {
        const before = stretches.at(-1);
        if (before !== undefined && sameSight(before.last, look)) {
            stretches[stretches.length - 1] = { first: before.first, last: look, count: before.count + 1 };
        }
        else {
            stretches.push({ first: look, last: look, count: 1 });
        }
    }
    return stretches;
}
function sameSight(a, b) {
    return a.verdict === b.verdict && a.cause === b.cause && a.edge === b.edge && a.origin === b.origin;
}
/** When it failed: the label of the line, and what it says. Undefined when nothing failed. */
function spanOf({ timeline, trend, verdict, }) {
    const failed = timeline.filter((look) => look.verdict === verdict);
    const [first] = failed;
    const last = failed.at(-1);
    if (verdict === 'healthy' || first === undefined || last === undefined)
        return undefined;
    if (timeline.length === 1)
        return { label: 'When', text: `${(0,report_words/* timeOfDay */.rb)(first.at)} UTC, one look` };
    const looks = `${failed.length} of ${(0,report_words/* counted */.hS)(timeline.length, 'look')} in ${between(timeline)}`;
    if (trend === 'steady')
        return { label: 'Since', text: `${(0,report_words/* timeOfDay */.rb)(first.at)} UTC, ${looks}` };
    return { label: 'When', text: `${(0,report_words/* timeOfDay */.rb)(first.at)} to ${(0,report_words/* timeOfDay */.rb)(last.at)} UTC, ${looks}` };
}
function between(timeline) {
    return (0,report_words/* duration */.p0)(Date.parse(timeline.at(-1)?.at ?? '') - Date.parse(timeline[0]?.at ?? ''));
}
/** One line a stretch: when, how many looks, what visitors got, what the origin did. */
function timelineLines(timeline, most = 40) {
    const stretches = stretchesOf(timeline);
    const lines = stretches.slice(-most).map(stretchCells);
    const left = stretches.length - lines.length;
    return [
        ...(left > 0 ? [`… ${(0,report_words/* counted */.hS)(left, 'earlier stretch', 'earlier stretches')}`] : []),
        ...aligned(lines),
    ];
}
function stretchCells({ first, last, count }) {
    return [
        count === 1 ? (0,report_words/* timeOfDay */.rb)(first.at) : `${(0,report_words/* timeOfDay */.rb)(first.at)}–${(0,report_words/* timeOfDay */.rb)(last.at)}`,
        `${report_words/* MARKS */.j7[first.verdict]} ${(0,report_words/* counted */.hS)(count, 'look')}`,
        `edge ${first.edge === '' ? 'not asked' : first.edge}`,
        first.origin === '' ? '' : `origin ${first.origin}`,
    ];
}
/** Columns under one another. */
function aligned(rows) {
    const widths = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

;// CONCATENATED MODULE: ./lib/report/text.js




const INDENT = '  ';
const COLOURS = { healthy: '32', unhealthy: '31', inconclusive: '33' };
/** The report for a log or a terminal. */
function textOf(report, { colour = false, width = 100 } = {}) {
    const paint = (text, style) => (colour ? `\u001b[${style}m${text}\u001b[0m` : text);
    const blocks = report.sites.map((site) => {
        const [headline = '', ...rest] = siteLines(site, width);
        return [paint(headline, `1;${COLOURS[site.verdict]}`), ...rest].join('\n');
    });
    return `${blocks.join('\n\n')}\n`;
}
function siteLines(site, width) {
    const text = (words, indent = INDENT) => wrapped((0,report_escape/* terminal */.Fo)(words), width, indent);
    const remarks = [
        ...site.warnings.map((warning) => `Warning: ${warning.text}`),
        ...site.notes.map((note) => `Note: ${note.text}`),
        ...(site.unread ?? []),
    ].flatMap((remark) => text(remark));
    const headline = `${report_words/* MARKS */.j7[site.verdict]} ${(0,report_escape/* terminal */.Fo)(site.headline)}`;
    if (site.verdict === 'healthy') {
        const unasked = site.probes.origins.length === 0;
        return [headline, ...(site.trend === 'steady' && !unasked ? [] : text(site.summary)), ...remarks];
    }
    return [
        headline,
        ...text(site.summary),
        ...text(site.path.map(report_words/* jointWords */.G0).join(' → ')),
        '',
        ...standing(site).flatMap(([label, words]) => text(words, `${INDENT}${label.padEnd(10)}`)),
        ...remedyLines(site, text),
        ...section('What was measured', comparisonLines(site)),
        ...section('Evidence', site.clues.flatMap((clue) => text(`${report_words/* SEEN_FROM */.z4[clue.from]}: ${clue.text}`, `${INDENT}- `))),
        ...section('What looks like it', [
            ...site.alternatives.map(({ title, because, told }) => `${(0,report_words/* capital */.Nx)(title)}, since ${because}.${(0,report_words/* toTell */.FL)(told)}`),
            ...(site.lookalikes ?? []).map(({ what, told }) => `${(0,report_words/* capital */.Nx)(what)}.${(0,report_words/* toTell */.FL)(told)}`),
        ].flatMap((words) => text(words, `${INDENT}- `))),
        ...section('Looks', site.timeline.length > 1 ? timelineLines(site.timeline).map((line) => INDENT + (0,report_escape/* terminal */.Fo)(line)) : []),
        // A command that is broken over two lines cannot be pasted.
        ...section('Ask again by hand', site.reproduce.map((command) => INDENT + (0,report_escape/* terminal */.Fo)(command))),
        ...(remarks.length === 0 ? [] : ['', ...remarks]),
        ...(site.docs === '' ? [] : ['', `${INDENT}More: ${(0,report_escape/* terminal */.Fo)(site.docs)}`]),
    ];
}
function standing(site) {
    const span = spanOf(site);
    const strip = site.timeline.length > 1 ? ` ${stripOf(site.timeline)}` : '';
    return [
        ...(site.owner === '' ? [] : [['Whose', report_words/* OWNERS */.H1[site.owner]]]),
        ...(site.confidence === '' ? [] : [['How sure', `${site.confidence}, since ${site.because}`]]),
        ...(span === undefined ? [] : [[span.label, span.text + strip]]),
    ];
}
function remedyLines({ remedy, verdict }, text) {
    if (remedy === null)
        return [];
    const heading = verdict === 'inconclusive' ? 'To let us look' : 'Do next';
    return [
        '',
        ...text(`${heading} (${remedy.difficulty}): ${remedy.summary}`),
        ...remedy.steps.flatMap((step, index) => text(step, `${INDENT}${index + 1}. `)),
    ];
}
function comparisonLines(site) {
    const { columns, rows, others } = comparisonOf(site);
    if (columns.length === 0)
        return [];
    const cells = rows.map(({ label, cells }) => [label].concat(cells.map((cell) => (0,report_escape/* terminal */.Fo)(cell.verbatim === true ? cell.text : cell.text.replaceAll('`', '')))));
    const lines = aligned([['', ...columns], ...cells]);
    return [...lines, ...(others === '' ? [] : [`and ${(0,report_escape/* terminal */.Fo)(others)}`])].map((line) => INDENT + line);
}
function section(title, lines) {
    return lines.length === 0 ? [] : ['', `${INDENT}${title}:`, ...lines];
}
/** Breaks between words; the first line begins with `indent`, the others are as far to the right. */
function wrapped(text, width, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ').filter((word) => word !== '')) {
        if (line !== '' && indent.length + line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((line, index) => (index === 0 ? indent : ' '.repeat(indent.length)) + line);
}

;// CONCATENATED MODULE: ./lib/report/junit.js


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
    return content((0,clean/* clean */.uH)(text));
}
/** Nothing in it is markup, and nothing is beyond what XML 1.0 allows: one such character spoils the file. */
function content(text) {
    return text
        .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
        .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/report/fit.js
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

;// CONCATENATED MODULE: ./lib/report/markdown-parts.js


/** A link of ours. What is no https address stays text. */
function markdown_parts_link(label, address) {
    const url = URL.parse(address);
    if (url?.protocol !== 'https:')
        return (0,report_escape.md)(label);
    return `[${(0,report_escape.md)(label)}](${url.href.replace(/[()\\`|<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;
}
const TOKENS = /(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_])|https:\/\/(?:[a-z]+\.)?cloudflare(?:status)?\.com\/(?:[\w/.-]*[\w/])?)/;
/** Sentences of ours with commands in backquotes, and with pages of Cloudflare: only those become links. */
function prose(text) {
    return (0,report_escape/* woven */.aC)(text, TOKENS, (token) => token.startsWith('https:') ? markdown_parts_link(token, token) : (0,report_escape/* code */.aY)(token.replaceAll('`', ''), 'line'));
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
    return `<details><summary>${(0,report_escape/* html */.qy)(title)}</summary>\n\n${content}\n\n</details>\n\n`;
}
function remarkLine(label, { id, text }) {
    return `**${label}:** ${(0,report_escape/* spans */.iV)(text)} ${markdown_parts_link('More', (0,report_words/* docsOf */.fE)(id))}\n\n`;
}
function bullets(lines) {
    return lines.map((line) => `- ${line}`).join('\n');
}
function verbatim(items) {
    return items.map((item) => (0,report_escape/* code */.aY)(item)).join(', ');
}

;// CONCATENATED MODULE: ./lib/report/markdown-certificates.js



/** What each side showed: the certificate, and below it the chain behind it, as it was served. */
function certificates({ probes: { edge, origins } }) {
    const sides = [
        ['edge', edge?.tls],
        ...origins.map(({ tls }, index) => [origins.length === 1 ? 'origin' : `origin ${index + 1}`, tls]),
    ];
    const rows = sides.flatMap(([name, tls]) => (tls === undefined ? [] : rowsOf(name, tls)));
    if (rows.length === 0)
        return '';
    return table(['', 'subject', 'issuer', 'names', 'key', 'valid', 'faults'], rows);
}
function rowsOf(name, tls) {
    return [leafRow(name, tls), ...tls.chain.slice(1).map(linkRow)];
}
function leafRow(name, { subject, issuer, names, daysLeft, chain, faults, ...dates }) {
    const left = daysLeft < 0 ? '' : `, ${(0,report_words/* counted */.hS)(daysLeft, 'day')} left`;
    return [
        name,
        (0,report_escape/* code */.aY)(subject),
        (0,report_escape/* code */.aY)(issuer),
        verbatim(names),
        (0,report_escape.md)(chain[0]?.key ?? ''),
        `${validity(dates)}${left}`,
        (0,report_escape.md)(faults.join(', ')) || 'none',
    ];
}
function linkRow(link) {
    const { subject, issuer, key, linked } = link;
    return ['', (0,report_escape/* code */.aY)(subject), (0,report_escape/* code */.aY)(issuer), '', (0,report_escape.md)(key), validity(link), linked ? '' : 'not needed'];
}
function validity({ notBefore, notAfter }) {
    return `${(0,report_words/* dayOf */.kb)(notBefore)} to ${(0,report_words/* dayOf */.kb)(notAfter)}`;
}

;// CONCATENATED MODULE: ./lib/report/markdown-site.js





/** What is told of a site without unfolding anything. Ends with an empty line. */
function siteInFull(site) {
    const warnings = site.warnings.map((warning) => remarkLine('Warning', warning));
    const notes = site.notes.map((note) => remarkLine('Note', note));
    if (site.verdict === 'healthy') {
        const recovered = site.trend === 'steady' ? '' : `${emphasised(site.summary)}\n\n`;
        return [recovered, ...warnings, ...notes].join('');
    }
    const parts = [
        emphasised(site.summary),
        `> ${pathLine(site.path)}`,
        markdown_site_standing(site),
        remedy(site),
        comparison(site),
    ];
    return [...parts.filter((part) => part !== '').map((part) => `${part}\n\n`), ...warnings, ...notes].join('');
}
/** What makes the difference in a sentence of ours is printed bold: statuses, and what a server does wrong. */
function emphasised(summary) {
    return (0,report_escape.md)(summary)
        .replace(/\b(get|gets|answers) ([1-5]\d\d)\b/g, '$1 **$2**')
        .replace(WRONG, '**$&**');
}
const WRONG = /refuses the connection|does not answer the connection|stays silent|never ends it|(?:resets|closes) the connection(?: without an answer)?|cannot be (?:found|reached)|(?<=certificate that )(?:expired on [\d-]+|is not for|is valid only from [\d-]+|no known authority signed)|(?<=no answer: )[^.,]+/g;
/** `visitor → DNS ✓ → origin ✗ connection refused → application ?`: each mark is read without colour. */
function pathLine(path) {
    const joints = path.map((joint, index) => {
        // A mark stays on the line of what it marks.
        const words = (0,report_escape.md)((0,report_words/* jointWords */.G0)(joint, index)).replace(/ (?=[✓✗?])/g, '\u00a0');
        return joint.state === 'broken' ? `**${words}**` : words;
    });
    return joints.join(' → ');
}
/** Whose it is, how sure we are, since when. */
function markdown_site_standing(site) {
    const { owner, confidence, because, timeline, verdict } = site;
    const span = spanOf(site);
    const strip = timeline.length > 1 ? ` ${(0,report_escape/* code */.aY)(stripOf(timeline))}` : '';
    const sure = confidence === ''
        ? []
        : [
            verdict === 'inconclusive'
                ? `**What stood in the way:** ${(0,report_escape/* spans */.iV)(because)}`
                : `**How sure:** ${confidence}, since ${(0,report_escape/* spans */.iV)(because)}`,
        ];
    const whose = owner === '' ? [] : [`**Whose:** ${report_words/* OWNERS */.H1[owner]}`];
    return bullets([
        ...whose,
        ...sure,
        ...(span === undefined ? [] : [`**${span.label}:** ${(0,report_escape.md)(span.text)}${strip}`]),
    ]);
}
function remedy({ remedy, docs, verdict }) {
    if (remedy === null)
        return '';
    const heading = verdict === 'inconclusive' ? 'To let us look' : 'Do next';
    const steps = remedy.steps.map((step, index) => `${index + 1}. ${prose(step)}`);
    const more = [
        markdown_parts_link('What this means', docs),
        markdown_parts_link(URL.parse(remedy.reference)?.hostname ?? 'Reference', remedy.reference),
    ].join(' · ');
    return `**${heading}** (${remedy.difficulty}): ${prose(remedy.summary)}\n\n${steps.join('\n')}\n\n${more}`;
}
function comparison(site) {
    const { columns, rows, others } = comparisonOf(site);
    if (columns.length === 0)
        return '';
    const cells = rows.map(({ label, cells }) => [label].concat(cells.map(cellText)));
    return table(['', ...columns], cells) + (others === '' ? '' : `\n\nAnd ${(0,report_escape.md)(others)}.`);
}
function cellText({ text, verbatim }) {
    return verbatim === true ? (0,report_escape/* code */.aY)(text) : (0,report_escape/* spans */.iV)(text, 'cell');
}

;// CONCATENATED MODULE: ./lib/report/markdown-details.js






/** The folds of a site, the most useful first. Each ends with an empty line. */
function detailsOf(site) {
    if (site.verdict === 'healthy')
        return [fold('How it was asked', howAsked(site))];
    const folds = [
        [evidenceTitle(site), evidence(site)],
        ['Ask again by hand', commands(site)],
        ['For a ticket at Cloudflare', ticket(site)],
        ['Certificates', site.category === 'tls' ? certificates(site) : ''],
        [`Timeline of ${(0,report_words/* counted */.hS)(site.timeline.length, 'look')}`, timeline(site)],
    ];
    return folds.filter(([, content]) => content !== '').map(([title, content]) => fold(title, content));
}
function howAsked(site) {
    const parts = [
        // A site that recovered has told this above the fold.
        site.trend === 'steady' ? (0,report_escape.md)(site.summary) : '',
        `> ${pathLine(site.path)}`,
        comparison(site),
        servers(site.probes),
        certificates(site),
        timeline(site),
        commands(site),
        bullets((site.unread ?? []).map((sentence) => (0,report_escape/* spans */.iV)(sentence))),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function evidenceTitle({ alternatives, lookalikes = [] }) {
    return alternatives.length + lookalikes.length > 0 ? 'Evidence, and what looks like it' : 'Evidence';
}
function evidence({ clues, alternatives, lookalikes = [], unread = [], probes }) {
    const seen = [
        ...clues.map(({ from, text }) => `**${report_words/* SEEN_FROM */.z4[from]}:** ${(0,report_escape/* spans */.iV)(text)}`),
        ...addresses(probes),
        ...unread.map((sentence) => (0,report_escape/* spans */.iV)(sentence)),
    ];
    const others = [
        ...alternatives.map(({ title, confidence, because, told }) => `**${(0,report_escape.md)((0,report_words/* capital */.Nx)(title))}** (${confidence}), ${(0,report_escape/* spans */.iV)(`since ${because}.${(0,report_words/* toTell */.FL)(told)}`)}`),
        ...lookalikes.map(({ what, told }) => `**${(0,report_escape/* spans */.iV)((0,report_words/* capital */.Nx)(what))}**. ${(0,report_escape/* spans */.iV)((0,report_words/* toTell */.FL)(told))}`.trim()),
    ];
    if (clues.length === 0 && others.length === 0)
        return '';
    return [bullets(seen), ...(others.length === 0 ? [] : ['What looks like it:', bullets(others)])].join('\n\n');
}
/** `1.1.1.1`: Cloudflare, 300 s · … */
function servers({ dns }) {
    const told = (dns?.servers ?? []).map(({ server, says, ttl }) => {
        const name = server === 'own' ? 'the runner’s own' : (0,report_escape/* code */.aY)(server);
        return `${name} ${(0,report_escape.md)(says)}${ttl === undefined ? '' : ` (${ttl} s)`}`;
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
    const others = dns.others === 0 ? '' : (0,report_words/* counted */.hS)(dns.others, 'address', 'addresses') + ' outside of Cloudflare';
    const known = dns.cloudflare.length === 0 ? '' : `${verbatim(dns.cloudflare)} of Cloudflare`;
    return [`**DNS:** ${[known, others].filter((part) => part !== '').join(', and ')}`];
}
function commands({ reproduce }) {
    if (reproduce.length === 0)
        return '';
    const hint = reproduce.some((command) => command.includes('$ORIGIN'))
        ? ['# ORIGIN is the address of the origin; an IPv6 address goes in brackets']
        : [];
    return (0,report_escape/* codeBlock */.DV)([...hint, ...reproduce].join('\n'), 'sh');
}
/** What Cloudflare's support asks for first. Of use only where Cloudflare has something to answer for. */
function ticket({ verdict, owner, probes, url, timeline }) {
    const { edge } = probes;
    const involved = owner === 'cloudflare' || owner === 'cloudflare-settings' || owner === 'unknown';
    if (verdict !== 'unhealthy' || !involved || edge?.rayId === undefined)
        return '';
    const last = timeline.findLast((look) => look.verdict !== 'healthy')?.at ?? '';
    const rows = [
        ['URL', url],
        ['Ray ID', edge.rayId],
        ['Data centre', edge.colo ?? 'unknown'],
        ['Status', String(edge.status ?? 'none')],
        ['Time', `${(0,report_words/* dayOf */.kb)(last)} ${(0,report_words/* timeOfDay */.rb)(last)} UTC`],
    ];
    return (0,report_escape/* codeBlock */.DV)(aligned(rows).join('\n'));
}
function timeline({ timeline }) {
    return timeline.length > 1 ? (0,report_escape/* codeBlock */.DV)(timelineLines(timeline).join('\n')) : '';
}

;// CONCATENATED MODULE: ./lib/report/markdown.js






const ICONS = { healthy: '✅', unhealthy: '❌', inconclusive: '⚠️' };
/** Order in which pieces are given up: details before sites, sites before rows of the table of all. */
const SPARE = { details: 1_000_000, site: 10_000, row: 100 };
const SHORTENED = '\n<sub>Shortened to fit here: the JSON report of the run has all of it.</sub>\n';
/** The report as GitHub shows it, in a comment and in the summary of a job. */
function markdownOf(report, { links = {}, limit = COMMENT_LIMIT } = {}) {
    const [only] = report.sites;
    const pieces = report.sites.length === 1 ? siteAlone(only) : sitesTogether(report);
    return fit([...pieces, { text: footer(report, links), spare: 0 }], limit, SHORTENED);
}
function siteAlone(site) {
    return body(site, 0, '###');
}
function headline(site, level) {
    return `${level} ${ICONS[site.verdict]} ${(0,report_escape.md)(site.headline)}\n\n`;
}
/** @param rank 0 for the worst site, whose story is told whatever happens to the others'. */
function body(site, rank, level) {
    const spareSite = rank === 0 ? 0 : SPARE.site + rank;
    const details = detailsOf(site).map((text, place) => ({ text, spare: SPARE.details + place * 1000 + rank }));
    return [
        { text: headline(site, level), spare: spareSite },
        { text: siteInFull(site), spare: spareSite },
        ...details,
    ];
}
/** More healthy sites than this would push down what needs attention: they are folded. */
const MOST_HEALTHY_SHOWN = 8;
function sitesTogether({ sites }) {
    const troubled = sites.filter(({ verdict }) => verdict !== 'healthy');
    const calm = sites.filter(({ verdict }) => verdict === 'healthy');
    const folded = calm.length > MOST_HEALTHY_SHOWN;
    const [columns = '', rule = '', ...rows] = table(COLUMNS, (folded ? troubled : sites).map(rowOf)).split('\n');
    const overview = rows.map((row, index) => ({
        text: `${row}\n`,
        spare: index === 0 ? 0 : SPARE.row + index,
    }));
    return [
        { text: `### ${ICONS[sites[0].verdict]} ${tally(sites)}\n\n`, spare: 0 },
        ...(rows.length === 0
            ? []
            : [{ text: `${columns}\n${rule}\n`, spare: 0 }, ...overview, { text: '\n', spare: 0 }]),
        ...calm.flatMap(remarksOfHealthy),
        ...troubled.flatMap((site, rank) => body(site, rank, '####')),
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
const COLUMNS = ['', 'site', 'visitors get', 'directly', 'what it is'];
/** `2 of 40 sites are unhealthy, 1 could not be judged`. */
function tally(sites) {
    const many = (verdict) => sites.filter((site) => site.verdict === verdict).length;
    const [bad, unsure] = [many('unhealthy'), many('inconclusive')];
    if (bad + unsure === 0)
        return `All ${sites.length} sites are healthy`;
    const unjudged = `${unsure} could not be judged`;
    if (bad === 0)
        return `Of ${sites.length} sites, ${unjudged}`;
    return `${bad} of ${(0,report_words/* counted */.hS)(sites.length, 'site')} ${bad === 1 ? 'is' : 'are'} not healthy${unsure === 0 ? '' : `, ${unjudged}`}`;
}
function rowOf({ verdict, url, probes, cause, docs }) {
    const { edge, origins } = probes;
    const direct = origins.map(outcomeOf);
    return [
        ICONS[verdict],
        (0,report_escape.md)(url.replace(/^https:\/\//, '').replace(/\/$/, '')),
        edge === undefined ? '–' : (0,report_escape.md)(outcomeOf(edge)),
        direct.length === 0 ? '–' : (0,report_escape.md)([...new Set(direct)].join(', ')),
        cause === '' ? 'healthy' : markdown_parts_link(cause, docs),
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
        ...(runUrl === undefined ? [] : [markdown_parts_link(run, runUrl)]),
        `${(0,report_words/* dayOf */.kb)(at)} ${(0,report_words/* timeOfDay */.rb)(at)} UTC`,
        `origin-gate v${(0,report_escape.md)(version)}`,
    ];
    return `<sub>${parts.join(' · ')}</sub>\n`;
}

// EXTERNAL MODULE: ./lib/report/redact.js + 3 modules
var redact = __webpack_require__(3319);
// EXTERNAL MODULE: ./lib/report/report.js + 4 modules
var report = __webpack_require__(9844);
;// CONCATENATED MODULE: ./lib/report/index.js







/** Makes text of a report. Pure; each takes of the options what it knows. JSON and JUnit are never shortened. */
const RENDERERS = {
    markdown: markdownOf,
    text: textOf,
    json: jsonOf,
    junit: junitOf,
};


/***/ })

};
