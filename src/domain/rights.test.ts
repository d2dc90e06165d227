import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Post, Role } from './person.ts';
import { may, mayAnywhere, reachOf, type RightName, rights } from './rights.ts';

const city = { region: '/1/', unit: null };
const county = { region: '/1/2/', unit: null };
const bureau = { region: '/1/', unit: '/7/' };
const office = { region: '/1/', unit: '/7/9/' };
const other = { region: '/1/', unit: '/8/' };

function person(role: Role, place: Post['place']): Actor {
  return { kind: 'person', id: 1, name: '甲', posts: [{ role, place }], secondFactorAt: null };
}

test('an office supervises its subtree, and nothing above or beside it', () => {
  const inspector = person('inspector', city);
  assert.ok(may(inspector, 'finding.review', county));
  assert.ok(may(inspector, 'finding.review', bureau));
  assert.ok(!may(person('inspector', county), 'finding.review', city));
  assert.ok(!may(person('inspector', { region: '/10/', unit: null }), 'finding.review', city));
});

test('a unit does what is for units, for itself and what is below it', () => {
  const editor = person('unit-editor', bureau);
  assert.ok(may(editor, 'appeal.file', bureau));
  assert.ok(may(editor, 'appeal.file', office));
  assert.ok(!may(editor, 'appeal.file', other));
  assert.ok(!may(editor, 'appeal.file', city));
  assert.ok(!may(editor, 'finding.review', bureau));
  assert.ok(!may(person('unit-editor', office), 'appeal.file', bureau));
});

test('an auditor reads everything and does nothing', () => {
  const auditor = person('auditor', city);
  for (const name of Object.keys(rights) as RightName[]) {
    assert.equal(may(auditor, name, bureau), name.endsWith('.read'), name);
  }
});

test('a list shows what the right reaches, and a job sees all', () => {
  assert.deepEqual(reachOf(person('unit-head', bureau), 'finding.read'), {
    regions: [],
    units: ['/7/'],
  });
  assert.deepEqual(reachOf(person('admin', city), 'finding.read'), { regions: [], units: [] });
  assert.ok(!mayAnywhere(person('admin', city), 'finding.read'));
  assert.equal(reachOf({ kind: 'job', name: 'monitor' }, 'finding.read'), null);
});
