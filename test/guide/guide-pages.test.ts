import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestPortal } from '#portal/testing/open-test-portal.ts';

test('guides are pages in both languages, with their pictures, and nothing of theirs is raw', async () => {
  const portal = await openTestPortal();
  try {
    for (const [tongue, path] of [
      ['zh', '/public/guide'],
      ['en', '/public/en/guide'],
    ] as const) {
      for (const name of ['office', 'unit', 'citizen']) {
        const { status, text } = await portal.get(`${path}/${name}`);
        assert.equal(status, 200, `${path}/${name}`);
        assert.doesNotMatch(text, /\*\*|\]\(|^\|/m, 'marks of the text');
        const pictures = [...text.matchAll(/<img src="([^"]+)"/g)].map(([, src = '']) => src);
        assert.ok(pictures.length > 4, name);
        for (const src of pictures) {
          assert.ok(src.startsWith(`/public/guide/pictures/${tongue}/`), src);
          const { headers } = await portal.get(src);
          assert.equal(headers.get('content-type'), 'image/webp', src);
        }
      }
    }
    const { text } = await portal.get('/public/guide/unit');
    assert.match(text, /<a href="\/public\/guide\/office">/);
    assert.match(text, /<ol><li>左侧点 <strong>整改<\/strong>/);
    assert.equal((await portal.get('/public/guide/nothing')).status, 404);
    assert.equal(
      (await portal.get('/public/guide/pictures/zh/..%2F..%2Foffice.zh.md')).status,
      404,
    );
    assert.deepEqual(portal.broken, []);
  } finally {
    await portal.close();
  }
});
