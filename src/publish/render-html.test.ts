import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { buildCircular } from './circular-model.ts';
import { renderHtml } from './render-html.ts';
import { circularLines } from './runs-of.ts';
import { fullBrief, resultOf, shippedWording, site, smallResult } from './testing/sample-result.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const html = renderHtml(buildCircular(smallResult(), fullBrief(), shippedWording()), smallResult());

function elements(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elements)] : own;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

test('every line of the circular stands in the page, word by word', () => {
  const text = textOf(parse(html));
  for (const line of circularLines(buildCircular(smallResult(), fullBrief(), shippedWording()))) {
    assert.ok(text.includes(line), line);
  }
});

test('every link within the page leads somewhere, every score to its explanation', () => {
  const all = elements(parse(html));
  const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
  assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
  const inner = all
    .filter(({ tagName }) => tagName === 'a')
    .flatMap((element) => attribute(element, 'href') ?? [])
    .filter((href) => href.startsWith('#'));
  assert.ok(inner.includes('#site-zhaoshang'));
  assert.deepEqual(
    inner.filter((href) => !ids.includes(href.slice(1))),
    [],
  );
});

test('the page names its language, heads its tables and loads nothing', () => {
  const all = elements(parse(html));
  const root = all.find(({ tagName }) => tagName === 'html');
  assert.equal(root && attribute(root, 'lang'), 'zh-CN');
  const heads = all.filter(({ tagName }) => tagName === 'th');
  assert.ok(heads.every((element) => attribute(element, 'scope') !== undefined));
  const loading = ['script', 'link', 'img', 'iframe', 'object'];
  assert.deepEqual(
    all.filter(({ tagName }) => loading.includes(tagName)),
    [],
  );
  assert.equal(all.filter(({ tagName }) => tagName === 'h1').length, 1);
});

test('an explanation calls a line of the rubric by its title, and by its id without one', () => {
  const circular = buildCircular(smallResult(), {}, shippedWording());
  const page = renderHtml(circular, smallResult(), { 'homepage-links': '首页链接可用性' });
  assert.match(page, /<th scope="row">首页链接可用性<\/th><td>2<\/td><td>2<\/td>/);
  assert.match(page, /<th scope="row">other-links<\/th><td>12<\/td><td>1\.2<\/td>/);
});

test('what a site is called cannot break out of the page', () => {
  const nasty = '<script>alert("甲")</script>&局';
  const result = resultOf([site('a', nasty)]);
  const page = renderHtml(buildCircular(result, {}, shippedWording()), result);
  assert.ok(!page.includes('<script'));
  assert.ok(textOf(parse(page)).includes(nasty));
});

test('the printed page has the margins and page numbers of GB/T 9704-2012', () => {
  assert.match(html, /@page\{size:A4;margin:37mm 26mm 35mm 28mm\}/);
  assert.match(html, /@page :right\{@bottom-right\{\s*content:'— ' counter\(page\) ' —'/);
  assert.match(html, /@page :left\{@bottom-left\{/);
});
