import assert from 'node:assert/strict';
import test from 'node:test';
import { readEndpoint } from './read-endpoint.ts';
import { lexicon } from './testing/read-fixture.ts';

const url = 'http://www.sample.gov.cn/api/list.json';

function rows(text: string, contentType = 'application/json'): string[] {
  const bytes = new TextEncoder().encode(text);
  return readEndpoint({ url, bytes, contentType, asOf: '2019-05-27' }, lexicon).map(
    (entry) => `${entry.title} ${entry.url} ${entry.date}`,
  );
}

test('rows are found in JSON whatever its members are called', () => {
  const wanted = ['开展检查的通知 http://www.sample.gov.cn/t/1.html 2019-05-09'];
  const shapes = [
    {
      data: {
        list: [{ title: '开展检查的通知', url: '/t/1.html', pubDate: '2019-05-09 10:00:00' }],
      },
    },
    {
      rows: [
        {
          id: 3,
          docTitle: '开展检查的通知',
          linkurl: '/t/1.html',
          createDate: '2018-01-01',
          publishTime: 1557331200,
        },
      ],
    },
    {
      articles: [{ title: '开展检查的通知', url: '/t/1.html', date: 1557331200000 }],
      hot: [{ title: 'x' }],
    },
    { d: JSON.stringify([{ Title: '开展检查的通知', Url: '/t/1.html', FBSJ: '2019/5/9' }]) },
  ];
  for (const shape of shapes) assert.deepEqual(rows(JSON.stringify(shape)), wanted);
  assert.deepEqual(rows(`callback(${JSON.stringify(shapes[0])});`), wanted);
});

test('Unix time is the day it was in China', () => {
  const at = (seconds: number) =>
    rows(JSON.stringify([{ title: '停水公告', url: '/a', date: seconds }]));
  assert.match(at(Date.UTC(2019, 4, 8, 16) / 1000)[0] ?? '', /2019-05-09$/);
  assert.match(at(Date.UTC(2019, 4, 8, 15, 59) / 1000)[0] ?? '', /2019-05-08$/);
});

test('rows are found in XML with fields and in XML that carries HTML', () => {
  const wanted = ['停水公告 http://www.sample.gov.cn/t/2.html 2019-04-02'];
  const fields =
    '<rows><row><title><![CDATA[停水公告]]></title><url>/t/2.html</url><date>2019-04-02</date></row></rows>';
  assert.deepEqual(rows(fields, 'text/xml'), wanted);
  const html =
    '<record><![CDATA[<li><a href="/t/2.html">停水公告</a><span>2019-04-02</span></li>]]></record>';
  assert.deepEqual(rows(`<datastore>${html}</datastore>`, 'text/xml'), wanted);
});

test('data without rows gives none', () => {
  for (const text of ['', '{}', '[]', '{"code":0,"list":[]}', 'not json', '<a', '{"n":[1,2,3]}']) {
    assert.deepEqual(rows(text), [], text);
  }
});
