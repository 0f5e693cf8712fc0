const on=498,an=[498],sn={2498:((rn,J,g)=>{g.r(J),g.d(J,{htmlOf:()=>qt,htmlPieces:()=>Ne});var f=g(8191),j=g(4650),R=g(7582),ze=g(6847);const I=Symbol("escaped");function a(e,...t){let n=e[0]??"";for(const[r,i]of t.entries())n+=je(i)+(e[r+1]??"");return{[I]:n}}const b=a``;function x(e){return e[I]}function je(e){return typeof e=="string"?Z(e):typeof e=="number"?String(e):I in e?e[I]:e.map(x).join("")}function Z(e){return(0,ze.RK)(e).replace(/[&<>"]/g,t=>`&#${t.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g,"\uFFFD")}function H(e){const t=e.replaceAll("	","    ").split(/\r\n|[\n\r\u2028\u2029]/).map(Z);return{[I]:t.join(`
`)}}function p(e,t){return e?t():b}function w(e){return q(e,R.Rd)}function N(e){return q(e,R.ci)}function q(e,t){const n=e.split(t).map((r,i)=>i%2===0?a`${r}`:r.startsWith("https:")?C(r,r):v(r.replaceAll("`","")));return a`${n}`}function _(e){const t=e.map(({text:n,strong:r})=>r===!0?a`<strong>${N(n)}</strong>`:w(n));return a`${t}`}const ee=/^[ -~…]{0,28}$/;function v(e){if(ee.test(e))return a`<code>${e}</code>`;const t=e.split(" ").map((n,r)=>{const i=r===0?"":" ";return n.includes("-")&&ee.test(n)?a`${i}<span>${n}</span>`:a`${i}${n}`});return a`<code class="long">${t}</code>`}function W(e){const t=e.split(/(\b\d{4}-\d\d-\d\d\b)/).map((n,r)=>r%2===1?a`<time>${n}</time>`:w(n));return a`${t}`}function C(e,t){const n=(0,R.gC)(t);return n===void 0?a`${e}`:a`<a href="${n}">${e}</a>`}function U(e){return a`<span class="badge ${e}">${E(f.j7[e])} ${e}</span>`}function E(e){return a`<span aria-hidden="true">${e}</span>`}function Ie(e){return a`<span class="unseen">${e}</span>`}function G(e,t){switch(e){case 1:return a`<h1>${t}</h1>`;case 2:return a`<h2>${t}</h2>`;case 3:return a`<h3>${t}</h3>`;case 4:return a`<h4>${t}</h4>`;default:return a`<h5>${t}</h5>`}}function k(e,t){return a`<details><summary>${e}</summary>\n${t}</details>\n`}function te(e){return a`<ul>${e.map(t=>a`\n<li>${t}</li>`)}</ul>\n`}const Re=3;function O({caption:e,columns:t,rows:n}){const r=t.map(l=>l===""?a`<td></td>`:a`<th scope="col">${l}</th>`),i=n.map(([l="",...s])=>{const c=s.map(d=>a`<td>${d}</td>`);return a`\n<tr><th scope="row">${l}</th>${c}</tr>`}),o=a`<table>
<caption class="unseen">${(0,f.Nx)(e)}</caption>
<thead><tr>${r}</tr></thead>
<tbody>${i}</tbody>
</table>`;return t.length>Re?Ee(e,o):a`${o}\n`}function Ee(e,t){return a`<div class="scroll" role="group" aria-label="${(0,f.Nx)(e)}" tabindex="0">${t}</div>\n`}var ne=g(3971);const re=100,De=["unhealthy","inconclusive","healthy"];function*Pe(e,t){const{sites:n,verdict:r}=e,i=De.map(o=>({verdict:o,count:n.filter(l=>l.verdict===o).length})).filter(({count:o})=>o>0);yield a`<section class="overview" aria-label="Overview">
<header class="${r}">
<h1>${(0,j.dC)(e)}</h1>
<ul class="counts">${i.map(({verdict:o,count:l})=>a`<li><b>${l}</b> ${U(o)}</li>`)}</ul>
</header>
<div class="filter" id="filter" hidden="">
<label>Filter <input type="search" id="filter-text" placeholder="site, cause or response" autocomplete="off"/></label>
<fieldset><legend class="unseen">Verdicts</legend>${i.map(({verdict:o})=>a`<label><input type="checkbox" value="${o}" checked=""/> ${o}</label> `)}</fieldset>
<p id="filter-count" role="status"></p>
</div>
<div class="scroll" role="group" aria-label="Sites" tabindex="0"><table class="sites">
<caption class="unseen">Sites</caption>
<thead><tr><th scope="col">site</th><th scope="col">verdict</th><th scope="col">cause</th><th scope="col">confidence</th><th scope="col">edge</th><th scope="col">direct</th></tr></thead>
<tbody>`;for(let o=0;o<n.length;o+=re){const l=n.slice(o,o+re).map((s,c)=>He(s,t(o+c)));yield a`${l}`}yield a`\n</tbody>
</table></div>
</section>
`}function He({url:e,verdict:t,cause:n,confidence:r,probes:{edge:i,origins:o}},l){const s=e.replace(/^https:\/\//,"").replace(/\/$/,""),c=[...new Set(o.map(oe))].join(", ");return a`
<tr data-verdict="${t}"><th scope="row"><a href="#${l}">${s}</a></th><td>${U(t)}</td><td>${n===""?"\u2013":v(n)}</td><td>${r===""?"\u2013":r}</td><td>${i===void 0?"\u2013":oe(i)}</td><td>${c===""?"\u2013":c}</td></tr>`}function oe({status:e,failure:t}){return t===void 0?String(e??"\u2013"):(0,ne.A)(t).brief}const We=`(() => {
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
`,Ue="sha256-K3QYDQr71LbVxqPQ4JqTTPLTSLtSghk1HRtuYUX4Ils=";var h=g(6422),Ge=g(163),Be=g(6053),ie=g(5926),Fe=g(5281),Xe=g(1909),ae=g(2812),L=g(6374),Ye=g(7799);function Ve(e){const{columns:t,rows:n,others:r}=(0,L.Qp)(e);if(t.length===0)return b;const i=n.map(({label:o,cells:l})=>[w(o)].concat(l.map(Ke)));return a`${O({caption:"measurements",columns:["",...t],rows:i})}${p(r!=="",()=>a`<p class="small">And ${r}.</p>\n`)}`}function Ke({text:e,verbatim:t}){return t===!0?v(e):W(e.replace("TLS ","TLS\xA0"))}function Qe({clues:e,probes:{edge:t}}){const n=e.map(({from:o,text:l})=>a`<b>${f.z4[o]}:</b> ${w(l)}`),r=t?.colo===void 0?"":`, in ${t.colo}`,i=t?.rayId===void 0?[]:[a`<b>Ray ID:</b> ${v(t.rayId)}${r}`];return n.length===0?b:te([...n,...i])}function Je({alternatives:e,lookalikes:t=[]}){const n=[...e.map(({title:r,confidence:i,because:o,distinguishedBy:l})=>a`<b>${w((0,f.Nx)(r))}</b> (${i}). ${w(o+(0,f.$w)(l))}`),...t.map(({title:r,distinguishedBy:i})=>a`<b>${w((0,f.Nx)(r))}.</b>${w((0,f.$w)(i))}`)];return n.length===0?b:te(n)}function Ze({warnings:e,notes:t,unread:n=[]}){const r=[...e.map(i=>se("Warning",i)),...t.map(i=>se("Note",i)),...n.map(i=>a`<p class="remark">${w(i)}</p>\n`)];return a`${r}`}function se(e,{id:t,text:n}){return a`<p class="remark ${e.toLowerCase()}"><b>${e}:</b> ${w(n)} ${C("More",(0,f.fE)(t))}</p>\n`}function qe({probes:e}){const{edge:t,origins:n}=(0,L.Mm)(e),r=et([...t===void 0?[]:[t],...n].flatMap(_e));if(r.length===0)return b;const i=(s,c)=>[s,...r.map(({tls:d})=>c(d))],o=[i("subject",({subject:s})=>v(s)),i("issuer",({issuer:s})=>v(s)),i("names",({names:s})=>tt(s)),i("key",({chain:s})=>a`${s[0]?.key??"\u2013"}`),i("valid",({notBefore:s,notAfter:c,daysLeft:d})=>a`${W(`${(0,f.kb)(s)} to ${(0,f.kb)(c)}`)}${d<0?"":`, ${(0,h.LS)(d,"day")} left`}`),i("faults",nt),i("chain",({chain:s})=>rt(s.slice(1))),i("cipher",({cipher:s})=>v(s))],l=["",...r.map(({name:s})=>s)];return k("Certificates",O({caption:"certificates",columns:l,rows:o}))}function _e({name:e,probe:{tls:t}}){return t===void 0?[]:[{name:e,tls:t}]}const B=3;function et(e){return[...Map.groupBy(e,({tls:n})=>JSON.stringify(n)).values()].flatMap(n=>{const r=n.map(({name:s})=>s),i=r.slice(0,r.length>B?B-1:B),o=r.length-i.length,l=(0,h.p_)(o===0?i:[...i,`${o} more`]);return n.slice(0,1).map(({tls:s})=>({name:l,tls:s}))})}function tt(e){const t=e.filter(i=>i!==Fe.VT),n=e.length-t.length,r=[...t.map(v),...n===0?[]:[a`${(0,h.LS)(n,"hidden name")}`]];return F(r,a`, `)}function nt({faults:e,outdatedIssuer:t}){const n=e.map(r=>t?.fault===r?(0,f.yz)(t):f.y2[r]);return n.length===0?a`none`:a`<b class="unhealthy">✗ ${n.join(", ")}</b>`}function rt(e){const t=e.map(({subject:n,notAfter:r,linked:i})=>a`${v(n)}, until ${W((0,f.kb)(r))}${i?"":", not needed"}`);return t.length===0?a`leaf only`:F(t,a`<br/>`)}function F(e,t){return a`${e.flatMap((n,r)=>r===0?[n]:[t,n])}`}function ot({probes:{dns:e}}){if(e===void 0)return b;const{cloudflare:t,others:n,failure:r,servers:i=[]}=e,o=[...t.map(d=>a`${v(d)} (Cloudflare)`),...n===0?[]:[a`${(0,h.LS)(n,"address","addresses")} outside Cloudflare`],...r===void 0?[]:[a`${r}`]],l=i.map(({server:d,answer:u,ttl:m})=>[d==="own"?"the runner's own":v(d),u,m===void 0?"\u2013":`${m} s`]),s=l.length===0?b:O({caption:"DNS servers",columns:["server","answer","TTL"],rows:l}),c=o.length===0?b:a`<p>The name resolves to ${F(o,a`, `)}.</p>\n`;return o.length+l.length===0?b:k("DNS",a`${c}${s}`)}function it({changes:e}){const t=e===void 0?[]:(0,ae.lw)(e);if(e===void 0||t.length===0)return b;const n=t.map(({where:r,what:i,before:o,now:l})=>[`${i}${r===""?"":` (${r})`}`,v(o),v(l)]);return k(`Changes since ${(0,ae.Tk)(e)}`,O({caption:"changes",columns:["what","then","now"],rows:n}))}function at({responses:e=[]}){return e.map(({name:t,opening:n,headers:r,moreHeaders:i=0,body:o})=>{const l=[n,...r.map(({name:c,value:d})=>`${c}: ${d}`),...i===0?[]:[`\u2026 ${(0,h.LS)(i,"more header")}`]];if(n===""&&r.length===0)return k(`${le(t)}: none`,a`<p>Nothing arrived.</p>\n`);const s=a`${le(t)}${p(n!=="",()=>a`: ${v(n)}`)}`;return k(s,a`<pre><code>${H(l.join(`
`))}</code></pre>\n${st(l)}${lt(o)}`)})}function le(e){return e==="directly"?"Direct response":/^(?:through|by)\b/.test(e)?`Response ${e}`:`Response from ${e}`}function st(e){const t=e.some(n=>n.includes("***"));return p(t,()=>a`<p class="small"><code>***</code>: hidden, because it may be a secret.</p>\n`)}function lt(e){if(e===void 0)return b;const{text:t,bytes:n,complete:r}=e,i=(0,h.LS)(n,"byte"),o=r?i:t===""?`${i}, which were not kept`:`the beginning of ${i}`;return a`${p(t!=="",()=>a`<pre><code>${H(t)}</code></pre>\n`)}<p class="small">Body: ${o}.</p>\n`}function ct(e){return ce("Reproduce it with curl",(0,Xe.Z)(e))}function dt(e){return ce("For a Cloudflare support ticket",(0,Ye.K)(e))}function ce(e,t){return p(t.length>0,()=>k(e,a`<pre><code>${H(t.join(`
`))}</code></pre>\n`))}const ft=1e12;function M(e){return e!==void 0&&e>=0&&e<=ft?e:void 0}function S(e,t){const n=t>0?e/t*100:0;return Number.isFinite(n)?Math.round(Math.min(100,Math.max(0,n))*100)/100:0}const D=1e3,ht=[...[1,10,100].flatMap(e=>[e,2*e,5*e]),...[1,2,5,10,15,30].map(e=>e*D),...[1,2,5,10,15,30].map(e=>e*h.pY),...[1,2,3,6,12].map(e=>e*h.dp)];function de(e,t,n=0){const r=ht.find(o=>o>=n&&e/o<=t);if(r!==void 0)return r;let i=h.d_;for(;e/i>t;)i*=2;return i}function fe(e,t,n="exact"){const r=e.reduce((s,c)=>Math.max(s,M(c)??0),0)||1,i=de(r,t),o=n==="exact"?r:Math.ceil(r/i)*i,l=Array.from({length:Math.floor(o/i)+1},(s,c)=>({at:S(c*i,o),label:(0,h.p0)(c*i)}));return{max:o,ticks:l}}function ut(e,t,n){const r=t-e;if(!(r>0)||!Number.isFinite(r))return{place:()=>50,ticks:[{at:50,label:X(e,D)}]};const i=c=>S(c-e,r),o=de(r,n,D),l=Math.ceil(e/o)*o,s=Array.from({length:Math.floor((t-l)/o)+1},(c,d)=>{const u=l+d*o;return{at:i(u),label:X(u,o)}});return{place:i,ticks:s.length===0?[{at:0,label:X(e,D)}]:s}}function X(e,t){if(!Number.isFinite(e)||Math.abs(e)>864e13)return"";const n=new Date(e).toISOString();return t>=h.d_?n.slice(5,10):t>=h.pY?n.slice(11,16):n.slice(11,19)}const pt=3,he=40,ue=24,mt={top:10,bottom:170},A={top:184,bottom:208},P=234;function $t(e,t){const{timeline:n}=e,[r,...i]=n;if(r===void 0)return b;const o=gt(e);return i.length===0?a`<p>One check, at ${(0,f.rb)(r.at)} UTC: ${pe(r,0,o)}.</p>\n`:a`<figure>
${At(n,o)}${vt(n,o,t)}</figure>
${k("All checks as a table",Ct(n,o))}`}function gt({timeline:e,probes:t}){const{edge:n,origins:r}=(0,L.Mm)(t),i=n?.name??"through Cloudflare",o=Math.max(0,...e.map(({originTimes:c=[]})=>c.length)),l=c=>e.map(({originTimes:d=[]})=>M(d[c])),s=o>pt?[{name:`slowest of ${o} origins`,style:"origin",times:e.map(bt),failed:[]}]:Array.from({length:o},(c,d)=>({name:r[d]?.name??(o===1?"direct":`origin ${d+1}`),style:"origin",times:l(d),failed:o===1?e.map(({origin:u})=>Y(u)):[]}));return[{name:i,style:"edge",times:e.map(({edgeTime:c})=>M(c)),failed:e.map(({edge:c})=>Y(c))},...s].filter(({times:c})=>c.some(d=>d!==void 0))}function Y(e){return!/^\d{3}\b/.test(e)}function bt({originTimes:e=[]}){const t=e.map(M).filter(n=>n!==void 0);return t.length===0?void 0:Math.max(...t)}function pe({verdict:e,edge:t,origin:n},r,i){const o=(l,s)=>{const d=i.filter($=>$.style===l).flatMap(({times:$})=>$[r]??[]).map(h.p0).join(", "),[u,m]=Y(s)?[":","after"]:["","in"];return`${l}${u} ${s}${d===""?"":` ${m} ${d}`}`};return[`${f.j7[e]} ${e}`,t===""?"edge not checked":o("edge",t),...n===""?[]:[o("origin",n)]].join(", ")}function vt(e,t,n){const r=wt(e),i=ut(r[0]??0,r.at(-1)??0,6),o=fe(t.flatMap(({times:s})=>s),4,"tick"),l=r.map(i.place);return a`<svg class="chart timeline" role="img" aria-labelledby="${n}-title ${n}-text" width="100%" height="${P}">
<title id="${n}-title">Response times of ${(0,h.LS)(e.length,"check")}</title>
<desc id="${n}-text">${Nt(e,t)}</desc>
${xt(e,l)}${yt(o,i)}${kt(e,l)}
${t.map((s,c)=>St(s,c,{timeline:e,places:l,axis:o}))}
${Mt(e,l,t)}
</svg>
`}function wt(e){const t=e.map(({at:r})=>Date.parse(r));return t.every((r,i)=>i===0||r>=(t[i-1]??Number.NaN))&&t.every(Number.isFinite)?t:e.map((r,i)=>i*1e3)}function yt({ticks:e,max:t},n){const r=e.map(({at:o,label:l})=>{const s=me(o/100*t,t);return a`<g class="tick"><line x1="0" x2="100%" y1="${s}" y2="${s}"/><text class="end" x="-10" y="${s+4}">${l}</text></g>`}),i=n.ticks.map(({at:o,label:l},s)=>{const c=o<4?"start":o>96?"end":"";return a`<g class="tick ${s%2===0?"even":"odd"}"><line x1="${o}%" x2="${o}%" y1="${A.bottom}" y2="${A.bottom+5}"/><text class="${c}" x="${o}%" y="${P-6}">${l}</text></g>`});return a`${r}${i}`}function me(e,t){const{top:n,bottom:r}=mt;return Math.round((r-S(e,t)/100*(r-n))*10)/10}function xt(e,t){const n=[];let r=0;for(const[i,{verdict:o}]of e.entries()){if(e[i+1]?.verdict===o)continue;const l=t[r]??0,s=t[i+1]??t[i]??l;if(r=i+1,o==="healthy")continue;const c=S(s-l,100);n.push(a`<rect class="outage ${o}" x="${l}%" width="${c}%" y="0" height="${A.bottom}"/><g class="limits ${o}"><line x1="${l}%" x2="${s}%" y1="0" y2="0"/></g>`)}return n}function kt(e,t){return e.flatMap(({skipped:n},r)=>{if(n===void 0)return[];const i=r===0?0:t[r-1]??0,o=t[r]??i,l=A.top-7;return[a`<g class="gap"><title>${$e(n)}</title><line x1="${i}%" x2="${o}%" y1="${l}" y2="${l}"/></g>`]})}function $e({rounds:e,failed:t}){return`${(0,h.LS)(e,"check")} not listed, ${t===0?"none":t} of them failed`}const ge=a` class="hollow"`;function St({style:e,times:t,failed:n},r,{timeline:i,places:o,axis:l}){let s="",c=!1;const d=[];for(const[m,$]of t.entries()){if(($===void 0||i[m]?.skipped?.identical===!1)&&(c=!1),$===void 0)continue;const[y,z]=[o[m]??0,me($,l.max)];s+=`${c?"L":"M"}${y} ${z}`,c=!0;const Le=p(n[m]===!0,()=>ge);d.push(e==="edge"?a`<circle${Le} cx="${y}%" cy="${z}" r="3.5"/>`:a`<rect${Le} x="${y}%" y="${z-3}" width="6" height="6" transform="translate(-3)"/>`)}const u=t.length>he?[]:d;return a`<g class="series ${e} n${r}"><svg x="0" y="0" width="100%" height="${P}" viewBox="0 0 100 ${P}" preserveAspectRatio="none"><path d="${s}"/></svg>${u}</g>
`}const be={healthy:6,inconclusive:14,unhealthy:24};function Mt(e,t,n){const r=e.length<=ue,i=e.map((o,l)=>{const s=t[l]??0,c=`${(0,f.rb)(o.at)} ${pe(o,l,n)}`,d=r?a`<text x="${s}%" y="${A.bottom-5}">${f.j7[o.verdict]}</text>`:a`<line x1="${s}%" x2="${s}%" y1="${A.bottom-be[o.verdict]}" y2="${A.bottom}"/>`;return{verdict:o.verdict,drawn:a`<g><title>${c}</title>${d}</g>`}});return["healthy","inconclusive","unhealthy"].flatMap(o=>{const l=i.filter(s=>s.verdict===o).map(({drawn:s})=>s);return l.length===0?[]:[a`<g class="lane ${o}">${l}</g>\n`]})}function At(e,t){const n=t.map(({name:s,style:c},d)=>{const u=c==="edge"?a`<circle cx="15" cy="5" r="3.5"/>`:a`<rect x="12" y="2" width="6" height="6"/>`;return a`<span class="series ${c} n${d}">${ve(u)} ${(0,f.Nx)(s)}</span>\n`}),r=e.length<=ue,i=["healthy","inconclusive","unhealthy"].filter(s=>e.some(c=>c.verdict===s)).map(s=>{const c=be[s]/2,d=r?E(f.j7[s]):a`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12-c}" y2="12"/></svg>`;return a`<span class="lane ${s}">${d} ${s}</span>\n`}),o=e.some(s=>s.skipped!==void 0),l=e.length<=he&&t.some(({failed:s})=>s.includes(!0));return a`<figcaption class="legend">
${n}${p(l,()=>a`<span class="series">${Tt()} No response (time until the failure)</span>\n`)}${i}${p(o,()=>a`<span class="gap">${ve(b)} Checks not listed</span>\n`)}<span>${(0,f.kb)(e[0]?.at??"")}, UTC</span></figcaption>
`}function Tt(){return a`<svg width="10" height="10" aria-hidden="true"><circle${ge} cx="5" cy="5" r="3.5"/></svg>`}function ve(e){return a`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${e}</svg>`}function Nt(e,t){const[n,r]=[e[0]?.at??"",e.at(-1)?.at??""],i=e.filter(({verdict:l})=>l==="unhealthy").length,o=t.map(({name:l,times:s})=>{const c=s.filter(d=>d!==void 0);return`${(0,f.Nx)(l)}: ${(0,h.p0)(Math.min(...c))} to ${(0,h.p0)(Math.max(...c))}.`});return[`${(0,h.LS)(e.length,"check")} from ${(0,f.kb)(n)} ${(0,f.rb)(n)} to ${(0,f.rb)(r)} UTC,`,`${i===0?"none":i} of them unhealthy.`,...o,"The table below lists them all."].join(" ")}function Ct(e,t){const n=e.flatMap((r,i)=>{const o=t.map(({times:c})=>c[i]===void 0?"\u2013":(0,h.p0)(c[i])),l=[(0,f.rb)(r.at),a`<span class="lane ${r.verdict}">${f.j7[r.verdict]}</span> ${r.verdict}`,r.edge===""?"not checked":r.edge,r.origin===""?"\u2013":r.origin,...o],{skipped:s}=r;return s===void 0?[l]:[["\u2026",$e(s),"","",...o.map(()=>"")],l]});return O({caption:`checks on ${(0,f.kb)(e[0]?.at??"")}`,columns:["time (UTC)","verdict","edge","origin",...t.map(({name:r})=>r)],rows:n})}var Ot=g(6419);const we=8,ye=42,T=20,Lt=14,zt=22,jt=.4;function It({probes:e},t){const{edge:n,origins:r}=(0,L.Mm)(e);if(n===void 0&&r.length===0)return b;const i=[n===void 0?xe("through Cloudflare"):ke(n),...r.length===0?[xe("direct")]:r.slice(0,we).map(ke)],o=r.length-we;return a`<figure>
${Et(i,t)}${p(o>0,()=>a`<figcaption>Not shown: ${(0,h.LS)(o,"more origin")}.</figcaption>\n`)}</figure>
${Bt(i)}`}function xe(e){return{name:e,outcome:"not checked",bars:[]}}function ke({name:e,probe:t}){const{failure:n}=t,r=n===void 0&&M(t.total)!==void 0?`, ${(0,h.p0)(t.total)}`:"";return{name:e,outcome:(0,L.LA)(t)+r,bars:Rt(t)}}function Rt(e){const{timings:t,failure:n}=e,r=M((0,L.eg)(e))??0,i=r===0?[]:[{kind:"redirects",label:"redirects",start:0,length:r}];let o=r;for(const l of Ot.ZG){const s=M(t[l]),c=n?.phase===l;s===void 0&&!c||(i.push({kind:l==="processing"||l==="transfer"?l:"setup",label:f.ZG[l],start:o,length:s??0,...c&&{failure:(0,ne.A)(n).brief}}),o+=s??0)}return i}function Et(e,t){const n=fe(e.flatMap(({bars:l})=>l.map(({start:s,length:c})=>s+c)),6);let r=0;const i=e.map(l=>{const s=Ht(l,r,n);return r+=Dt(l)+Lt,s}),o=r+zt;return a`<svg class="chart waterfall" role="img" aria-labelledby="${t}-title ${t}-text" width="100%" height="${o}">
<title id="${t}-title">Phases of the requests on one time axis</title>
<desc id="${t}-text">${e.map(Gt).join(" ")}</desc>
${n.ticks.map((l,s)=>Pt(l.at,s,r,l.label))}
${i}
</svg>
`}function Dt({bars:e}){return ye+e.reduce((t,{failure:n})=>t+(n===void 0?T:2*T),0)}function Pt(e,t,n,r){return a`<g class="tick ${t%2===0?"even":"odd"}"><line x1="${e}%" x2="${e}%" y1="0" y2="${n}"/><text x="${e}%" y="${n+16}">${r}</text></g>`}function Ht({name:e,outcome:t,bars:n},r,i){let o=r+ye;const l=n.map(s=>{const c=Wt(s,o,i);return o+=s.failure===void 0?T:2*T,c});return a`<g><text class="side" x="-84" y="${r+14}">${(0,f.Nx)(e)}</text><text class="soft" x="-84" y="${r+32}">${t}</text>${l}</g>\n`}function Wt({kind:e,label:t,start:n,length:r,failure:i},o,{max:l}){const s=S(n,l),c=S(n+r,l),d=S(r,l)<jt?"2":`${S(r,l)}%`,u=o+T/2+4,m=y=>a`<rect class="${y}" x="${s}%" width="${d}" y="${o+3}" height="${T-6}" rx="2"/>`,$=i!==void 0;return a`
<g><title>${t}, ${(0,h.p0)(r)}, from ${(0,h.p0)(n)}</title><text class="soft" x="-84" y="${u}">${t}</text>${m($?"bar failed":`bar ${e}`)}${p($,()=>m("hatched"))}<text x="${c}%" dx="7" y="${u}">${$?"\u2717 ":""}${(0,h.p0)(r)}</text>${p($,()=>a`<text class="failure" ${Ut(s,c)} y="${u+T}">${i??""}</text>`)}</g>`}function Ut(e,t){return e<=30?a`x="${e}%" text-anchor="start"`:t>=70?a`x="${t}%" text-anchor="end"`:a`x="${e}%" text-anchor="middle"`}function Gt({name:e,outcome:t,bars:n}){const r=n.map(({label:i,length:o,failure:l})=>l===void 0?`${i} ${(0,h.p0)(o)}`:`${i} fails after ${(0,h.p0)(o)}`);return`${(0,f.Nx)(e)}: ${t}${r.length===0?"":`: ${(0,h.p_)(r)}`}.`}function Bt(e){const t=e.flatMap(({name:n,outcome:r,bars:i})=>i.length===0?[[(0,f.Nx)(n),"\u2013","\u2013","\u2013",r]]:i.map(({label:o,start:l,length:s,failure:c})=>[(0,f.Nx)(n),o,(0,h.p0)(l),(0,h.p0)(s),c===void 0?"\u2713":`\u2717 ${c}`]));return k("The phases as a table",O({caption:"phases of the requests",columns:["side","phase","starts at","takes","result"],rows:t}))}function V(e,t){const{id:n,level:r}=t;return a`<article class="site" id="${n}" data-verdict="${e.verdict}">
<header class="${e.verdict}">
<p>${U(e.verdict)}</p>
${G(r,r===1?(0,j.Gg)(e):e.headline)}
<p class="summary">${_(e.summary)}</p>
</header>
${Me(e,t)}</article>
`}function Se(e,t){const{id:n,level:r}=t;return a`<details class="site" id="${n}" data-verdict="${e.verdict}"><summary>${G(r,a`${E(f.j7[e.verdict])} ${e.headline}`)}</summary>
<p class="summary">${_(e.summary)}</p>
${Me(e,t)}</details>
`}function Me(e,{id:t,level:n,sameCauseAs:r,drawings:i=!0}){const o=(y,z)=>p(x(z)!=="",()=>a`<section>\n${G(n+1,y)}\n${z}</section>\n`),{verdict:l,timeline:s,availability:c}=e,d=s.length>1?`Timeline of ${(0,h.LS)(c.rounds,"check")}`:"Timeline",u=o("Warnings and notes",Ze(e)),m=[qe(e),ot(e),it(e),...at(e),ct(e),dt(e)],$=[Xt(e.path,l),p(l==="healthy",()=>u),K("lead",[Vt(e),p(l!=="healthy",()=>o(`${(0,ie.D)(e)}${Ft(e)}`,Kt(e,r)))]),K(e.probes.origins.length>1?"stack":"pair wide-first",[p(i,()=>o("Where the time goes",It(e,`${t}-waterfall`))),o("Measurements",Ve(e))]),p(i,()=>o(d,$t(e,`${t}-timeline`))),K("pair",[o("Evidence",Qe(e)),o("What else it could be",Je(e))]),p(l!=="healthy",()=>u),o("Details",a`${m}`)];return a`${$}`}function K(e,t){const n=a`${t}`;return p(x(n)!=="",()=>a`<div class="${e}">\n${n}</div>\n`)}function Ft({remedy:e}){return e===null?"":` (${e.difficulty})`}function Xt(e,t){const n=(0,Ge.u)(e),r=e.map((i,o)=>{const{name:l,state:s,detail:c}=i,d=o===0&&s==="ok",u=i===n?` failing ${t}`:"",m=i===n?`: ${Ae[s]}, the problem is here`:d?"":`: ${Ae[s]}`;return a`<li class="${s}${u}"><span class="dot" aria-hidden="true">${d?"\u2022":(0,f.$j)(i)}</span><span class="hop">${l}${Ie(m)}</span>${p(c!=="",()=>a` <span class="detail">${c}</span>`)}</li>`});return a`<ol class="path" aria-label="Path of the request">${r}</ol>\n`}const Ae={ok:"works",broken:"fails",unknown:"unknown"},Yt=24;function Vt(e){const t=[...(0,ie.A)(e).map(({label:r,text:i,strip:o=""})=>({label:r,text:a`${w(i)}${p(o!==""&&o.length<=Yt,()=>a` <span class="strip" aria-hidden="true">${o}</span>`)}`})),...e.owner===""?[]:[{label:"Where the problem is",text:a`${f.H1[e.owner]}`}],...e.cause===""?[]:[{label:"Cause",text:C(v(e.cause),e.docs)}]],n=t.map(({label:r,text:i})=>a`<div><dt>${r}</dt><dd>${i}</dd></div>\n`);return t.length===0?b:a`<dl>\n${n}</dl>\n`}function Kt(e,t){const{remedy:n,docs:r}=e;if(n===null)return b;if(t!==void 0){const{host:l,id:s}=t;return a`<p>Same as for <a href="#${s}">${l}</a> above.</p>\n`}const i=(0,Be.zY)(n),o=(0,R.iS)(n.reference);return a`<ol>${n.steps.map(Qt)}
</ol>
${p(n.avoid!==void 0,()=>a`<p class="remark warning">${N(n.avoid??"")}</p>\n`)}${p(i.length>0,()=>a`<p class="small">${N(i.join(" "))}</p>\n`)}<p class="small">${C("About this cause",r)}${p(o!=="",()=>a` · ${C(o,n.reference)}`)}</p>
`}function Qt(e){const t=e.type==="look"?b:a`${p(e.type==="risk",()=>Te("risk","\u26A0",`Risk: ${e.type==="risk"?`${e.exposes} ${e.limit}`:""}`))}${Te("undo","\u21A9",`Undo: ${e.undo}`)}`;return a`\n<li><b>${N(e.action)}</b>${N(e.details)}${t}</li>`}function Te(e,t,n){return a`<span class="effect ${e}">${E(t)} ${N(n)}</span>`}const Jt=`
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
`,Zt="sha256-+fx2CWPK8VKtNLbgQdcUGYDJ83JSm2u338MsSG9PjB8=";function qt(e){return[...Ne(e)].join("")}function*Ne(e){const[t]=e.sites,n=e.sites.length>1;if(yield`<!doctype html>
<html lang="en">
<head>
${x(_t(e,n))}<style>${Jt}</style>
</head>
<body>
`,yield x(en(e)),n)for(const r of nn(e))yield x(r);else yield x(V(t,{id:Q(0),level:1}));yield x(tn(e)),n&&(yield`<script>${We}<\/script>
`),yield`</body>
</html>
`}function Q(e){return`site-${e+1}`}function _t(e,t){const n=["default-src 'none'",`style-src '${Zt}'`,...t?[`script-src '${Ue}'`]:[],"base-uri 'none'","form-action 'none'"].join("; ");return a`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${n}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="origin-gate ${e.version}"/>
<title>${f.j7[e.verdict]} ${(0,j.dC)(e)}</title>
`}function en({at:e}){return a`<header class="top"><p><b>Origin Gate</b> report, ${Ce(e)}</p></header>
<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs></svg>
<main>
`}function tn(e){const t=(0,j.p1)(e);return a`${p(t.length>0,()=>a`<section>\n${t.map(({text:n})=>a`<p class="remark note"><b>Note:</b> ${w(n)}</p>\n`)}</section>\n`)}</main>
<footer><p>${e.verdict} · ${Ce(e.at)} · origin-gate ${e.version} · ${C("Documentation",f.iT)}</p></footer>
`}function Ce(e){return a`<time datetime="${e}">${(0,f.kb)(e)} ${(0,f.rb)(e)} UTC</time>`}const Oe=100;function*nn(e){const{sites:t}=e,n=t.length<=Oe,r=`With more than ${Oe} sites, some have no charts: those that are always healthy, and those that fail for the same cause as a site above.`;yield*Pe(e,Q),n||(yield a`<p class="small">${r}</p>\n`);const i=t.map((d,u)=>({site:d,id:Q(u)})),o=i.filter(({site:d})=>d.verdict!=="healthy"),l=(0,j.UM)(o.map(({site:d})=>d)),s=new Map;for(const[d,{site:u,id:m}]of o.entries()){s.set(u,m);const $=l[d]?.sameCauseAs;if($===void 0){yield V(u,{id:m,level:2});continue}const y={id:m,level:2,sameCauseAs:{host:$.host,id:s.get($)??""}};yield n?V(u,y):Se(u,{...y,drawings:!1})}const c=i.filter(({site:d})=>d.verdict==="healthy");if(c.length!==0){yield a`<section class="healthy-sites">\n<h2>Healthy sites</h2>\n`;for(const{site:d,id:u}of c)yield Se(d,{id:u,level:3,drawings:n||d.trend!=="steady"});yield a`</section>\n`}}})};export{on as id,an as ids,sn as modules};
