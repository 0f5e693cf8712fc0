/** The only style sheet. Without `<` and `&`, so that the page is XML. Every pair of colors has a contrast of AA. */
export const STYLE = `
:root{color-scheme:light dark;--page:#f4f6f8;--sheet:#fff;--ink:#1a212b;--soft:#545e6b;--line:#dbe0e6;--fill:#eff2f5;--link:#0a58a6;--setup:#7690ad;--processing:#1d5c9e;--transfer:#4a83bd;--redirects:#8a8f98;--origin:#8a3f8f;--bad:#b3241c;--bad-fill:#fdf1f0;--warn:#855000;--warn-fill:#fdf6e6;--good:#176b38;--good-fill:#eef7f1}
@media screen and (prefers-color-scheme:dark){:root{--page:#0e1217;--sheet:#161b22;--ink:#e4e9ef;--soft:#9ba6b3;--line:#2d353f;--fill:#1f262f;--link:#79b4f5;--setup:#6d86a2;--processing:#6aa9ec;--transfer:#4d86c4;--redirects:#868e99;--origin:#d391d8;--bad:#ff8a80;--bad-fill:#2b1a1b;--warn:#e8b254;--warn-fill:#29220f;--good:#6fcf92;--good-fill:#13261b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main,.top,footer{max-width:74rem;margin:0 auto;padding:0 clamp(.75rem,3vw,2rem)}
.top p,footer p{margin:0;padding:1rem 0;color:var(--soft);font-size:.875rem}
.top b{color:var(--ink)}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
h1,h2,h3,h4,h5{line-height:1.25;margin:0 0 .75rem;text-wrap:balance}
h1{font-size:clamp(1.35rem,1rem + 1.8vw,2rem)}
h2{font-size:1.25rem}
h3{font-size:1.1rem}
h4{font-size:1rem}
p,ul,ol,dl,figure{margin:0 0 1rem}
li{margin:0 0 .5rem}
ul,ol{padding-left:1.4rem}
code,pre{font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;unicode-bidi:isolate}
code{background:var(--fill);border-radius:4px;padding:.1em .3em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
pre{background:var(--fill);border-radius:8px;padding:.75rem 1rem;margin:0 0 .75rem;white-space:pre-wrap;overflow-wrap:anywhere}
code,code span,time{white-space:nowrap}
pre code,code.long{white-space:inherit;overflow-wrap:anywhere}
pre code{background:none;padding:0;font-size:.875rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.shared{position:absolute}
.soft,.small{color:var(--soft)}
.small{font-size:.875rem}
.site,.overview{background:var(--sheet);border:1px solid var(--line);border-radius:12px;margin:0 0 1.5rem;overflow:clip}
article.site{padding:0 clamp(1rem,3vw,2.25rem) 1rem}
.site>header,.overview>header{margin:0 calc(-1*clamp(1rem,3vw,2.25rem)) 1.5rem;padding:1.25rem clamp(1rem,3vw,2.25rem);border-bottom:1px solid var(--line);border-top:4px solid}
.overview{padding:0 clamp(1rem,3vw,2.25rem) 1rem}
.past{padding-top:1.25rem}
header.unhealthy{background:var(--bad-fill);border-top-color:var(--bad)}
header.inconclusive{background:var(--warn-fill);border-top-color:var(--warn)}
header.healthy{background:var(--good-fill);border-top-color:var(--good)}
header>:last-child{margin-bottom:0}
.summary{font-size:1.06rem;max-width:50rem}
.badge{display:inline-block;border:1px solid;border-radius:99px;padding:0 .65em;font-size:.875rem;font-weight:600;white-space:nowrap}
.badge.unhealthy,b.unhealthy,.lane.unhealthy{color:var(--bad)}
.badge.inconclusive,.lane.inconclusive{color:var(--warn)}
.badge.healthy,.lane.healthy{color:var(--good)}
section{margin:0 0 1.75rem}
.path{display:flex;list-style:none;padding:0;margin:0 0 1.75rem;text-align:center;font-size:.9rem;line-height:1.3}
.path li{flex:1 1 0;min-width:0;position:relative;padding:0 .25rem;margin:0}
.path li+li::before{content:"";position:absolute;z-index:0;top:.8rem;left:-50%;width:100%;border-top:2px solid var(--good)}
.path .unknown::before{border-top-style:dashed!important;border-color:var(--soft)!important}
.dot{display:block;position:relative;z-index:1;width:1.75rem;height:1.75rem;margin:0 auto .4rem;border:2px solid var(--good);border-radius:50%;background:var(--sheet);color:var(--good);font-weight:700;line-height:1.5rem;text-align:center}
.unknown .dot{border:2px dashed var(--soft);color:var(--soft)}
.broken .dot{border-color:var(--bad);color:var(--bad)}
.hop{font-weight:600}
.detail{display:block;color:var(--soft)}
.failing.unhealthy .dot{background:var(--bad);color:var(--sheet);border:2px solid var(--bad);box-shadow:0 0 0 4px var(--bad-fill)}
.failing.inconclusive .dot{background:var(--warn);color:var(--sheet);border:2px solid var(--warn);box-shadow:0 0 0 4px var(--warn-fill)}
.failing.unhealthy .detail,.failing.unhealthy .hop{color:var(--bad);font-weight:600}
.failing.inconclusive .detail,.failing.inconclusive .hop{color:var(--warn);font-weight:600}
dl div{padding:.6rem 0;border-bottom:1px solid var(--line)}
dl div:first-child{padding-top:0}
dl div:last-child{border:0}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0}
.strip{display:inline-block;font-family:ui-monospace,monospace;letter-spacing:.1em;overflow-wrap:anywhere;max-width:100%}
.lead ol{padding-left:1.6rem}
.lead li{padding-left:.25rem;margin-bottom:.8rem}
.lead li::marker{font-weight:700;color:var(--soft)}
.effect{display:block;font-size:.9rem;color:var(--soft);margin-top:.15rem}
.effect.risk{color:var(--warn)}
.remark{border-left:4px solid var(--line);padding:.1rem 0 .1rem .9rem;max-width:60rem}
.remark.warning{border-color:var(--warn)}
.remark.note{border-color:var(--link)}
.scroll{overflow-x:auto}
table{margin:0 0 1rem;border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);unicode-bidi:isolate}
thead th{color:var(--soft);font-weight:600;font-size:.875rem}
tbody th{font-weight:500;color:var(--soft)}
td code{white-space:normal;overflow-wrap:anywhere}
.sites td code{white-space:nowrap}
.sites tbody th{color:var(--ink);min-width:12rem;overflow-wrap:anywhere}
details{border-top:1px solid var(--line)}
details+:not(details){border-top:1px solid var(--line)}
summary{cursor:pointer;padding:.6rem 0;font-weight:600}
summary>h2,summary>h3{display:inline;font-size:1rem}
details[open]>summary{margin-bottom:.25rem}
figure+details{margin-top:-.25rem}
details.site{padding:0 clamp(1rem,3vw,2.25rem);margin-bottom:.5rem;border-radius:8px}
details.site>summary+p{margin-top:.25rem}
.healthy-sites>h2{margin-top:2rem}
.chart{display:block;overflow:visible;font-size:13px;fill:var(--ink);font-variant-numeric:tabular-nums}
.chart .soft{fill:var(--soft)}
.side{font-weight:600}
.side .soft{font-weight:400}
.waterfall{width:calc(100% - 150px);margin-left:84px}
.waterfall text{paint-order:stroke;stroke:var(--sheet);stroke-width:4px;stroke-linejoin:round}
.tick line{stroke:var(--line)}
.tick text{fill:var(--soft);text-anchor:middle;font-size:12px}
.tick .end{text-anchor:end}
.tick .start{text-anchor:start}
.bar{fill:var(--setup);stroke:var(--setup)}
.bar.redirects{fill:var(--redirects);stroke:var(--redirects)}
.bar.processing{fill:var(--processing);stroke:var(--processing)}
.bar.transfer{fill:var(--transfer);stroke:var(--transfer)}
.bar.failed{fill:var(--bad-fill);stroke:var(--bad)}
.hatched{fill:url(#hatch)}
.shared path{stroke:var(--bad);stroke-width:2.5}
.failure{fill:var(--bad);font-weight:600}
.timeline{width:calc(100% - 76px);margin-left:64px}
.outage.unhealthy{fill:var(--bad-fill)}
.outage.inconclusive{fill:var(--warn-fill)}
.limits line{stroke-width:2}
.limits.unhealthy line{stroke:var(--bad)}
.limits.inconclusive line{stroke:var(--warn);stroke-dasharray:4 3}
.series path{fill:none;stroke:var(--processing);stroke-width:2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.series{fill:var(--processing)}
.hollow{fill:var(--sheet);stroke:var(--processing);stroke-width:2}
.origin .hollow{stroke:var(--origin)}
.series.origin{fill:var(--origin)}
.series.origin path{stroke:var(--origin);stroke-dasharray:6 4}
.series.n2 path{stroke-dasharray:2 3}
.series.n3 path{stroke-dasharray:10 3 2 3}
.gap line,.gap path{stroke:var(--soft);stroke-width:3;stroke-dasharray:1 5;stroke-linecap:round;fill:none}
.chart .lane{text-anchor:middle;font-weight:700;font-size:15px;fill:currentColor}
.lane line{stroke:currentColor;stroke-width:2.5}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font-size:.875rem;color:var(--soft);margin-bottom:.5rem}
.legend .lane{font-weight:600}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none;padding:0}
.counts li{margin:0}
.counts b{font-size:1.25rem}
.filter{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center}
.filter[hidden]{display:none!important}
.filter p{margin:0;color:var(--soft)}
fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
input{font:inherit;color:inherit;accent-color:var(--link)}
[type=search]{background:var(--sheet);border:1px solid var(--soft);border-radius:6px;padding:.3rem .6rem;width:16rem;max-width:100%}
[hidden]{display:none!important}
@media (min-width:64rem){.lead{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:2.5rem}.lead>:only-child{grid-column:1/-1}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(0,1fr));grid-auto-flow:column;gap:2.5rem}.pair.wide-first{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
@media (max-width:40rem){.path{display:block;text-align:left}.path li{display:grid;grid-template-columns:1.75rem 1fr;column-gap:.75rem;padding:0 0 .6rem}.path li+li::before{top:-1rem;left:.8rem;width:0;height:1.2rem;border-top:0;border-left:2px solid var(--good)}.path .unknown::before{border-left-style:dashed!important}.dot{grid-row:span 2;margin:0}.hop{align-self:center}.hop:last-child{grid-row:span 2}.odd text{display:none}.sites thead{display:none}.sites tr{display:flex;flex-wrap:wrap;gap:.25rem .75rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.sites th,.sites td{padding:0;border:0}.sites tbody th{flex-basis:100%}.sites td:nth-child(5)::before{content:"edge "}.sites td:nth-child(6)::before{content:"direct "}.sites td:nth-child(3):not(:has(code)),.sites td:nth-child(4){display:none}}
@media screen{.site{content-visibility:auto;contain-intrinsic-size:auto 60px}article.site{contain-intrinsic-size:auto 1600px}}
@media print{body{background:#fff;font-size:10pt}main,.top,footer{max-width:none;padding:0}.site,.overview{border:0;border-radius:0;overflow:visible}.site>header,.overview>header{border-width:4px 1px 1px;border-style:solid;break-after:avoid}.overview{break-after:page}.filter{display:none}details::details-content{content-visibility:visible;display:block}summary{list-style:none}figure,tr,li,dl div{break-inside:avoid}h1,h2,h3,h4,summary,thead{break-after:avoid}tbody tr:first-child{break-before:avoid}article.site+article.site{break-before:page}.scroll{overflow:visible}pre{border:1px solid var(--line)}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`

/** Its hash in the page's policy. A test compares them. */
export const STYLE_HASH = 'sha256-uEANfDeCksP1TldiEpqY7MnZNuDfRz3sz7qslwaYrPY='
