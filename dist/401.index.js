const Vt=401,Yt=[401],Ft={7401:((Xt,Y,$)=>{$.r(Y),$.d(Y,{htmlOf:()=>Wt,htmlPieces:()=>ke});var f=$(8191),j=$(4650),h=$(6422),O=$(7582),Me=$(6847);const z=Symbol("escaped");function o(e,...t){let n=e[0]??"";for(const[r,s]of t.entries())n+=Ae(s)+(e[r+1]??"");return{[z]:n}}const b=o``;function S(e){return e[z]}function Ae(e){return typeof e=="string"?F(e):typeof e=="number"?String(e):z in e?e[z]:e.map(S).join("")}function F(e){return(0,Me.RK)(e).replace(/[&<>"]/g,t=>`&#${t.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g,"\uFFFD")}function E(e){const t=e.replaceAll("	","    ").split(/\r\n|[\n\r\u2028\u2029]/).map(F);return{[z]:t.join(`
`)}}function u(e,t){return e?t():b}function w(e){return Q(e,O.Rd)}function A(e){return Q(e,O.ci)}function Q(e,t){const n=e.split(t).map((r,s)=>s%2===0?o`${r}`:r.startsWith("https:")?C(r,r):v(r.replaceAll("`","")));return o`${n}`}function J(e){const t=e.map(({text:n,strong:r})=>r===!0?o`<strong>${A(n)}</strong>`:w(n));return o`${t}`}const Z=/^[ -~…]{0,28}$/;function v(e){if(Z.test(e))return o`<code>${e}</code>`;const t=e.split(" ").map((n,r)=>{const s=r===0?"":" ";return n.includes("-")&&Z.test(n)?o`${s}<span>${n}</span>`:o`${s}${n}`});return o`<code class="long">${t}</code>`}function H(e){const t=e.split(/(\b\d{4}-\d\d-\d\d\b)/).map((n,r)=>r%2===1?o`<time>${n}</time>`:w(n));return o`${t}`}function C(e,t){const n=(0,O.gC)(t);return n===void 0?o`${e}`:o`<a href="${n}">${e}</a>`}function P(e){return o`<span class="badge ${e}">${I(f.j7[e])} ${e}</span>`}function I(e){return o`<span aria-hidden="true">${e}</span>`}function Ce(e){return o`<span class="unseen">${e}</span>`}function D(e,t){switch(e){case 1:return o`<h1>${t}</h1>`;case 2:return o`<h2>${t}</h2>`;case 3:return o`<h3>${t}</h3>`;case 4:return o`<h4>${t}</h4>`;default:return o`<h5>${t}</h5>`}}function x(e,t){return o`<details><summary>${e}</summary>\n${t}</details>\n`}function q(e){return o`<ul>${e.map(t=>o`\n<li>${t}</li>`)}</ul>\n`}const Le=3;function N({caption:e,columns:t,rows:n}){const r=t.map(l=>l===""?o`<td></td>`:o`<th scope="col">${l}</th>`),s=n.map(([l="",...a])=>{const c=a.map(d=>o`<td>${d}</td>`);return o`\n<tr><th scope="row">${l}</th>${c}</tr>`}),i=o`<table>
<caption class="unseen">${(0,h.Nx)(e)}</caption>
<thead><tr>${r}</tr></thead>
<tbody>${s}</tbody>
</table>`;return t.length>Le?je(e,i):o`${i}\n`}function je(e,t){return o`<div class="scroll" role="group" aria-label="${(0,h.Nx)(e)}" tabindex="0">${t}</div>\n`}var ze=$(3971);const _=100,Oe=["unhealthy","inconclusive","healthy"];function*Ie(e,t){const{sites:n,verdict:r}=e,s=Oe.map(i=>({verdict:i,count:n.filter(l=>l.verdict===i).length})).filter(({count:i})=>i>0);yield o`<section class="overview" aria-label="Overview">
<header class="${r}">
<h1>${(0,j.dC)(e)}</h1>
<ul class="counts">${s.map(({verdict:i,count:l})=>o`<li><b>${l}</b> ${P(i)}</li>`)}</ul>
</header>
<div class="filter" id="filter" hidden="">
<label>Filter <input type="search" id="filter-text" placeholder="site, cause or response" autocomplete="off"/></label>
<fieldset><legend class="unseen">Verdicts</legend>${s.map(({verdict:i})=>o`<label><input type="checkbox" value="${i}" checked=""/> ${i}</label> `)}</fieldset>
<p id="filter-count" role="status"></p>
</div>
<div class="scroll" role="group" aria-label="Sites" tabindex="0"><table class="sites">
<caption class="unseen">Sites</caption>
<thead><tr><th scope="col">site</th><th scope="col">verdict</th><th scope="col">cause</th><th scope="col">confidence</th><th scope="col">edge</th><th scope="col">direct</th></tr></thead>
<tbody>`;for(let i=0;i<n.length;i+=_){const l=n.slice(i,i+_).map((a,c)=>Re(a,t(i+c)));yield o`${l}`}yield o`\n</tbody>
</table></div>
</section>
`}function Re({url:e,verdict:t,cause:n,confidence:r,probes:{edge:s,origins:i}},l){const a=e.replace(/^https:\/\//,"").replace(/\/$/,""),c=[...new Set(i.map(ee))].join(", ");return o`
<tr data-verdict="${t}"><th scope="row"><a href="#${l}">${a}</a></th><td>${P(t)}</td><td>${n===""?"\u2013":v(n)}</td><td>${r===""?"\u2013":r}</td><td>${s===void 0?"\u2013":ee(s)}</td><td>${c===""?"\u2013":c}</td></tr>`}function ee({status:e,failure:t}){return t===void 0?String(e??"\u2013"):(0,ze.AC)(t).brief}const Ee=`(() => {
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
`,He="sha256-K3QYDQr71LbVxqPQ4JqTTPLTSLtSghk1HRtuYUX4Ils=";var Pe=$(163),De=$(6053),W=$(5926),We=$(5281),Ue=$(1909),te=$(2812),ne=$(6374),Ke=$(7799),U=$(4788);function Be(e){const{columns:t,rows:n,others:r}=(0,ne.Qp)(e);if(t.length===0)return b;const s=n.map(({label:i,cells:l})=>[w(i)].concat(l.map(Ge)));return o`${N({caption:"measurements",columns:["",...t],rows:s})}${u(r!=="",()=>o`<p class="small">And ${r}.</p>\n`)}`}function Ge({text:e,verbatim:t}){return t===!0?v(e):H(e.replace("TLS ","TLS\xA0"))}function Xe({clues:e,probes:t}){const{edge:n}=t,r=e.map(({from:l,text:a})=>o`<b>${(0,f.ky)(l,t)}:</b> ${w(a)}`),s=n?.colo===void 0?"":`, in ${n.colo}`,i=n?.rayId===void 0?[]:[o`<b>Ray ID:</b> ${v(n.rayId)}${s}`];return r.length===0?b:q([...r,...i])}function Ve({alternatives:e,lookalikes:t=[]}){const n=[...e.map(({title:r,confidence:s,because:i,distinguishedBy:l})=>o`<b>${w((0,h.Nx)(r))}</b> (${s}). ${w(i+(0,f.$w)(l))}`),...t.map(({title:r,distinguishedBy:s})=>o`<b>${w((0,h.Nx)(r))}.</b>${w((0,f.$w)(s))}`)];return n.length===0?b:q(n)}function Ye(e){const{warnings:t,notes:n}=e,r=[...t.map(s=>re("Warning",s)),...n.map(s=>re("Note",s)),...(0,W.AY)(e).map(s=>o`<p class="remark">${w(s)}</p>\n`)];return o`${r}`}function re(e,{id:t,text:n}){return o`<p class="remark ${e.toLowerCase()}"><b>${e}:</b> ${w(n)} ${C("More",(0,f.fE)(t))}</p>\n`}function Fe({probes:e}){const{edge:t,origins:n}=(0,ne.Mm)(e),r=Je([...t===void 0?[]:[t],...n].flatMap(Qe));if(r.length===0)return b;const s=(a,c)=>[a,...r.map(({tls:d})=>c(d))],i=[s("subject",({subject:a})=>v(a)),s("issuer",({issuer:a})=>v(a)),s("names",({names:a})=>Ze(a)),s("key",({chain:a})=>o`${a[0]?.key??"\u2013"}`),s("valid",({notBefore:a,notAfter:c,daysLeft:d})=>o`${H(`${(0,f.kb)(a)} to ${(0,f.kb)(c)}`)}${d<0?"":`, ${(0,h.LS)(d,"day")} left`}`),s("faults",qe),s("chain",({chain:a})=>_e(a.slice(1))),s("cipher",({cipher:a})=>v(a))],l=["",...r.map(({name:a})=>a)];return x("Certificates",N({caption:"certificates",columns:l,rows:i}))}function Qe({name:e,probe:{tls:t}}){return t===void 0?[]:[{name:e,tls:t}]}const K=3;function Je(e){return[...Map.groupBy(e,({tls:n})=>JSON.stringify(n)).values()].flatMap(n=>{const r=n.map(({name:a})=>a),s=r.slice(0,r.length>K?K-1:K),i=r.length-s.length,l=(0,h.p_)(i===0?s:[...s,`${i} more`]);return n.slice(0,1).map(({tls:a})=>({name:l,tls:a}))})}function Ze(e){const t=e.filter(s=>s!==We.VT),n=e.length-t.length,r=[...t.map(v),...n===0?[]:[o`${(0,h.LS)(n,"hidden name")}`]];return B(r,o`, `)}function qe({faults:e,outdatedIssuer:t}){const n=e.map(r=>t?.fault===r?(0,f.yz)(t):f.y2[r]);return n.length===0?o`none`:o`<b class="unhealthy">✗ ${n.join(", ")}</b>`}function _e(e){const t=e.map(({subject:n,notAfter:r,linked:s})=>o`${v(n)}, until ${H((0,f.kb)(r))}${s?"":", not needed"}`);return t.length===0?o`leaf only`:B(t,o`<br/>`)}function B(e,t){return o`${e.flatMap((n,r)=>r===0?[n]:[t,n])}`}function et({vantage:e}){if(e===void 0||e.places.length===0)return b;const{columns:t,rows:n}=(0,U.pH)(e),r=N({caption:"vantage points",columns:t,rows:n});return x((0,U.x6)(e),o`${r}<p class="small">${w((0,U.kH)(e))}</p>\n`)}function tt({probes:{dns:e}}){if(e===void 0)return b;const{cloudflare:t,others:n,failure:r,servers:s=[]}=e,i=[...t.map(d=>o`${v(d)} (Cloudflare)`),...n===0?[]:[o`${(0,h.LS)(n,"address","addresses")} outside Cloudflare`],...r===void 0?[]:[o`${r}`]],l=s.map(({server:d,answer:p,ttl:m})=>[d==="own"?"the runner's own":v(d),p,m===void 0?"\u2013":`${m} s`]),a=l.length===0?b:N({caption:"DNS servers",columns:["server","answer","TTL"],rows:l}),c=i.length===0?b:o`<p>The name resolves to ${B(i,o`, `)}.</p>\n`;return i.length+l.length===0?b:x("DNS",o`${c}${a}`)}function nt({changes:e}){const t=e===void 0?[]:(0,te.lw)(e);if(e===void 0||t.length===0)return b;const n=t.map(({where:r,what:s,before:i,now:l})=>[`${s}${r===""?"":` (${r})`}`,v(i),v(l)]);return x(`Changes since ${(0,te.Tk)(e)}`,N({caption:"changes",columns:["what","then","now"],rows:n}))}function rt({responses:e=[]}){return e.map(({name:t,opening:n,headers:r,moreHeaders:s=0,body:i})=>{const l=[n,...r.map(({name:c,value:d})=>`${c}: ${d}`),...s===0?[]:[`\u2026 ${(0,h.LS)(s,"more header")}`]];if(n===""&&r.length===0)return x(`${oe(t)}: none`,o`<p>Nothing arrived.</p>\n`);const a=o`${oe(t)}${u(n!=="",()=>o`: ${v(n)}`)}`;return x(a,o`<pre><code>${E(l.join(`
`))}</code></pre>\n${ot(l)}${it(i)}`)})}function oe(e){return e==="directly"?"Direct response":/^(?:through|by|from)\b/.test(e)?`Response ${e}`:`Response from ${e}`}function ot(e){const t=e.some(n=>n.includes("***"));return u(t,()=>o`<p class="small"><code>***</code>: hidden, because it may be a secret.</p>\n`)}function it(e){if(e===void 0)return b;const{text:t,bytes:n,complete:r}=e,s=(0,h.LS)(n,"byte"),i=r?s:t===""?`${s}, which were not kept`:`the beginning of ${s}`;return o`${u(t!=="",()=>o`<pre><code>${E(t)}</code></pre>\n`)}<p class="small">Body: ${i}.</p>\n`}function st(e){return ie("Reproduce it with curl",(0,Ue.Z)(e))}function at(e){return ie("For a Cloudflare support ticket",(0,Ke.K)(e))}function ie(e,t){return u(t.length>0,()=>x(e,o`<pre><code>${E(t.join(`
`))}</code></pre>\n`))}var k=$(9243),se=$(4420);const lt=3,ae=40,le=24,ct={top:10,bottom:170},T={top:184,bottom:208},R=234;function dt(e,t){const{timeline:n}=e,[r,...s]=n;if(r===void 0)return b;const i=(0,se.L)(e,lt);return s.length===0?o`<p>One check, at ${(0,f.rb)(r.at)} UTC: ${ce(r,0,i)}.</p>\n`:o`<figure>
${bt(n,i)}${ft(n,i,t)}</figure>
${x("All checks as a table",yt(n,i))}`}function ce({verdict:e,edge:t,origin:n},r,s){const i=(l,a)=>{const d=s.filter(g=>g.style===l).flatMap(({times:g})=>g[r]??[]).map(h.p0).join(", "),[p,m]=(0,se.N)(a)?[":","after"]:["","in"];return`${l}${p} ${a}${d===""?"":` ${m} ${d}`}`};return[`${f.j7[e]} ${e}`,t===""?"edge not checked":i("edge",t),...n===""?[]:[i("origin",n)]].join(", ")}function ft(e,t,n){const r=ht(e),s=(0,k.qg)(r[0]??0,r.at(-1)??0,6),i=(0,k.yI)(t.flatMap(({times:a})=>a),4,"tick"),l=r.map(s.place);return o`<svg class="chart timeline" role="img" aria-labelledby="${n}-title ${n}-text" width="100%" height="${R}">
<title id="${n}-title">Response times of ${(0,h.LS)(e.length,"check")}</title>
<desc id="${n}-text">${wt(e,t)}</desc>
${ut(e,l)}${pt(i,s)}${mt(e,l)}
${t.map((a,c)=>$t(a,c,{timeline:e,places:l,axis:i}))}
${gt(e,l,t)}
</svg>
`}function ht(e){const t=e.map(({at:r})=>Date.parse(r));return t.every((r,s)=>s===0||r>=(t[s-1]??Number.NaN))&&t.every(Number.isFinite)?t:e.map((r,s)=>s*1e3)}function pt({ticks:e,max:t},n){const r=e.map(({at:i,label:l})=>{const a=de(i/100*t,t);return o`<g class="tick"><line x1="0" x2="100%" y1="${a}" y2="${a}"/><text class="end" x="-10" y="${a+4}">${l}</text></g>`}),s=n.ticks.map(({at:i,label:l},a)=>{const c=i<4?"start":i>96?"end":"";return o`<g class="tick ${a%2===0?"even":"odd"}"><line x1="${i}%" x2="${i}%" y1="${T.bottom}" y2="${T.bottom+5}"/><text class="${c}" x="${i}%" y="${R-6}">${l}</text></g>`});return o`${r}${s}`}function de(e,t){const{top:n,bottom:r}=ct;return Math.round((r-(0,k.KN)(e,t)/100*(r-n))*10)/10}function ut(e,t){const n=[];let r=0;for(const[s,{verdict:i}]of e.entries()){if(e[s+1]?.verdict===i)continue;const l=t[r]??0,a=t[s+1]??t[s]??l;if(r=s+1,i==="healthy")continue;const c=(0,k.KN)(a-l,100);n.push(o`<rect class="outage ${i}" x="${l}%" width="${c}%" y="0" height="${T.bottom}"/><g class="limits ${i}"><line x1="${l}%" x2="${a}%" y1="0" y2="0"/></g>`)}return n}function mt(e,t){return e.flatMap(({skipped:n},r)=>{if(n===void 0)return[];const s=r===0?0:t[r-1]??0,i=t[r]??s,l=T.top-7;return[o`<g class="gap"><title>${fe(n)}</title><line x1="${s}%" x2="${i}%" y1="${l}" y2="${l}"/></g>`]})}function fe({rounds:e,failed:t}){return`${(0,h.LS)(e,"check")} not listed, ${t===0?"none":t} of them failed`}const he=o` class="hollow"`;function $t({style:e,times:t,failed:n},r,{timeline:s,places:i,axis:l}){let a="",c=!1;const d=[];for(const[m,g]of t.entries()){if((g===void 0||s[m]?.skipped?.identical===!1)&&(c=!1),g===void 0)continue;const[y,L]=[i[m]??0,de(g,l.max)];a+=`${c?"L":"M"}${y} ${L}`,c=!0;const Te=u(n[m]===!0,()=>he);d.push(e==="edge"?o`<circle${Te} cx="${y}%" cy="${L}" r="3.5"/>`:o`<rect${Te} x="${y}%" y="${L-3}" width="6" height="6" transform="translate(-3)"/>`)}const p=t.length>ae?[]:d;return o`<g class="series ${e} n${r}"><svg x="0" y="0" width="100%" height="${R}" viewBox="0 0 100 ${R}" preserveAspectRatio="none"><path d="${a}"/></svg>${p}</g>
`}const pe={healthy:6,inconclusive:14,unhealthy:24};function gt(e,t,n){const r=e.length<=le,s=e.map((i,l)=>{const a=t[l]??0,c=`${(0,f.rb)(i.at)} ${ce(i,l,n)}`,d=r?o`<text x="${a}%" y="${T.bottom-5}">${f.j7[i.verdict]}</text>`:o`<line x1="${a}%" x2="${a}%" y1="${T.bottom-pe[i.verdict]}" y2="${T.bottom}"/>`;return{verdict:i.verdict,drawn:o`<g><title>${c}</title>${d}</g>`}});return["healthy","inconclusive","unhealthy"].flatMap(i=>{const l=s.filter(a=>a.verdict===i).map(({drawn:a})=>a);return l.length===0?[]:[o`<g class="lane ${i}">${l}</g>\n`]})}function bt(e,t){const n=t.map(({name:a,style:c},d)=>{const p=c==="edge"?o`<circle cx="15" cy="5" r="3.5"/>`:o`<rect x="12" y="2" width="6" height="6"/>`;return o`<span class="series ${c} n${d}">${ue(p)} ${(0,h.Nx)(a)}</span>\n`}),r=e.length<=le,s=["healthy","inconclusive","unhealthy"].filter(a=>e.some(c=>c.verdict===a)).map(a=>{const c=pe[a]/2,d=r?I(f.j7[a]):o`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12-c}" y2="12"/></svg>`;return o`<span class="lane ${a}">${d} ${a}</span>\n`}),i=e.some(a=>a.skipped!==void 0),l=e.length<=ae&&t.some(({failed:a})=>a.includes(!0));return o`<figcaption class="legend">
${n}${u(l,()=>o`<span class="series">${vt()} No response (time until the failure)</span>\n`)}${s}${u(i,()=>o`<span class="gap">${ue(b)} Checks not listed</span>\n`)}<span>${(0,f.kb)(e[0]?.at??"")}, UTC</span></figcaption>
`}function vt(){return o`<svg width="10" height="10" aria-hidden="true"><circle${he} cx="5" cy="5" r="3.5"/></svg>`}function ue(e){return o`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${e}</svg>`}function wt(e,t){const[n,r]=[e[0]?.at??"",e.at(-1)?.at??""],s=e.filter(({verdict:a})=>a==="unhealthy").length,i=t.map(({name:a,times:c})=>{const d=c.filter(m=>m!==void 0),p=[...new Set([Math.min(...d),Math.max(...d)].map(h.p0))].join(" to ");return`${(0,h.Nx)(a)}: ${p}.`}),l=s===e.length?"all":s===0?"none":s;return[`${(0,h.LS)(e.length,"check")} from ${(0,f.kb)(n)} ${(0,f.rb)(n)} to ${(0,f.rb)(r)} UTC,`,`${l} of them unhealthy.`,...i,"The table below lists them all."].join(" ")}function yt(e,t){const n=e.flatMap((r,s)=>{const i=t.map(({times:c})=>c[s]===void 0?"\u2013":(0,h.p0)(c[s])),l=[(0,f.rb)(r.at),o`<span class="lane ${r.verdict}">${f.j7[r.verdict]}</span> ${r.verdict}`,r.edge===""?"not checked":r.edge,r.origin===""?"\u2013":r.origin,...i],{skipped:a}=r;return a===void 0?[l]:[["\u2026",fe(a),"","",...i.map(()=>"")],l]});return N({caption:`checks on ${(0,f.kb)(e[0]?.at??"")}`,columns:["time (UTC)","verdict","edge","origin",...t.map(({name:r})=>`${r}, time`)],rows:n})}var me=$(3163);const $e=8,ge=42,M=20,xt=14,kt=22,St=.4;function Nt({probes:e},t){const n=(0,me.R)(e,$e);if(n.length===0)return b;const r=e.origins.length-$e;return o`<figure>
${Tt(n,t)}${u(r>0,()=>o`<figcaption>Not shown: ${(0,h.LS)(r,"more origin")}.</figcaption>\n`)}</figure>
${zt(n)}`}function Tt(e,t){const n=(0,k.yI)(e.flatMap(({bars:l})=>l.map(({start:a,length:c})=>a+c)),6);let r=0;const s=e.map(l=>{const a=Ct(l,r,n);return r+=Mt(l)+xt,a}),i=r+kt;return o`<svg class="chart waterfall" role="img" aria-labelledby="${t}-title ${t}-text" width="100%" height="${i}">
<title id="${t}-title">Phases of the requests on one time axis</title>
<desc id="${t}-text">${e.map(me.O).join(" ")}</desc>
${n.ticks.map((l,a)=>At(l.at,a,r,l.label))}
${s}
</svg>
`}function Mt({bars:e}){return ge+e.reduce((t,{failure:n})=>t+(n===void 0?M:2*M),0)}function At(e,t,n,r){return o`<g class="tick ${t%2===0?"even":"odd"}"><line x1="${e}%" x2="${e}%" y1="0" y2="${n}"/><text x="${e}%" y="${n+16}">${r}</text></g>`}function Ct({name:e,outcome:t,bars:n},r,s){let i=r+ge;const l=n.map(a=>{const c=Lt(a,i,s);return i+=a.failure===void 0?M:2*M,c});return o`<g><text class="side" x="-84" y="${r+14}">${(0,h.Nx)(e)}</text><text class="soft" x="-84" y="${r+32}">${t}</text>${l}</g>\n`}function Lt({kind:e,label:t,start:n,length:r,failure:s},i,{max:l}){const a=(0,k.KN)(n,l),c=(0,k.KN)(n+r,l),d=(0,k.KN)(r,l)<St?"2":`${(0,k.KN)(r,l)}%`,p=i+M/2+4,m=y=>o`<rect class="${y}" x="${a}%" width="${d}" y="${i+3}" height="${M-6}" rx="2"/>`,g=s!==void 0;return o`
<g><title>${t}, ${(0,h.p0)(r)}, from ${(0,h.p0)(n)}</title><text class="soft" x="-84" y="${p}">${t}</text>${m(g?"bar failed":`bar ${e}`)}${u(g,()=>m("hatched"))}<text x="${c}%" dx="7" y="${p}">${g?"\u2717 ":""}${(0,h.p0)(r)}</text>${u(g,()=>o`<text class="failure" ${jt(a,c)} y="${p+M}">${s??""}</text>`)}</g>`}function jt(e,t){return e<=30?o`x="${e}%" text-anchor="start"`:t>=70?o`x="${t}%" text-anchor="end"`:o`x="${e}%" text-anchor="middle"`}function zt(e){const t=e.flatMap(({name:n,outcome:r,bars:s})=>s.length===0?[[(0,h.Nx)(n),"\u2013","\u2013","\u2013",r]]:s.map(({label:i,start:l,length:a,failure:c})=>[(0,h.Nx)(n),i,(0,h.p0)(l),(0,h.p0)(a),c===void 0?"\u2713":`\u2717 ${c}`]));return x("The phases as a table",N({caption:"phases of the requests",columns:["side","phase","starts at","takes","result"],rows:t}))}function G(e,t){const{id:n,level:r}=t;return o`<article class="site" id="${n}" data-verdict="${e.verdict}">
<header class="${e.verdict}">
<p>${P(e.verdict)}</p>
${D(r,r===1?(0,j.Gg)(e):e.headline)}
<p class="summary">${J(e.summary)}</p>
</header>
${ve(e,t)}</article>
`}function be(e,t){const{id:n,level:r}=t;return o`<details class="site" id="${n}" data-verdict="${e.verdict}"><summary>${D(r,o`${I(f.j7[e.verdict])} ${e.headline}`)}</summary>
<p class="summary">${J(e.summary)}</p>
${ve(e,t)}</details>
`}function ve(e,{id:t,level:n,sameCauseAs:r,drawings:s=!0}){const i=(y,L)=>u(S(L)!=="",()=>o`<section>\n${D(n+1,y)}\n${L}</section>\n`),{verdict:l,timeline:a,availability:c}=e,d=a.length>1?`Timeline of ${(0,h.LS)(c.rounds,"check")}`:"Timeline",p=i("Warnings and notes",Ye(e)),m=[et(e),Fe(e),tt(e),nt(e),...rt(e),st(e),at(e)],g=[we(e.path,l,"Path of the request"),we(e.route??[],l,"Path of the request to the origin"),u(l==="healthy",()=>p),X("lead",[Rt(e),u(l!=="healthy",()=>i(`${(0,W.DN)(e)}${Ot(e)}`,Et(e,r)))]),X(e.probes.origins.length>1?"stack":"pair wide-first",[u(s,()=>i("Where the time goes",Nt(e,`${t}-waterfall`))),i("Measurements",Be(e))]),u(s,()=>i(d,dt(e,`${t}-timeline`))),X("pair",[i("Evidence",Xe(e)),i("What else it could be",Ve(e))]),u(l!=="healthy",()=>p),i("Details",o`${m}`)];return o`${g}`}function X(e,t){const n=o`${t}`;return u(S(n)!=="",()=>o`<div class="${e}">\n${n}</div>\n`)}function Ot({remedy:e}){return e===null?"":` (${e.difficulty})`}function we(e,t,n){if(e.length===0)return b;const r=(0,Pe.uz)(e),s=e.map((i,l)=>{const{name:a,state:c,detail:d}=i,p=l===0&&c==="ok",m=i===r?` failing ${t}`:"",g=i===r?`: ${ye[c]}, the problem is here`:p?"":`: ${ye[c]}`;return o`<li class="${c}${m}"><span class="dot" aria-hidden="true">${p?"\u2022":(0,f.$j)(i)}</span><span class="hop">${a}${Ce(g)}</span>${u(d!=="",()=>o` <span class="detail">${d}</span>`)}</li>`});return o`<ol class="path" aria-label="${n}">${s}</ol>\n`}const ye={ok:"works",broken:"fails",unknown:"unknown"},It=24;function Rt(e){const t=[...(0,W.AS)(e).map(({label:r,text:s,strip:i=""})=>({label:r,text:o`${w(s)}${u(i!==""&&i.length<=It,()=>o` <span class="strip" aria-hidden="true">${i}</span>`)}`})),...e.owner===""?[]:[{label:"Where the problem is",text:o`${f.H1[e.owner]}`}],...e.cause===""?[]:[{label:"Cause",text:C(v(e.cause),e.docs)}]],n=t.map(({label:r,text:s})=>o`<div><dt>${r}</dt><dd>${s}</dd></div>\n`);return t.length===0?b:o`<dl>\n${n}</dl>\n`}function Et(e,t){const{remedy:n,docs:r}=e;if(n===null)return b;if(t!==void 0){const{host:l,id:a}=t;return o`<p>Same as for <a href="#${a}">${l}</a> above.</p>\n`}const s=(0,De.zY)(n),i=(0,O.iS)(n.reference);return o`<ol>${n.steps.map(Ht)}
</ol>
${u(n.avoid!==void 0,()=>o`<p class="remark warning">${A(n.avoid??"")}</p>\n`)}${u(s.length>0,()=>o`<p class="small">${A(s.join(" "))}</p>\n`)}<p class="small">${C("About this cause",r)}${u(i!=="",()=>o` · ${C(i,n.reference)}`)}</p>
`}function Ht(e){const t=e.type==="look"?b:o`${u(e.type==="risk",()=>xe("risk","\u26A0",`Risk: ${e.type==="risk"?`${e.exposes} ${e.limit}`:""}`))}${xe("undo","\u21A9",`Undo: ${e.undo}`)}`;return o`\n<li><b>${A(e.action)}</b>${A(e.details)}${t}</li>`}function xe(e,t,n){return o`<span class="effect ${e}">${I(t)} ${A(n)}</span>`}const Pt=`
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
@media (min-width:64rem){.lead{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:2.5rem}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(0,1fr));grid-auto-flow:column;gap:2.5rem}.pair.wide-first{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
@media (max-width:40rem){.path{display:block;text-align:left}.path li{display:grid;grid-template-columns:1.75rem 1fr;column-gap:.75rem;padding:0 0 .6rem}.path li+li::before{top:-1rem;left:.8rem;width:0;height:1.2rem;border-top:0;border-left:2px solid var(--good)}.path .unknown::before{border-left-style:dashed!important}.dot{grid-row:span 2;margin:0}.hop{align-self:center}.hop:last-child{grid-row:span 2}.odd text{display:none}.sites thead{display:none}.sites tr{display:flex;flex-wrap:wrap;gap:.25rem .75rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.sites th,.sites td{padding:0;border:0}.sites tbody th{flex-basis:100%}.sites td:nth-child(5)::before{content:"edge "}.sites td:nth-child(6)::before{content:"direct "}.sites td:nth-child(3):not(:has(code)),.sites td:nth-child(4){display:none}}
@media screen{.site{content-visibility:auto;contain-intrinsic-size:auto 60px}article.site{contain-intrinsic-size:auto 1600px}}
@media print{body{background:#fff;font-size:10pt}main,.top,footer{max-width:none;padding:0}.site,.overview{border:0;border-radius:0;overflow:visible}.site>header,.overview>header{border-width:4px 1px 1px;border-style:solid;break-after:avoid}.overview{break-after:page}.filter{display:none}details::details-content{content-visibility:visible;display:block}summary{list-style:none}figure,tr,li,dl div{break-inside:avoid}h1,h2,h3,h4,summary,thead{break-after:avoid}tbody tr:first-child{break-before:avoid}article.site+article.site{break-before:page}.scroll{overflow:visible}pre{border:1px solid var(--line)}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`,Dt="sha256-+fx2CWPK8VKtNLbgQdcUGYDJ83JSm2u338MsSG9PjB8=";function Wt(e){return[...ke(e)].join("")}function*ke(e){const[t]=e.sites,n=e.sites.length>1;if(yield`<!doctype html>
<html lang="en">
<head>
${S(Ut(e,n))}<style>${Pt}</style>
</head>
<body>
`,yield S(Kt(e)),n)for(const r of Gt(e))yield S(r);else yield S(G(t,{id:V(0),level:1}));yield S(Bt(e)),n&&(yield`<script>${Ee}<\/script>
`),yield`</body>
</html>
`}function V(e){return`site-${e+1}`}function Ut(e,t){const n=["default-src 'none'",`style-src '${Dt}'`,...t?[`script-src '${He}'`]:[],"base-uri 'none'","form-action 'none'"].join("; ");return o`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${n}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="origin-gate ${e.version}"/>
<title>${f.j7[e.verdict]} ${(0,j.dC)(e)}</title>
`}function Kt({at:e}){return o`<header class="top"><p><b>Origin Gate</b> report, ${Se(e)}</p></header>
<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs></svg>
<main>
`}function Bt(e){const t=(0,j.p1)(e);return o`${u(t.length>0,()=>o`<section>\n${t.map(({text:n})=>o`<p class="remark note"><b>Note:</b> ${w(n)}</p>\n`)}</section>\n`)}</main>
<footer><p>${e.verdict} · ${Se(e.at)} · origin-gate ${e.version} · ${C("Documentation",f.iT)}</p></footer>
`}function Se(e){return o`<time datetime="${e}">${(0,f.kb)(e)} ${(0,f.rb)(e)} UTC</time>`}const Ne=100;function*Gt(e){const{sites:t}=e,n=t.length<=Ne,r=`With more than ${Ne} sites, some have no charts: those that are always healthy, and those that fail for the same cause as a site above.`;yield*Ie(e,V),n||(yield o`<p class="small">${r}</p>\n`);const s=t.map((d,p)=>({site:d,id:V(p)})),i=s.filter(({site:d})=>d.verdict!=="healthy"),l=(0,j.UM)(i.map(({site:d})=>d)),a=new Map;for(const[d,{site:p,id:m}]of i.entries()){a.set(p,m);const g=l[d]?.sameCauseAs;if(g===void 0){yield G(p,{id:m,level:2});continue}const y={id:m,level:2,sameCauseAs:{host:g.host,id:a.get(g)??""}};yield n?G(p,y):be(p,{...y,drawings:!1})}const c=s.filter(({site:d})=>d.verdict==="healthy");if(c.length!==0){yield o`<section class="healthy-sites">\n<h2>Healthy sites</h2>\n`;for(const{site:d,id:p}of c)yield be(d,{id:p,level:3,drawings:n||d.trend!=="steady"});yield o`</section>\n`}}})};export{Vt as id,Yt as ids,Ft as modules};
