import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { AnnexRow, Charge } from './annex-row.ts';
import { compilePhrases } from './phrases.ts';
import { simplify } from './simplify.ts';
import { splitProblems } from './split-problems.ts';
import { understandRow } from './understand-row.ts';

const lexicon = new URL('../../lexicons/problem-phrases.yaml', import.meta.url);
const book = compilePhrases(readFileSync(lexicon, 'utf8'), 'problem-phrases.yaml');

function chargesOf(cell: string): string[] {
  const row: AnnexRow = {
    no: 1,
    unit: '某局',
    problems: splitProblems(simplify(cell)),
    score: 90,
    scoreText: '90',
    result: '合格',
  };
  const { readings, notUnderstood } = understandRow(row, book, () => 'other');
  assert.deepEqual(notUnderstood, [], cell);
  return (readings[0]?.charges ?? []).map(shown);
}

function shown({ kind, count, position, channels }: Charge): string {
  const named = channels.map(({ name, kind: channel }) => `${name}:${channel}`).join(' ');
  return [kind, count, position ?? '', named].filter((part) => part !== '').join(' ');
}

test('the phrases of hand-made annexes are understood, however they are typed', () => {
  const cases: [string, string[]][] = [
    ['不可用鏈接數12個。', ['link-dead 12 other']],
    ['首页不可用链接数2个', ['link-dead 2 homepage']],
    ['首頁鏈接打不開1個', ['link-dead 1 homepage']],
    ['4个链接无法访问', ['link-dead 4 other']],
    ['监测2周,县市扫描栏目未更新', ['channel-stale 1 县市扫描:news']],
    ['2周内(招商动态、某镇>要闻信息)未更新', ['channel-stale 2 招商动态:news 某镇>要闻信息:news']],
    [
      '6个月内政策文件类一级栏目未更新(甲文件、乙文件、丙文件)',
      ['channel-stale 3 甲文件:policy-documents 乙文件:policy-documents 丙文件:policy-documents'],
    ],
    [
      '6个月内政策解读未更新,1年内统计信息未更新',
      ['channel-stale 1 政策解读:policy-documents', 'channel-stale 1 统计信息:plans'],
    ],
    ['文件资料超过6个月未更新', ['channel-stale 1 文件资料:policy-documents']],
    ['1年内,规划计划未更新', ['channel-stale 1 规划计划:plans']],
    ['领导班子、组织机构空白', ['channel-blank 2 领导班子:other 组织机构:other']],
    ['调查征集、互动访谈活动开展次数较少', ['survey-few 1', 'interview-few 1']],
    ['1年内未开展互动访谈活动', ['interview-none 1']],
    ['1年内政务咨询栏目中无任何有效信件、留言', ['letter-none 1']],
    ['2周内首页栏目信息更新总量为0', ['homepage-not-updated 1']],
    ['首页栏目信息更新总量少于10条', ['homepage-few-updates 1']],
  ];
  for (const [cell, charges] of cases) assert.deepEqual(chargesOf(cell), charges, cell);
});

test('item numbers are cut before a phrase is read: 1.2周内 is no 1.2 weeks', () => {
  assert.deepEqual(splitProblems('1.2周内要闻未更新;2.1个链接不可用;3.调查征集活动较少'), [
    '2周内要闻未更新',
    '1个链接不可用',
    '调查征集活动较少',
  ]);
  assert.deepEqual(splitProblems('4个链接不可用。'), ['4个链接不可用']);
  assert.deepEqual(splitProblems(''), []);
});

test('a link named beside a total has three readings, three unnamed channels have ten', () => {
  const row = (problem: string): AnnexRow => ({
    no: 3,
    unit: '某县',
    problems: [simplify(problem)],
    score: 98,
    scoreText: '98',
    result: '合格',
  });
  const link = understandRow(row('招标采购链接不可用,累计发现10处不可用链接'), book, () => 'other');
  const counts = link.readings.map(({ findings }) => findings.length);
  assert.deepEqual(counts, [10, 10, 11]);
  const late = understandRow(row('长期未更新的栏目数3个、空白栏目2个'), book, () => 'other');
  assert.equal(late.readings.length, 10);
});

test('a phrase nobody knows is handed back, not dropped', () => {
  const row = {
    no: 1,
    unit: '某局',
    problems: ['网站颜色不好看'],
    score: 99,
    scoreText: '99',
    result: '合格',
  };
  assert.deepEqual(understandRow(row, book, () => 'other').notUnderstood, ['网站颜色不好看']);
});

test('a mistake in the phrase book names file and line', () => {
  assert.throws(
    () =>
      compilePhrases('phrases:\n  - id: x\n    pattern: "("\n    finding: link-dead\n', 'p.yaml'),
    /p\.yaml.*2/s,
  );
});
