import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPersonalData, maskPersonalData } from './personal-data.ts';

// Numbers are made up; the identity number belongs to nobody.
const cases: readonly [text: string, masked: string][] = [
  ['请致电13800001234。', '请致电138****1234。'],
  ['电话１３８００００１２３４', '电话138****1234'],
  ['身份证110101199003071234号', '身份证110**************4号'],
  ['卡号6222 0212 3456 7890 128', '卡号**** **** **** ***0 128'],
  ['邮箱 someone@example.com 请回复', '邮箱 s***@example.com 请回复'],
  ['座机0715-8123456', '座机0715-812****'],
  ['我住在温泉街道长安路12号3栋402室', '我住在温泉街道长安路**号*栋***室'],
  ['我叫张小明，家在城东', '我叫张某某，家在城东'],
  ['车牌鄂L12345被拖走', '车牌鄂L*****被拖走'],
];

test('personal data is found and masked, in plain and full-width figures', () => {
  for (const [text, masked] of cases) assert.equal(maskPersonalData(text), masked, text);
});

test('what is none stays', () => {
  for (const text of [
    '文件咸政发〔2019〕12号',
    '2019年5月20日10时',
    '本人是低保户，想问12345热线',
    '办理编号20190520000123',
  ]) {
    assert.deepEqual(findPersonalData(text), [], text);
  }
});
