/**
 * The filter of the overview. It hides rows and the sections that they link to, and unfolds the section of a link.
 * Without `<` and `&`, so that the page is XML.
 */
export const SCRIPT = `(() => {
const byId = (id) => document.getElementById(id);
const filter = byId('filter'), text = byId('filter-text'), count = byId('filter-count');
const boxes = [...filter.querySelectorAll('[type=checkbox]')];
const rows = [...document.querySelectorAll('.sites tbody tr')].map((row) => ({
  row,
  words: row.textContent.toLowerCase(),
  section: byId(row.querySelector('a').hash.slice(1)),
}));
const apply = () => {
  const verdicts = boxes.filter((box) => box.checked).map((box) => box.value);
  const words = text.value.toLowerCase().split(/\\s+/);
  let shown = 0;
  for (const each of rows) {
    const fits = verdicts.includes(each.row.dataset.verdict) ? words.every((word) => each.words.includes(word)) : false;
    each.row.hidden = each.section.hidden = !fits;
    if (fits) shown++;
  }
  count.textContent = shown + ' of ' + rows.length + ' sites';
};
const open = () => {
  const target = byId(location.hash.slice(1));
  if (target !== null) target.open = true;
};
addEventListener('hashchange', open);
open();
filter.hidden = false;
filter.addEventListener('input', apply);
apply();
})();
`

/** Its hash in the page's policy. A test compares them. */
export const SCRIPT_HASH = 'sha256-K3QYDQr71LbVxqPQ4JqTTPLTSLtSghk1HRtuYUX4Ils='
