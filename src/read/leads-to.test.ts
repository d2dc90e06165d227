import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAround, readFixture } from './testing/read-fixture.ts';

const at = (path: string) => `http://www.sample.gov.cn${path}`;
const refresh = (content: string) => `<meta http-equiv="Refresh" content="${content}">`;
const script = (code: string) => `<html><script>${code}</script></html>`;

test('a page that shows nothing leads where its meta refresh says', () => {
  for (const content of [
    '0;url=/new/',
    '3; URL=/new/',
    "0;URL='/new/'",
    '0 url=/new/',
    '1,/new/',
  ]) {
    assert.equal(readFixture(refresh(content)).leadsTo, at('/new/'), content);
  }
});

test('a page that loads itself again, or waits until it is read, stays', () => {
  const long = `${refresh('5;url=/new/')}<p>${'说明文字。'.repeat(150)}</p>`;
  for (const page of [refresh('300'), refresh('0;url=./'), refresh('600;url=/new/'), long]) {
    assert.equal(readFixture(page).leadsTo, null, page.slice(0, 60));
  }
});

test('a script that does nothing else leads too', () => {
  for (const code of [
    'location.href="/new/"',
    "window.location = '/new/';",
    'top.location.replace("/new/")',
    'setTimeout(function(){self.location.assign("/new/")}, 500)',
  ]) {
    assert.equal(readFixture(script(code)).leadsTo, at('/new/'), code);
  }
});

test('a script that asks who looks, or that stands on a page with something to see, leads nobody', () => {
  const mobile = 'if (/phone/i.test(navigator.userAgent)) location.href = "/m/";';
  const home = 'function home() { location.href = "/" }';
  const pages = [script(mobile), `${pageAround('<p>正文</p>')}<script>${home}</script>`];
  for (const page of pages) assert.equal(readFixture(page).leadsTo, null);
});

test('a script that sets a cookie and loads again is a wall', () => {
  const facts = readFixture(script('document.cookie="k="+f();location.reload()'));
  assert.equal(facts.blocked, true);
  assert.equal(facts.leadsTo, null);
});

test('a window that says the page does not exist, and goes back, says it is missing', () => {
  assert.equal(readFixture(script('alert("文章不存在");history.back()')).saysMissing, true);
  assert.equal(readFixture(script('alert("欢迎访问");history.back()')).saysMissing, false);
});
