import type { Sign } from '../sign.ts'

/**
 * Lists of files that servers make for a folder without an index page. Sources: Apache's mod_autoindex, nginx's
 * ngx_http_autoindex_module.c, lighttpd's mod_dirlisting.c, Python's http/server.py, Go's net/http/fs.go, Caddy's
 * browse.html, Tomcat's DefaultServlet, Jetty, IIS, Express' serve-index, Vercel's serve, and S3's ListBucketResult.
 */
const LISTS: readonly Sign[] = [
  {
    title: /^Index of \//i,
    body: /href="\?C=[NMSD];O=[AD]|<h[12]>Index of \/[^<]{0,500}<\/h[12]>\s{0,20}(?:<hr>|<pre>|<ul>|<table|<div class="list">)|<table id="table-content">/i,
  },
  { title: /^Directory listing for \//i, body: /<h1>Directory listing for \// },
  { title: /^Directory Listing For \[?\//, body: /Tomcat|<h1>Directory Listing For/ },
  { title: /^Directory: \//, body: /<h1[^>]{0,60}>Directory: \/[^<]{0,500}<\/h1>\s{0,20}<table/i },
  { title: /^[\w.-]{1,253}(?::\d{1,5})? - \//, body: /<hr>\s{0,20}<pre>/i },
  {
    body: /<body onload="initPage\(\)">\s{0,20}<header>\s{0,20}<div class="wrapper">\s{0,20}<div class="breadcrumbs">Folder Path</,
  },
  { title: /^Files within /, body: /id="files"/ },
  { title: /^listing directory /i, body: /id="files"/ },
  {
    body: /^\s*(?:<!doctype html>\s*<meta name="viewport"[^>]{0,60}>\s*)?<pre>\s*<a href="[^"]{1,500}">[^<]{1,500}<\/a>\n/i,
  },
  { body: /^\s*(?:<\?xml[^>]{0,100}>\s*)?<ListBucketResult\b/ },
]

/** Each has the structure of a list, so that a page of a site that names one doesn't match. */
export const LISTINGS: readonly Sign[] = LISTS.map(withStructure)

function withStructure(sign: Sign): Sign {
  return { ...sign, inside: true }
}
