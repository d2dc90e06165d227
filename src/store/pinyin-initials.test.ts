import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyin } from 'pinyin-pro';
import { pinyinInitials } from './pinyin-initials.ts';

const FIRST = 0x4e00;

test('every thousandth character, and those of offices, has the letter of its usual reading', () => {
  const offices = '市民政局林业应急管理卫健委交通运输招商科技县人民政府崇阳赤壁嘉鱼'.split('');
  const sample = Array.from({ length: 20 }, (_, step) => String.fromCodePoint(FIRST + step * 1000));
  for (const character of [...offices, ...sample]) {
    const [reading = ''] = pinyin(character, { toneType: 'none', type: 'array' });
    const kept = pinyinInitials[(character.codePointAt(0) ?? 0) - FIRST];
    assert.equal(kept, reading.normalize('NFD')[0], character);
  }
  assert.equal(pinyinInitials.length, 20_992);
});
