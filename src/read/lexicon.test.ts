import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { kindOf } from './channel.ts';
import { compileLexicon } from './lexicon.ts';
import { isPage } from './is-page.ts';
import { lexicon } from './testing/read-fixture.ts';

test('the kind of a channel follows its name, its tag, or its parents, and says which', () => {
  const cases: [string[], string, string, string][] = [
    [['政务公开', '通知公告'], '', 'notices', 'name:通知公告'],
    [['新闻中心', '乡镇扫描'], '', 'news', 'name:乡镇扫描'],
    [['招商政策'], '', 'policy-documents', 'name:招商政策'],
    [['政策解读'], '政策文件', 'interpretation', 'name:政策解读'],
    [['栏目甲'], '工作动态', 'news', 'tag:工作动态'],
    [['规划计划', '2019年'], '', 'plans', 'parent:规划计划'],
    [['互动交流', '局长信箱'], '咨询投诉', 'consultation', 'name:信箱'],
    [['人事任免'], '', 'personnel', 'name:人事任免'],
    [['无名'], '', 'other', 'none'],
  ];
  for (const [path, tag, kind, rule] of cases) {
    assert.deepEqual(kindOf(path, tag, lexicon), { kind, rule }, path.join('>'));
  }
});

test('a mistake in a lexicon is refused with file and line', () => {
  assert.throws(
    () => compileLexicon({}),
    (error) => error instanceof Refusal && error.code === 'lexicon-missing',
  );
  const texts = { 'blank-phrases.yaml': 'version: 1\nphrases:\n  - 暂无\n  - 404\nexact: []\n' };
  assert.throws(
    () => compileLexicon(texts),
    (error) =>
      error instanceof Refusal &&
      error.args['file'] === 'blank-phrases.yaml' &&
      error.args['line'] === 4,
  );
});

test('pages are known by media type or by their first bytes', () => {
  const html = new TextEncoder().encode('<!DOCTYPE html><html>');
  const pdf = new TextEncoder().encode('%PDF-1.4');
  assert.equal(isPage('text/html; charset=gbk', html), true);
  assert.equal(isPage('', html), true);
  assert.equal(isPage('application/octet-stream', pdf), false);
  assert.equal(isPage('text/html', pdf), false);
  assert.equal(isPage('application/pdf', html, 'http://x.cn/a.pdf'), false);
});
