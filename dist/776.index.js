export const id = 776;
export const ids = [776,334];
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
// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
// EXTERNAL MODULE: ./lib/report/prose.js
var prose = __webpack_require__(5169);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
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
 * The parts of `@actions/core` that write to the runner. Its index also loads an OIDC client and all of undici, which
 * would slow every run. The package exports only its index, and Node allows no `imports` alias into `node_modules`:
 * hence the paths.
 */



/** Writes nothing if the runner has no output file. */
function setOutput(env, name, value) {
    if ((env['GITHUB_OUTPUT'] ?? '') === '')
        return;
    issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
}
function issueAnnotation(level, text, title) {
    issueCommand(level, { title }, text);
}

;// CONCATENATED MODULE: ./lib/github/publish/annotations.js





/** Characters. GitHub shows about this many; the report has the rest. */
const MAX_TEXT = 2000;
/** One annotation for the worst site, with its first step, and one for each warning. */
function annotationsOf(report) {
    const warnings = report.warnings.map(({ id, text }) => annotation('warning', `origin-gate: ${id}`, text));
    if (report.verdict === 'healthy')
        return warnings;
    const [worst, ...others] = report.sites;
    const level = report.verdict === 'unhealthy' ? 'error' : 'warning';
    const failing = others.filter(({ verdict }) => verdict !== 'healthy').length;
    const sentences = [
        (0,prose/* plainText */.wh)(worst.summary),
        worst.remedy === null ? '' : `First: ${(0,words/* stepText */.uw)(worst.remedy.steps[0])}`,
        failing === 0 ? '' : `${(0,shared_text/* plural */.LS)(failing, 'more site is', 'more sites are')} not healthy.`,
        `Cause: ${report.cause} (${report.confidence}).`,
    ];
    return [annotation(level, worst.headline, sentences.filter((text) => text !== '').join(' ')), ...warnings];
}
function annotate(annotations) {
    for (const { level, title, text } of annotations) {
        issueAnnotation(level, text, title);
    }
}
/** Warns about our own work, such as a comment that could not be written. The text may have several lines. */
function warn(text) {
    issueAnnotation('warning', text.slice(0, MAX_TEXT), 'origin-gate');
}
/** Removes what a site could use to hide or reverse text. `@actions/core` escapes what the runner would interpret. */
function annotation(level, title, text) {
    return { level, title: (0,visible/* cut */.Jj)((0,visible/* clean */.uH)(title), 200), text: (0,visible/* cut */.Jj)((0,visible/* clean */.uH)(text), MAX_TEXT) };
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
// EXTERNAL MODULE: ./lib/github/publish/marker.js
var publish_marker = __webpack_require__(5017);
// EXTERNAL MODULE: ./lib/github/publish/truncate.js
var truncate = __webpack_require__(8633);
;// CONCATENATED MODULE: ./lib/github/publish/sticky.js





/** GitHub's limit on a comment counts code points. There are never more of them than UTF-16 units. */
const MAX_COMMENT = 65_536;
/** The author of our comments when the token can't read its own login. */
const ACTIONS_BOT = 'github-actions[bot]';
/**
 * Creates or updates the one comment with this key in the thread. Throws what the API throws.
 *
 * When a response is lost, the comment may have been written. So each attempt lists the thread again before it
 * writes, and there is never a second comment.
 */
async function writeStickyComment(api, thread, draft, options = {}) {
    return (0,retry/* retry */.L)(() => createOrUpdate(api, thread, draft), options);
}
async function createOrUpdate(api, thread, draft) {
    const text = (0,truncate/* truncate */.x)(`${(0,publish_marker/* markerOf */.we)(draft)}\n${draft.body}`, MAX_COMMENT);
    const own = await ownComments(api, thread, draft.key, 'until-found');
    const updated = await updateFirst({ api, thread, draft, text }, own);
    if (updated !== undefined)
        return updated;
    if (draft.when === 'on-failure' && draft.healthy)
        return { action: 'unwanted' };
    const created = await api.createComment(thread, text);
    return resolveRace({ api, thread, draft, text }, created);
}
/** Updates the oldest of our comments. Undefined when there is none, or none any more. */
async function updateFirst({ api, thread, draft, text }, own) {
    const [first, ...others] = own;
    if (first === undefined)
        return undefined;
    const newer = own.find(({ marker }) => (0,publish_marker/* isNewer */.U4)(marker, draft));
    if (newer !== undefined)
        return resultOf('outdated', newer.comment);
    // Duplicates from an earlier race, or from a job that was killed during one.
    const deletions = others.map(({ comment }) => deleteComment(api, thread, comment));
    try {
        // The whole text, including the marker. With a stale run in the marker, an older run could overwrite a newer one.
        if (normalized(first.comment.body) === normalized(text))
            return resultOf('unchanged', first.comment);
        return resultOf('updated', await api.updateComment(thread, first.comment.id, text));
    }
    catch (error) {
        // The comment was deleted after we listed it.
        if ((0,failure/* classifyError */.fe)(error).kind === 'not-found')
            return undefined;
        throw error;
    }
    finally {
        await Promise.all(deletions);
    }
}
/**
 * Jobs that list the thread at the same moment all find no comment, and all create one. So we list again: the oldest
 * comment stays, and each later job deletes its own. Ids grow, so of any two jobs the later one sees both comments. It
 * first updates the oldest comment and then deletes its own, so that an older job always sees the newer text.
 */
async function resolveRace(write, created) {
    const { api, thread, draft } = write;
    const own = await ownComments(api, thread, draft.key, 'all');
    const [first] = own;
    if (first === undefined || first.comment.id >= created.id)
        return resultOf('created', created);
    const result = own.some(({ marker }) => (0,publish_marker/* isNewer */.U4)(marker, draft))
        ? resultOf('outdated', first.comment)
        : await updateFirst(write, [first]);
    // The oldest comment is gone, so ours stays.
    if (result === undefined)
        return resultOf('created', created);
    await deleteComment(api, thread, created);
    return result;
}
/** If this fails, the next run tries again. */
async function deleteComment(api, thread, { id }) {
    await api.deleteComment(thread, id).catch(() => undefined);
}
/**
 * The comments with our key, oldest first. Anyone can write a marker, so only those of our own login count.
 * `until-found` stops at the first page with one: the duplicates of a race are close together.
 */
async function ownComments(api, thread, key, pages) {
    // In parallel with the first page.
    const login = api.viewer().catch(botUnlessLost);
    // Awaited below, but listing the comments may fail first.
    login.catch(() => undefined);
    const own = [];
    for await (const page of api.listComments(thread)) {
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
function resultOf(action, { id, url }) {
    return { action, id, url };
}
/** GitHub trims comments and may return line ends as CRLF. */
function normalized(body) {
    return body.replaceAll('\r\n', '\n').trim();
}
/**
 * A token of the Actions app can't read its own login. Any other failure proves nothing, and a wrong guess would
 * create a second comment.
 */
function botUnlessLost(error) {
    if (error instanceof client/* UnexpectedResponse */.xA)
        return ACTIONS_BOT; // A response without a login.
    const { kind } = (0,failure/* classifyError */.fe)(error);
    if (kind === 'lost' || kind === 'rate-limited')
        throw error;
    return ACTIONS_BOT;
}

// EXTERNAL MODULE: ./lib/github/publish/thread.js
var thread = __webpack_require__(6715);
;// CONCATENATED MODULE: ./lib/github/publish/comment.js







/** Writes the sticky comment, or returns a warning that says why there is none. Never throws. */
async function publishComment(inProgress, { healthy, body }, options) {
    const { event, config } = inProgress;
    let thread;
    if (config.comment === 'never')
        return { action: 'unwanted' };
    try {
        const api = await (0,api_api/* createApi */.x)(event, config.githubToken, options.signal);
        const choice = await (0,abort/* orAborted */.H)(threadChoice(api, inProgress, options), options.signal);
        if (choice.thread === undefined)
            return choice;
        thread = choice.thread;
        const { runId, runAttempt: attempt } = event;
        const draft = { key: config.commentKey, runId, attempt, body, when: config.comment, healthy };
        return await writeStickyComment({ ...api, viewer: viewerOf(api, inProgress) }, thread, draft, options);
    }
    catch (error) {
        if (options.signal.aborted)
            return { warning: advice/* TIMEOUT_WARNINGS */.wz.comment };
        const destination = thread ?? { kind: 'commit', sha: event.headSha };
        return { warning: (0,advice/* failureWarning */.Fp)((0,failure/* classifyError */.fe)(error), inProgress, destination) };
    }
}
// What was requested in advance is requested again only if that failed.
async function threadChoice(api, { located, config, comment }, options) {
    const event = await located;
    const choose = () => (0,retry/* retry */.L)(() => (0,thread/* chooseThread */.O)(api, event, config), options);
    return comment === undefined ? choose() : comment.choice.catch(choose);
}
function viewerOf(api, { comment }) {
    return () => (comment === undefined ? api.viewer() : comment.login.catch(() => api.viewer()));
}

// EXTERNAL MODULE: ./lib/github/publish/deployment.js
var deployment = __webpack_require__(3472);
// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
;// CONCATENATED MODULE: ./lib/github/publish/summary.js



/** Bytes that GitHub accepts from one step. It discards a larger summary completely. */
const MAX_SUMMARY = 1024 * 1024;
/** Appends Markdown to the job summary. Returns a warning if that fails. */
async function publishSummary(markdown) {
    try {
        await summary.addRaw((0,truncate/* truncateToBytes */.L)(markdown, MAX_SUMMARY - 1), true).write();
        return undefined;
    }
    catch (error) {
        summary.emptyBuffer();
        const code = (0,errors/* errorCode */.C)(error);
        const reason = code === undefined
            ? 'GITHUB_STEP_SUMMARY is not set'
            : `the file that GITHUB_STEP_SUMMARY names cannot be written (${code})`;
        return `The verdict stands, but the job summary could not be written: ${reason}.`;
    }
}

;// CONCATENATED MODULE: ./lib/github/index.js









/** Each publishes the report in one place. None throws. */
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
    async comment({ inProgress, markdown, report }, options) {
        if (inProgress?.comment === undefined)
            return {};
        const healthy = report.verdict === 'healthy';
        const result = await publishComment(inProgress, { healthy, body: markdown.comment }, options);
        return 'warning' in result ? result : { comment: result };
    },
    async checkRun({ inProgress, markdown, report, failed }, options) {
        const job = { report, markdown: markdown.comment, failed };
        return { warning: await (0,check_run/* publishCheck */.kr)(inProgress, job, options) };
    },
    async deploymentStatus({ inProgress, report, failed }, options) {
        return { warning: await (0,deployment/* publishStatus */.G1)(inProgress, { report, failed }, options) };
    },
};
/** Runs all publishers in parallel. Takes at most `limit`; never throws. The caller writes the outputs. */
async function publish(publication, { limit = 20_000, settle = 1000, signal } = {}) {
    const timeout = AbortSignal.timeout(limit);
    const options = {
        settle,
        limit,
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    };
    const publishers = Object.values(PUBLISHERS);
    const results = await Promise.all(publishers.map((publisher) => publisher(publication, options)));
    const comment = results.find((result) => result.comment !== undefined)?.comment;
    const noToken = publication.inProgress?.config.githubToken === '';
    return {
        commentId: comment !== undefined && 'id' in comment ? String(comment.id) : '',
        commentUrl: comment !== undefined && 'id' in comment ? comment.url : '',
        commentAction: comment?.action ?? '',
        warnings: [...(noToken ? [advice/* NO_TOKEN_WARNING */.ru] : []), ...results.flatMap(({ warning }) => warning ?? [])],
    };
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ joinSentences),
/* harmony export */   Qf: () => (/* binding */ betweenSpaces),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
function plain(text) {
    return { text };
}
function strong(text) {
    return { text, strong: true };
}
/** For places without bold. */
function plainText(prose) {
    return prose.map(({ text }) => text).join('');
}
/** Sentences one after the other, a space apart. */
function joinSentences(sentences) {
    return sentences
        .filter((sentence) => sentence.length > 0)
        .flatMap((sentence, index) => (index === 0 ? sentence : [plain(' ')].concat(sentence)));
}
/** Renders a text without the spaces at its ends, and puts them back: they separate it from its neighbors. */
function betweenSpaces(text, render) {
    const inner = text.trim();
    if (inner === '')
        return text;
    const start = text.indexOf(inner);
    return text.slice(0, start) + render(inner) + text.slice(start + inner.length);
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
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   fE: () => (/* binding */ docsOf),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   u9: () => (/* binding */ tlsVersion),
/* harmony export */   uw: () => (/* binding */ stepText),
/* harmony export */   y2: () => (/* binding */ FAULTS),
/* harmony export */   z4: () => (/* binding */ SEEN_FROM)
/* harmony export */ });
/** Readable without color, in a table and in a strip of rounds. */
const MARKS = { healthy: '✓', unhealthy: '✗', inconclusive: '?' };
const HOP_MARKS = { ok: '✓', broken: '✗', unknown: '?' };
/** Where a clue was observed. */
const SEEN_FROM = {
    edge: 'Through Cloudflare',
    origin: 'Direct',
    trace: 'Cloudflare',
    dns: 'DNS',
    certificate: 'Certificate',
    zone: 'Cloudflare API',
    status: 'Cloudflare status page',
};
/** Where the problem is, by who has to act. */
const OWNERS = {
    origin: 'at the origin, not at Cloudflare',
    certificate: "in the origin's certificate, not at Cloudflare",
    dns: 'in the DNS records, not at the origin',
    firewall: 'in the firewall in front of the origin',
    cloudflare: 'at Cloudflare, not at the origin',
    'cloudflare-settings': 'in a Cloudflare setting',
    deploy: 'in the deployment',
    runner: 'on this runner, not at the site',
    unknown: 'unknown',
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
/** How to confirm that another cause fits, with a space in front; empty when unknown. */
function distinguishWords(distinguishedBy) {
    return distinguishedBy === '' ? '' : ` To confirm: ${distinguishedBy}`;
}
/** The page of a cause in our docs. */
function docsOf(cause) {
    return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`;
}
/** `TLS 1.3`, from OpenSSL's name of the version. */
function tlsVersion(protocol) {
    return protocol.replace(/^TLSv/, 'TLS ');
}
function hopMark({ state }) {
    return HOP_MARKS[state];
}
/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the path, has no mark. */
function hopWords({ name, state, detail }, index) {
    if (index === 0 && state === 'ok')
        return name;
    const words = state === 'ok' ? [name, detail, HOP_MARKS.ok] : [name, HOP_MARKS[state], detail];
    return words.filter((word) => word !== '').join(' ');
}
function stepText({ action, details }) {
    return action + details;
}


/***/ }),

/***/ 6776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishOutputs: () => (/* binding */ publishOutputs)
/* harmony export */ });
/* harmony import */ var _github_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5334);

function publishOutputs(env, report, written) {
    for (const [name, value] of Object.entries(outputsOf(report, written)))
        (0,_github_index_js__WEBPACK_IMPORTED_MODULE_0__.setOutput)(env, name, value);
}
/** Status codes, Ray ID and data center come from the worst site's last check, and from the first of its origins. */
function outputsOf(report, written) {
    const { edge, origins } = report.sites[0].probes;
    return {
        verdict: report.verdict,
        cause: report.cause,
        category: report.category,
        confidence: report.confidence,
        trend: report.trend,
        warnings: String(report.warnings.length),
        'edge-status': statusOf(edge),
        'origin-status': statusOf(origins[0]),
        'ray-id': tokenOrEmpty(edge?.rayId),
        colo: tokenOrEmpty(edge?.colo),
        report: written.report,
        'comment-id': written.commentId,
        'comment-url': written.commentUrl,
        // Last: if anything above fails, `promote` stays false.
        promote: String(report.promote && report.verdict === 'healthy'),
    };
}
function statusOf(probe) {
    return probe?.status === undefined ? '' : String(probe.status);
}
/** Workflows paste outputs into shell scripts, and a site can send anything: only letters, digits and hyphens pass. */
function tokenOrEmpty(text) {
    return text !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(text) ? text : '';
}


/***/ })

};
