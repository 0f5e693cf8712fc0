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


/** Characters that aliases may add to a file. Ten lines of them can stand for a billion. */
const MOST_UNFOLDED = 100_000;
/** The one document of a YAML 1.2 text, or everything that is wrong with it in the order of the text. */
function yamlIn(text) {
    const lines = new dist/* LineCounter */.HN();
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    // Duplicates are found below, in less time and with the place of the first one.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' };
    const document = (0,dist/* parseDocument */.Tp)(text, options);
    if (document.errors.length > 0) {
        const [first, ...rest] = document.errors;
        // Of what nests too deeply each level is an error, the innermost first.
        const told = first?.code === 'RESOURCE_EXHAUSTION' ? [first] : [first, ...rest];
        const faults = told.flatMap((error) => error === undefined ? [] : [{ place: placeOf(error.pos[0]), text: SYNTAX[error.code] }]);
        return { ok: false, faults };
    }
    const { tree, faults } = treeOf(document.contents, placeOf);
    return faults.length === 0 ? { ok: true, value: tree } : { ok: false, faults };
}
function treeOf(root, placeOf) {
    const faults = [];
    /** By its name what an anchor stands for; undefined while that is being read. */
    const anchors = new Map();
    let unfolded = 0;
    const read = (node, beside) => {
        const place = (0,dist/* isScalar */.jn)(node) || (0,dist/* isCollection */.P3)(node) || (0,dist/* isAlias */.Vj)(node) ? at(node, beside) : beside;
        if ((0,dist/* isAlias */.Vj)(node))
            return unfold(node.source, place);
        if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isCollection */.P3)(node))
            return { tree: { place, kind: 'nothing' }, weight: 1 };
        if (node.tag !== undefined)
            faults.push({ place, text: 'There is a tag here. Leave it out.' });
        if (node.anchor !== undefined)
            anchors.set(node.anchor, undefined);
        const found = (0,dist/* isScalar */.jn)(node) ? scalar(node.value, node.source, place) : collection(node, place);
        if (node.anchor !== undefined)
            anchors.set(node.anchor, found);
        return found;
    };
    const at = ({ range }, beside) => range?.[0] === undefined ? beside : placeOf(range[0]);
    const unfold = (name, place) => {
        const found = anchors.get(name);
        if (found === undefined) {
            const text = anchors.has(name)
                ? 'This alias stands for what it is part of.'
                : 'This alias has no anchor before it.';
            faults.push({ place, text });
            return { tree: { place, kind: 'nothing' }, weight: 1 };
        }
        const before = unfolded;
        unfolded += found.weight;
        if (before <= MOST_UNFOLDED && unfolded > MOST_UNFOLDED)
            faults.push({
                place,
                text: `From here on, aliases stand for more than 100,000 characters. Write the values out, or give them as inputs: these are the defaults of each site.`,
            });
        return { tree: { ...found.tree, place }, weight: found.weight };
    };
    const collection = (node, place) => {
        if ((0,dist/* isMap */.jh)(node))
            return map(node.items, place);
        const items = (0,dist/* isCollection */.P3)(node) ? node.items.map((item) => read(item, place)) : [];
        return { tree: { place, kind: 'list', items: items.map(({ tree }) => tree) }, weight: heavy(items) };
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
                faults.push({ place: tree.place, text: 'This key is no name.' });
                continue;
            }
            const first = firsts.get(tree.text);
            if (first !== undefined) {
                const name = (0,problems/* printable */.g)(tree.text, []);
                faults.push({
                    place: tree.place,
                    text: `\`${name}\` stands in line ${first.line} already. Leave one of them out.`,
                });
                continue;
            }
            firsts.set(tree.text, tree.place);
            entries.push({ key: tree.text, place: tree.place, value: found.tree });
        }
        return { tree: { place, kind: 'map', entries }, weight: heavy(values) };
    };
    return { tree: read(root, { line: 1, column: 1 }).tree, faults };
}
function scalar(value, source, place) {
    if (value === null)
        return { tree: { place, kind: 'nothing' }, weight: 1 };
    // As it was typed: `010` is no 8, and `1.10` no 1.1.
    const text = typeof value === 'string' ? value : (source ?? '');
    return { tree: { place, kind: 'text', text }, weight: 1 + text.length };
}
function heavy(parts) {
    return parts.reduce((sum, { weight }) => sum + weight, 1);
}
/** The parser's own messages quote what they met. */
const SYNTAX = {
    ALIAS_PROPS: 'An alias takes no anchor and no tag.',
    BAD_ALIAS: 'This is no alias. Put quotes around a value that begins with `*` or `&`.',
    BAD_COLLECTION_TYPE: 'There is a tag here that does not fit. Leave it out.',
    BAD_DIRECTIVE: 'This is no directive of YAML. Put quotes around a value that begins with `%`.',
    BAD_DQ_ESCAPE: 'Double quotes know no such escape. Put single quotes around a value that has a backslash in it.',
    BAD_INDENT: 'This is not indented as what it belongs to, or a bracket before it was never closed.',
    BAD_PROP_ORDER: 'Anchors and tags stand before the value.',
    BAD_SCALAR_START: 'A value may not begin like this. Put quotes around it.',
    BLOCK_AS_IMPLICIT_KEY: 'There is a second `: ` in this line. Put quotes around a value that has a colon in it.',
    BLOCK_IN_FLOW: 'Within brackets everything is written with brackets and commas.',
    DUPLICATE_KEY: 'This key stands here a second time. Leave one of them out.',
    IMPOSSIBLE: 'This is no valid YAML.',
    KEY_OVER_1024_CHARS: 'This key is longer than 1024 characters.',
    MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, a colon, or a space.',
    MULTILINE_IMPLICIT_KEY: 'This has several lines where a key stands, or its `: ` is missing.',
    MULTIPLE_ANCHORS: 'This has two anchors.',
    MULTIPLE_DOCS: 'A second document begins here. Put everything into one, without `---`.',
    MULTIPLE_TAGS: 'This has two tags. Leave them out.',
    NON_STRING_KEY: 'This key is no name.',
    RESOURCE_EXHAUSTION: 'This is nested too deeply.',
    TAB_AS_INDENT: 'There is a tab where YAML takes spaces only.',
    TAG_RESOLVE_FAILED: 'There is a tag here that does not fit. Leave it out.',
    UNEXPECTED_TOKEN: 'Nothing like this may stand here.',
};

;// CONCATENATED MODULE: ./lib/config/files/sites-file.js




const ROWS = inputs/* INPUTS */.m;
const PER_SITE = ROWS.filter(({ scope }) => scope === 'site').map(({ name }) => name);
const SHAPE = 'Give a list `sites:`, each item with a `url` and with the inputs in which the site differs from the others';
/** The sites that a YAML text lists, and everything that is wrong with it. Never throws. */
function sitesIn(text) {
    const parsed = yamlIn(text);
    if (!parsed.ok)
        return { sites: [], faults: parsed.faults.toSorted(byPlace) };
    const faults = [];
    const tell = (place, text) => {
        faults.push({ place, text });
    };
    const sites = listOf(parsed.value, tell).flatMap((item) => siteOf(item, tell));
    return { sites, faults: faults.toSorted(byPlace) };
}
const byPlace = (a, b) => a.place.line - b.place.line || a.place.column - b.place.column;
/** The items of `sites`. */
function listOf(root, tell) {
    if (root.kind === 'nothing')
        tell(root.place, `The file is empty. ${SHAPE}.`);
    else if (root.kind !== 'map')
        tell(root.place, `The file is ${KINDS[root.kind]}. ${SHAPE}.`);
    if (root.kind !== 'map')
        return [];
    for (const { key, place } of root.entries) {
        if (key === 'sites')
            continue;
        const name = (0,problems/* printable */.g)(key, []);
        const guess = (0,did_you_mean/* didYouMean */.a)(key, ['sites']) === undefined ? '' : '; `sites` was probably meant';
        if (nameOf(key) === undefined)
            tell(place, `\`${name}\` is not known here. The file has \`sites\` alone${guess}.`);
        else
            tell(place, `\`${name}\` does not belong here. Give it as an input${ofSite(key)}.`);
    }
    const entry = root.entries.find(({ key }) => key === 'sites');
    if (entry === undefined) {
        tell(root.place, `There is no \`sites\` in the file. ${SHAPE}.`);
        return [];
    }
    const { value, place } = entry;
    if (value.kind === 'nothing' || (value.kind === 'list' && value.items.length === 0))
        tell(place, `\`sites\` is empty. ${SHAPE}.`);
    else if (value.kind !== 'list')
        tell(place, `\`sites\` is ${KINDS[value.kind]}. ${SHAPE}.`);
    return value.kind === 'list' ? value.items : [];
}
function ofSite(key) {
    return PER_SITE.some((name) => name === key) ? ', or as a key of a site' : '';
}
const KINDS = { text: 'a text', list: 'a list', map: 'a mapping', nothing: 'empty' };
function siteOf(item, tell) {
    if (item.kind !== 'map') {
        tell(item.place, `This site is ${KINDS[item.kind]}. Give it as a mapping, such as \`- url: https://…\`.`);
        return [];
    }
    const values = new Map();
    for (const entry of item.entries) {
        const row = nameOf(entry.key);
        if (row === undefined)
            unknown(entry, tell);
        else if (row.scope === 'run')
            tell(entry.place, `\`${row.name}\` concerns the run as a whole. Take it out of the site, and give it as an input.`);
        else {
            const value = sites_file_valueOf(row, entry, tell);
            if (value !== undefined)
                values.set(row.name, value);
        }
    }
    if (!item.entries.some(({ key }) => key === 'url'))
        tell(item.place, 'This site has no `url`. Give one http or https URL.');
    return [{ place: item.place, values }];
}
function nameOf(key) {
    return ROWS.find(({ name }) => name === key);
}
function unknown({ key, place }, tell) {
    const meant = (0,did_you_mean/* didYouMean */.a)(key.replaceAll('_', '-'), PER_SITE);
    const guess = meant === undefined ? '' : `; \`${meant}\` was probably meant`;
    const merge = key === '<<' ? 'Merge keys are not known: the inputs are the defaults of each site' : undefined;
    tell(place, `${merge ?? `\`${(0,problems/* printable */.g)(key, [])}\` is no key of a site. The keys are named as the inputs${guess}`}.`);
}
/** A value of a site, in the words of an input. */
function sites_file_valueOf(row, { value, place }, tell) {
    const several = row.takes === 'list' && row.name !== 'url';
    const refused = (place, fault, accepted) => {
        tell(place, `\`${row.name}\` ${fault}. ${accepted}.`);
    };
    switch (value.kind) {
        case 'text':
            if (row.name === 'url' && value.text.trim().includes('\n'))
                return refused(value.place, 'has several lines', 'Give one URL, and each other one as a site');
            return { text: value.text, place: value.place };
        case 'nothing':
            return refused(place, 'has no value', 'Give one, or leave the key out');
        case 'map':
            return refused(value.place, 'is a mapping', several ? QUOTES : 'Give one value');
        case 'list': {
            if (!several)
                return refused(value.place, 'is a list', row.name === 'url' ? 'Give one URL, and each other one as a site' : 'Give one value');
            return itemsOf(value.items, value.place, refused);
        }
        default:
            return value;
    }
}
const QUOTES = 'Give text, an item a line, or a list of texts; put quotes around an item that has a colon and a space in it';
function itemsOf(items, place, refused) {
    const texts = items.map((item) => {
        if (item.kind === 'nothing')
            return refused(item.place, 'has an empty item', 'Leave it out');
        if (item.kind !== 'text')
            return refused(item.place, `has ${KINDS[item.kind]} in it`, QUOTES);
        const text = item.text.trim();
        return text.includes('\n')
            ? refused(item.place, 'has an item of several lines', 'Give each line as an item')
            : text;
    });
    const found = texts.filter((text) => text !== undefined);
    if (found.length < texts.length)
        return undefined;
    return { text: found.join('\n'), place, items: items.map((item) => item.place) };
}


/***/ })

};
