#!/usr/bin/env node
const i=24;function s(e){process.stderr.write(`${e}
`),process.exitCode=2}Number(process.versions.node.split(".")[0])<24?s(`origin-gate needs Node 24 or newer; this is ${process.version}.`):import("./main.js").then(({main:e})=>e("command"),()=>s("A file of Origin Gate is missing or damaged. Install it again."));
