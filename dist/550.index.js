const Pe=550,Le=[550],ve={87550:((Se,L,l)=>{l.r(L),l.d(L,{runSubcommand:()=>Re});var i=l(26422),O=l(28257),v=l(3333);const _e="find out why a site behind Cloudflare returns 502 or 52x",w="Requests a site through Cloudflare and directly from its origin. If visitors get an error, it names the cause and lists the next steps.",V=[{name:"origin-gate www.example.com --origin 203.0.113.10",text:"Compare what visitors get with what the origin returns:"},{name:"origin-gate www.example.com --origin 203.0.113.10 --wait 3m && ./promote",text:"Wait up to three minutes after a deploy, and promote only a healthy site:"},{name:"origin-gate www.example.com --origin 203.0.113.10 --record run.json",text:"Record the run for a colleague or a bug report:"}],F=[{name:"-",text:"As a URL: read URLs from standard input, one per line. Lines that start with # are comments."},{name:"DURATION",text:"`500ms`, `10s`, `2m`, `1h` or a whole number of seconds."},{name:"PEM",text:"The path of a PEM file, or PEM text."}],U="Repeat a flag such as `--origin` or `--headers` for several values.",W=[{name:"ORIGIN_GATE_FLAG_NAME",text:"Any flag, such as `ORIGIN_GATE_ORIGIN` for `--origin`. Flags take precedence, even empty ones."},...v.Fr.map(([e,t])=>({name:t,text:`\`--${e}\``})),{name:"HTTPS_PROXY, ALL_PROXY, NO_PROXY",text:"Proxy for all requests (`http://`, `https://`, `socks5://`), and hosts that bypass it."},{name:"NODE_EXTRA_CA_CERTS",text:"File of additional CAs to trust."},{name:"NO_COLOR, FORCE_COLOR",text:"Turn colors off or on."},{name:"ORIGIN_GATE_DEBUG",text:"Set to 1 to print how long each request took, and the full stack trace of an error."}],H="Other users can see the flags of a process. Pass secrets in environment variables instead.",q=[{name:"0",text:"The site is healthy, or `--fail-on` does not name the outcome."},{name:"1",text:"The site is unhealthy, or has a warning and `--fail-on` names `warning`."},{name:"2",text:"The check could not run: wrong flag, old Node, or an error in origin-gate."},{name:"3",text:"Inconclusive: the check could not judge the site."},{name:"130, 143",text:"Stopped by SIGINT (Ctrl-C) or SIGTERM."}],X=[{name:"-h, --help [FLAG]",text:"Print this text, or help on one flag"},{name:"-V, --version",text:"Print the version"}],C="origin-gate merge [options] FILE...",k=["Makes one report of several JSON reports, such as those of a matrix of jobs. It requests nothing.","Of a site that is in more than one of them, the newest result counts. A file that is missing or damaged is an error, so that no check is missed."],Y=[{name:"origin-gate merge report-*.json",text:"Print one report on the sites of all jobs:"},{name:"origin-gate merge report-*.json --format markdown > comment.md",text:"Write it as Markdown, short enough for a comment on GitHub:"}],z=[{name:"FILE",text:"A file that `--report` wrote. `*` matches any part of a name, also where no shell expands it."},{name:"-",text:"Standard input."}],J=[{name:"0",text:"All sites are healthy, or `--fail-on` does not name the outcome."},{name:"1",text:"A site is unhealthy, or has a warning and `--fail-on` names `warning`."},{name:"2",text:"Nothing was merged: a wrong flag, or a file that is missing or damaged."},{name:"3",text:"Inconclusive: a check could not judge its site, or was cancelled."}],M="https://github.com/origin-gate/origin-gate",B=`${M}/blob/v1/docs/command.md`,K=`${M}/blob/v1/docs/scale.md`;var T=l(73480),s=l(14105);const Q=100,Z=48,ee=[{from:92,column:34},{from:72,column:31}],te="      ",A="Usage: origin-gate [options] URL...",ne=[C,"origin-gate help FLAG","origin-gate completion bash|zsh|fish"];function oe(e){const t=d(e),o=ae().map(n=>{const r=s.q5.filter(a=>a.group===n);return c(O.fd[n],f(r.map(D),t))});return p([[A,...ne.map(n=>`       ${n}`)],(0,i.LV)(w,t,""),R(t),...o,c("Help",f(X,t)),c("Values",[...f(F,t,12),...(0,i.LV)(g(U),t,"  ")]),["Environment:",...f(W,t),...(0,i.LV)(H,t,"  ")],c("Exit codes",f(q,t,12)),[`Docs: ${B}`]])}function re(e){const t=d(e);return p([[A],(0,i.LV)(w,t,""),R(t),(0,i.LV)("`origin-gate --help` lists all flags.",t,"")])}function ie(e){const t=d(e),o=s.q5.filter(({name:n})=>s.x3.includes(n)).map(D);return p([[`Usage: ${C}`],...k.map(n=>(0,i.LV)(n,t,"")),R(t,Y),c("Files",f(z,t,12)),c("Flags",f([...o,{name:"-h, --help",text:"Print this text"}],t)),c("Exit codes",f(J,t,12)),[`Docs: ${K}`]])}function se(e,t){const o=d(t),n=G(e);return p([[N(e)],(0,i.LV)(e.shells==="action"?e.description:(0,T.G)(e.description),o,""),e.shells==="action"?["It works only in the Action."]:[...n===""?[]:(0,i.LV)(`Default: ${n}.`,o,""),...(0,i.LV)(`Environment: ${le(e.name)}`,o,""),...e.takes==="list"?["The flag can be repeated."]:[],...e.scope==="site"&&e.name!=="url"?(0,i.LV)("It can differ between the sites of `--config`.",o,""):[]]])}function ae(){return[...new Set(s.q5.map(({group:e})=>e))].toSorted((e,t)=>I.indexOf(e)-I.indexOf(t))}const I=Object.keys(O.fd);function d(e){return Math.min(Math.max(e,Z),Q)}function c(e,t){return[`${e}:`,...t]}function p(e){return`${e.map(t=>t.join(`
`)).join(`

`)}
`}function R(e,t=V){const o=t.flatMap(({name:n,text:r})=>(0,i.LV)(r,e,"  ").concat(`    ${n}`));return c("Examples",o)}function D(e){const t=g(G(e));return{name:N(e),text:t===""?e.short:`${e.short} (default: ${t})`}}function N(e){return`${e.letter===void 0?"":`-${e.letter}, `}--${e.name} ${e.placeholder}`.trimEnd()}function G(e){return e.takes==="switch"?"":(0,T.G)(e.commandDefault??((0,O.jx)("command",e)||e.fallback))}function f(e,t,o=ee.find(({from:n})=>t>=n)?.column){return e.flatMap(({name:n,text:r})=>{const a=`  ${n}`;if(o===void 0)return[a,...(0,i.LV)(g(r),t,te)];const m=" ".repeat(o);return a.length+2>o?[a,...(0,i.LV)(g(r),t,m)]:(0,i.LV)(g(r),t,a.padEnd(o),m)})}function g(e){return e.replaceAll("`","")}function le(e){const t=(0,v.ly)(e);return[...t===void 0?[]:[t],(0,s.VE)(e)].join(" or ")}var ce=l(97445);const S=[["help","Print help on one flag"],["completion","Print a completion script for a shell"],["merge","Make one report of several JSON reports"]],_="Print help",b="Print the version",x=ce.O.join(" "),P=[...s.q5.map(({name:e})=>e),"merge"].join(" "),fe=j(s.q5.map(({name:e})=>e).concat("help","version")),ue=j(s.x3.concat("help"));function j(e){return e.map(t=>`--${t}`).join(" ")}function he(){const e=s.q5.filter(({takes:n})=>n!=="switch"),t=n=>n.map(({name:r})=>`--${r}`).join("|");return`# Completion for origin-gate. Add to ~/.bashrc: eval "$(origin-gate completion bash)"
_origin_gate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words='' files='' list='' before='' reply
  # bash splits --flag=value at the equals sign.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${e.flatMap(({name:n,completes:r,takes:a})=>r==="files"||r.length===0?[]:[`    --${n}) words='${r.join(" ")}'${a==="list"?" list=1":""} ;;`]).join(`
`)}
    ${t(e.filter(({completes:n})=>n==="files"))}) files=1 ;;
    ${t(e.filter(({completes:n})=>n.length===0))}) ;;
    *)
      if [[ $COMP_CWORD -eq 2 && $prev == completion ]]; then
        words='${x}'
      elif [[ $COMP_CWORD -eq 2 && $prev == help ]]; then
        words='${P}'
      elif [[ $cur == -* && \${COMP_WORDS[1]} == merge ]]; then
        words='${ue}'
      elif [[ $cur == -* ]]; then
        words='${fe}'
      elif [[ $COMP_CWORD -gt 1 && \${COMP_WORDS[1]} == merge ]]; then
        files=1
      elif [[ $COMP_CWORD -eq 1 ]]; then
        words='${S.map(([n])=>n).join(" ")}'
      fi ;;
  esac
  # A list may have several items in one word.
  if [[ -n $list && $cur == *,* ]]; then
    before=\${cur%,*},
    cur=\${cur##*,}
  fi
  COMPREPLY=()
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -f -- "$cur")
  elif [[ -n $words ]]; then
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -P "$before" -W "$words" -- "$cur")
  fi
}
complete -F _origin_gate origin-gate
`}function me(){return`${["# Completion for origin-gate. Save it as ~/.config/fish/completions/origin-gate.fish","complete -c origin-gate -f",...S.map(([t,o])=>`complete -c origin-gate -n 'test (count (commandline -opc)) -eq 1' -a ${t} -d ${u(o)}`),`complete -c origin-gate -n '__fish_seen_subcommand_from completion' -a ${u(x)}`,`complete -c origin-gate -n '__fish_seen_subcommand_from help' -a ${u(P)}`,"complete -c origin-gate -n '__fish_seen_subcommand_from merge' -F",...s.q5.map(ge),`complete -c origin-gate -s h -l help -d ${u(_)}`,`complete -c origin-gate -s V -l version -d ${u(b)}`].join(`
`)}
`}function ge({name:e,letter:t,short:o,takes:n,completes:r}){const a=t===void 0?"":` -s ${t}`;return`complete -c origin-gate${s.x3.includes(e)?"":" -n 'not __fish_seen_subcommand_from merge'"}${a} -l ${e}${de(n,r)} -d ${u(o)}`}function de(e,t){if(e==="switch")return"";if(t==="files")return" -r -F";if(t.length===0)return" -x";const o=t.join(" ");return` -x -a ${u(e==="list"?`(__fish_append , ${o})`:o)}`}function u(e){return`'${e.replaceAll(/[\\']/g,String.raw`\$&`)}'`}function pe(){const e=S.map(([t,o])=>h(`${t}:${o}`));return`#compdef origin-gate
# Completion for origin-gate. Save it as _origin-gate in a folder of fpath, or add to ~/.zshrc after compinit:
# eval "$(origin-gate completion zsh)"
_origin-gate() {
  if (( CURRENT == 3 )); then
    case $words[2] in
      completion) compadd -- ${x}; return ;;
      help) compadd -- ${P}; return ;;
    esac
  fi
  if [[ $words[2] == merge ]] && (( CURRENT > 2 )); then
    shift words
    (( CURRENT-- ))
    _arguments -S \\
      ${s.q5.filter(({name:t})=>s.x3.includes(t)).map(y).join(` \\
      `)} \\
      '(- *)'{-h,--help}${h(`[${_}]`)} \\
      '*:report:_files'
    return
  fi
  _arguments -S \\
    ${s.q5.map(y).join(` \\
    `)} \\
    '(- *)'{-h,--help}${h(`[${_}]`)} \\
    '(- *)'{-V,--version}${h(`[${b}]`)} \\
    '1: :_origin-gate_first' \\
    '*:URL:()'
}
_origin-gate_first() {
  local -a first=(${e.join(" ")})
  _describe command first
}
if [[ $funcstack[1] == _origin-gate ]]; then
  _origin-gate "$@"
else
  compdef _origin-gate origin-gate
fi
`}function y({name:e,letter:t,short:o,takes:n,placeholder:r,completes:a}){const m=o.replaceAll(/[[\]\\:]/g,String.raw`\$&`);return n==="switch"&&t!==void 0?`'(-${t} --${e})'{-${t},--${e}}${h(`[${m}]`)}`:h(n==="switch"?`--${e}[${m}]`:`${n==="list"?"*":""}--${e}=[${m}]:${r.replaceAll(":",String.raw`\:`)}:${$e(n,a)}`)}function $e(e,t){return t==="files"?"_files":t.length===0?" ":e==="list"?`_values -s , value ${t.join(" ")}`:`(${t.join(" ")})`}function h(e){return`'${e.replaceAll("'",String.raw`'\''`)}'`}const Ee={bash:he,zsh:pe,fish:me};function Oe(e){return Ee[e]()}var $=l(57366);const E=80;function Re(e){const{stdout:t,stderr:o}=process;switch(e.kind){case"help":return t.write(oe((0,$.PL)(t)??E)),0;case"flag help":return t.write(se(e.row,(0,$.PL)(t)??E)),0;case"merge help":return t.write(ie((0,$.PL)(t)??E)),0;case"completion":return t.write(Oe(e.shell)),0;case"short help":return o.write(re((0,$.PL)(o)??E)),2;case"unknown":return o.write(`${e.problem}
`),2;default:return e}}})};export{Pe as id,Le as ids,ve as modules};
