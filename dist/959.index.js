export const id = 959;
export const ids = [959];
export const modules = {

/***/ 3959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sitesIn: () => (/* binding */ sitesIn)
});

// EXTERNAL MODULE: ./lib/config/inputs/inputs.js
var inputs = __webpack_require__(8257);
// EXTERNAL MODULE: ./lib/config/parser/did-you-mean.js
var did_you_mean = __webpack_require__(8369);
// EXTERNAL MODULE: ./lib/config/parser/problems.js
var problems = __webpack_require__(9770);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/config/files/yaml.js


/** Characters that aliases may expand to. Ten lines of them can expand to a billion. */
const MAX_EXPANDED = 100_000;
/** The only document of a YAML 1.2 text, or its errors in the order of the text. */
function parseYaml(text) {
    const lines = new dist/* LineCounter */.HN();
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    // Duplicate keys are found below, faster and with the position of the first one.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' };
    const document = (0,dist/* parseDocument */.Tp)(text, options);
    if (document.errors.length > 0) {
        const [first, ...rest] = document.errors;
        // For nesting that is too deep, the parser reports each level, the innermost first.
        const reported = first?.code === 'RESOURCE_EXHAUSTION' ? [first] : [first, ...rest];
        const faults = reported.flatMap((error) => error === undefined ? [] : [{ place: placeOf(error.pos[0]), text: SYNTAX[error.code] }]);
        return { ok: false, faults };
    }
    const { tree, faults } = treeOf(document.contents, placeOf);
    return faults.length === 0 ? { ok: true, value: tree } : { ok: false, faults };
}
function treeOf(root, placeOf) {
    const faults = [];
    /** The values of anchors by name; undefined while the value is being read. */
    const anchors = new Map();
    let expanded = 0;
    const read = (node, fallback) => {
        const place = (0,dist/* isScalar */.jn)(node) || (0,dist/* isCollection */.P3)(node) || (0,dist/* isAlias */.Vj)(node) ? at(node, fallback) : fallback;
        if ((0,dist/* isAlias */.Vj)(node))
            return expand(node.source, place);
        if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isCollection */.P3)(node))
            return { tree: { place, kind: 'nothing' }, size: 1 };
        if (node.tag !== undefined)
            faults.push({ place, text: 'Tags are not supported. Remove this one.' });
        if (node.anchor !== undefined)
            anchors.set(node.anchor, undefined);
        const found = (0,dist/* isScalar */.jn)(node) ? scalar(node.value, node.source, place) : collection(node, place);
        if (node.anchor !== undefined)
            anchors.set(node.anchor, found);
        return found;
    };
    const at = ({ range }, fallback) => range?.[0] === undefined ? fallback : placeOf(range[0]);
    const expand = (name, place) => {
        const found = anchors.get(name);
        if (found === undefined) {
            const text = anchors.has(name)
                ? 'This alias refers to a value that contains it.'
                : 'No anchor with this name precedes this alias.';
            faults.push({ place, text });
            return { tree: { place, kind: 'nothing' }, size: 1 };
        }
        const before = expanded;
        expanded += found.size;
        if (before <= MAX_EXPANDED && expanded > MAX_EXPANDED)
            faults.push({
                place,
                text: `From here on, aliases expand to more than 100,000 characters. Write the values out, or set them as inputs: the inputs are the defaults of each site.`,
            });
        return { tree: { ...found.tree, place }, size: found.size };
    };
    const collection = (node, place) => {
        if ((0,dist/* isMap */.jh)(node))
            return map(node.items, place);
        const items = (0,dist/* isCollection */.P3)(node) ? node.items.map((item) => read(item, place)) : [];
        return { tree: { place, kind: 'list', items: items.map(({ tree }) => tree) }, size: totalSize(items) };
    };
    const map = (pairs, place) => {
        const firsts = new Map();
        const values = [];
        const entries = [];
        for (const { key, value } of pairs) {
            const { tree } = read(key, place);
            const found = read(value, tree.place);
            values.push(found);
            if (tree.kind !== 'text') {
                faults.push({ place: tree.place, text: 'This key is not a string.' });
                continue;
            }
            const first = firsts.get(tree.text);
            if (first !== undefined) {
                const name = (0,problems/* printable */.g$)(tree.text, []);
                faults.push({
                    place: tree.place,
                    text: `\`${name}\` is already set on line ${first.line}. Remove one of them.`,
                });
                continue;
            }
            firsts.set(tree.text, tree.place);
            entries.push({ key: tree.text, place: tree.place, value: found.tree });
        }
        return { tree: { place, kind: 'map', entries }, size: totalSize(values) };
    };
    return { tree: read(root, { line: 1, column: 1 }).tree, faults };
}
function scalar(value, source, place) {
    if (value === null)
        return { tree: { place, kind: 'nothing' }, size: 1 };
    // As typed: `010` does not become 8, nor `1.10` 1.1.
    const text = typeof value === 'string' ? value : (source ?? '');
    return { tree: { place, kind: 'text', text }, size: 1 + text.length };
}
function totalSize(parts) {
    return parts.reduce((sum, { size }) => sum + size, 1);
}
/** Replaces the parser's own messages, which quote the file. */
const SYNTAX = {
    ALIAS_PROPS: 'An alias cannot have an anchor or a tag.',
    BAD_ALIAS: 'This is not a valid alias. Put quotes around a value that starts with `*` or `&`.',
    BAD_COLLECTION_TYPE: 'This tag does not match its value. Remove it.',
    BAD_DIRECTIVE: 'This is not a valid YAML directive. Put quotes around a value that starts with `%`.',
    BAD_DQ_ESCAPE: 'This is not a valid escape in double quotes. Put single quotes around a value that contains a backslash.',
    BAD_INDENT: 'The indentation does not match, or an earlier bracket is not closed.',
    BAD_PROP_ORDER: 'Anchors and tags come before the value.',
    BAD_SCALAR_START: 'A value cannot start with this character. Put quotes around it.',
    BLOCK_AS_IMPLICIT_KEY: 'This line has a second `: `. Put quotes around a value that contains a colon.',
    BLOCK_IN_FLOW: 'Inside brackets, use brackets and commas.',
    DUPLICATE_KEY: 'This key occurs twice. Remove one of them.',
    IMPOSSIBLE: 'This is not valid YAML.',
    KEY_OVER_1024_CHARS: 'This key is longer than 1024 characters.',
    MISSING_CHAR: 'A closing quote or bracket, a comma, a colon or a space is missing here.',
    MULTILINE_IMPLICIT_KEY: 'A key cannot span several lines, or its `: ` is missing.',
    MULTIPLE_ANCHORS: 'This has two anchors.',
    MULTIPLE_DOCS: 'A second document starts here. Put everything into one, without `---`.',
    MULTIPLE_TAGS: 'This has two tags. Remove them.',
    NON_STRING_KEY: 'This key is not a string.',
    RESOURCE_EXHAUSTION: 'This is nested too deeply.',
    TAB_AS_INDENT: 'YAML is indented with spaces, not tabs.',
    TAG_RESOLVE_FAILED: 'This tag does not match its value. Remove it.',
    UNEXPECTED_TOKEN: 'This is not allowed here.',
};

;// CONCATENATED MODULE: ./lib/config/files/sites-file.js




const ROWS = inputs/* INPUTS */.m;
const PER_SITE = ROWS.filter(({ scope }) => scope === 'site').map(({ name }) => name);
const SHAPE = 'Add a list `sites:`; each item has a `url`, and the inputs in which the site differs from the others';
/** The sites that a YAML text lists, and all its errors. Never throws. */
function sitesIn(text) {
    const parsed = parseYaml(text);
    if (!parsed.ok)
        return { sites: [], faults: parsed.faults.toSorted(byPlace) };
    const faults = [];
    const report = (place, text) => {
        faults.push({ place, text });
    };
    const sites = listOf(parsed.value, report).flatMap((item) => siteOf(item, report));
    return { sites, faults: faults.toSorted(byPlace) };
}
const byPlace = (a, b) => a.place.line - b.place.line || a.place.column - b.place.column;
/** The items of `sites`. */
function listOf(root, report) {
    if (root.kind === 'nothing')
        report(root.place, `The file is empty. ${SHAPE}.`);
    else if (root.kind !== 'map')
        report(root.place, `The file is ${KINDS[root.kind]}. ${SHAPE}.`);
    if (root.kind !== 'map')
        return [];
    for (const { key, place } of root.entries) {
        if (key === 'sites')
            continue;
        const name = (0,problems/* printable */.g$)(key, []);
        const guess = (0,did_you_mean/* didYouMean */.a)(key, ['sites']) === undefined ? '' : (0,problems/* didYouMeanText */.ni)('sites');
        if (nameOf(key) === undefined)
            report(place, `\`${name}\` is not a known key. \`sites\` is the only key of the file.${guess}`);
        else
            report(place, `\`${name}\` does not belong here. Set it as an input${ofSite(key)}.`);
    }
    const entry = root.entries.find(({ key }) => key === 'sites');
    if (entry === undefined) {
        report(root.place, `There is no \`sites\` in the file. ${SHAPE}.`);
        return [];
    }
    const { value, place } = entry;
    if (value.kind === 'nothing' || (value.kind === 'list' && value.items.length === 0))
        report(place, `\`sites\` is empty. ${SHAPE}.`);
    else if (value.kind !== 'list')
        report(place, `\`sites\` is ${KINDS[value.kind]}. ${SHAPE}.`);
    return value.kind === 'list' ? value.items : [];
}
function ofSite(key) {
    return PER_SITE.some((name) => name === key) ? ', or as a key of a site' : '';
}
const KINDS = { text: 'a string', list: 'a list', map: 'a mapping', nothing: 'empty' };
function siteOf(item, report) {
    if (item.kind !== 'map') {
        report(item.place, `This site is ${KINDS[item.kind]}. Write it as a mapping, such as \`- url: https://…\`.`);
        return [];
    }
    const values = new Map();
    for (const entry of item.entries) {
        const row = nameOf(entry.key);
        if (row === undefined)
            reportUnknown(entry, report);
        else if (row.scope === 'run')
            report(entry.place, `\`${row.name}\` applies to the whole run. Remove it from the site, and set it as an input.`);
        else {
            const value = sites_file_valueOf(row, entry, report);
            if (value !== undefined)
                values.set(row.name, value);
        }
    }
    if (!item.entries.some(({ key }) => key === 'url'))
        report(item.place, 'This site has no `url`. Add one http or https URL.');
    return [{ place: item.place, values }];
}
function nameOf(key) {
    return ROWS.find(({ name }) => name === key);
}
function reportUnknown({ key, place }, report) {
    const guess = (0,problems/* didYouMeanText */.ni)((0,did_you_mean/* didYouMean */.a)(key.replaceAll('_', '-'), PER_SITE));
    report(place, key === '<<'
        ? 'Merge keys are not supported: the inputs are the defaults of each site.'
        : `\`${(0,problems/* printable */.g$)(key, [])}\` is not a known key of a site. The keys have the names of the inputs.${guess}`);
}
/** A value of a site, as the text of an input. */
function sites_file_valueOf(row, { value, place }, report) {
    const several = row.takes === 'list' && row.name !== 'url';
    const refused = (place, fault, accepted) => {
        report(place, `\`${row.name}\` ${fault}. ${accepted}.`);
    };
    switch (value.kind) {
        case 'text':
            if (row.name === 'url' && value.text.trim().includes('\n'))
                return refused(value.place, 'has several lines', 'Use one URL, and list each further one as a site');
            return { text: value.text, place: value.place };
        case 'nothing':
            return refused(place, 'has no value', 'Add one, or remove the key');
        case 'map':
            return refused(value.place, 'is a mapping', several ? QUOTES : 'Use one value');
        case 'list': {
            if (!several)
                return refused(value.place, 'is a list', row.name === 'url' ? 'Use one URL, and list each further one as a site' : 'Use one value');
            return itemsOf(value.items, value.place, refused);
        }
        default:
            return value;
    }
}
const QUOTES = 'Use a string with one item per line, or a list of strings; put quotes around an item that contains a colon and a space';
function itemsOf(items, place, refused) {
    const texts = items.map((item) => {
        if (item.kind === 'nothing')
            return refused(item.place, 'has an empty item', 'Remove it');
        if (item.kind !== 'text')
            return refused(item.place, `has ${KINDS[item.kind]} in it`, QUOTES);
        const text = item.text.trim();
        return text.includes('\n')
            ? refused(item.place, 'has an item with several lines', 'Write each line as an item of its own')
            : text;
    });
    const found = texts.filter((text) => text !== undefined);
    if (found.length < texts.length)
        return undefined;
    return { text: found.join('\n'), place, items: items.map((item) => item.place) };
}


/***/ })

};
