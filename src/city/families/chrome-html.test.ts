import assert from 'node:assert/strict';
import test from 'node:test';
import { homeAnchor, menuOf } from './chrome-html.ts';
import { sampleChrome } from './testing/sample-models.ts';

test('the menu has one link home, the chrome’s own where it lists one', () => {
  const without = sampleChrome();
  assert.deepEqual(menuOf(without)[0], { text: '首页', href: '/', children: [] });
  const home = { text: '首页', href: '/main.html', children: [] };
  const listed = sampleChrome({ navigation: [home, ...without.navigation] });
  assert.deepEqual(menuOf(listed), listed.navigation);
  assert.equal(homeAnchor(listed).href, '/main.html');
});
