import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryTitle, eventTitle } from './wording.ts';

test('titles of a site are distinct and end in no figure', () => {
  const titles = Array.from({ length: 5000 }, (_, id) => entryTitle('news', id));
  assert.equal(new Set(titles).size, titles.length);
  assert.ok(titles.every((title) => !/\d$/.test(title)));
});

test('surveys of different topics have different names, their results others again', () => {
  const topics = Array.from({ length: 60 }, (_, topic) => topic);
  const names = topics.flatMap((topic) => [
    eventTitle('survey', topic, false),
    eventTitle('survey', topic, true),
  ]);
  assert.equal(new Set(names).size, names.length);
});
