const on=498,an=[498],sn={2498:((rn,J,b)=>{b.r(J),b.d(J,{htmlOf:()=>qt,htmlPieces:()=>Ce});var f=b(8191),z=b(4650),R=b(7582),ze=b(6847);const I=Symbol("escaped");function a(e,...t){let n=e[0]??"";for(const[r,i]of t.entries())n+=Ie(i)+(e[r+1]??"");return{[I]:n}}const g=a``;function x(e){return e[I]}function Ie(e){return typeof e=="string"?Z(e):typeof e=="number"?String(e):I in e?e[I]:e.map(x).join("")}function Z(e){return(0,ze.RK)(e).replace(/[&<>"]/g,t=>`&#${t.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g,"\uFFFD")}function H(e){const t=e.replaceAll("	","    ").split(/\r\n|[\n\r\u2028\u2029]/).map(Z);return{[I]:t.join(`
`)}}function p(e,t){return e?t():g}function w(e){return q(e,R.Rd)}function C(e){return q(e,R.ci)}function q(e,t){const n=e.split(t).map((r,i)=>i%2===0?a`${r}`:r.startsWith("https:")?O(r,r):v(r.replaceAll("`","")));return a`${n}`}function _(e){const t=e.map(({text:n,strong:r})=>r===!0?a`<strong>${C(n)}</strong>`:w(n));return a`${t}`}const ee=/^[ -~…]{0,28}$/;function v(e){if(ee.test(e))return a`<code>${e}</code>`;const t=e.split(" ").map((n,r)=>{const i=r===0?"":" ";return n.includes("-")&&ee.test(n)?a`${i}<span>${n}</span>`:a`${i}${n}`});return a`<code class="long">${t}</code>`}function W(e){const t=e.split(/(\b\d{4}-\d\d-\d\d\b)/).map((n,r)=>r%2===1?a`<time>${n}</time>`:w(n));return a`${t}`}function O(e,t){const n=(0,R.gC)(t);return n===void 0?a`${e}`:a`<a href="${n}">${e}</a>`}function U(e){return a`<span class="badge ${e}">${E(f.j7[e])} ${e}</span>`}function E(e){return a`<span aria-hidden="true">${e}</span>`}function Re(e){return a`<span class="unseen">${e}</span>`}function G(e,t){switch(e){case 1:return a`<h1>${t}</h1>`;case 2:return a`<h2>${t}</h2>`;case 3:return a`<h3>${t}</h3>`;case 4:return a`<h4>${t}</h4>`;default:return a`<h5>${t}</h5>`}}function k(e,t){return a`<details><summary>${e}</summary>\n${t}</details>\n`}function te(e){return a`<ul>${e.map(t=>a`\n<li>${t}</li>`)}</ul>\n`}const Ee=3;function L({caption:e,columns:t,rows:n}){const r=t.map(l=>l===""?a`<td></td>`:a`<th scope="col">${l}</th>`),i=n.map(([l="",...s])=>{const c=s.map(d=>a`<td>${d}</td>`);return a`\n<tr><th scope="row">${l}</th>${c}</tr>`}),o=a`<table>
<caption class="unseen">${(0,f.Nx)(e)}</caption>
<thead><tr>${r}</tr></thead>
<tbody>${i}</tbody>
</table>`;return t.length>Ee?De(e,o):a`${o}\n`}function De(e,t){return a`<div class="scroll" role="group" aria-label="${(0,f.Nx)(e)}" tabindex="0">${t}</div>\n`}var ne=b(3971);const re=100,Pe=["unhealthy","inconclusive","healthy"];function*He(e,t){const{sites:n,verdict:r}=e,i=Pe.map(o=>({verdict:o,count:n.filter(l=>l.verdict===o).length})).filter(({count:o})=>o>0);yield a`<section class="overview" aria-label="Overview">
<header class="${r}">
<h1>${(0,z.dC)(e)}</h1>
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
<tbody>`;for(let o=0;o<n.length;o+=re){const l=n.slice(o,o+re).map((s,c)=>We(s,t(o+c)));yield a`${l}`}yield a`\n</tbody>
</table></div>
</section>
`}function We({url:e,verdict:t,cause:n,confidence:r,probes:{edge:i,origins:o}},l){const s=e.replace(/^https:\/\//,"").replace(/\/$/,""),c=[...new Set(o.map(oe))].join(", ");return a`
<tr data-verdict="${t}"><th scope="row"><a href="#${l}">${s}</a></th><td>${U(t)}</td><td>${n===""?"\u2013":v(n)}</td><td>${r===""?"\u2013":r}</td><td>${i===void 0?"\u2013":oe(i)}</td><td>${c===""?"\u2013":c}</td></tr>`}function oe({status:e,failure:t}){return t===void 0?String(e??"\u2013"):(0,ne.AC)(t).brief}const Ue=`(() => {
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
`,Ge="sha256-K3QYDQr71LbVxqPQ4JqTTPLTSLtSghk1HRtuYUX4Ils=";var u=b(6422),Be=b(163),Fe=b(6053),ie=b(5926),Xe=b(5281),Ye=b(1909),ae=b(2812),M=b(6374),Ve=b(7799);function Ke(e){const{columns:t,rows:n,others:r}=(0,M.Qp)(e);if(t.length===0)return g;const i=n.map(({label:o,cells:l})=>[w(o)].concat(l.map(Qe)));return a`${L({caption:"measurements",columns:["",...t],rows:i})}${p(r!=="",()=>a`<p class="small">And ${r}.</p>\n`)}`}function Qe({text:e,verbatim:t}){return t===!0?v(e):W(e.replace("TLS ","TLS\xA0"))}function Je({clues:e,probes:t}){const{edge:n}=t,r=e.map(({from:l,text:s})=>a`<b>${(0,f.ky)(l,t)}:</b> ${w(s)}`),i=n?.colo===void 0?"":`, in ${n.colo}`,o=n?.rayId===void 0?[]:[a`<b>Ray ID:</b> ${v(n.rayId)}${i}`];return r.length===0?g:te([...r,...o])}function Ze({alternatives:e,lookalikes:t=[]}){const n=[...e.map(({title:r,confidence:i,because:o,distinguishedBy:l})=>a`<b>${w((0,f.Nx)(r))}</b> (${i}). ${w(o+(0,f.$w)(l))}`),...t.map(({title:r,distinguishedBy:i})=>a`<b>${w((0,f.Nx)(r))}.</b>${w((0,f.$w)(i))}`)];return n.length===0?g:te(n)}function qe({warnings:e,notes:t,unread:n=[]}){const r=[...e.map(i=>se("Warning",i)),...t.map(i=>se("Note",i)),...n.map(i=>a`<p class="remark">${w(i)}</p>\n`)];return a`${r}`}function se(e,{id:t,text:n}){return a`<p class="remark ${e.toLowerCase()}"><b>${e}:</b> ${w(n)} ${O("More",(0,f.fE)(t))}</p>\n`}function _e({probes:e}){const{edge:t,origins:n}=(0,M.Mm)(e),r=tt([...t===void 0?[]:[t],...n].flatMap(et));if(r.length===0)return g;const i=(s,c)=>[s,...r.map(({tls:d})=>c(d))],o=[i("subject",({subject:s})=>v(s)),i("issuer",({issuer:s})=>v(s)),i("names",({names:s})=>nt(s)),i("key",({chain:s})=>a`${s[0]?.key??"\u2013"}`),i("valid",({notBefore:s,notAfter:c,daysLeft:d})=>a`${W(`${(0,f.kb)(s)} to ${(0,f.kb)(c)}`)}${d<0?"":`, ${(0,u.LS)(d,"day")} left`}`),i("faults",rt),i("chain",({chain:s})=>ot(s.slice(1))),i("cipher",({cipher:s})=>v(s))],l=["",...r.map(({name:s})=>s)];return k("Certificates",L({caption:"certificates",columns:l,rows:o}))}function et({name:e,probe:{tls:t}}){return t===void 0?[]:[{name:e,tls:t}]}const B=3;function tt(e){return[...Map.groupBy(e,({tls:n})=>JSON.stringify(n)).values()].flatMap(n=>{const r=n.map(({name:s})=>s),i=r.slice(0,r.length>B?B-1:B),o=r.length-i.length,l=(0,u.p_)(o===0?i:[...i,`${o} more`]);return n.slice(0,1).map(({tls:s})=>({name:l,tls:s}))})}function nt(e){const t=e.filter(i=>i!==Xe.VT),n=e.length-t.length,r=[...t.map(v),...n===0?[]:[a`${(0,u.LS)(n,"hidden name")}`]];return F(r,a`, `)}function rt({faults:e,outdatedIssuer:t}){const n=e.map(r=>t?.fault===r?(0,f.yz)(t):f.y2[r]);return n.length===0?a`none`:a`<b class="unhealthy">✗ ${n.join(", ")}</b>`}function ot(e){const t=e.map(({subject:n,notAfter:r,linked:i})=>a`${v(n)}, until ${W((0,f.kb)(r))}${i?"":", not needed"}`);return t.length===0?a`leaf only`:F(t,a`<br/>`)}function F(e,t){return a`${e.flatMap((n,r)=>r===0?[n]:[t,n])}`}function it({probes:{dns:e}}){if(e===void 0)return g;const{cloudflare:t,others:n,failure:r,servers:i=[]}=e,o=[...t.map(d=>a`${v(d)} (Cloudflare)`),...n===0?[]:[a`${(0,u.LS)(n,"address","addresses")} outside Cloudflare`],...r===void 0?[]:[a`${r}`]],l=i.map(({server:d,answer:h,ttl:m})=>[d==="own"?"the runner's own":v(d),h,m===void 0?"\u2013":`${m} s`]),s=l.length===0?g:L({caption:"DNS servers",columns:["server","answer","TTL"],rows:l}),c=o.length===0?g:a`<p>The name resolves to ${F(o,a`, `)}.</p>\n`;return o.length+l.length===0?g:k("DNS",a`${c}${s}`)}function at({changes:e}){const t=e===void 0?[]:(0,ae.lw)(e);if(e===void 0||t.length===0)return g;const n=t.map(({where:r,what:i,before:o,now:l})=>[`${i}${r===""?"":` (${r})`}`,v(o),v(l)]);return k(`Changes since ${(0,ae.Tk)(e)}`,L({caption:"changes",columns:["what","then","now"],rows:n}))}function st({responses:e=[]}){return e.map(({name:t,opening:n,headers:r,moreHeaders:i=0,body:o})=>{const l=[n,...r.map(({name:c,value:d})=>`${c}: ${d}`),...i===0?[]:[`\u2026 ${(0,u.LS)(i,"more header")}`]];if(n===""&&r.length===0)return k(`${le(t)}: none`,a`<p>Nothing arrived.</p>\n`);const s=a`${le(t)}${p(n!=="",()=>a`: ${v(n)}`)}`;return k(s,a`<pre><code>${H(l.join(`
`))}</code></pre>\n${lt(l)}${ct(o)}`)})}function le(e){return e==="directly"?"Direct response":/^(?:through|by|from)\b/.test(e)?`Response ${e}`:`Response from ${e}`}function lt(e){const t=e.some(n=>n.includes("***"));return p(t,()=>a`<p class="small"><code>***</code>: hidden, because it may be a secret.</p>\n`)}function ct(e){if(e===void 0)return g;const{text:t,bytes:n,complete:r}=e,i=(0,u.LS)(n,"byte"),o=r?i:t===""?`${i}, which were not kept`:`the beginning of ${i}`;return a`${p(t!=="",()=>a`<pre><code>${H(t)}</code></pre>\n`)}<p class="small">Body: ${o}.</p>\n`}function dt(e){return ce("Reproduce it with curl",(0,Ye.Z)(e))}function ft(e){return ce("For a Cloudflare support ticket",(0,Ve.K)(e))}function ce(e,t){return p(t.length>0,()=>k(e,a`<pre><code>${H(t.join(`
`))}</code></pre>\n`))}const ht=1e12;function A(e){return e!==void 0&&e>=0&&e<=ht?e:void 0}function S(e,t){const n=t>0?e/t*100:0;return Number.isFinite(n)?Math.round(Math.min(100,Math.max(0,n))*100)/100:0}const D=1e3,ut=[...[1,10,100].flatMap(e=>[e,2*e,5*e]),...[1,2,5,10,15,30].map(e=>e*D),...[1,2,5,10,15,30].map(e=>e*u.pY),...[1,2,3,6,12].map(e=>e*u.dp)];function de(e,t,n=0){const r=ut.find(o=>o>=n&&e/o<=t);if(r!==void 0)return r;let i=u.d_;for(;e/i>t;)i*=2;return i}function fe(e,t,n="exact"){const r=e.reduce((s,c)=>Math.max(s,A(c)??0),0)||1,i=de(r,t),o=n==="exact"?r:Math.ceil(r/i)*i,l=Array.from({length:Math.floor(o/i)+1},(s,c)=>({at:S(c*i,o),label:(0,u.p0)(c*i)}));return{max:o,ticks:l}}function pt(e,t,n){const r=t-e;if(!(r>0)||!Number.isFinite(r))return{place:()=>50,ticks:[{at:50,label:X(e,D)}]};const i=c=>S(c-e,r),o=de(r,n,D),l=Math.ceil(e/o)*o,s=Array.from({length:Math.floor((t-l)/o)+1},(c,d)=>{const h=l+d*o;return{at:i(h),label:X(h,o)}});return{place:i,ticks:s.length===0?[{at:0,label:X(e,D)}]:s}}function X(e,t){if(!Number.isFinite(e)||Math.abs(e)>864e13)return"";const n=new Date(e).toISOString();return t>=u.d_?n.slice(5,10):t>=u.pY?n.slice(11,16):n.slice(11,19)}const mt=3,he=40,ue=24,$t={top:10,bottom:170},N={top:184,bottom:208},P=234;function gt(e,t){const{timeline:n}=e,[r,...i]=n;if(r===void 0)return g;const o=bt(e);return i.length===0?a`<p>One check, at ${(0,f.rb)(r.at)} UTC: ${pe(r,0,o)}.</p>\n`:a`<figure>
${Nt(n,o)}${wt(n,o,t)}</figure>
${k("All checks as a table",Ot(n,o))}`}function bt({timeline:e,probes:t}){const{edge:n,origins:r}=(0,M.Mm)(t),i=n?.name??"through Cloudflare",o=Math.max(0,...e.map(({originTimes:c=[]})=>c.length)),l=c=>e.map(({originTimes:d=[]})=>A(d[c])),s=o>mt?[{name:`slowest of ${o} origins`,style:"origin",times:e.map(vt),failed:[]}]:Array.from({length:o},(c,d)=>({name:r[d]?.name??(o===1?(0,M.N9)(t.origins[0]?.route):`origin ${d+1}`),style:"origin",times:l(d),failed:o===1?e.map(({origin:h})=>Y(h)):[]}));return[{name:i,style:"edge",times:e.map(({edgeTime:c})=>A(c)),failed:e.map(({edge:c})=>Y(c))},...s].filter(({times:c})=>c.some(d=>d!==void 0))}function Y(e){return!/^\d{3}\b/.test(e)}function vt({originTimes:e=[]}){const t=e.map(A).filter(n=>n!==void 0);return t.length===0?void 0:Math.max(...t)}function pe({verdict:e,edge:t,origin:n},r,i){const o=(l,s)=>{const d=i.filter($=>$.style===l).flatMap(({times:$})=>$[r]??[]).map(u.p0).join(", "),[h,m]=Y(s)?[":","after"]:["","in"];return`${l}${h} ${s}${d===""?"":` ${m} ${d}`}`};return[`${f.j7[e]} ${e}`,t===""?"edge not checked":o("edge",t),...n===""?[]:[o("origin",n)]].join(", ")}function wt(e,t,n){const r=yt(e),i=pt(r[0]??0,r.at(-1)??0,6),o=fe(t.flatMap(({times:s})=>s),4,"tick"),l=r.map(i.place);return a`<svg class="chart timeline" role="img" aria-labelledby="${n}-title ${n}-text" width="100%" height="${P}">
<title id="${n}-title">Response times of ${(0,u.LS)(e.length,"check")}</title>
<desc id="${n}-text">${Ct(e,t)}</desc>
${kt(e,l)}${xt(o,i)}${St(e,l)}
${t.map((s,c)=>Mt(s,c,{timeline:e,places:l,axis:o}))}
${At(e,l,t)}
</svg>
`}function yt(e){const t=e.map(({at:r})=>Date.parse(r));return t.every((r,i)=>i===0||r>=(t[i-1]??Number.NaN))&&t.every(Number.isFinite)?t:e.map((r,i)=>i*1e3)}function xt({ticks:e,max:t},n){const r=e.map(({at:o,label:l})=>{const s=me(o/100*t,t);return a`<g class="tick"><line x1="0" x2="100%" y1="${s}" y2="${s}"/><text class="end" x="-10" y="${s+4}">${l}</text></g>`}),i=n.ticks.map(({at:o,label:l},s)=>{const c=o<4?"start":o>96?"end":"";return a`<g class="tick ${s%2===0?"even":"odd"}"><line x1="${o}%" x2="${o}%" y1="${N.bottom}" y2="${N.bottom+5}"/><text class="${c}" x="${o}%" y="${P-6}">${l}</text></g>`});return a`${r}${i}`}function me(e,t){const{top:n,bottom:r}=$t;return Math.round((r-S(e,t)/100*(r-n))*10)/10}function kt(e,t){const n=[];let r=0;for(const[i,{verdict:o}]of e.entries()){if(e[i+1]?.verdict===o)continue;const l=t[r]??0,s=t[i+1]??t[i]??l;if(r=i+1,o==="healthy")continue;const c=S(s-l,100);n.push(a`<rect class="outage ${o}" x="${l}%" width="${c}%" y="0" height="${N.bottom}"/><g class="limits ${o}"><line x1="${l}%" x2="${s}%" y1="0" y2="0"/></g>`)}return n}function St(e,t){return e.flatMap(({skipped:n},r)=>{if(n===void 0)return[];const i=r===0?0:t[r-1]??0,o=t[r]??i,l=N.top-7;return[a`<g class="gap"><title>${$e(n)}</title><line x1="${i}%" x2="${o}%" y1="${l}" y2="${l}"/></g>`]})}function $e({rounds:e,failed:t}){return`${(0,u.LS)(e,"check")} not listed, ${t===0?"none":t} of them failed`}const ge=a` class="hollow"`;function Mt({style:e,times:t,failed:n},r,{timeline:i,places:o,axis:l}){let s="",c=!1;const d=[];for(const[m,$]of t.entries()){if(($===void 0||i[m]?.skipped?.identical===!1)&&(c=!1),$===void 0)continue;const[y,j]=[o[m]??0,me($,l.max)];s+=`${c?"L":"M"}${y} ${j}`,c=!0;const je=p(n[m]===!0,()=>ge);d.push(e==="edge"?a`<circle${je} cx="${y}%" cy="${j}" r="3.5"/>`:a`<rect${je} x="${y}%" y="${j-3}" width="6" height="6" transform="translate(-3)"/>`)}const h=t.length>he?[]:d;return a`<g class="series ${e} n${r}"><svg x="0" y="0" width="100%" height="${P}" viewBox="0 0 100 ${P}" preserveAspectRatio="none"><path d="${s}"/></svg>${h}</g>
`}const be={healthy:6,inconclusive:14,unhealthy:24};function At(e,t,n){const r=e.length<=ue,i=e.map((o,l)=>{const s=t[l]??0,c=`${(0,f.rb)(o.at)} ${pe(o,l,n)}`,d=r?a`<text x="${s}%" y="${N.bottom-5}">${f.j7[o.verdict]}</text>`:a`<line x1="${s}%" x2="${s}%" y1="${N.bottom-be[o.verdict]}" y2="${N.bottom}"/>`;return{verdict:o.verdict,drawn:a`<g><title>${c}</title>${d}</g>`}});return["healthy","inconclusive","unhealthy"].flatMap(o=>{const l=i.filter(s=>s.verdict===o).map(({drawn:s})=>s);return l.length===0?[]:[a`<g class="lane ${o}">${l}</g>\n`]})}function Nt(e,t){const n=t.map(({name:s,style:c},d)=>{const h=c==="edge"?a`<circle cx="15" cy="5" r="3.5"/>`:a`<rect x="12" y="2" width="6" height="6"/>`;return a`<span class="series ${c} n${d}">${ve(h)} ${(0,f.Nx)(s)}</span>\n`}),r=e.length<=ue,i=["healthy","inconclusive","unhealthy"].filter(s=>e.some(c=>c.verdict===s)).map(s=>{const c=be[s]/2,d=r?E(f.j7[s]):a`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12-c}" y2="12"/></svg>`;return a`<span class="lane ${s}">${d} ${s}</span>\n`}),o=e.some(s=>s.skipped!==void 0),l=e.length<=he&&t.some(({failed:s})=>s.includes(!0));return a`<figcaption class="legend">
${n}${p(l,()=>a`<span class="series">${Tt()} No response (time until the failure)</span>\n`)}${i}${p(o,()=>a`<span class="gap">${ve(g)} Checks not listed</span>\n`)}<span>${(0,f.kb)(e[0]?.at??"")}, UTC</span></figcaption>
`}function Tt(){return a`<svg width="10" height="10" aria-hidden="true"><circle${ge} cx="5" cy="5" r="3.5"/></svg>`}function ve(e){return a`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${e}</svg>`}function Ct(e,t){const[n,r]=[e[0]?.at??"",e.at(-1)?.at??""],i=e.filter(({verdict:s})=>s==="unhealthy").length,o=t.map(({name:s,times:c})=>{const d=c.filter(m=>m!==void 0),h=[...new Set([Math.min(...d),Math.max(...d)].map(u.p0))].join(" to ");return`${(0,f.Nx)(s)}: ${h}.`}),l=i===e.length?"all":i===0?"none":i;return[`${(0,u.LS)(e.length,"check")} from ${(0,f.kb)(n)} ${(0,f.rb)(n)} to ${(0,f.rb)(r)} UTC,`,`${l} of them unhealthy.`,...o,"The table below lists them all."].join(" ")}function Ot(e,t){const n=e.flatMap((r,i)=>{const o=t.map(({times:c})=>c[i]===void 0?"\u2013":(0,u.p0)(c[i])),l=[(0,f.rb)(r.at),a`<span class="lane ${r.verdict}">${f.j7[r.verdict]}</span> ${r.verdict}`,r.edge===""?"not checked":r.edge,r.origin===""?"\u2013":r.origin,...o],{skipped:s}=r;return s===void 0?[l]:[["\u2026",$e(s),"","",...o.map(()=>"")],l]});return L({caption:`checks on ${(0,f.kb)(e[0]?.at??"")}`,columns:["time (UTC)","verdict","edge","origin",...t.map(({name:r})=>`${r}, time`)],rows:n})}var Lt=b(6419);const we=8,ye=42,T=20,jt=14,zt=22,It=.4;function Rt({probes:e},t){const{edge:n,origins:r}=(0,M.Mm)(e);if(n===void 0&&r.length===0)return g;const i=[n===void 0?xe("through Cloudflare"):ke(n),...r.length===0?[xe("direct")]:r.slice(0,we).map(ke)],o=r.length-we;return a`<figure>
${Dt(i,t)}${p(o>0,()=>a`<figcaption>Not shown: ${(0,u.LS)(o,"more origin")}.</figcaption>\n`)}</figure>
${Ft(i)}`}function xe(e){return{name:e,outcome:"not checked",bars:[]}}function ke({name:e,probe:t}){const{failure:n}=t,r=n===void 0&&A(t.total)!==void 0?`, ${(0,u.p0)(t.total)}`:"",i=(0,M.LA)(t).replace(/^none:/,"no response:"),o=t.route===void 0?"":", route included";return{name:e,outcome:i+r+o,bars:Et(t)}}function Et(e){const{timings:t,failure:n}=e,r=A((0,M.eg)(e))??0,i=r===0?[]:[{kind:"redirects",label:"redirects",start:0,length:r}];let o=r;for(const l of Lt.ZG){const s=A(t[l]),c=n?.phase===l;s===void 0&&!c||(i.push({kind:l==="processing"||l==="transfer"?l:"setup",label:f.ZG[l],start:o,length:s??0,...c&&{failure:(0,ne.AC)(n).brief}}),o+=s??0)}return i}function Dt(e,t){const n=fe(e.flatMap(({bars:l})=>l.map(({start:s,length:c})=>s+c)),6);let r=0;const i=e.map(l=>{const s=Wt(l,r,n);return r+=Pt(l)+jt,s}),o=r+zt;return a`<svg class="chart waterfall" role="img" aria-labelledby="${t}-title ${t}-text" width="100%" height="${o}">
<title id="${t}-title">Phases of the requests on one time axis</title>
<desc id="${t}-text">${e.map(Bt).join(" ")}</desc>
${n.ticks.map((l,s)=>Ht(l.at,s,r,l.label))}
${i}
</svg>
`}function Pt({bars:e}){return ye+e.reduce((t,{failure:n})=>t+(n===void 0?T:2*T),0)}function Ht(e,t,n,r){return a`<g class="tick ${t%2===0?"even":"odd"}"><line x1="${e}%" x2="${e}%" y1="0" y2="${n}"/><text x="${e}%" y="${n+16}">${r}</text></g>`}function Wt({name:e,outcome:t,bars:n},r,i){let o=r+ye;const l=n.map(s=>{const c=Ut(s,o,i);return o+=s.failure===void 0?T:2*T,c});return a`<g><text class="side" x="-84" y="${r+14}">${(0,f.Nx)(e)}</text><text class="soft" x="-84" y="${r+32}">${t}</text>${l}</g>\n`}function Ut({kind:e,label:t,start:n,length:r,failure:i},o,{max:l}){const s=S(n,l),c=S(n+r,l),d=S(r,l)<It?"2":`${S(r,l)}%`,h=o+T/2+4,m=y=>a`<rect class="${y}" x="${s}%" width="${d}" y="${o+3}" height="${T-6}" rx="2"/>`,$=i!==void 0;return a`
<g><title>${t}, ${(0,u.p0)(r)}, from ${(0,u.p0)(n)}</title><text class="soft" x="-84" y="${h}">${t}</text>${m($?"bar failed":`bar ${e}`)}${p($,()=>m("hatched"))}<text x="${c}%" dx="7" y="${h}">${$?"\u2717 ":""}${(0,u.p0)(r)}</text>${p($,()=>a`<text class="failure" ${Gt(s,c)} y="${h+T}">${i??""}</text>`)}</g>`}function Gt(e,t){return e<=30?a`x="${e}%" text-anchor="start"`:t>=70?a`x="${t}%" text-anchor="end"`:a`x="${e}%" text-anchor="middle"`}function Bt({name:e,outcome:t,bars:n}){const r=n.map(({label:i,length:o,failure:l})=>l===void 0?`${i} ${(0,u.p0)(o)}`:`${i} fails after ${(0,u.p0)(o)}`);return`${(0,f.Nx)(e)}: ${t}.${r.length===0?"":` ${(0,f.Nx)((0,u.p_)(r))}.`}`}function Ft(e){const t=e.flatMap(({name:n,outcome:r,bars:i})=>i.length===0?[[(0,f.Nx)(n),"\u2013","\u2013","\u2013",r]]:i.map(({label:o,start:l,length:s,failure:c})=>[(0,f.Nx)(n),o,(0,u.p0)(l),(0,u.p0)(s),c===void 0?"\u2713":`\u2717 ${c}`]));return k("The phases as a table",L({caption:"phases of the requests",columns:["side","phase","starts at","takes","result"],rows:t}))}function V(e,t){const{id:n,level:r}=t;return a`<article class="site" id="${n}" data-verdict="${e.verdict}">
<header class="${e.verdict}">
<p>${U(e.verdict)}</p>
${G(r,r===1?(0,z.Gg)(e):e.headline)}
<p class="summary">${_(e.summary)}</p>
</header>
${Me(e,t)}</article>
`}function Se(e,t){const{id:n,level:r}=t;return a`<details class="site" id="${n}" data-verdict="${e.verdict}"><summary>${G(r,a`${E(f.j7[e.verdict])} ${e.headline}`)}</summary>
<p class="summary">${_(e.summary)}</p>
${Me(e,t)}</details>
`}function Me(e,{id:t,level:n,sameCauseAs:r,drawings:i=!0}){const o=(y,j)=>p(x(j)!=="",()=>a`<section>\n${G(n+1,y)}\n${j}</section>\n`),{verdict:l,timeline:s,availability:c}=e,d=s.length>1?`Timeline of ${(0,u.LS)(c.rounds,"check")}`:"Timeline",h=o("Warnings and notes",qe(e)),m=[_e(e),it(e),at(e),...st(e),dt(e),ft(e)],$=[Ae(e.path,l,"Path of the request"),Ae(e.route??[],l,"Path of the request to the origin"),p(l==="healthy",()=>h),K("lead",[Vt(e),p(l!=="healthy",()=>o(`${(0,ie.D)(e)}${Xt(e)}`,Kt(e,r)))]),K(e.probes.origins.length>1?"stack":"pair wide-first",[p(i,()=>o("Where the time goes",Rt(e,`${t}-waterfall`))),o("Measurements",Ke(e))]),p(i,()=>o(d,gt(e,`${t}-timeline`))),K("pair",[o("Evidence",Je(e)),o("What else it could be",Ze(e))]),p(l!=="healthy",()=>h),o("Details",a`${m}`)];return a`${$}`}function K(e,t){const n=a`${t}`;return p(x(n)!=="",()=>a`<div class="${e}">\n${n}</div>\n`)}function Xt({remedy:e}){return e===null?"":` (${e.difficulty})`}function Ae(e,t,n){if(e.length===0)return g;const r=(0,Be.uz)(e),i=e.map((o,l)=>{const{name:s,state:c,detail:d}=o,h=l===0&&c==="ok",m=o===r?` failing ${t}`:"",$=o===r?`: ${Ne[c]}, the problem is here`:h?"":`: ${Ne[c]}`;return a`<li class="${c}${m}"><span class="dot" aria-hidden="true">${h?"\u2022":(0,f.$j)(o)}</span><span class="hop">${s}${Re($)}</span>${p(d!=="",()=>a` <span class="detail">${d}</span>`)}</li>`});return a`<ol class="path" aria-label="${n}">${i}</ol>\n`}const Ne={ok:"works",broken:"fails",unknown:"unknown"},Yt=24;function Vt(e){const t=[...(0,ie.A)(e).map(({label:r,text:i,strip:o=""})=>({label:r,text:a`${w(i)}${p(o!==""&&o.length<=Yt,()=>a` <span class="strip" aria-hidden="true">${o}</span>`)}`})),...e.owner===""?[]:[{label:"Where the problem is",text:a`${f.H1[e.owner]}`}],...e.cause===""?[]:[{label:"Cause",text:O(v(e.cause),e.docs)}]],n=t.map(({label:r,text:i})=>a`<div><dt>${r}</dt><dd>${i}</dd></div>\n`);return t.length===0?g:a`<dl>\n${n}</dl>\n`}function Kt(e,t){const{remedy:n,docs:r}=e;if(n===null)return g;if(t!==void 0){const{host:l,id:s}=t;return a`<p>Same as for <a href="#${s}">${l}</a> above.</p>\n`}const i=(0,Fe.zY)(n),o=(0,R.iS)(n.reference);return a`<ol>${n.steps.map(Qt)}
</ol>
${p(n.avoid!==void 0,()=>a`<p class="remark warning">${C(n.avoid??"")}</p>\n`)}${p(i.length>0,()=>a`<p class="small">${C(i.join(" "))}</p>\n`)}<p class="small">${O("About this cause",r)}${p(o!=="",()=>a` · ${O(o,n.reference)}`)}</p>
`}function Qt(e){const t=e.type==="look"?g:a`${p(e.type==="risk",()=>Te("risk","\u26A0",`Risk: ${e.type==="risk"?`${e.exposes} ${e.limit}`:""}`))}${Te("undo","\u21A9",`Undo: ${e.undo}`)}`;return a`\n<li><b>${C(e.action)}</b>${C(e.details)}${t}</li>`}function Te(e,t,n){return a`<span class="effect ${e}">${E(t)} ${C(n)}</span>`}const Jt=`
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
`,Zt="sha256-+fx2CWPK8VKtNLbgQdcUGYDJ83JSm2u338MsSG9PjB8=";function qt(e){return[...Ce(e)].join("")}function*Ce(e){const[t]=e.sites,n=e.sites.length>1;if(yield`<!doctype html>
<html lang="en">
<head>
${x(_t(e,n))}<style>${Jt}</style>
</head>
<body>
`,yield x(en(e)),n)for(const r of nn(e))yield x(r);else yield x(V(t,{id:Q(0),level:1}));yield x(tn(e)),n&&(yield`<script>${Ue}<\/script>
`),yield`</body>
</html>
`}function Q(e){return`site-${e+1}`}function _t(e,t){const n=["default-src 'none'",`style-src '${Zt}'`,...t?[`script-src '${Ge}'`]:[],"base-uri 'none'","form-action 'none'"].join("; ");return a`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${n}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="origin-gate ${e.version}"/>
<title>${f.j7[e.verdict]} ${(0,z.dC)(e)}</title>
`}function en({at:e}){return a`<header class="top"><p><b>Origin Gate</b> report, ${Oe(e)}</p></header>
<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs></svg>
<main>
`}function tn(e){const t=(0,z.p1)(e);return a`${p(t.length>0,()=>a`<section>\n${t.map(({text:n})=>a`<p class="remark note"><b>Note:</b> ${w(n)}</p>\n`)}</section>\n`)}</main>
<footer><p>${e.verdict} · ${Oe(e.at)} · origin-gate ${e.version} · ${O("Documentation",f.iT)}</p></footer>
`}function Oe(e){return a`<time datetime="${e}">${(0,f.kb)(e)} ${(0,f.rb)(e)} UTC</time>`}const Le=100;function*nn(e){const{sites:t}=e,n=t.length<=Le,r=`With more than ${Le} sites, some have no charts: those that are always healthy, and those that fail for the same cause as a site above.`;yield*He(e,Q),n||(yield a`<p class="small">${r}</p>\n`);const i=t.map((d,h)=>({site:d,id:Q(h)})),o=i.filter(({site:d})=>d.verdict!=="healthy"),l=(0,z.UM)(o.map(({site:d})=>d)),s=new Map;for(const[d,{site:h,id:m}]of o.entries()){s.set(h,m);const $=l[d]?.sameCauseAs;if($===void 0){yield V(h,{id:m,level:2});continue}const y={id:m,level:2,sameCauseAs:{host:$.host,id:s.get($)??""}};yield n?V(h,y):Se(h,{...y,drawings:!1})}const c=i.filter(({site:d})=>d.verdict==="healthy");if(c.length!==0){yield a`<section class="healthy-sites">\n<h2>Healthy sites</h2>\n`;for(const{site:d,id:h}of c)yield Se(d,{id:h,level:3,drawings:n||d.trend!=="steady"});yield a`</section>\n`}}})};export{on as id,an as ids,sn as modules};
