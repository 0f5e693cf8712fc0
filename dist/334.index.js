export const id = 334;
export const ids = [334];
export const modules = {

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PUBLISHERS: () => (/* binding */ PUBLISHERS),
  publish: () => (/* binding */ publish),
  publishSummary: () => (/* reexport */ publishSummary),
  setOutput: () => (/* reexport */ setOutput),
  warn: () => (/* reexport */ warn)
});

// EXTERNAL MODULE: ./lib/github/publish/advice.js
var advice = __webpack_require__(9415);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __webpack_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/github/runner/toolkit.js
/**
 * What of `@actions/core` writes to the runner. Its index also brings a client of GitHub's OIDC provider, and with that all of
 * undici: time that every run would pay at its end.
 */



/** Nothing is written where the runner named no file for it. */
function setOutput(env, name, value) {
    if ((env['GITHUB_OUTPUT'] ?? '') === '')
        return;
    issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
}
function issueAnnotation(level, text, title) {
    issueCommand(level, { title }, text);
}

;// CONCATENATED MODULE: ./lib/github/publish/annotations.js



/** GitHub shows about this many characters; the rest is in the report. */
const LIMIT = 2000;
/** One for what is wrong with the worst site, with the first step to take, and one for each warning. */
function annotationsOf(report) {
    const warnings = report.warnings.map(({ id, text }) => annotation('warning', `origin-gate: ${id}`, text));
    if (report.verdict === 'healthy')
        return warnings;
    const [worst, ...others] = report.sites;
    const level = report.verdict === 'unhealthy' ? 'error' : 'warning';
    const sick = others.filter(({ verdict }) => verdict !== 'healthy').length;
    const sentences = [
        worst.summary,
        worst.remedy === null ? '' : `First: ${(0,words/* stepText */.uw)(worst.remedy.steps[0])}`,
        sick === 0 ? '' : `${sick} more ${sick === 1 ? 'site is' : 'sites are'} not healthy.`,
        `Cause: ${report.cause} (${report.confidence}).`,
    ];
    return [annotation(level, worst.headline, sentences.filter((text) => text !== '').join(' ')), ...warnings];
}
function annotate(annotations) {
    for (const { level, title, text } of annotations) {
        issueAnnotation(level, text, title);
    }
}
/** A warning of our own work, such as a comment that could not be written. It may have several lines. */
function warn(text) {
    issueAnnotation('warning', text.slice(0, LIMIT), 'origin-gate');
}
/** What a site sent may turn text around, or hide it. `@actions/core` escapes what means something to the runner. */
function annotation(level, title, text) {
    return { level, title: (0,visible/* cut */.Jj)((0,visible/* clean */.uH)(title), 200), text: (0,visible/* cut */.Jj)((0,visible/* clean */.uH)(text), LIMIT) };
}

// EXTERNAL MODULE: ./lib/github/publish/check-run.js
var check_run = __webpack_require__(5347);
// EXTERNAL MODULE: ./lib/shared/abort.js
var abort = __webpack_require__(1487);
// EXTERNAL MODULE: ./lib/github/api/api.js + 2 modules
var api_api = __webpack_require__(5751);
// EXTERNAL MODULE: ./lib/github/api/failure.js
var failure = __webpack_require__(5314);
// EXTERNAL MODULE: ./lib/github/api/retry.js
var retry = __webpack_require__(2170);
// EXTERNAL MODULE: ./lib/github/api/client.js
var client = __webpack_require__(5225);
// EXTERNAL MODULE: ./lib/github/publish/truncate.js
var truncate = __webpack_require__(8633);
// EXTERNAL MODULE: ./lib/github/publish/marker.js
var publish_marker = __webpack_require__(5017);
;// CONCATENATED MODULE: ./lib/github/publish/sticky.js





/** Characters that GitHub takes in a comment. It counts code points, of which there are never more than UTF-16 units. */
const sticky_LIMIT = 65_536;
/** Whose comments are ours when GitHub does not tell who we are. */
const ACTIONS_BOT = 'github-actions[bot]';
/**
 * Writes the one comment of this key in the thread, or brings it up to date. Throws what the API throws.
 *
 * An answer that is lost leaves open whether the comment was written. Hence nothing is sent again before another look at the
 * thread, so that there is never a second comment.
 */
async function publishComment(api, thread, draft, patience = {}) {
    return (0,retry/* retry */.L)(() => place(api, thread, draft), patience);
}
async function place(api, thread, draft) {
    const text = (0,truncate/* truncate */.x)(`${(0,publish_marker/* markerOf */.we)(draft)}\n${draft.body}`, sticky_LIMIT);
    const own = await ownComments(api, thread, draft.key, 'until-found');
    const there = await bringUpToDate({ api, thread, draft, text }, own);
    if (there !== undefined)
        return there;
    if (draft.when === 'on-failure' && draft.healthy)
        return { action: 'unwanted' };
    const made = await api.create(thread, text);
    return alone({ api, thread, draft, text }, made);
}
/** Makes the oldest of our comments say `text`. Undefined when there is none, or none any more. */
async function bringUpToDate({ api, thread, draft, text }, own) {
    const [first, ...others] = own;
    if (first === undefined)
        return undefined;
    const newer = own.find(({ marker }) => (0,publish_marker/* isNewer */.U4)(marker, draft));
    if (newer !== undefined)
        return placed('outdated', newer.comment);
    // What an earlier race, or a job that was killed in one, has left behind.
    const cleaning = others.map(({ comment }) => removed(api, thread, comment));
    try {
        // The whole text, marker and all: were a stale run left in the marker, a run in between could overwrite what is newer.
        if (normal(first.comment.body) === normal(text))
            return placed('unchanged', first.comment);
        return placed('updated', await api.update(thread, first.comment.id, text));
    }
    catch (error) {
        // Somebody deleted it since we looked.
        if ((0,failure/* failureOf */.g5)(error).kind === 'not-found')
            return undefined;
        throw error;
    }
    finally {
        await Promise.all(cleaning);
    }
}
/**
 * Jobs that ask at the same moment all find no comment, and all make one. Hence a second look: the oldest stays, and
 * whoever made another takes it back. Ids grow, so that of any two the later job sees both. What it has to say it says
 * first: a job that is older sees it in one comment or the other, and leaves it alone.
 */
async function alone(writing, made) {
    const { api, thread, draft } = writing;
    const own = await ownComments(api, thread, draft.key, 'all');
    const [first] = own;
    if (first === undefined || first.comment.id >= made.id)
        return placed('created', made);
    const there = own.some(({ marker }) => (0,publish_marker/* isNewer */.U4)(marker, draft))
        ? placed('outdated', first.comment)
        : await bringUpToDate(writing, [first]);
    // Gone since: then ours is the one that stays.
    if (there === undefined)
        return placed('created', made);
    await removed(api, thread, made);
    return there;
}
/** The next run tries again where this fails. */
async function removed(api, thread, { id }) {
    await api.remove(thread, id).catch(() => undefined);
}
/**
 * The comments with our key that we wrote ourselves, oldest first; anybody can write a marker. Later pages are read while
 * none is found, or all of them: what a race leaves behind stands close together.
 */
async function ownComments(api, thread, key, pages) {
    // Asked side by side with the first page. A token that may not ask is one of the Actions bot.
    const login = api.viewer().catch(botUnlessLost);
    // Whoever waits for it is told of its failure; the listing beside it may fail first.
    login.catch(() => undefined);
    const own = [];
    for await (const page of api.commentsOf(thread)) {
        for (const comment of page) {
            const marker = (0,publish_marker/* parseMarker */.gY)(comment.body);
            if (marker?.key === (0,publish_marker/* boundedKey */.jx)(key) && comment.author === (await login))
                own.push({ comment, marker });
        }
        if (own.length > 0 && pages === 'until-found')
            break;
    }
    return own.toSorted((a, b) => a.comment.id - b.comment.id);
}
function placed(action, { id, url }) {
    return { action, id, url };
}
/** GitHub trims what it stores, and may give line ends back as CRLF. */
function normal(body) {
    return body.replaceAll('\r\n', '\n').trim();
}
/** A token of the Actions app may not ask who it is. Any other failure says nothing, and a guess would make a second comment. */
function botUnlessLost(error) {
    if (error instanceof client/* UnexpectedAnswer */.M7)
        return ACTIONS_BOT; // An answer, and it names nobody.
    const { kind } = (0,failure/* failureOf */.g5)(error);
    if (kind === 'lost' || kind === 'rate-limited')
        throw error;
    return ACTIONS_BOT;
}

// EXTERNAL MODULE: ./lib/github/publish/thread.js
var thread = __webpack_require__(6715);
;// CONCATENATED MODULE: ./lib/github/publish/comment.js







/** Writes the sticky comment, or says in a warning why there is none. Never throws. */
async function commentOn(announced, { healthy, body }, patience) {
    const { event, config } = announced;
    let thread;
    if (config.comment === 'never')
        return { action: 'unwanted' };
    try {
        const api = await (0,api_api/* connect */.N)(event, config.githubToken, patience.signal);
        const choice = await (0,abort/* orAborted */.H)(choiceOf(api, announced, patience), patience.signal);
        if (choice.thread === undefined)
            return choice;
        thread = choice.thread;
        const { runId, runAttempt: attempt } = event;
        const draft = { key: config.commentKey, runId, attempt, body, when: config.comment, healthy };
        return await publishComment({ ...api, viewer: viewerOf(api, announced) }, thread, draft, patience);
    }
    catch (error) {
        if (patience.signal.aborted)
            return { warning: advice/* LATE */.XR.comment };
        return {
            warning: (0,advice/* adviceOn */.ik)((0,failure/* failureOf */.g5)(error), announced, thread ?? { kind: 'commit', sha: event.headSha }),
        };
    }
}
// What was asked in advance is asked again only where that failed.
async function choiceOf(api, { located, config, comment }, patience) {
    const event = await located;
    const asked = () => (0,retry/* retry */.L)(() => (0,thread/* threadOf */.u)(api, event, config), patience);
    return comment === undefined ? asked() : comment.choice.catch(asked);
}
function viewerOf(api, { comment }) {
    return () => (comment === undefined ? api.viewer() : comment.login.catch(() => api.viewer()));
}

// EXTERNAL MODULE: ./lib/github/publish/deployment.js
var deployment = __webpack_require__(3472);
// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
;// CONCATENATED MODULE: ./lib/github/publish/summary.js



/** Bytes that GitHub takes from one step. It drops a larger summary as a whole. */
const summary_LIMIT = 1024 * 1024;
/** Appends Markdown to the summary of the job. Returns a warning when that fails. */
async function publishSummary(markdown) {
    try {
        await summary.addRaw((0,truncate/* truncateToBytes */.L)(markdown, summary_LIMIT - 1), true).write();
        return undefined;
    }
    catch (error) {
        summary.emptyBuffer();
        const code = (0,errors/* errorCode */.C)(error);
        const reason = code !== undefined
            ? `the file of GITHUB_STEP_SUMMARY refused it (${code})`
            : 'GITHUB_STEP_SUMMARY is not set';
        return `The verdict stands, but no job summary was written: ${reason}.`;
    }
}

;// CONCATENATED MODULE: ./lib/github/index.js









/** Each puts the report in one place. None throws. */
const PUBLISHERS = {
    async annotations({ report }) {
        annotate(annotationsOf(report));
        return {};
    },
    async summary({ config, markdown }) {
        if (!config.jobSummary)
            return {};
        return { warning: await publishSummary(markdown.summary) };
    },
    async comment({ inProgress, markdown, report }, patience) {
        if (inProgress?.comment === undefined)
            return {};
        const healthy = report.verdict === 'healthy';
        const outcome = await commentOn(inProgress, { healthy, body: markdown.comment }, patience);
        return 'warning' in outcome ? outcome : { placed: outcome };
    },
    async checkRun({ inProgress, markdown, report, failed }, patience) {
        return {
            warning: await (0,check_run/* publishCheck */.kr)(inProgress, { report, markdown: markdown.comment, failed }, patience),
        };
    },
    async deploymentStatus({ inProgress, report, failed }, patience) {
        return { warning: await (0,deployment/* publishStatus */.G1)(inProgress, { report, failed }, patience) };
    },
};
/** Publishes everywhere at the same time. Bounded in time, never throws. The outputs are left to the caller, who has them all then. */
async function publish(job, { limit = 20_000, settle = 1000, signal } = {}) {
    const deadline = AbortSignal.timeout(limit);
    const ends = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    const patience = { settle, longest: limit, signal: ends };
    const publishers = Object.values(PUBLISHERS);
    const all = await Promise.all(publishers.map((publisher) => publisher(job, patience)));
    const placed = all.find((part) => part.placed !== undefined)?.placed;
    const tokenless = job.inProgress?.config.githubToken === '';
    return {
        commentId: placed !== undefined && 'id' in placed ? String(placed.id) : '',
        commentUrl: placed !== undefined && 'id' in placed ? placed.url : '',
        commentAction: placed?.action ?? '',
        warnings: [...(tokenless ? [advice/* TOKENLESS */.Bj] : []), ...all.flatMap(({ warning }) => warning ?? [])],
    };
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ hopMark),
/* harmony export */   $w: () => (/* binding */ distinguishWords),
/* harmony export */   H1: () => (/* binding */ OWNERS),
/* harmony export */   Ln: () => (/* binding */ hopWords),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   YL: () => (/* binding */ does),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   fE: () => (/* binding */ docsOf),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   m_: () => (/* binding */ briefly),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   uw: () => (/* binding */ stepText),
/* harmony export */   y2: () => (/* binding */ FAULTS),
/* harmony export */   z4: () => (/* binding */ SEEN_FROM)
/* harmony export */ });
/** Read without color, in a table and in a strip of looks. */
const MARKS = { healthy: '✓', unhealthy: '✗', inconclusive: '?' };
const JOINT_MARKS = { ok: '✓', broken: '✗', unknown: '?' };
/** Which side a clue was seen from. */
const SEEN_FROM = {
    edge: 'through Cloudflare',
    origin: 'directly',
    trace: 'Cloudflare itself',
    dns: 'DNS',
    certificate: 'certificate',
    zone: "Cloudflare's API",
    status: "Cloudflare's status page",
};
/** Whose problem it is: completes "It lies …". */
const OWNERS = {
    origin: 'at the origin, not at Cloudflare',
    certificate: "in the origin's certificate, not at Cloudflare",
    dns: 'in the DNS records, not at the origin',
    firewall: 'in the firewall in front of the origin',
    cloudflare: 'at Cloudflare, not at the origin',
    'cloudflare-settings': 'in a setting at Cloudflare',
    deploy: 'in the deploy',
    runner: 'on this runner, not at the site',
    unknown: 'somewhere that is not known yet',
};
/** What is wrong with a certificate: completes "certificate …". */
const FAULTS = {
    expired: 'expired',
    'not-yet-valid': 'not valid yet',
    'name-mismatch': 'for another name',
    untrusted: 'not trusted',
    'chain-incomplete': 'without its intermediate',
};
const PHASES = {
    resolve: 'DNS',
    connect: 'TCP',
    tls: 'TLS',
    processing: 'first byte',
    transfer: 'transfer',
};
/** How an exchange ended, in two to five words, for tables and the path. */
function briefly({ phase, reason, code }) {
    switch (reason) {
        case 'unresolved':
            return 'name does not resolve';
        case 'refused':
            return 'connection refused';
        case 'unreachable':
            return 'no route';
        case 'timeout':
            return {
                resolve: 'DNS timed out',
                connect: 'connection timed out',
                tls: 'TLS timed out',
                processing: 'accepts, then stays silent',
                transfer: 'answer never ends',
            }[phase];
        case 'reset':
            return 'connection reset';
        case 'closed':
            return phase === 'processing' ? 'closed without an answer' : 'closed too soon';
        case 'untrusted':
            return 'certificate not trusted';
        case 'protocol':
            return phase === 'tls' ? 'TLS handshake failed' : 'not valid HTTP';
        case 'proxy':
            return "stopped by the runner's proxy";
        case 'other':
            return code === '' ? 'failed' : `failed: ${code}`;
        default:
            return reason;
    }
}
/** What a server does, as the verb of a sentence: "the origin …". */
function does({ phase, reason, code }, port) {
    switch (reason) {
        case 'unresolved':
            return 'cannot be found: its name does not resolve';
        case 'refused':
            return `refuses the connection on port ${port}`;
        case 'unreachable':
            return 'cannot be reached: the network knows no way there';
        case 'timeout':
            return {
                resolve: 'cannot be found: the DNS does not answer in time',
                connect: `does not answer the connection on port ${port}`,
                tls: 'accepts the connection, then stays silent in the TLS handshake',
                processing: 'takes the request, then stays silent',
                transfer: 'begins an answer and never ends it',
            }[phase];
        case 'reset':
            return `resets the connection ${WHEN[phase]}`;
        case 'closed':
            return `closes the connection ${WHEN[phase]}`;
        case 'untrusted':
            return 'shows a certificate that is not trusted';
        case 'protocol':
            return phase === 'tls' ? `does not speak proper TLS on port ${port}` : 'does not answer in valid HTTP';
        case 'proxy':
            return "was not looked at: this runner's own proxy does not let the check through";
        case 'other':
            return code === '' ? 'fails' : `fails with ${code}`;
        default:
            return reason;
    }
}
const WHEN = {
    resolve: 'at once',
    connect: 'at once',
    tls: 'in the TLS handshake',
    processing: 'without an answer',
    transfer: 'in the middle of its answer',
};
/** `14:03:07`, from ISO 8601 in UTC. */
function timeOfDay(iso) {
    return iso.slice(11, 19);
}
/** `2026-11-23`. */
function dayOf(iso) {
    return iso.slice(0, 10);
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** What would tell two causes apart, to go on after a sentence. */
function distinguishWords(told) {
    return told === '' ? '' : ` To tell: ${told.replace(/[.\s]+$/, '')}.`;
}
/** This product's page on a cause. */
function docsOf(cause) {
    return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`;
}
function hopMark({ state }) {
    return JOINT_MARKS[state];
}
/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the way, needs no mark. */
function hopWords({ name, state, detail }, index) {
    if (index === 0 && state === 'ok')
        return name;
    const words = state === 'ok' ? [name, detail, JOINT_MARKS.ok] : [name, JOINT_MARKS[state], detail];
    return words.filter((word) => word !== '').join(' ');
}
function stepText({ action, details }) {
    return action + details;
}


/***/ })

};
