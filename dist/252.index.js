export const id = 252;
export const ids = [252];
export const modules = {

/***/ 7252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/config/inputs/command-flags.js
const path = {
    default: '',
    fallback: '',
    shells: 'both',
    secret: false,
    takes: 'value',
    scope: 'run',
    placeholder: 'PATH',
};
/** Flags that only the command has. */
const COMMAND_FLAGS = [
    {
        ...path,
        name: 'record',
        description: "Write the evidence to this file, for a bug report or a test. It contains no secret and no origin address, but the pages' contents.",
    },
    {
        ...path,
        name: 'replay',
        description: 'Judge the evidence of an earlier `--record` without any request. No URL is needed.',
    },
];

// EXTERNAL MODULE: ./lib/config/files/pem-files.js
var pem_files = __webpack_require__(6178);
// EXTERNAL MODULE: ./lib/config/inputs/inputs.js
var inputs = __webpack_require__(8257);
// EXTERNAL MODULE: ./lib/config/parser/did-you-mean.js
var did_you_mean = __webpack_require__(8369);
// EXTERNAL MODULE: ./lib/config/parser/problems.js
var problems = __webpack_require__(9770);
;// CONCATENATED MODULE: ./lib/config/command/flags.js






const ROWS = [...inputs/* INPUTS */.m, ...COMMAND_FLAGS];
const NAMES = [...ROWS.filter((row) => row.shells === 'both').map((row) => row.name), 'help', 'version'];
const OPTIONS = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'V' },
    ...Object.fromEntries(ROWS.map((row) => [row.name, { type: row.takes === 'switch' ? 'boolean' : 'string', multiple: true }])),
};
/**
 * Parses the command's arguments, without the interpreter and the script. Positional arguments are URLs. A repeated
 * list flag adds items; of any other repeated flag, the last one counts.
 */
function parseFlags(args) {
    // Strict parsing throws on the first error. The tokens contain all of them.
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS, strict: false, tokens: true });
    const given = new Map();
    const problems = [];
    for (const token of tokens) {
        if (token.kind === 'option-terminator')
            continue;
        const name = token.kind === 'positional' ? 'url' : token.name;
        const row = ROWS.find((row) => row.name === name);
        if (token.kind === 'option') {
            const problem = problemOf(token, row);
            if (problem !== undefined)
                problems.push(problem);
        }
        const value = token.value ?? 'true';
        const earlier = row?.takes === 'list' ? given.get(name) : undefined;
        given.set(name, earlier === undefined ? value : `${earlier}\n${value}`);
    }
    if (given.has('help'))
        return { kind: 'help' };
    if (given.has('version'))
        return { kind: 'version' };
    const read = {
        input: (name) => given.get(name) ?? '',
        commandFlag: (name) => given.get(name) ?? '',
    };
    return problems.length > 0 ? { kind: 'refused', problems, ...read } : { kind: 'run', ...read };
}
function problemOf({ name, rawName, value, inlineValue }, row) {
    const flag = (0,problems/* printable */.g$)(rawName, []);
    const problem = (text) => ({ input: name, text: `\`${flag}\` ${text}` });
    if (row === undefined) {
        if (name === 'help' || name === 'version') {
            return value === undefined ? undefined : problem('takes no value.');
        }
        const meant = (0,did_you_mean/* didYouMean */.a)(name, NAMES);
        const guess = (0,problems/* didYouMeanText */.ni)(meant === undefined ? undefined : `--${meant}`);
        return problem(`is not a known flag. \`--help\` lists all flags.${guess}`);
    }
    if (row.shells === 'action')
        return problem('works only in the Action. Remove it from the command.');
    if (row.takes === 'switch')
        return undefined;
    // A value that starts with a dash is probably the next flag, unless it follows `=` or is PEM text.
    if (value === undefined || (inlineValue !== true && value.startsWith('-') && !(0,pem_files/* isPem */.X3)(value))) {
        return problem(`has no value. Use \`${flag} ${row.placeholder}\`.`);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
;// CONCATENATED MODULE: ./lib/config/command/help.js



const WIDTH = 80;
const INDENT = '      ';
const PURPOSE = 'Requests a site through Cloudflare and directly from its origin, and names the cause when it returns 502 or 52x.';
/** The text of `--help`, at most 80 columns wide. Ends with a line break. */
function helpText() {
    const rows = [...inputs/* INPUTS */.m, ...COMMAND_FLAGS];
    const options = rows.filter((row) => row.shells === 'both').map(optionText);
    return `${[
        'Usage: origin-gate [options] URL...',
        '',
        ...(0,shared_text/* wrap */.LV)(PURPOSE, WIDTH, ''),
        '',
        'Options:',
        ...options,
        '  -h, --help',
        `${INDENT}Print this text.`,
        '  -V, --version',
        `${INDENT}Print the version.`,
        '',
        ...(0,shared_text/* wrap */.LV)('Lists take one item per line, and their flags can be repeated.', WIDTH, ''),
        ...(0,shared_text/* wrap */.LV)('Durations are 500ms, 10s, 2m, 1h or a whole number of seconds.', WIDTH, ''),
        '',
        'Exit codes: 0 healthy, or not in --fail-on; 1 failed by --fail-on; 2 the check',
        'could not run.',
    ].join('\n')}\n`;
}
function optionText(row) {
    const flag = `  --${row.name} ${row.placeholder}`.trimEnd();
    const fallback = row.default === '' ? row.fallback : row.default;
    const usual = row.takes === 'switch' || fallback === '' ? '' : ` Default: ${fallback}.`;
    return [flag, ...(0,shared_text/* wrap */.LV)(`${row.description}${usual}`.replaceAll('`', ''), WIDTH, INDENT)].join('\n');
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/shell/files.js
var shell_files = __webpack_require__(97);
// EXTERNAL MODULE: ./lib/shell/process.js
var shell_process = __webpack_require__(6379);
;// CONCATENATED MODULE: ./lib/shell/cli.js





const COMMAND = { shell: 'cli', defaultCommentKey: '', defaultReport: '' };
/**
 * Runs the command. Returns its exit code: 0 healthy or not in `fail-on`, 1 failed by `fail-on`, 2 the check could
 * not run.
 */
async function run() {
    const flags = parseFlags(process.argv.slice(2));
    switch (flags.kind) {
        case 'help':
            process.stdout.write(helpText());
            return 0;
        case 'version':
            process.stdout.write(`origin-gate ${version/* VERSION */.x}\n`);
            return 0;
        case 'refused':
            return runWith(flags, flags.problems);
        case 'run':
            return runWith(flags, []);
        default:
            return flags;
    }
}
/** Checks the sites, or replays a recording. `flagProblems` are reported together with all others. */
async function runWith({ input, commandFlag }, flagProblems) {
    if (commandFlag('replay') === '')
        return check(input, commandFlag('record'), flagProblems);
    const recording = await (0,shell_files/* readRecording */.SS)(commandFlag('replay'));
    const problems = [
        ...flagProblems,
        ...(commandFlag('record') === '' ? [] : [problem('record', 'needs a check, and `--replay` makes none')]),
    ];
    return typeof recording === 'string'
        ? reject([...problems, problem('replay', recording)])
        : replay(recording, input, problems);
}
function problem(flag, fault) {
    return { input: flag, text: `\`--${flag}\` ${fault}.` };
}
/** Judges a recording again and prints the report. */
async function replay(recording, input, flagProblems) {
    const { parseConfig } = await __webpack_require__.e(/* import() */ 342).then(__webpack_require__.bind(__webpack_require__, 2342));
    const { NO_FILES } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6178));
    const [{ site }] = recording.sites;
    const parsed = parseConfig((name) => (name === 'url' ? site.url : input(name)), {
        ...COMMAND,
        files: NO_FILES,
    });
    const problems = [...flagProblems, ...(parsed.ok ? [] : parsed.problems)];
    if (!parsed.ok || problems.length > 0)
        return reject(problems);
    const { config } = parsed;
    const { replayed } = await Promise.all(/* import() */[__webpack_require__.e(646), __webpack_require__.e(169), __webpack_require__.e(947), __webpack_require__.e(295)]).then(__webpack_require__.bind(__webpack_require__, 6008));
    try {
        const earlier = await (0,shell_files/* readBaseline */.mF)(config.baseline);
        const report = replayed(recording, { ...config, ...(earlier !== undefined && { earlier }) });
        return await printReport(report, config);
    }
    catch (error) {
        return crashed(error);
    }
}
async function check(input, record, flagProblems) {
    const { parseConfig } = await __webpack_require__.e(/* import() */ 342).then(__webpack_require__.bind(__webpack_require__, 2342));
    const { problemsOfReportPaths } = await __webpack_require__.e(/* import() */ 708).then(__webpack_require__.bind(__webpack_require__, 4708));
    const { referencedFiles } = await __webpack_require__.e(/* import() */ 535).then(__webpack_require__.bind(__webpack_require__, 535));
    const files = await referencedFiles(input);
    const parsed = parseConfig(input, { ...COMMAND, ...files });
    const paths = await problemsOfReportPaths({ report: input('report'), junit: input('junit'), record });
    const problems = [...flagProblems, ...(parsed.ok ? [] : parsed.problems), ...paths];
    if (!parsed.ok || problems.length > 0)
        return reject(problems);
    const { config } = parsed;
    const [{ runChecks }, { networkOf }, { labWarning }, { systemClock }, { progressPrinter }, { recordingOf },] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(646), __webpack_require__.e(169), __webpack_require__.e(947), __webpack_require__.e(964), __webpack_require__.e(493)]).then(__webpack_require__.bind(__webpack_require__, 8964)),
        __webpack_require__.e(/* import() */ 158).then(__webpack_require__.bind(__webpack_require__, 8158)),
        __webpack_require__.e(/* import() */ 388).then(__webpack_require__.bind(__webpack_require__, 9388)),
        __webpack_require__.e(/* import() */ 489).then(__webpack_require__.bind(__webpack_require__, 1489)),
        Promise.all(/* import() */[__webpack_require__.e(646), __webpack_require__.e(481)]).then(__webpack_require__.bind(__webpack_require__, 355)),
        Promise.all(/* import() */[__webpack_require__.e(169), __webpack_require__.e(870)]).then(__webpack_require__.bind(__webpack_require__, 9503)),
    ]);
    const signal = (0,shell_process/* cancelSignal */.Bj)();
    const warning = labWarning(process.env);
    if (warning !== undefined)
        printError(warning);
    const { stderr } = process;
    const progress = progressPrinter(config.sites.length, stderr.isTTY ? { screen: stderr } : { print: printError });
    const tokens = [config.publish.githubToken];
    try {
        const network = await networkOf(process.env);
        const report = await runChecks(config, {
            network,
            clock: systemClock,
            signal,
            onAddresses: () => undefined,
            onProgress: progress.print,
            readBaseline: () => (0,shell_files/* readBaseline */.mF)(config.baseline),
            ...(record !== '' && {
                onFinished: (finished) => write('recording', record, JSON.stringify(recordingOf(finished, { ...config, tokens }), null, 2)),
            }),
        });
        progress.end();
        const code = await printReport(report, config);
        return signal.aborted ? cancelled(network) : code;
    }
    catch (error) {
        return crashed(error);
    }
    finally {
        progress.end();
    }
}
/** Prints the report and writes its files. Returns the exit code. */
async function printReport(report, config) {
    const [{ RENDERERS }, { failsBy }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(646), __webpack_require__.e(169), __webpack_require__.e(947), __webpack_require__.e(389), __webpack_require__.e(684)]).then(__webpack_require__.bind(__webpack_require__, 7770)),
        __webpack_require__.e(/* import() */ 293).then(__webpack_require__.bind(__webpack_require__, 6293)),
    ]);
    const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
    const width = Math.min(process.stdout.columns ?? 100, 100);
    process.stdout.write(`${RENDERERS.text(report, { color, width })}\n`);
    write('JSON report', config.report, RENDERERS.json(report));
    write('JUnit report', config.junit, RENDERERS.junit(report));
    return failsBy(config.failOn, report) ? 1 : 0;
}
function write(what, path, text) {
    const failed = (0,shell_files/* writeReport */.u5)(path, text);
    if (failed !== undefined)
        printError(`The ${what} could not be written (${failed}). The verdict stands.`);
}
/** Ends a cancelled run, after its report. */
function cancelled(network) {
    printError('Stopped before the site was judged.');
    (0,shell_process/* killIfLookupPending */.F1)(network);
    return 2;
}
function crashed(error) {
    printError((0,shell_process/* crashText */.dN)(error, 'Nothing is known about the site.'));
    return 2;
}
function reject(problems) {
    for (const { text } of problems)
        printError(text);
    printError('Nothing was checked. See `origin-gate --help`.');
    return 2;
}
function printError(line) {
    process.stderr.write(`${line}\n`);
}


/***/ })

};
