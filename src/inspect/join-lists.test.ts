import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UrlBook } from '#base/url-book.ts';
import { emptyFacts } from '#domain/page.ts';
import { joinLists } from './join-lists.ts';
import { ListMembers, type Member } from './list-members.ts';

const AT = 'http://www.example.gov.cn/gg/';
const PAGES = 20_000;

/** A page of a list that only its pager ties to the page before. */
function pageOf(cast: ListMembers, number: number): Member {
  const { title, breadcrumb } = emptyFacts(`${AT}?id=${number}`);
  const about = { name: '公告', path: ['公告'], kind: 'notices', isInteraction: false } as const;
  const url = `${AT}?id=${number}`;
  const pagerUrls = number === 0 ? [] : [`${AT}?id=${number - 1}`];
  const rowUrls = [`${AT}${number}.html`, null];
  const said = { ...about, title, breadcrumb, url, finalUrl: url, place: null };
  return cast.enter({ ...said, pagerUrls, rowUrls });
}

test('a list of 20,000 pages is joined, each page is as it was entered', () => {
  const cast = new ListMembers(new UrlBook());
  const members = Array.from({ length: PAGES }, (_, number) => pageOf(cast, number));
  const [list = [], ...others] = joinLists(members, cast);
  assert.deepEqual([list.length, others.length], [PAGES, 0]);
  const last = members[PAGES - 1] as Member;
  assert.equal(last.url, `${AT}?id=${PAGES - 1}`);
  assert.deepEqual(last.pagerUrls, [`${AT}?id=${PAGES - 2}`]);
  const [row, nowhere] = last.rows;
  assert.equal(row, cast.numberOf(`${AT}${PAGES - 1}.html`));
  assert.notEqual(nowhere, row);
  assert.equal(last.path, (members[0] as Member).path);
});
