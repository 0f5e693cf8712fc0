import { rawTextOf } from '../../../src/domain/untrusted.ts'
import { describe, expect, test } from '@jest/globals'
import { tagsIn } from '../../../src/probe/page/html-tags.ts'
import { assetsIn } from '../../../src/probe/page/page-assets.ts'

const PAGE = new URL('https://www.shop.example/a/page?x=1')
const assetsOf = (html: string): readonly (string | undefined)[] => {
  const { script, stylesheet } = assetsIn(html, PAGE, ({ origin }) => origin === PAGE.origin)
  return [script?.url, stylesheet?.url].map((url) => url && rawTextOf(url).replace(PAGE.origin, ''))
}
const scriptOf = (html: string): string | undefined => assetsOf(html)[0]
const stylesheetOf = (html: string): string | undefined => assetsOf(html)[1]

describe('the script of a page', () => {
  test.each<[string, string, string | undefined]>([
    ['is the first one', '<script src=/1.js></script><script src=/2.js></script>', '/1.js'],
    ['is a module first', '<script src=/1.js></script><script type=module src=/2.js></script>', '/2.js'],
    ['has its query', '<script src="/1.js?v=7&amp;w=8#top"></script>', '/1.js?v=7&w=8'],
    ['is relative to the page', '<script src="1.js"></script>', '/a/1.js'],
    ['may name the host', '<script src="//www.shop.example/1.js"></script>', '/1.js'],
    ['may be absolute', '<script src="HTTPS://WWW.shop.example:443/1.js"></script>', '/1.js'],
    ['is not of another host', '<script src="https://cdn.example/1.js"></script>', undefined],
    ['is not of another port', '<script src="https://www.shop.example:8443/1.js"></script>', undefined],
    ['is not of another scheme', '<script src="http://www.shop.example/1.js"></script>', undefined],
    ['is not a data URL', '<script src="data:text/javascript,1"></script>', undefined],
    ['is not for old browsers', '<script nomodule src=/1.js></script>', undefined],
    ['is not data', '<script type="application/json" src=/1.json></script>', undefined],
    ['is not held back', '<script type="text/plain" src=/1.js></script>', undefined],
    ['may have an old type', '<script type="application/x-javascript" src=/1.js></script>', '/1.js'],
    ['may have a language', '<script language="JavaScript" src=/1.js></script>', '/1.js'],
    [
      'may be held by Rocket Loader',
      '<script type="0123456789abcdef01-text/javascript" src=/1.js></script>',
      '/1.js',
    ],
    ['is not one that Cloudflare adds', '<script src="/cdn-cgi/zaraz/i.js"></script>', undefined],
    ['is not in a comment', '<!-- <script src=/1.js></script> --><!--><script src=/2.js></script>', '/2.js'],
    ['is not in a template', '<template><script src=/1.js></script></template>', undefined],
    ['is not in a text', '<title><script src=/1.js></script></title>', undefined],
    [
      'is not in another script',
      '<script>x="<script src=/1.js>"</script><script src=/2.js></script>',
      '/2.js',
    ],
    [
      'is not in an escaped script',
      '<script><!--<script></script><script src=/1.js></script>--></script>',
      undefined,
    ],
    ['may be behind SVG', '<svg><title/><style/></svg><script src=/1.js></script>', '/1.js'],
    ['follows the base URL', '<base href="/b/"><base href="/c/"><script src=1.js></script>', '/b/1.js'],
    [
      'follows a base URL elsewhere',
      '<base href="https://cdn.example/"><script src=1.js></script>',
      undefined,
    ],
    ['may have any quotes and cases', "<SCRIPT\n SRC = '/1.js'\tDEFER/></SCRIPT>", '/1.js'],
    ['counts its first attribute', '<script src=/1.js src=/2.js></script>', '/1.js'],
    ['is not an empty URL', '<script src=" "></script>', undefined],
    ['is not the page itself', '<script src="#"></script><script src=/1.js></script>', '/1.js'],
    ['is not in a tag that is cut off', '<script src="/1.js"', undefined],
  ])('%s', (_, html, expected) => {
    expect(scriptOf(html)).toBe(expected)
  })
})

describe('the stylesheet of a page', () => {
  test.each<[string, string, string | undefined]>([
    ['is the first one', '<link rel=stylesheet href=/1.css><link rel=stylesheet href=/2.css>', '/1.css'],
    ['may have more relations', '<link rel="preload StyleSheet" href=/1.css>', '/1.css'],
    ['is not an alternate one', '<link rel="alternate stylesheet" href=/1.css>', undefined],
    ['is not a preload', '<link rel=preload as=style href=/1.css>', undefined],
    ['is not for print', '<link rel=stylesheet media=print href=/1.css>', undefined],
    [
      'may be loaded late',
      '<link rel=stylesheet media=print onload="this.media=`all`" href=/1.css>',
      '/1.css',
    ],
    ['is not switched off', '<link rel=stylesheet disabled href=/1.css>', undefined],
    [
      'is not for browsers without scripts',
      '<noscript><link rel=stylesheet href=/1.css></noscript>',
      undefined,
    ],
    ['is not the page itself', '<link rel=stylesheet href="#"><link rel=stylesheet href=/1.css>', '/1.css'],
    [
      'is not the page itself in another form',
      '<link rel=stylesheet href="?x=1#top"><link rel=stylesheet href="/a/./page?x=1"><link rel=stylesheet href=/1.css>',
      '/1.css',
    ],
    [
      'is not the base URL',
      '<base href="/b/"><link rel=stylesheet href="#"><link rel=stylesheet href="?"><link rel=stylesheet href=1.css>',
      '/b/1.css',
    ],
    [
      'is not the home page',
      '<link rel=stylesheet href="/"><link rel=stylesheet href="/?"><link rel=stylesheet href=/1.css>',
      '/1.css',
    ],
    [
      'is not an HTML page',
      '<link rel=stylesheet href="/b/index.HTML"><link rel=stylesheet href=/1.css>',
      '/1.css',
    ],
    ['may be another query of the page', '<link rel=stylesheet href="?css=1">', '/a/page?css=1'],
    ['may be a query of the home page', '<link rel=stylesheet href="/?css=1">', '/?css=1'],
    ['may be a folder', '<link rel=stylesheet href="/css/">', '/css/'],
    ['is not one of Cloudflare Fonts', '<link rel=stylesheet href=/cf-fonts/s/inter.css>', undefined],
  ])('%s', (_, html, expected) => {
    expect(stylesheetOf(html)).toBe(expected)
  })
})

test('the longest page takes little time, however odd it is', () => {
  for (const piece of ['<', '<a ', '<!--', '<script><!--<script>', '<a b="', "<x a='", '<style>', '</script'])
    expect([...tagsIn(piece.repeat((512 * 1024) / piece.length))].length).toBeLessThan(200_000)
})
