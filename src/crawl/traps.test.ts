import assert from 'node:assert/strict';
import { it } from 'node:test';
import { emptyFacts } from '#domain/page.ts';
import { Echoes, isRunaway, shapeOf } from './traps.ts';

it('addresses that differ in numbers, or in the values of parameters, have one shape', () => {
  const cases: [string, string][] = [
    ['http://a.cn/2019/5/t20190527_1.html', 'a.cn/#/#/t#_#.html'],
    ['http://a.cn/c.jsp?month=5&year=2019', 'a.cn/c.jsp?month&year'],
    ['http://a.cn/c.jsp?year=1&month=2&month=3', 'a.cn/c.jsp?month&year'],
    ['http://a.cn/d0b1c2d3e4f5a6b7c8/x', 'a.cn/#/x'],
    ['http://a.cn/news/', 'a.cn/news/'],
  ];
  for (const [url, shape] of cases) assert.equal(shapeOf(url), shape);
});

it('an address that runs in circles is a trap', () => {
  assert.equal(isRunaway('http://a.cn/b/c/b/c/b/c/b/'), true);
  assert.equal(isRunaway(`http://a.cn/?${'x'.repeat(2000)}`), true);
  assert.equal(isRunaway('http://a.cn/2019/2019/a/b/index.html'), false);
});

it('pages of one shape that all say the same are a trap, figures aside', () => {
  const echoes = new Echoes();
  const say = (index: number, text: string) => {
    echoes.note(`http://a.cn/cal.jsp?m=${index}`, { ...emptyFacts(''), title: '日程', text });
  };
  for (let month = 1; month < 50; month++) say(month, `${month}月没有安排`);
  assert.equal(echoes.isTrap('http://a.cn/cal.jsp?m=99'), false);
  say(50, '50月没有安排');
  assert.equal(echoes.isTrap('http://a.cn/cal.jsp?m=99'), true);
  assert.equal(echoes.isTrap('http://a.cn/cal.jsp?y=1&m=99'), false);
});

it('pages that say something else now and then are none', () => {
  const echoes = new Echoes();
  for (let index = 0; index < 500; index++) {
    const text = index % 40 === 0 ? '召开会议' : '没有安排';
    echoes.note(`http://a.cn/t${index}.html`, { ...emptyFacts(''), text });
  }
  assert.equal(echoes.isTrap('http://a.cn/t500.html'), false);
});
