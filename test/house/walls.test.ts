import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceFiles } from './source-files.ts';
import { brokenWalls } from './walls.ts';

test('no import goes through a wall of the house', () => {
  assert.deepEqual(brokenWalls([...sourceFiles('src'), ...sourceFiles('console/src')]), []);
});

test('a planted forbidden import is named with its reason and remedy', () => {
  const planted = { path: 'src/inspect/dead-links.ts', text: "import { x } from '#crawl/net.ts';" };
  const [sentence = ''] = brokenWalls([planted]);
  assert.match(sentence, /inspect may not import crawl, because a unit is blamed by this room/);
  assert.match(sentence, /Instead: add the fact to PageFacts/);
});

test('a path out of the room and a library outside its room are named', () => {
  const text = "import { x } from '../crawl/net.ts';\nimport { y } from 'undici';";
  const broken = brokenWalls([{ path: 'src/score/score-site.ts', text }]);
  assert.equal(broken.length, 2);
  assert.match(broken[0] ?? '', /#room\/file\.ts/);
  assert.match(broken[1] ?? '', /undici lives in src\/crawl\//);
});

test('the console reaches only what is pure', () => {
  const text =
    "import { x } from '#store/sites.ts';\nimport { y } from '../../../src/base/url.ts';";
  const broken = brokenWalls([{ path: 'console/src/api/ask.ts', text }]);
  assert.equal(broken.length, 2);
  assert.match(broken[0] ?? '', /ask the API/);
});
