import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import fc from 'fast-check';
import { planImport } from '#domain/plan-import.ts';
import { cleanName, type Register, type RegisteredSite, type Unit } from '#domain/register.ts';
import { siteKinds } from '#domain/kinds.ts';
import { siteStates } from '#domain/register-row.ts';
import { parseRegisterRows } from './parse-register-rows.ts';
import { kindOfUnit } from './parse-sites.ts';
import { registerSheet, registerTable } from './register-table.ts';
import { csvText } from './sheet-cell.ts';
import { streamWorkbook } from './stream-table.ts';
import { rowsOf } from './sites-file.ts';

const city = { id: 1, parentId: null, name: '咸宁市', path: '/1/' };
const county = { id: 2, parentId: 1, name: '通山县', path: '/1/2/' };
const other = { id: 3, parentId: null, name: '武汉市', path: '/3/' };
const regions = [city, county, other];

function unitOf(id: number, name: string, more: Partial<Unit> = {}): Unit {
  const base = { regionId: 1, parentId: null, path: `/${id}/`, position: id, version: 1 };
  return { id, name, aliases: [], formerNames: [], ...base, ...more };
}

function siteOf(id: number, unitId: number, more: Partial<RegisteredSite> = {}): RegisteredSite {
  const homepage = `http://s${id}.xianning.gov.cn/`;
  const facts = { unitId, name: `网站${id}`, homepage, siteIdCode: null, kind: 'department' };
  return { id, ...facts, state: 'online', position: unitId, ...more } as RegisteredSite;
}

const small: Register = {
  regions,
  units: [
    unitOf(1, '市人民政府'),
    unitOf(2, '市高新技术产业园区', { aliases: ['咸宁高新区管委会'], formerNames: ['市高新区'] }),
    unitOf(3, '县人民政府', { regionId: 2 }),
  ],
  sites: [siteOf(1, 1, { kind: 'portal', siteIdCode: '4212000001' }), siteOf(2, 2)],
};

function plan(
  text: string,
  register = small,
  mayEdit = (region: { path: string }) => region.path.startsWith('/1/'),
) {
  const rows = rowsOf(Buffer.from(text), 'a.csv');
  return planImport(
    parseRegisterRows(rows, 'a.csv'),
    register,
    { region: city, mayEdit },
    kindOfUnit,
  );
}

test('a unit called by alias or former name is the unit there is', () => {
  for (const name of ['市高新技术产业园区', '咸宁高新区管委会', '市高新区']) {
    const made = plan(`单位名称,首页网址\n${name},http://s2.xianning.gov.cn/\n`);
    assert.deepEqual([made.units, made.sites, made.mistakes, made.unchanged], [[], [], [], 1]);
  }
});

test('a new name with a known alias is a further name of the unit there is', () => {
  const made = plan('单位名称,别名\n高新区,咸宁高新区管委会\n');
  assert.deepEqual(
    made.units.map(({ id, aliases }) => ({ id, aliases })),
    [{ id: 2, aliases: ['高新区'] }],
  );
});

test('what a line adds and changes is told field by field, what is missing is only named', () => {
  const made = plan(
    [
      '单位名称,首页网址,网站标识码,地区,上级单位',
      '市人民政府,https://www.xianning.gov.cn/,4212000001,,',
      '县商务局,http://sw.tongshan.gov.cn/,,咸宁市/通山县,县人民政府',
    ].join('\n'),
  );
  assert.deepEqual(made.mistakes, []);
  assert.deepEqual(
    made.sites.map(({ id, changes }) => ({ id, changes })),
    [
      {
        id: 1,
        changes: [
          {
            column: 'homepage',
            before: 'http://s1.xianning.gov.cn/',
            after: 'https://www.xianning.gov.cn/',
          },
        ],
      },
      { id: null, changes: [] },
    ],
  );
  assert.deepEqual(
    made.units.map(({ id, name, regionId, parentId }) => ({ id, name, regionId, parentId })),
    [{ id: -2, name: '县商务局', regionId: 2, parentId: 3 }],
  );
  assert.deepEqual(
    made.missing.map(({ id }) => id),
    [2],
  );
});

test('an empty cell says nothing: codes, parents and aliases stay', () => {
  const made = plan(
    'unit,homepage,site_id_code,parent,aliases\n市人民政府,http://s1.xianning.gov.cn/,,,\n',
  );
  assert.deepEqual([made.units, made.sites, made.unchanged], [[], [], 1]);
});

test('all mistakes of all lines are told at once, each with its column', () => {
  const made = plan(
    [
      '单位名称,首页网址,网站标识码,类型,状态,序号,地区,上级单位,别名',
      ',http://a.gov.cn/,,,,,,,',
      '甲局,a.gov.cn,12,县级,开着,x,,,',
      '乙局,http://b.gov.cn/,,,,,火星,,',
      '丙局,http://b.gov.cn/,,,,,武汉市,无此局,',
      '市高新区,http://s2.xianning.gov.cn/,,,,,,无此局,市人民政府',
      '市人民政府,http://s1.xianning.gov.cn/,,,申请中,,,,',
      '戊/己,,4212000009,,,,,,',
    ].join('\n'),
  );
  assert.deepEqual(
    made.mistakes.map(({ line, column, code }) => `${line} ${column} ${code}`),
    [
      '2 unit import-unit-missing',
      '3 homepage import-homepage',
      '3 siteIdCode import-code',
      '3 kind import-kind',
      '3 state import-state',
      '3 position import-position',
      '4 region import-region-unknown',
      '5 homepage import-homepage-twice',
      '5 region import-region-unknown',
      '6 aliases import-alias-taken',
      '6 parent import-parent-unknown',
      '7 state import-state-move',
      '8 unit import-name',
      '8 homepage import-homepage-missing',
    ],
  );
});

test('rows of one unit that disagree, and units below themselves, are mistakes', () => {
  const made = plan(
    [
      'unit,homepage,position,parent',
      '甲局,http://a.gov.cn/,5,乙局',
      '甲局,http://a2.gov.cn/,6,乙局',
      '乙局,http://b.gov.cn/,7,甲局',
    ].join('\n'),
  );
  assert.deepEqual(
    made.mistakes.map(({ line, code }) => `${line} ${code}`),
    ['2 import-parent-loop', '3 import-row-disagrees', '4 import-parent-loop'],
  );
  assert.deepEqual(
    made.warnings.filter(({ warning }) => warning === 'unit-has-several-sites').length,
    2,
  );
});

test('a site of a foreign region is not touched', () => {
  const foreign = { ...small, units: [...small.units, unitOf(9, '武汉市局', { regionId: 3 })] };
  foreign.sites = [...small.sites, siteOf(9, 9)];
  const made = plan('unit,homepage\n甲局,http://s9.xianning.gov.cn/\n', foreign);
  assert.deepEqual(
    made.mistakes.map(({ code }) => code),
    ['import-not-yours'],
  );
});

const letter = fc.constantFrom(...'市县局=+-@\'",、 （）a0＝\u{20000}');
const nameOf = (max: number) =>
  fc
    .string({ unit: letter, minLength: 1, maxLength: max })
    .map((text) => cleanName(text, max))
    .filter((name) => name !== null);

/** Registers as they may be: names of every kind, trees, several sites a unit, given-up ones. */
const anyRegister: fc.Arbitrary<Register> = fc
  .record({
    names: fc.uniqueArray(nameOf(8), { minLength: 1, maxLength: 14 }),
    seeds: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
  })
  .map(({ names, seeds }) => {
    let at = 0;
    const pick = (below: number) => (seeds[at++ % seeds.length] ?? 0) % below;
    const units: Unit[] = [];
    const free = [...names];
    for (let id = 1; free.length > 0; id++) {
      const regionId = 1 + pick(2);
      const name = free.pop() ?? '';
      const aliases = pick(2) === 0 && free.length > 0 ? [free.pop() ?? ''] : [];
      const above = units.filter((unit) => unit.regionId === 1 || unit.regionId === regionId);
      const parent = above[pick(above.length + 1)];
      const path = `${parent?.path ?? '/'}${id}/`;
      const parentId = parent?.id ?? null;
      units.push(unitOf(id, name, { regionId, parentId, path, position: pick(5), aliases }));
    }
    const sites = units.flatMap((unit, order) =>
      Array.from({ length: pick(3) }, (_, index) =>
        siteOf(order * 10 + index, unit.id, {
          name: names[pick(names.length)] ?? '',
          kind: siteKinds[pick(siteKinds.length)] ?? 'portal',
          state: siteStates[pick(siteStates.length)] ?? 'online',
          siteIdCode: pick(2) === 0 ? null : `bm0000000${pick(3)}`,
        }),
      ),
    );
    return { regions, units, sites };
  });

async function* onePage(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows;
}

test('importing what was exported changes nothing, as csv and as xlsx', async () => {
  await fc.assert(
    fc.asyncProperty(anyRegister, async (register) => {
      const table = registerTable(register);
      const [head = [], ...rest] = table;
      const files: [string, Uint8Array][] = [
        ['a.csv', Buffer.from(csvText(table))],
        ['a.xlsx', await buffer(streamWorkbook(registerSheet(head), onePage(rest)))],
      ];
      for (const [name, bytes] of files) {
        const rows = parseRegisterRows(rowsOf(Buffer.from(bytes), name), name);
        const scope = { region: city, mayEdit: () => true };
        const made = planImport(rows, register, scope, kindOfUnit);
        assert.deepEqual(made.mistakes, []);
        assert.deepEqual([...made.units, ...made.sites, ...made.missing], []);
        assert.equal(made.unchanged, table.length - 1);
      }
    }),
    { numRuns: 150 },
  );
});

test('no cell of an export begins a formula', () => {
  const units = ['=1+1', '+8', '-x', '@y', "'=z", '＝甲'].map((name, id) => unitOf(id + 1, name));
  const table = registerTable({ regions, units, sites: [] });
  const text = csvText(table);
  assert.doesNotMatch(text, /(?:^|,|")[=+\-@＝]/m);
  const rows = parseRegisterRows(rowsOf(Buffer.from(text), 'a.csv'), 'a.csv').rows;
  assert.deepEqual(
    rows.map(({ unit }) => unit),
    units.map(({ name }) => name),
  );
});
