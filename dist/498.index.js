const an=498,ln=[498],cn={2498:((sn,q,b)=>{b.r(q),b.d(q,{htmlOf:()=>en,htmlPieces:()=>Oe});var u=b(8191),z=b(4650),f=b(6422),R=b(7582),Ie=b(6847);const I=Symbol("escaped");function i(e,...t){let n=e[0]??"";for(const[r,s]of t.entries())n+=Re(s)+(e[r+1]??"");return{[I]:n}}const g=i``;function k(e){return e[I]}function Re(e){return typeof e=="string"?_(e):typeof e=="number"?String(e):I in e?e[I]:e.map(k).join("")}function _(e){return(0,Ie.RK)(e).replace(/[&<>"]/g,t=>`&#${t.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g,"\uFFFD")}function P(e){const t=e.replaceAll("	","    ").split(/\r\n|[\n\r\u2028\u2029]/).map(_);return{[I]:t.join(`
`)}}function p(e,t){return e?t():g}function w(e){return ee(e,R.Rd)}function O(e){return ee(e,R.ci)}function ee(e,t){const n=e.split(t).map((r,s)=>s%2===0?i`${r}`:r.startsWith("https:")?L(r,r):v(r.replaceAll("`","")));return i`${n}`}function te(e){const t=e.map(({text:n,strong:r})=>r===!0?i`<strong>${O(n)}</strong>`:w(n));return i`${t}`}const ne=/^[ -~…]{0,28}$/;function v(e){if(ne.test(e))return i`<code>${e}</code>`;const t=e.split(" ").map((n,r)=>{const s=r===0?"":" ";return n.includes("-")&&ne.test(n)?i`${s}<span>${n}</span>`:i`${s}${n}`});return i`<code class="long">${t}</code>`}function W(e){const t=e.split(/(\b\d{4}-\d\d-\d\d\b)/).map((n,r)=>r%2===1?i`<time>${n}</time>`:w(n));return i`${t}`}function L(e,t){const n=(0,R.gC)(t);return n===void 0?i`${e}`:i`<a href="${n}">${e}</a>`}function U(e){return i`<span class="badge ${e}">${E(u.j7[e])} ${e}</span>`}function E(e){return i`<span aria-hidden="true">${e}</span>`}function Ee(e){return i`<span class="unseen">${e}</span>`}function G(e,t){switch(e){case 1:return i`<h1>${t}</h1>`;case 2:return i`<h2>${t}</h2>`;case 3:return i`<h3>${t}</h3>`;case 4:return i`<h4>${t}</h4>`;default:return i`<h5>${t}</h5>`}}function x(e,t){return i`<details><summary>${e}</summary>\n${t}</details>\n`}function re(e){return i`<ul>${e.map(t=>i`\n<li>${t}</li>`)}</ul>\n`}const De=3;function M({caption:e,columns:t,rows:n}){const r=t.map(l=>l===""?i`<td></td>`:i`<th scope="col">${l}</th>`),s=n.map(([l="",...a])=>{const c=a.map(d=>i`<td>${d}</td>`);return i`\n<tr><th scope="row">${l}</th>${c}</tr>`}),o=i`<table>
<caption class="unseen">${(0,f.Nx)(e)}</caption>
<thead><tr>${r}</tr></thead>
<tbody>${s}</tbody>
</table>`;return t.length>De?He(e,o):i`${o}\n`}function He(e,t){return i`<div class="scroll" role="group" aria-label="${(0,f.Nx)(e)}" tabindex="0">${t}</div>\n`}var oe=b(3971);const ie=100,Pe=["unhealthy","inconclusive","healthy"];function*We(e,t){const{sites:n,verdict:r}=e,s=Pe.map(o=>({verdict:o,count:n.filter(l=>l.verdict===o).length})).filter(({count:o})=>o>0);yield i`<section class="overview" aria-label="Overview">
<header class="${r}">
<h1>${(0,z.dC)(e)}</h1>
<ul class="counts">${s.map(({verdict:o,count:l})=>i`<li><b>${l}</b> ${U(o)}</li>`)}</ul>
</header>
<div class="filter" id="filter" hidden="">
<label>Filter <input type="search" id="filter-text" placeholder="site, cause or response" autocomplete="off"/></label>
<fieldset><legend class="unseen">Verdicts</legend>${s.map(({verdict:o})=>i`<label><input type="checkbox" value="${o}" checked=""/> ${o}</label> `)}</fieldset>
<p id="filter-count" role="status"></p>
</div>
<div class="scroll" role="group" aria-label="Sites" tabindex="0"><table class="sites">
<caption class="unseen">Sites</caption>
<thead><tr><th scope="col">site</th><th scope="col">verdict</th><th scope="col">cause</th><th scope="col">confidence</th><th scope="col">edge</th><th scope="col">direct</th></tr></thead>
<tbody>`;for(let o=0;o<n.length;o+=ie){const l=n.slice(o,o+ie).map((a,c)=>Ue(a,t(o+c)));yield i`${l}`}yield i`\n</tbody>
</table></div>
</section>
`}function Ue({url:e,verdict:t,cause:n,confidence:r,probes:{edge:s,origins:o}},l){const a=e.replace(/^https:\/\//,"").replace(/\/$/,""),c=[...new Set(o.map(se))].join(", ");return i`
<tr data-verdict="${t}"><th scope="row"><a href="#${l}">${a}</a></th><td>${U(t)}</td><td>${n===""?"\u2013":v(n)}</td><td>${r===""?"\u2013":r}</td><td>${s===void 0?"\u2013":se(s)}</td><td>${c===""?"\u2013":c}</td></tr>`}function se({status:e,failure:t}){return t===void 0?String(e??"\u2013"):(0,oe.AC)(t).brief}const Ge=`(() => {
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
`,Be="sha256-K3QYDQr71LbVxqPQ4JqTTPLTSLtSghk1HRtuYUX4Ils=";var Fe=b(163),Xe=b(6053),B=b(5926),Ye=b(5281),Ve=b(1909),ae=b(2812),A=b(6374),Ke=b(7799),F=b(4788);function Qe(e){const{columns:t,rows:n,others:r}=(0,A.Qp)(e);if(t.length===0)return g;const s=n.map(({label:o,cells:l})=>[w(o)].concat(l.map(Je)));return i`${M({caption:"measurements",columns:["",...t],rows:s})}${p(r!=="",()=>i`<p class="small">And ${r}.</p>\n`)}`}function Je({text:e,verbatim:t}){return t===!0?v(e):W(e.replace("TLS ","TLS\xA0"))}function Ze({clues:e,probes:t}){const{edge:n}=t,r=e.map(({from:l,text:a})=>i`<b>${(0,u.ky)(l,t)}:</b> ${w(a)}`),s=n?.colo===void 0?"":`, in ${n.colo}`,o=n?.rayId===void 0?[]:[i`<b>Ray ID:</b> ${v(n.rayId)}${s}`];return r.length===0?g:re([...r,...o])}function qe({alternatives:e,lookalikes:t=[]}){const n=[...e.map(({title:r,confidence:s,because:o,distinguishedBy:l})=>i`<b>${w((0,f.Nx)(r))}</b> (${s}). ${w(o+(0,u.$w)(l))}`),...t.map(({title:r,distinguishedBy:s})=>i`<b>${w((0,f.Nx)(r))}.</b>${w((0,u.$w)(s))}`)];return n.length===0?g:re(n)}function _e(e){const{warnings:t,notes:n}=e,r=[...t.map(s=>le("Warning",s)),...n.map(s=>le("Note",s)),...(0,B.AY)(e).map(s=>i`<p class="remark">${w(s)}</p>\n`)];return i`${r}`}function le(e,{id:t,text:n}){return i`<p class="remark ${e.toLowerCase()}"><b>${e}:</b> ${w(n)} ${L("More",(0,u.fE)(t))}</p>\n`}function et({probes:e}){const{edge:t,origins:n}=(0,A.Mm)(e),r=nt([...t===void 0?[]:[t],...n].flatMap(tt));if(r.length===0)return g;const s=(a,c)=>[a,...r.map(({tls:d})=>c(d))],o=[s("subject",({subject:a})=>v(a)),s("issuer",({issuer:a})=>v(a)),s("names",({names:a})=>rt(a)),s("key",({chain:a})=>i`${a[0]?.key??"\u2013"}`),s("valid",({notBefore:a,notAfter:c,daysLeft:d})=>i`${W(`${(0,u.kb)(a)} to ${(0,u.kb)(c)}`)}${d<0?"":`, ${(0,f.LS)(d,"day")} left`}`),s("faults",ot),s("chain",({chain:a})=>it(a.slice(1))),s("cipher",({cipher:a})=>v(a))],l=["",...r.map(({name:a})=>a)];return x("Certificates",M({caption:"certificates",columns:l,rows:o}))}function tt({name:e,probe:{tls:t}}){return t===void 0?[]:[{name:e,tls:t}]}const X=3;function nt(e){return[...Map.groupBy(e,({tls:n})=>JSON.stringify(n)).values()].flatMap(n=>{const r=n.map(({name:a})=>a),s=r.slice(0,r.length>X?X-1:X),o=r.length-s.length,l=(0,f.p_)(o===0?s:[...s,`${o} more`]);return n.slice(0,1).map(({tls:a})=>({name:l,tls:a}))})}function rt(e){const t=e.filter(s=>s!==Ye.VT),n=e.length-t.length,r=[...t.map(v),...n===0?[]:[i`${(0,f.LS)(n,"hidden name")}`]];return Y(r,i`, `)}function ot({faults:e,outdatedIssuer:t}){const n=e.map(r=>t?.fault===r?(0,u.yz)(t):u.y2[r]);return n.length===0?i`none`:i`<b class="unhealthy">✗ ${n.join(", ")}</b>`}function it(e){const t=e.map(({subject:n,notAfter:r,linked:s})=>i`${v(n)}, until ${W((0,u.kb)(r))}${s?"":", not needed"}`);return t.length===0?i`leaf only`:Y(t,i`<br/>`)}function Y(e,t){return i`${e.flatMap((n,r)=>r===0?[n]:[t,n])}`}function st({vantage:e}){if(e===void 0||e.places.length===0)return g;const{columns:t,rows:n}=(0,F.pH)(e),r=M({caption:"vantage points",columns:t,rows:n});return x((0,F.x6)(e),i`${r}<p class="small">${w((0,F.kH)(e))}</p>\n`)}function at({probes:{dns:e}}){if(e===void 0)return g;const{cloudflare:t,others:n,failure:r,servers:s=[]}=e,o=[...t.map(d=>i`${v(d)} (Cloudflare)`),...n===0?[]:[i`${(0,f.LS)(n,"address","addresses")} outside Cloudflare`],...r===void 0?[]:[i`${r}`]],l=s.map(({server:d,answer:h,ttl:m})=>[d==="own"?"the runner's own":v(d),h,m===void 0?"\u2013":`${m} s`]),a=l.length===0?g:M({caption:"DNS servers",columns:["server","answer","TTL"],rows:l}),c=o.length===0?g:i`<p>The name resolves to ${Y(o,i`, `)}.</p>\n`;return o.length+l.length===0?g:x("DNS",i`${c}${a}`)}function lt({changes:e}){const t=e===void 0?[]:(0,ae.lw)(e);if(e===void 0||t.length===0)return g;const n=t.map(({where:r,what:s,before:o,now:l})=>[`${s}${r===""?"":` (${r})`}`,v(o),v(l)]);return x(`Changes since ${(0,ae.Tk)(e)}`,M({caption:"changes",columns:["what","then","now"],rows:n}))}function ct({responses:e=[]}){return e.map(({name:t,opening:n,headers:r,moreHeaders:s=0,body:o})=>{const l=[n,...r.map(({name:c,value:d})=>`${c}: ${d}`),...s===0?[]:[`\u2026 ${(0,f.LS)(s,"more header")}`]];if(n===""&&r.length===0)return x(`${ce(t)}: none`,i`<p>Nothing arrived.</p>\n`);const a=i`${ce(t)}${p(n!=="",()=>i`: ${v(n)}`)}`;return x(a,i`<pre><code>${P(l.join(`
`))}</code></pre>\n${dt(l)}${ft(o)}`)})}function ce(e){return e==="directly"?"Direct response":/^(?:through|by|from)\b/.test(e)?`Response ${e}`:`Response from ${e}`}function dt(e){const t=e.some(n=>n.includes("***"));return p(t,()=>i`<p class="small"><code>***</code>: hidden, because it may be a secret.</p>\n`)}function ft(e){if(e===void 0)return g;const{text:t,bytes:n,complete:r}=e,s=(0,f.LS)(n,"byte"),o=r?s:t===""?`${s}, which were not kept`:`the beginning of ${s}`;return i`${p(t!=="",()=>i`<pre><code>${P(t)}</code></pre>\n`)}<p class="small">Body: ${o}.</p>\n`}function ht(e){return de("Reproduce it with curl",(0,Ve.Z)(e))}function ut(e){return de("For a Cloudflare support ticket",(0,Ke.K)(e))}function de(e,t){return p(t.length>0,()=>x(e,i`<pre><code>${P(t.join(`
`))}</code></pre>\n`))}const pt=1e12;function N(e){return e!==void 0&&e>=0&&e<=pt?e:void 0}function S(e,t){const n=t>0?e/t*100:0;return Number.isFinite(n)?Math.round(Math.min(100,Math.max(0,n))*100)/100:0}const D=1e3,mt=[...[1,10,100].flatMap(e=>[e,2*e,5*e]),...[1,2,5,10,15,30].map(e=>e*D),...[1,2,5,10,15,30].map(e=>e*f.pY),...[1,2,3,6,12].map(e=>e*f.dp)];function fe(e,t,n=0){const r=mt.find(o=>o>=n&&e/o<=t);if(r!==void 0)return r;let s=f.d_;for(;e/s>t;)s*=2;return s}function he(e,t,n="exact"){const r=e.reduce((a,c)=>Math.max(a,N(c)??0),0)||1,s=fe(r,t),o=n==="exact"?r:Math.ceil(r/s)*s,l=Array.from({length:Math.floor(o/s)+1},(a,c)=>({at:S(c*s,o),label:(0,f.p0)(c*s)}));return{max:o,ticks:l}}function $t(e,t,n){const r=t-e;if(!(r>0)||!Number.isFinite(r))return{place:()=>50,ticks:[{at:50,label:V(e,D)}]};const s=c=>S(c-e,r),o=fe(r,n,D),l=Math.ceil(e/o)*o,a=Array.from({length:Math.floor((t-l)/o)+1},(c,d)=>{const h=l+d*o;return{at:s(h),label:V(h,o)}});return{place:s,ticks:a.length===0?[{at:0,label:V(e,D)}]:a}}function V(e,t){if(!Number.isFinite(e)||Math.abs(e)>864e13)return"";const n=new Date(e).toISOString();return t>=f.d_?n.slice(5,10):t>=f.pY?n.slice(11,16):n.slice(11,19)}const gt=3,ue=40,pe=24,bt={top:10,bottom:170},T={top:184,bottom:208},H=234;function vt(e,t){const{timeline:n}=e,[r,...s]=n;if(r===void 0)return g;const o=wt(e);return s.length===0?i`<p>One check, at ${(0,u.rb)(r.at)} UTC: ${me(r,0,o)}.</p>\n`:i`<figure>
${Ct(n,o)}${xt(n,o,t)}</figure>
${x("All checks as a table",jt(n,o))}`}function wt({timeline:e,probes:t}){const{edge:n,origins:r}=(0,A.Mm)(t),s=n?.name??"through Cloudflare",o=Math.max(0,...e.map(({originTimes:c=[]})=>c.length)),l=c=>e.map(({originTimes:d=[]})=>N(d[c])),a=o>gt?[{name:`slowest of ${o} origins`,style:"origin",times:e.map(yt),failed:[]}]:Array.from({length:o},(c,d)=>({name:r[d]?.name??(o===1?(0,A.N9)(t.origins[0]?.route):`origin ${d+1}`),style:"origin",times:l(d),failed:o===1?e.map(({origin:h})=>K(h)):[]}));return[{name:s,style:"edge",times:e.map(({edgeTime:c})=>N(c)),failed:e.map(({edge:c})=>K(c))},...a].filter(({times:c})=>c.some(d=>d!==void 0))}function K(e){return!/^\d{3}\b/.test(e)}function yt({originTimes:e=[]}){const t=e.map(N).filter(n=>n!==void 0);return t.length===0?void 0:Math.max(...t)}function me({verdict:e,edge:t,origin:n},r,s){const o=(l,a)=>{const d=s.filter($=>$.style===l).flatMap(({times:$})=>$[r]??[]).map(f.p0).join(", "),[h,m]=K(a)?[":","after"]:["","in"];return`${l}${h} ${a}${d===""?"":` ${m} ${d}`}`};return[`${u.j7[e]} ${e}`,t===""?"edge not checked":o("edge",t),...n===""?[]:[o("origin",n)]].join(", ")}function xt(e,t,n){const r=kt(e),s=$t(r[0]??0,r.at(-1)??0,6),o=he(t.flatMap(({times:a})=>a),4,"tick"),l=r.map(s.place);return i`<svg class="chart timeline" role="img" aria-labelledby="${n}-title ${n}-text" width="100%" height="${H}">
<title id="${n}-title">Response times of ${(0,f.LS)(e.length,"check")}</title>
<desc id="${n}-text">${Lt(e,t)}</desc>
${Mt(e,l)}${St(o,s)}${At(e,l)}
${t.map((a,c)=>Nt(a,c,{timeline:e,places:l,axis:o}))}
${Tt(e,l,t)}
</svg>
`}function kt(e){const t=e.map(({at:r})=>Date.parse(r));return t.every((r,s)=>s===0||r>=(t[s-1]??Number.NaN))&&t.every(Number.isFinite)?t:e.map((r,s)=>s*1e3)}function St({ticks:e,max:t},n){const r=e.map(({at:o,label:l})=>{const a=$e(o/100*t,t);return i`<g class="tick"><line x1="0" x2="100%" y1="${a}" y2="${a}"/><text class="end" x="-10" y="${a+4}">${l}</text></g>`}),s=n.ticks.map(({at:o,label:l},a)=>{const c=o<4?"start":o>96?"end":"";return i`<g class="tick ${a%2===0?"even":"odd"}"><line x1="${o}%" x2="${o}%" y1="${T.bottom}" y2="${T.bottom+5}"/><text class="${c}" x="${o}%" y="${H-6}">${l}</text></g>`});return i`${r}${s}`}function $e(e,t){const{top:n,bottom:r}=bt;return Math.round((r-S(e,t)/100*(r-n))*10)/10}function Mt(e,t){const n=[];let r=0;for(const[s,{verdict:o}]of e.entries()){if(e[s+1]?.verdict===o)continue;const l=t[r]??0,a=t[s+1]??t[s]??l;if(r=s+1,o==="healthy")continue;const c=S(a-l,100);n.push(i`<rect class="outage ${o}" x="${l}%" width="${c}%" y="0" height="${T.bottom}"/><g class="limits ${o}"><line x1="${l}%" x2="${a}%" y1="0" y2="0"/></g>`)}return n}function At(e,t){return e.flatMap(({skipped:n},r)=>{if(n===void 0)return[];const s=r===0?0:t[r-1]??0,o=t[r]??s,l=T.top-7;return[i`<g class="gap"><title>${ge(n)}</title><line x1="${s}%" x2="${o}%" y1="${l}" y2="${l}"/></g>`]})}function ge({rounds:e,failed:t}){return`${(0,f.LS)(e,"check")} not listed, ${t===0?"none":t} of them failed`}const be=i` class="hollow"`;function Nt({style:e,times:t,failed:n},r,{timeline:s,places:o,axis:l}){let a="",c=!1;const d=[];for(const[m,$]of t.entries()){if(($===void 0||s[m]?.skipped?.identical===!1)&&(c=!1),$===void 0)continue;const[y,j]=[o[m]??0,$e($,l.max)];a+=`${c?"L":"M"}${y} ${j}`,c=!0;const ze=p(n[m]===!0,()=>be);d.push(e==="edge"?i`<circle${ze} cx="${y}%" cy="${j}" r="3.5"/>`:i`<rect${ze} x="${y}%" y="${j-3}" width="6" height="6" transform="translate(-3)"/>`)}const h=t.length>ue?[]:d;return i`<g class="series ${e} n${r}"><svg x="0" y="0" width="100%" height="${H}" viewBox="0 0 100 ${H}" preserveAspectRatio="none"><path d="${a}"/></svg>${h}</g>
`}const ve={healthy:6,inconclusive:14,unhealthy:24};function Tt(e,t,n){const r=e.length<=pe,s=e.map((o,l)=>{const a=t[l]??0,c=`${(0,u.rb)(o.at)} ${me(o,l,n)}`,d=r?i`<text x="${a}%" y="${T.bottom-5}">${u.j7[o.verdict]}</text>`:i`<line x1="${a}%" x2="${a}%" y1="${T.bottom-ve[o.verdict]}" y2="${T.bottom}"/>`;return{verdict:o.verdict,drawn:i`<g><title>${c}</title>${d}</g>`}});return["healthy","inconclusive","unhealthy"].flatMap(o=>{const l=s.filter(a=>a.verdict===o).map(({drawn:a})=>a);return l.length===0?[]:[i`<g class="lane ${o}">${l}</g>\n`]})}function Ct(e,t){const n=t.map(({name:a,style:c},d)=>{const h=c==="edge"?i`<circle cx="15" cy="5" r="3.5"/>`:i`<rect x="12" y="2" width="6" height="6"/>`;return i`<span class="series ${c} n${d}">${we(h)} ${(0,f.Nx)(a)}</span>\n`}),r=e.length<=pe,s=["healthy","inconclusive","unhealthy"].filter(a=>e.some(c=>c.verdict===a)).map(a=>{const c=ve[a]/2,d=r?E(u.j7[a]):i`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12-c}" y2="12"/></svg>`;return i`<span class="lane ${a}">${d} ${a}</span>\n`}),o=e.some(a=>a.skipped!==void 0),l=e.length<=ue&&t.some(({failed:a})=>a.includes(!0));return i`<figcaption class="legend">
${n}${p(l,()=>i`<span class="series">${Ot()} No response (time until the failure)</span>\n`)}${s}${p(o,()=>i`<span class="gap">${we(g)} Checks not listed</span>\n`)}<span>${(0,u.kb)(e[0]?.at??"")}, UTC</span></figcaption>
`}function Ot(){return i`<svg width="10" height="10" aria-hidden="true"><circle${be} cx="5" cy="5" r="3.5"/></svg>`}function we(e){return i`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${e}</svg>`}function Lt(e,t){const[n,r]=[e[0]?.at??"",e.at(-1)?.at??""],s=e.filter(({verdict:a})=>a==="unhealthy").length,o=t.map(({name:a,times:c})=>{const d=c.filter(m=>m!==void 0),h=[...new Set([Math.min(...d),Math.max(...d)].map(f.p0))].join(" to ");return`${(0,f.Nx)(a)}: ${h}.`}),l=s===e.length?"all":s===0?"none":s;return[`${(0,f.LS)(e.length,"check")} from ${(0,u.kb)(n)} ${(0,u.rb)(n)} to ${(0,u.rb)(r)} UTC,`,`${l} of them unhealthy.`,...o,"The table below lists them all."].join(" ")}function jt(e,t){const n=e.flatMap((r,s)=>{const o=t.map(({times:c})=>c[s]===void 0?"\u2013":(0,f.p0)(c[s])),l=[(0,u.rb)(r.at),i`<span class="lane ${r.verdict}">${u.j7[r.verdict]}</span> ${r.verdict}`,r.edge===""?"not checked":r.edge,r.origin===""?"\u2013":r.origin,...o],{skipped:a}=r;return a===void 0?[l]:[["\u2026",ge(a),"","",...o.map(()=>"")],l]});return M({caption:`checks on ${(0,u.kb)(e[0]?.at??"")}`,columns:["time (UTC)","verdict","edge","origin",...t.map(({name:r})=>`${r}, time`)],rows:n})}var zt=b(6419);const ye=8,xe=42,C=20,It=14,Rt=22,Et=.4;function Dt({probes:e},t){const{edge:n,origins:r}=(0,A.Mm)(e);if(n===void 0&&r.length===0)return g;const s=[n===void 0?ke("through Cloudflare"):Se(n),...r.length===0?[ke("direct")]:r.slice(0,ye).map(Se)],o=r.length-ye;return i`<figure>
${Pt(s,t)}${p(o>0,()=>i`<figcaption>Not shown: ${(0,f.LS)(o,"more origin")}.</figcaption>\n`)}</figure>
${Yt(s)}`}function ke(e){return{name:e,outcome:"not checked",bars:[]}}function Se({name:e,probe:t}){const{failure:n}=t,r=n===void 0&&N(t.total)!==void 0?`, ${(0,f.p0)(t.total)}`:"",s=(0,A.LA)(t).replace(/^none:/,"no response:"),o=t.route===void 0||n!==void 0?"":", route included";return{name:e,outcome:s+r+o,bars:Ht(t)}}function Ht(e){const{timings:t,failure:n}=e,r=N((0,A.eg)(e))??0,s=r===0?[]:[{kind:"redirects",label:"redirects",start:0,length:r}];let o=r;for(const l of zt.ZG){const a=N(t[l]),c=n?.phase===l;a===void 0&&!c||(s.push({kind:l==="processing"||l==="transfer"?l:"setup",label:u.ZG[l],start:o,length:a??0,...c&&{failure:(0,oe.AC)(n).brief}}),o+=a??0)}return s}function Pt(e,t){const n=he(e.flatMap(({bars:l})=>l.map(({start:a,length:c})=>a+c)),6);let r=0;const s=e.map(l=>{const a=Gt(l,r,n);return r+=Wt(l)+It,a}),o=r+Rt;return i`<svg class="chart waterfall" role="img" aria-labelledby="${t}-title ${t}-text" width="100%" height="${o}">
<title id="${t}-title">Phases of the requests on one time axis</title>
<desc id="${t}-text">${e.map(Xt).join(" ")}</desc>
${n.ticks.map((l,a)=>Ut(l.at,a,r,l.label))}
${s}
</svg>
`}function Wt({bars:e}){return xe+e.reduce((t,{failure:n})=>t+(n===void 0?C:2*C),0)}function Ut(e,t,n,r){return i`<g class="tick ${t%2===0?"even":"odd"}"><line x1="${e}%" x2="${e}%" y1="0" y2="${n}"/><text x="${e}%" y="${n+16}">${r}</text></g>`}function Gt({name:e,outcome:t,bars:n},r,s){let o=r+xe;const l=n.map(a=>{const c=Bt(a,o,s);return o+=a.failure===void 0?C:2*C,c});return i`<g><text class="side" x="-84" y="${r+14}">${(0,f.Nx)(e)}</text><text class="soft" x="-84" y="${r+32}">${t}</text>${l}</g>\n`}function Bt({kind:e,label:t,start:n,length:r,failure:s},o,{max:l}){const a=S(n,l),c=S(n+r,l),d=S(r,l)<Et?"2":`${S(r,l)}%`,h=o+C/2+4,m=y=>i`<rect class="${y}" x="${a}%" width="${d}" y="${o+3}" height="${C-6}" rx="2"/>`,$=s!==void 0;return i`
<g><title>${t}, ${(0,f.p0)(r)}, from ${(0,f.p0)(n)}</title><text class="soft" x="-84" y="${h}">${t}</text>${m($?"bar failed":`bar ${e}`)}${p($,()=>m("hatched"))}<text x="${c}%" dx="7" y="${h}">${$?"\u2717 ":""}${(0,f.p0)(r)}</text>${p($,()=>i`<text class="failure" ${Ft(a,c)} y="${h+C}">${s??""}</text>`)}</g>`}function Ft(e,t){return e<=30?i`x="${e}%" text-anchor="start"`:t>=70?i`x="${t}%" text-anchor="end"`:i`x="${e}%" text-anchor="middle"`}function Xt({name:e,outcome:t,bars:n}){const r=n.map(({label:s,length:o,failure:l})=>l===void 0?`${s} ${(0,f.p0)(o)}`:`${s} fails after ${(0,f.p0)(o)}`);return`${(0,f.Nx)(e)}: ${t}.${r.length===0?"":` ${(0,f.Nx)((0,f.p_)(r))}.`}`}function Yt(e){const t=e.flatMap(({name:n,outcome:r,bars:s})=>s.length===0?[[(0,f.Nx)(n),"\u2013","\u2013","\u2013",r]]:s.map(({label:o,start:l,length:a,failure:c})=>[(0,f.Nx)(n),o,(0,f.p0)(l),(0,f.p0)(a),c===void 0?"\u2713":`\u2717 ${c}`]));return x("The phases as a table",M({caption:"phases of the requests",columns:["side","phase","starts at","takes","result"],rows:t}))}function Q(e,t){const{id:n,level:r}=t;return i`<article class="site" id="${n}" data-verdict="${e.verdict}">
<header class="${e.verdict}">
<p>${U(e.verdict)}</p>
${G(r,r===1?(0,z.Gg)(e):e.headline)}
<p class="summary">${te(e.summary)}</p>
</header>
${Ae(e,t)}</article>
`}function Me(e,t){const{id:n,level:r}=t;return i`<details class="site" id="${n}" data-verdict="${e.verdict}"><summary>${G(r,i`${E(u.j7[e.verdict])} ${e.headline}`)}</summary>
<p class="summary">${te(e.summary)}</p>
${Ae(e,t)}</details>
`}function Ae(e,{id:t,level:n,sameCauseAs:r,drawings:s=!0}){const o=(y,j)=>p(k(j)!=="",()=>i`<section>\n${G(n+1,y)}\n${j}</section>\n`),{verdict:l,timeline:a,availability:c}=e,d=a.length>1?`Timeline of ${(0,f.LS)(c.rounds,"check")}`:"Timeline",h=o("Warnings and notes",_e(e)),m=[st(e),et(e),at(e),lt(e),...ct(e),ht(e),ut(e)],$=[Ne(e.path,l,"Path of the request"),Ne(e.route??[],l,"Path of the request to the origin"),p(l==="healthy",()=>h),J("lead",[Qt(e),p(l!=="healthy",()=>o(`${(0,B.DN)(e)}${Vt(e)}`,Jt(e,r)))]),J(e.probes.origins.length>1?"stack":"pair wide-first",[p(s,()=>o("Where the time goes",Dt(e,`${t}-waterfall`))),o("Measurements",Qe(e))]),p(s,()=>o(d,vt(e,`${t}-timeline`))),J("pair",[o("Evidence",Ze(e)),o("What else it could be",qe(e))]),p(l!=="healthy",()=>h),o("Details",i`${m}`)];return i`${$}`}function J(e,t){const n=i`${t}`;return p(k(n)!=="",()=>i`<div class="${e}">\n${n}</div>\n`)}function Vt({remedy:e}){return e===null?"":` (${e.difficulty})`}function Ne(e,t,n){if(e.length===0)return g;const r=(0,Fe.uz)(e),s=e.map((o,l)=>{const{name:a,state:c,detail:d}=o,h=l===0&&c==="ok",m=o===r?` failing ${t}`:"",$=o===r?`: ${Te[c]}, the problem is here`:h?"":`: ${Te[c]}`;return i`<li class="${c}${m}"><span class="dot" aria-hidden="true">${h?"\u2022":(0,u.$j)(o)}</span><span class="hop">${a}${Ee($)}</span>${p(d!=="",()=>i` <span class="detail">${d}</span>`)}</li>`});return i`<ol class="path" aria-label="${n}">${s}</ol>\n`}const Te={ok:"works",broken:"fails",unknown:"unknown"},Kt=24;function Qt(e){const t=[...(0,B.AS)(e).map(({label:r,text:s,strip:o=""})=>({label:r,text:i`${w(s)}${p(o!==""&&o.length<=Kt,()=>i` <span class="strip" aria-hidden="true">${o}</span>`)}`})),...e.owner===""?[]:[{label:"Where the problem is",text:i`${u.H1[e.owner]}`}],...e.cause===""?[]:[{label:"Cause",text:L(v(e.cause),e.docs)}]],n=t.map(({label:r,text:s})=>i`<div><dt>${r}</dt><dd>${s}</dd></div>\n`);return t.length===0?g:i`<dl>\n${n}</dl>\n`}function Jt(e,t){const{remedy:n,docs:r}=e;if(n===null)return g;if(t!==void 0){const{host:l,id:a}=t;return i`<p>Same as for <a href="#${a}">${l}</a> above.</p>\n`}const s=(0,Xe.zY)(n),o=(0,R.iS)(n.reference);return i`<ol>${n.steps.map(Zt)}
</ol>
${p(n.avoid!==void 0,()=>i`<p class="remark warning">${O(n.avoid??"")}</p>\n`)}${p(s.length>0,()=>i`<p class="small">${O(s.join(" "))}</p>\n`)}<p class="small">${L("About this cause",r)}${p(o!=="",()=>i` · ${L(o,n.reference)}`)}</p>
`}function Zt(e){const t=e.type==="look"?g:i`${p(e.type==="risk",()=>Ce("risk","\u26A0",`Risk: ${e.type==="risk"?`${e.exposes} ${e.limit}`:""}`))}${Ce("undo","\u21A9",`Undo: ${e.undo}`)}`;return i`\n<li><b>${O(e.action)}</b>${O(e.details)}${t}</li>`}function Ce(e,t,n){return i`<span class="effect ${e}">${E(t)} ${O(n)}</span>`}const qt=`
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
`,_t="sha256-+fx2CWPK8VKtNLbgQdcUGYDJ83JSm2u338MsSG9PjB8=";function en(e){return[...Oe(e)].join("")}function*Oe(e){const[t]=e.sites,n=e.sites.length>1;if(yield`<!doctype html>
<html lang="en">
<head>
${k(tn(e,n))}<style>${qt}</style>
</head>
<body>
`,yield k(nn(e)),n)for(const r of on(e))yield k(r);else yield k(Q(t,{id:Z(0),level:1}));yield k(rn(e)),n&&(yield`<script>${Ge}<\/script>
`),yield`</body>
</html>
`}function Z(e){return`site-${e+1}`}function tn(e,t){const n=["default-src 'none'",`style-src '${_t}'`,...t?[`script-src '${Be}'`]:[],"base-uri 'none'","form-action 'none'"].join("; ");return i`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${n}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="origin-gate ${e.version}"/>
<title>${u.j7[e.verdict]} ${(0,z.dC)(e)}</title>
`}function nn({at:e}){return i`<header class="top"><p><b>Origin Gate</b> report, ${Le(e)}</p></header>
<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs></svg>
<main>
`}function rn(e){const t=(0,z.p1)(e);return i`${p(t.length>0,()=>i`<section>\n${t.map(({text:n})=>i`<p class="remark note"><b>Note:</b> ${w(n)}</p>\n`)}</section>\n`)}</main>
<footer><p>${e.verdict} · ${Le(e.at)} · origin-gate ${e.version} · ${L("Documentation",u.iT)}</p></footer>
`}function Le(e){return i`<time datetime="${e}">${(0,u.kb)(e)} ${(0,u.rb)(e)} UTC</time>`}const je=100;function*on(e){const{sites:t}=e,n=t.length<=je,r=`With more than ${je} sites, some have no charts: those that are always healthy, and those that fail for the same cause as a site above.`;yield*We(e,Z),n||(yield i`<p class="small">${r}</p>\n`);const s=t.map((d,h)=>({site:d,id:Z(h)})),o=s.filter(({site:d})=>d.verdict!=="healthy"),l=(0,z.UM)(o.map(({site:d})=>d)),a=new Map;for(const[d,{site:h,id:m}]of o.entries()){a.set(h,m);const $=l[d]?.sameCauseAs;if($===void 0){yield Q(h,{id:m,level:2});continue}const y={id:m,level:2,sameCauseAs:{host:$.host,id:a.get($)??""}};yield n?Q(h,y):Me(h,{...y,drawings:!1})}const c=s.filter(({site:d})=>d.verdict==="healthy");if(c.length!==0){yield i`<section class="healthy-sites">\n<h2>Healthy sites</h2>\n`;for(const{site:d,id:h}of c)yield Me(d,{id:h,level:3,drawings:n||d.trend!=="steady"});yield i`</section>\n`}}})};export{an as id,ln as ids,cn as modules};
