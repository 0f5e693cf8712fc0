const un=136,hn=[136],pn={28136:((fn,V,g)=>{g.r(V),g.d(V,{htmlOf:()=>on,htmlPieces:()=>Re});var u=g(58191),Z=g(19406),S=g(27219),R=g(14650),p=g(26422),y=g(79243),I=g(27582),Pe=g(56847);const E=Symbol("escaped");function o(e,...t){let n=e[0]??"";for(const[r,i]of t.entries())n+=De(i)+(e[r+1]??"");return{[E]:n}}const b=o``;function T(e){return e[E]}function De(e){return typeof e=="string"?J(e):typeof e=="number"?String(e):E in e?e[E]:e.map(T).join("")}function J(e){return(0,Pe.RK)(e).replace(/[&<>"]/g,t=>`&#${t.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g,"\uFFFD")}function D(e){const t=e.replaceAll("	","    ").split(/\r\n|[\n\r\u2028\u2029]/).map(J);return{[E]:t.join(`
`)}}function $(e,t){return e?t():b}function w(e){return q(e,I.Rd)}function L(e){return q(e,I.ci)}function q(e,t){const n=e.split(t).map((r,i)=>i%2===0?o`${r}`:r.startsWith("https:")?A(r,r):v(r.replaceAll("`","")));return o`${n}`}function _(e){const t=e.map(({text:n,strong:r})=>r===!0?o`<strong>${L(n)}</strong>`:w(n));return o`${t}`}const ee=/^[ -~…]{0,28}$/;function v(e){if(ee.test(e))return o`<code>${e}</code>`;const t=e.split(" ").map((n,r)=>{const i=r===0?"":" ";return n.includes("-")&&ee.test(n)?o`${i}<span>${n}</span>`:o`${i}${n}`});return o`<code class="long">${t}</code>`}function H(e){const t=e.split(/(\b\d{4}-\d\d-\d\d\b)/).map((n,r)=>r%2===1?o`<time>${n}</time>`:w(n));return o`${t}`}function A(e,t){const n=(0,I.gC)(t);return n===void 0?o`${e}`:o`<a href="${n}">${e}</a>`}function U(e){return o`<span class="badge ${e}">${O(u.j7[e])} ${e}</span>`}function O(e){return o`<span aria-hidden="true">${e}</span>`}function Ue(e){return o`<span class="unseen">${e}</span>`}function W(e,t){switch(e){case 1:return o`<h1>${t}</h1>`;case 2:return o`<h2>${t}</h2>`;case 3:return o`<h3>${t}</h3>`;case 4:return o`<h4>${t}</h4>`;default:return o`<h5>${t}</h5>`}}function k(e,t){return o`<details><summary>${e}</summary>\n${t}</details>\n`}function te(e){return o`<ul>${e.map(t=>o`\n<li>${t}</li>`)}</ul>\n`}const We=3;function N({caption:e,columns:t,rows:n}){const r=t.map(a=>a===""?o`<td></td>`:o`<th scope="col">${a}</th>`),i=n.map(([a="",...l])=>{const c=l.map(d=>o`<td>${d}</td>`);return o`\n<tr><th scope="row">${a}</th>${c}</tr>`}),s=o`<table>
<caption class="unseen">${(0,p.Nx)(e)}</caption>
<thead><tr>${r}</tr></thead>
<tbody>${i}</tbody>
</table>`;return t.length>We?Ke(e,s):o`${s}\n`}function Ke(e,t){return o`<div class="scroll" role="group" aria-label="${(0,p.Nx)(e)}" tabindex="0">${t}</div>\n`}const ne=40,re=24,Be={top:10,bottom:170},M={top:184,bottom:208},P=234;function oe(e){return o`<figure>
${Je(e)}${Xe(e)}</figure>
`}function Xe(e){const{id:t,checks:n,series:r}=e,{first:i,moments:s}=Ye(e),a=(0,y.qg)(i,s.at(-1)??0,6),l=(0,y.yI)(r.flatMap(({times:d})=>d),4,"tick"),c=s.map(a.place);return o`<svg class="chart timeline" role="img" aria-labelledby="${t}-title ${t}-text" width="100%" height="${P}">
<title id="${t}-title">Response times of ${(0,p.LS)(n.length,"check")}</title>
<desc id="${t}-text">${_e(e)}</desc>
${Fe(n,c)}${Ge(l,a)}${Qe(n,c)}
${r.map((d,f)=>Ve(d,f,{checks:n,places:c,axis:l}))}
${Ze(n,c)}
</svg>
`}function Ye({checks:e,start:t}){const n=e.map(({at:s})=>Date.parse(s)),r=t===void 0?n[0]??0:Date.parse(t);return n.every((s,a)=>s>=(a===0?r:n[a-1]??Number.NaN))&&n.every(Number.isFinite)?{first:r,moments:n}:{first:0,moments:e.map((s,a)=>a*1e3)}}function Ge({ticks:e,max:t},n){const r=e.map(({at:s,label:a})=>{const l=ie(s/100*t,t);return o`<g class="tick"><line x1="0" x2="100%" y1="${l}" y2="${l}"/><text class="end" x="-10" y="${l+4}">${a}</text></g>`}),i=n.ticks.map(({at:s,label:a},l)=>{const c=s<4?"start":s>96?"end":"";return o`<g class="tick ${l%2===0?"even":"odd"}"><line x1="${s}%" x2="${s}%" y1="${M.bottom}" y2="${M.bottom+5}"/><text class="${c}" x="${s}%" y="${P-6}">${a}</text></g>`});return o`${r}${i}`}function ie(e,t){const{top:n,bottom:r}=Be;return Math.round((r-(0,y.KN)(e,t)/100*(r-n))*10)/10}function Fe(e,t){const n=[];let r=0;for(const[i,{verdict:s}]of e.entries()){const a=e[i+1],l=a?.gap?.interrupts==="all";if(a?.verdict===s&&!l)continue;const c=t[r]??0,d=(l?void 0:t[i+1])??t[i]??c;if(r=i+1,s==="healthy")continue;const f=(0,y.KN)(d-c,100);n.push(o`<rect class="outage ${s}" x="${c}%" width="${f}%" y="0" height="${M.bottom}"/><g class="limits ${s}"><line x1="${c}%" x2="${d}%" y1="0" y2="0"/></g>`)}return n}function Qe(e,t){return e.flatMap(({gap:n},r)=>{if(n===void 0)return[];const i=r===0?0:t[r-1]??0,s=t[r]??i,a=M.top-7;return[o`<g class="gap"><title>${n.words}</title><line x1="${i}%" x2="${s}%" y1="${a}" y2="${a}"/></g>`]})}const se=o` class="hollow"`;function Ve({style:e,times:t,failed:n},r,{checks:i,places:s,axis:a}){let l="",c=!1;const d=[];for(const[h,m]of t.entries()){const x=i[h]?.gap?.interrupts??"nothing";if((m===void 0||x!=="nothing")&&(c=!1),m===void 0)continue;const[C,z]=[s[h]??0,ie(m,a.max)];l+=`${c?"L":"M"}${C} ${z}`,c=!0;const He=$(n[h]===!0,()=>se);d.push(e==="edge"?o`<circle${He} cx="${C}%" cy="${z}" r="3.5"/>`:o`<rect${He} x="${C}%" y="${z-3}" width="6" height="6" transform="translate(-3)"/>`)}const f=t.length>ne?[]:d;return o`<g class="series ${e} n${r}"><svg x="0" y="0" width="100%" height="${P}" viewBox="0 0 100 ${P}" preserveAspectRatio="none"><path d="${l}"/></svg>${f}</g>
`}const ae={healthy:6,inconclusive:14,unhealthy:24};function Ze(e,t){const n=e.length<=re,r=e.map(({verdict:i,words:s},a)=>{const l=t[a]??0,c=n?o`<text x="${l}%" y="${M.bottom-5}">${u.j7[i]}</text>`:o`<line x1="${l}%" x2="${l}%" y1="${M.bottom-ae[i]}" y2="${M.bottom}"/>`;return{verdict:i,drawn:o`<g><title>${s}</title>${c}</g>`}});return["healthy","inconclusive","unhealthy"].flatMap(i=>{const s=r.filter(a=>a.verdict===i).map(({drawn:a})=>a);return s.length===0?[]:[o`<g class="lane ${i}">${s}</g>\n`]})}function Je({checks:e,series:t,days:n,gapName:r}){const i=t.map(({name:d,style:f},h)=>{const m=f==="edge"?o`<circle cx="15" cy="5" r="3.5"/>`:o`<rect x="12" y="2" width="6" height="6"/>`;return o`<span class="series ${f} n${h}">${le(m)} ${(0,p.Nx)(d)}</span>\n`}),s=e.length<=re,a=["healthy","inconclusive","unhealthy"].filter(d=>e.some(f=>f.verdict===d)).map(d=>{const f=ae[d]/2,h=s?O(u.j7[d]):o`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12-f}" y2="12"/></svg>`;return o`<span class="lane ${d}">${h} ${d}</span>\n`}),l=e.some(d=>d.gap!==void 0),c=e.length<=ne&&t.some(({failed:d})=>d.includes(!0));return o`<figcaption class="legend">
${i}${$(c,()=>o`<span class="series">${qe()} No response (time until the failure)</span>\n`)}${a}${$(l,()=>o`<span class="gap">${le(b)} ${r}</span>\n`)}<span>${n}, UTC</span></figcaption>
`}function qe(){return o`<svg width="10" height="10" aria-hidden="true"><circle${se} cx="5" cy="5" r="3.5"/></svg>`}function le(e){return o`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${e}</svg>`}function _e({checks:e,series:t,span:n}){const r=e.filter(({verdict:l})=>l==="unhealthy").length,i=t.map(({name:l,times:c})=>{const d=c.filter(h=>h!==void 0),f=[...new Set([Math.min(...d),Math.max(...d)].map(p.p0))].join(" to ");return`${(0,p.Nx)(l)}: ${f}.`}),s=e.filter(({verdict:l})=>l==="inconclusive").length,a=r===e.length?"all":r===0?"none":r;return[`${(0,p.LS)(e.length,"check")} from ${n} UTC,`,`${a} of them unhealthy${s===0?"":`, ${s} inconclusive`}.`,...i,"The table below lists them all."].join(" ")}function ce(e){const{label:t,text:n}=(0,S.jQ)(e);return{label:t,text:pe(n)}}function de(e,t){const{entries:n,gaps:r,from:i,to:s,sinceDeploy:a}=e;if(n.length===1)return b;const l=et(n),c=new Map(r.map(m=>[m.to,m])),d=[...new Set([i,s].map(u.kb))].join(" to "),f=oe({id:t,checks:n.map(m=>tt(m,c.get(m.at))),series:l,...a&&{start:i},span:`${(0,u.kb)(i)} ${(0,u.rb)(i)} to ${(0,u.kb)(s)} ${(0,u.rb)(s)}`,days:d,gapName:"No checks"}),h=(0,S.K5)(e).filter(({label:m})=>m!=="Marks");return o`${f}${nt(e)}<dl>
${h.map(({label:m,text:x})=>o`<div><dt>${m}</dt><dd>${H(x)}</dd></div>\n`)}</dl>
${k("All checks as a table",it(n,c))}`}function et(e){return[{name:"through Cloudflare",style:"edge",times:e.map(({edgeTime:n})=>(0,y.jh)(n)),failed:[]},{name:"directly",style:"origin",times:e.map(({originTime:n})=>(0,y.jh)(n)),failed:[]}].filter(({times:n})=>n.some(r=>r!==void 0))}function tt({at:e,verdict:t,cause:n,edgeTime:r,originTime:i},s){const a=[...r===void 0?[]:[`through Cloudflare ${(0,p.p0)(r)}`],...i===void 0?[]:[`directly ${(0,p.p0)(i)}`]],l=[`${u.j7[t]} ${t}`,...n===""?[]:[n],...a].join(", ");return{at:e,verdict:t,words:`${(0,u.kb)(e)} ${(0,u.rb)(e)} ${l}`,...s!==void 0&&{gap:{words:fe(s),interrupts:"all"}}}}function fe(e){return`no checks for ${(0,S.RR)(e)}`}function nt(e){const{events:t,others:n}=(0,S.sk)(e);if(t.length===0)return b;const r=t.map(i=>{const s=ue(i.what);return[rt(i.when),i.what==="outage"?o`<b class="unhealthy">${O((0,S.cs)(i))}\u00a0${s}</b>`:i.what==="inconclusive"?o`${O((0,S.cs)(i))}\u00a0${s}`:s,ue(i.length),ot(i)]});return o`${N({caption:"outages, inconclusive checks, gaps and changes",columns:["UTC","what","length","details"],rows:r})}${$(n>0,()=>o`<p class="small">${(0,p.LS)(n,"more event")} not shown.</p>\n`)}`}function rt(e){const t=e.split(" ").map((n,r)=>o`${r===0?"":" "}<time>${n}</time>`);return o`${t}`}function ue(e){return e.replaceAll(" ","\xA0")}function ot(e){return(0,S.cs)(e)===""?w(e.details):pe(e.details)}function it(e,t){const n=e.flatMap(i=>{const{at:s,verdict:a,cause:l,edgeTime:c,originTime:d}=i,f=t.get(s),h=[o`<time>${(0,u.kb)(s)} ${(0,u.rb)(s)}</time>`,o`<span class="lane ${a}">${u.j7[a]}</span> ${a}`,l===""?"\u2013":me(l),he(c),he(d)];return f===void 0?[h]:[["\u2026",fe(f),"","",""],h]});return N({caption:"earlier checks and this one",columns:["time (UTC)","verdict","cause","through Cloudflare","directly"],rows:n})}function he(e){return e===void 0?"\u2013":(0,p.p0)(e)}function pe(e){const t=e.split(I.Rd).map((n,r)=>r%2===1?me(n.replaceAll("`","")):H(n));return o`${t}`}function me(e){return A(v(e),(0,u.fE)(e))}var st=g(75773),at=g(73971);const $e=100;function*lt(e,t){const{sites:n,verdict:r}=e,i=st.b.map(s=>({verdict:s,count:n.filter(a=>a.verdict===s).length})).filter(({count:s})=>s>0);yield o`<section class="overview" aria-label="Overview">
<header class="${r}">
<h1>${(0,R.dC)(e)}</h1>
<ul class="counts">${i.map(({verdict:s,count:a})=>o`<li><b>${a}</b> ${U(s)}</li>`)}</ul>
</header>
<div class="filter" id="filter" hidden="">
<label>Filter <input type="search" id="filter-text" placeholder="site, cause or response" autocomplete="off"/></label>
<fieldset><legend class="unseen">Verdicts</legend>${i.map(({verdict:s})=>o`<label><input type="checkbox" value="${s}" checked=""/> ${s}</label> `)}</fieldset>
<p id="filter-count" role="status"></p>
</div>
<div class="scroll" role="group" aria-label="Sites" tabindex="0"><table class="sites">
<caption class="unseen">Sites</caption>
<thead><tr><th scope="col">site</th><th scope="col">verdict</th><th scope="col">cause</th><th scope="col">confidence</th><th scope="col">edge</th><th scope="col">direct</th></tr></thead>
<tbody>`;for(let s=0;s<n.length;s+=$e){const a=n.slice(s,s+$e).map((l,c)=>ct(l,t(s+c)));yield o`${a}`}yield o`\n</tbody>
</table></div>
</section>
`}function ct({url:e,verdict:t,cause:n,confidence:r,probes:{edge:i,origins:s}},a){const l=e.replace(/^https:\/\//,"").replace(/\/$/,""),c=[...new Set(s.map(ge))].join(", ");return o`
<tr data-verdict="${t}"><th scope="row"><a href="#${a}">${l}</a></th><td>${U(t)}</td><td>${n===""?"\u2013":v(n)}</td><td>${r===""?"\u2013":r}</td><td>${i===void 0?"\u2013":ge(i)}</td><td>${c===""?"\u2013":c}</td></tr>`}function ge({status:e,failure:t}){return t===void 0?String(e??"\u2013"):(0,at.AC)(t).brief}const dt=`(() => {
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
`,ft="sha256-K3QYDQr71LbVxqPQ4JqTTPLTSLtSghk1HRtuYUX4Ils=";var ut=g(50163),ht=g(56053),K=g(5926),pt=g(45281),mt=g(31909),be=g(32812),ve=g(26374),$t=g(57799),B=g(2407);function gt(e){const{columns:t,rows:n,others:r}=(0,ve.Qp)(e);if(t.length===0)return b;const i=n.map(({label:s,cells:a})=>[w(s)].concat(a.map(bt)));return o`${N({caption:"measurements",columns:["",...t],rows:i})}${$(r!=="",()=>o`<p class="small">And ${r}.</p>\n`)}`}function bt({text:e,verbatim:t}){return t===!0?v(e):H(e.replace("TLS ","TLS\xA0"))}function vt({clues:e,probes:t}){const{edge:n}=t,r=e.map(({from:a,text:l})=>o`<b>${(0,u.ky)(a,t)}:</b> ${w(l)}`),i=n?.colo===void 0?"":`, in ${n.colo}`,s=n?.rayId===void 0?[]:[o`<b>Ray ID:</b> ${v(n.rayId)}${i}`];return r.length===0?b:te([...r,...s])}function wt({alternatives:e,lookalikes:t=[]}){const n=[...e.map(({title:r,confidence:i,because:s,distinguishedBy:a})=>o`<b>${w((0,p.Nx)(r))}</b> (${i}). ${w(s+(0,u.$w)(a))}`),...t.map(({title:r,distinguishedBy:i})=>o`<b>${w((0,p.Nx)(r))}.</b>${w((0,u.$w)(i))}`)];return n.length===0?b:te(n)}function yt(e){const{warnings:t,notes:n}=e,r=[...t.map(i=>we("Warning",i)),...n.map(i=>we("Note",i)),...(0,K.AY)(e).map(i=>o`<p class="remark">${w(i)}</p>\n`)];return o`${r}`}function we(e,{id:t,text:n}){return o`<p class="remark ${e.toLowerCase()}"><b>${e}:</b> ${w(n)} ${A("More",(0,u.fE)(t))}</p>\n`}function xt({probes:e}){const{edge:t,origins:n}=(0,ve.Mm)(e),r=St([...t===void 0?[]:[t],...n].flatMap(kt));if(r.length===0)return b;const i=(l,c)=>[l,...r.map(({tls:d})=>c(d))],s=[i("subject",({subject:l})=>v(l)),i("issuer",({issuer:l})=>v(l)),i("names",({names:l})=>Nt(l)),i("key",({chain:l})=>o`${l[0]?.key??"\u2013"}`),i("valid",({notBefore:l,notAfter:c,daysLeft:d})=>o`${H(`${(0,u.kb)(l)} to ${(0,u.kb)(c)}`)}${d<0?"":`, ${(0,p.LS)(d,"day")} left`}`),i("faults",Tt),i("chain",({chain:l})=>Ct(l.slice(1))),i("cipher",({cipher:l})=>v(l))],a=["",...r.map(({name:l})=>l)];return k("Certificates",N({caption:"certificates",columns:a,rows:s}))}function kt({name:e,probe:{tls:t}}){return t===void 0?[]:[{name:e,tls:t}]}const X=3;function St(e){return[...Map.groupBy(e,({tls:n})=>JSON.stringify(n)).values()].flatMap(n=>{const r=n.map(({name:l})=>l),i=r.slice(0,r.length>X?X-1:X),s=r.length-i.length,a=(0,p.p_)(s===0?i:[...i,`${s} more`]);return n.slice(0,1).map(({tls:l})=>({name:a,tls:l}))})}function Nt(e){const t=e.filter(i=>i!==pt.VT),n=e.length-t.length,r=[...t.map(v),...n===0?[]:[o`${(0,p.LS)(n,"hidden name")}`]];return Y(r,o`, `)}function Tt({faults:e,outdatedIssuer:t}){const n=e.map(r=>t?.fault===r?(0,u.yz)(t):u.y2[r]);return n.length===0?o`none`:o`<b class="unhealthy">✗ ${n.join(", ")}</b>`}function Ct(e){const t=e.map(({subject:n,notAfter:r,linked:i})=>o`${v(n)}, until ${H((0,u.kb)(r))}${i?"":", not needed"}`);return t.length===0?o`leaf only`:Y(t,o`<br/>`)}function Y(e,t){return o`${e.flatMap((n,r)=>r===0?[n]:[t,n])}`}function At({vantage:e}){if(e===void 0||e.places.length===0)return b;const{columns:t,rows:n}=(0,B.pH)(e),r=N({caption:"vantage points",columns:t,rows:n});return k((0,B.x6)(e),o`${r}<p class="small">${w((0,B.kH)(e))}</p>\n`)}function Mt({probes:{dns:e}}){if(e===void 0)return b;const{cloudflare:t,others:n,failure:r,servers:i=[]}=e,s=[...t.map(d=>o`${v(d)} (Cloudflare)`),...n===0?[]:[o`${(0,p.LS)(n,"address","addresses")} outside Cloudflare`],...r===void 0?[]:[o`${r}`]],a=i.map(({server:d,answer:f,ttl:h})=>[d==="own"?"the runner's own":v(d),f,h===void 0?"\u2013":`${h} s`]),l=a.length===0?b:N({caption:"DNS servers",columns:["server","answer","TTL"],rows:a}),c=s.length===0?b:o`<p>The name resolves to ${Y(s,o`, `)}.</p>\n`;return s.length+a.length===0?b:k("DNS",o`${c}${l}`)}function jt({changes:e}){const t=e===void 0?[]:(0,be.lw)(e);if(e===void 0||t.length===0)return b;const n=t.map(({where:r,what:i,before:s,now:a})=>[`${i}${r===""?"":` (${r})`}`,v(s),v(a)]);return k(`Changes since ${(0,be.Tk)(e)}`,N({caption:"changes",columns:["what","then","now"],rows:n}))}function Lt({responses:e=[]}){return e.map(({name:t,opening:n,headers:r,moreHeaders:i=0,body:s})=>{const a=[n,...r.map(({name:c,value:d})=>`${c}: ${d}`),...i===0?[]:[`\u2026 ${(0,p.LS)(i,"more header")}`]];if(n===""&&r.length===0)return k(`${ye(t)}: none`,o`<p>Nothing arrived.</p>\n`);const l=o`${ye(t)}${$(n!=="",()=>o`: ${v(n)}`)}`;return k(l,o`<pre><code>${D(a.join(`
`))}</code></pre>\n${Ot(a)}${zt(s)}`)})}function ye(e){return e==="directly"?"Direct response":/^(?:through|by|from)\b/.test(e)?`Response ${e}`:`Response from ${e}`}function Ot(e){const t=e.some(n=>n.includes("***"));return $(t,()=>o`<p class="small"><code>***</code>: hidden, because it may be a secret.</p>\n`)}function zt(e){if(e===void 0)return b;const{text:t,bytes:n,complete:r}=e,i=(0,p.LS)(n,"byte"),s=r?i:t===""?`${i}, which were not kept`:`the beginning of ${i}`;return o`${$(t!=="",()=>o`<pre><code>${D(t)}</code></pre>\n`)}<p class="small">Body: ${s}.</p>\n`}function Rt(e){return xe("Reproduce it with curl",(0,mt.Z)(e))}function It(e){return xe("For a Cloudflare support ticket",(0,$t.K)(e))}function xe(e,t){return $(t.length>0,()=>k(e,o`<pre><code>${D(t.join(`
`))}</code></pre>\n`))}var ke=g(4420);const Et=3;function Ht(e,t){const{timeline:n}=e,[r,...i]=n;if(r===void 0)return b;const s=(0,ke.L)(e,Et);if(i.length===0)return o`<p>One check, at ${(0,u.rb)(r.at)} UTC: ${Se(r,0,s)}.</p>\n`;const a=i.at(-1)??r,l=oe({id:t,checks:n.map((c,d)=>Pt(c,d,s)),series:s,span:`${(0,u.kb)(r.at)} ${(0,u.rb)(r.at)} to ${(0,u.rb)(a.at)}`,days:(0,u.kb)(r.at),gapName:"Checks not listed"});return o`${l}${k("All checks as a table",Dt(n,s))}`}function Pt(e,t,n){const{at:r,verdict:i,skipped:s}=e;return{at:r,verdict:i,words:`${(0,u.rb)(r)} ${Se(e,t,n)}`,...s!==void 0&&{gap:{words:Ne(s),interrupts:s.identical?"nothing":"line"}}}}function Se({verdict:e,edge:t,origin:n},r,i){const s=(a,l)=>{const d=i.filter(m=>m.style===a).flatMap(({times:m})=>m[r]??[]).map(p.p0).join(", "),[f,h]=(0,ke.N)(l)?[":","after"]:["","in"];return`${a}${f} ${l}${d===""?"":` ${h} ${d}`}`};return[`${u.j7[e]} ${e}`,t===""?"edge not checked":s("edge",t),...n===""?[]:[s("origin",n)]].join(", ")}function Ne({rounds:e,failed:t}){return`${(0,p.LS)(e,"check")} not listed, ${t===0?"none":t} of them failed`}function Dt(e,t){const n=e.flatMap((r,i)=>{const s=t.map(({times:c})=>c[i]===void 0?"\u2013":(0,p.p0)(c[i])),a=[(0,u.rb)(r.at),o`<span class="lane ${r.verdict}">${u.j7[r.verdict]}</span> ${r.verdict}`,r.edge===""?"not checked":r.edge,r.origin===""?"\u2013":r.origin,...s],{skipped:l}=r;return l===void 0?[a]:[["\u2026",Ne(l),"","",...s.map(()=>"")],a]});return N({caption:`checks on ${(0,u.kb)(e[0]?.at??"")}`,columns:["time (UTC)","verdict","edge","origin",...t.map(({name:r})=>`${r}, time`)],rows:n})}var Te=g(93163);const Ce=8,Ae=42,j=20,Ut=14,Wt=22,Kt=.4;function Bt({probes:e},t){const n=(0,Te.R)(e,Ce);if(n.length===0)return b;const r=e.origins.length-Ce;return o`<figure>
${Xt(n,t)}${$(r>0,()=>o`<figcaption>Not shown: ${(0,p.LS)(r,"more origin")}.</figcaption>\n`)}</figure>
${Zt(n)}`}function Xt(e,t){const n=(0,y.yI)(e.flatMap(({bars:a})=>a.map(({start:l,length:c})=>l+c)),6);let r=0;const i=e.map(a=>{const l=Ft(a,r,n);return r+=Yt(a)+Ut,l}),s=r+Wt;return o`<svg class="chart waterfall" role="img" aria-labelledby="${t}-title ${t}-text" width="100%" height="${s}">
<title id="${t}-title">Phases of the requests on one time axis</title>
<desc id="${t}-text">${e.map(Te.O).join(" ")}</desc>
${n.ticks.map((a,l)=>Gt(a.at,l,r,a.label))}
${i}
</svg>
`}function Yt({bars:e}){return Ae+e.reduce((t,{failure:n})=>t+(n===void 0?j:2*j),0)}function Gt(e,t,n,r){return o`<g class="tick ${t%2===0?"even":"odd"}"><line x1="${e}%" x2="${e}%" y1="0" y2="${n}"/><text x="${e}%" y="${n+16}">${r}</text></g>`}function Ft({name:e,outcome:t,bars:n},r,i){let s=r+Ae;const a=n.map(l=>{const c=Qt(l,s,i);return s+=l.failure===void 0?j:2*j,c});return o`<g><text class="side" x="-84" y="${r+14}">${(0,p.Nx)(e)}</text><text class="soft" x="-84" y="${r+32}">${t}</text>${a}</g>\n`}function Qt({kind:e,label:t,start:n,length:r,failure:i},s,{max:a}){const l=(0,y.KN)(n,a),c=(0,y.KN)(n+r,a),d=(0,y.KN)(r,a)<Kt?"2":`${(0,y.KN)(r,a)}%`,f=s+j/2+4,h=x=>o`<rect class="${x}" x="${l}%" width="${d}" y="${s+3}" height="${j-6}" rx="2"/>`,m=i!==void 0;return o`
<g><title>${t}, ${(0,p.p0)(r)}, from ${(0,p.p0)(n)}</title><text class="soft" x="-84" y="${f}">${t}</text>${h(m?"bar failed":`bar ${e}`)}${$(m,()=>h("hatched"))}<text x="${c}%" dx="7" y="${f}">${m?"\u2717 ":""}${(0,p.p0)(r)}</text>${$(m,()=>o`<text class="failure" ${Vt(l,c)} y="${f+j}">${i??""}</text>`)}</g>`}function Vt(e,t){return e<=30?o`x="${e}%" text-anchor="start"`:t>=70?o`x="${t}%" text-anchor="end"`:o`x="${e}%" text-anchor="middle"`}function Zt(e){const t=e.flatMap(({name:n,outcome:r,bars:i})=>i.length===0?[[(0,p.Nx)(n),"\u2013","\u2013","\u2013",r]]:i.map(({label:s,start:a,length:l,failure:c})=>[(0,p.Nx)(n),s,(0,p.p0)(a),(0,p.p0)(l),c===void 0?"\u2713":`\u2717 ${c}`]));return k("The phases as a table",N({caption:"phases of the requests",columns:["side","phase","starts at","takes","result"],rows:t}))}function G(e,t){const{id:n,level:r}=t;return o`<article class="site" id="${n}" data-verdict="${e.verdict}">
<header class="${e.verdict}">
<p>${U(e.verdict)}</p>
${W(r,r===1?(0,R.Gg)(e):e.headline)}
<p class="summary">${_(e.summary)}</p>
</header>
${je(e,t)}</article>
`}function Me(e,t){const{id:n,level:r}=t;return o`<details class="site" id="${n}" data-verdict="${e.verdict}"><summary>${W(r,o`${O(u.j7[e.verdict])} ${e.headline}`)}</summary>
<p class="summary">${_(e.summary)}</p>
${je(e,t)}</details>
`}function je(e,{id:t,level:n,sameCauseAs:r,drawings:i=!0,history:s}){const a=(C,z)=>$(T(z)!=="",()=>o`<section>\n${W(n+1,C)}\n${z}</section>\n`),{verdict:l,timeline:c,availability:d}=e,f=c.length>1?`Timeline of ${(0,p.LS)(d.rounds,"check")}`:"Timeline",h=a("Warnings and notes",yt(e)),m=[At(e),xt(e),Mt(e),jt(e),...Lt(e),Rt(e),It(e)],x=[Le(e.path,l,"Path of the request"),Le(e.route??[],l,"Path of the request to the origin"),$(l==="healthy",()=>h),F("lead",[_t(e,s),$(l!=="healthy",()=>a(`${(0,K.DN)(e)}${Jt(e)}`,en(e,r)))]),s===void 0?b:a((0,S.Zl)(s),de(s,`${t}-history`)),F(e.probes.origins.length>1?"stack":"pair wide-first",[$(i,()=>a("Where the time goes",Bt(e,`${t}-waterfall`))),a("Measurements",gt(e))]),$(i,()=>a(f,Ht(e,`${t}-timeline`))),F("pair",[a("Evidence",vt(e)),a("What else it could be",wt(e))]),$(l!=="healthy",()=>h),a("Details",o`${m}`)];return o`${x}`}function F(e,t){const n=o`${t}`;return $(T(n)!=="",()=>o`<div class="${e}">\n${n}</div>\n`)}function Jt({remedy:e}){return e===null?"":` (${e.difficulty})`}function Le(e,t,n){if(e.length===0)return b;const r=(0,ut.uz)(e),i=e.map((s,a)=>{const{name:l,state:c,detail:d}=s,f=a===0&&c==="ok",h=s===r?` failing ${t}`:"",m=s===r?`: ${Oe[c]}, the problem is here`:f?"":`: ${Oe[c]}`;return o`<li class="${c}${h}"><span class="dot" aria-hidden="true">${f?"\u2022":(0,u.$j)(s)}</span><span class="hop">${l}${Ue(m)}</span>${$(d!=="",()=>o` <span class="detail">${d}</span>`)}</li>`});return o`<ol class="path" aria-label="${n}">${i}</ol>\n`}const Oe={ok:"works",broken:"fails",unknown:"unknown"},qt=24;function _t(e,t){const n=[...(0,K.AS)(e,t).map(({label:i,text:s,strip:a=""})=>({label:i,text:o`${w(s)}${$(a!==""&&a.length<=qt,()=>o` <span class="strip" aria-hidden="true">${a}</span>`)}`})),...t===void 0?[]:[ce(t)],...e.owner===""?[]:[{label:"Where the problem is",text:o`${u.H1[e.owner]}`}],...e.cause===""?[]:[{label:"Cause",text:A(v(e.cause),e.docs)}]],r=n.map(({label:i,text:s})=>o`<div><dt>${i}</dt><dd>${s}</dd></div>\n`);return n.length===0?b:o`<dl>\n${r}</dl>\n`}function en(e,t){const{remedy:n,docs:r}=e;if(n===null)return b;if(t!==void 0){const{host:a,id:l}=t;return o`<p>Same as for <a href="#${l}">${a}</a> above.</p>\n`}const i=(0,ht.zY)(n),s=(0,I.iS)(n.reference);return o`<ol>${n.steps.map(tn)}
</ol>
${$(n.avoid!==void 0,()=>o`<p class="remark warning">${L(n.avoid??"")}</p>\n`)}${$(i.length>0,()=>o`<p class="small">${L(i.join(" "))}</p>\n`)}<p class="small">${A("About this cause",r)}${$(s!=="",()=>o` · ${A(s,n.reference)}`)}</p>
`}function tn(e){const t=e.type==="look"?b:o`${$(e.type==="risk",()=>ze("risk","\u26A0",`Risk: ${e.type==="risk"?`${e.exposes} ${e.limit}`:""}`))}${ze("undo","\u21A9",`Undo: ${e.undo}`)}`;return o`\n<li><b>${L(e.action)}</b>${L(e.details)}${t}</li>`}function ze(e,t,n){return o`<span class="effect ${e}">${O(t)} ${L(n)}</span>`}const nn=`
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
`,rn="sha256-uEANfDeCksP1TldiEpqY7MnZNuDfRz3sz7qslwaYrPY=";function on(e){return[...Re(e)].join("")}function*Re(e){const[t]=e.sites,n=e.sites.length>1;if(yield`<!doctype html>
<html lang="en">
<head>
${T(sn(e,n))}<style>${nn}</style>
</head>
<body>
`,yield T(an(e)),n)for(const r of dn(e))yield T(r);else yield T(G(t,{id:Q(0),level:1,history:(0,Z.j)(e)}));yield T(ln(e)),n&&(yield`<script>${dt}<\/script>
`),yield`</body>
</html>
`}function Q(e){return`site-${e+1}`}function sn(e,t){const n=["default-src 'none'",`style-src '${rn}'`,...t?[`script-src '${ft}'`]:[],"base-uri 'none'","form-action 'none'"].join("; ");return o`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${n}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="origin-gate ${e.version}"/>
<title>${u.j7[e.verdict]} ${(0,R.dC)(e)}</title>
`}function an({at:e}){return o`<header class="top"><p><b>Origin Gate</b> report, ${Ie(e)}</p></header>
<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs></svg>
<main>
`}function ln(e){const t=(0,R.p1)(e);return o`${$(t.length>0,()=>o`<section>\n${t.map(({text:n})=>o`<p class="remark note"><b>Note:</b> ${w(n)}</p>\n`)}</section>\n`)}</main>
<footer><p>${e.verdict} · ${Ie(e.at)} · origin-gate ${e.version} · ${A("Documentation",u.iT)}</p></footer>
`}function Ie(e){return o`<time datetime="${e}">${(0,u.kb)(e)} ${(0,u.rb)(e)} UTC</time>`}const Ee=100;function cn(e){const{label:t,text:n}=ce(e);return o`<section class="overview past">
<h2>${(0,S.Zl)(e)}</h2>
<p><b>${t}:</b> ${n}</p>
${de(e,"history")}</section>
`}function*dn(e){const{sites:t}=e,n=t.length<=Ee,r=`With more than ${Ee} sites, some have no charts: those that are always healthy, and those that fail for the same cause as a site above.`;yield*lt(e,Q);const i=(0,Z.j)(e);i!==void 0&&(yield cn(i)),n||(yield o`<p class="small">${r}</p>\n`);const s=t.map((f,h)=>({site:f,id:Q(h)})),a=s.filter(({site:f})=>f.verdict!=="healthy"),l=(0,R.UM)(a.map(({site:f})=>f)),c=new Map;for(const[f,{site:h,id:m}]of a.entries()){c.set(h,m);const x=l[f]?.sameCauseAs;if(x===void 0){yield G(h,{id:m,level:2});continue}const C={id:m,level:2,sameCauseAs:{host:x.host,id:c.get(x)??""}};yield n?G(h,C):Me(h,{...C,drawings:!1})}const d=s.filter(({site:f})=>f.verdict==="healthy");if(d.length!==0){yield o`<section class="healthy-sites">\n<h2>Healthy sites</h2>\n`;for(const{site:f,id:h}of d)yield Me(f,{id:h,level:3,drawings:n||f.trend!=="steady"});yield o`</section>\n`}}})};export{un as id,hn as ids,pn as modules};
