#!/usr/bin/env node
const o=24,s=process.env.GITHUB_ACTIONS==="true"&&process.argv.length<=2;function i(e){process.stderr.write(`${s?`::error title=Origin Gate could not run::${e}`:e}
`),process.exitCode=s?1:2}Number(process.versions.node.split(".")[0])<24?i(`origin-gate needs Node 24 or newer; this is ${process.version}.`):import("./main.js").then(({main:e})=>e(s?"action":"command"),()=>i(`A file of Origin Gate is missing or damaged. ${s?"Use another version of it.":"Install it again."}`));
