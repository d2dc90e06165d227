import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openSampleService, type SampleService } from '../browser/sample-service.ts';
import { visit } from '../browser/visitor.ts';
import { toJson } from '#store/json-column.ts';
import { webpOf } from '../browser/webp.ts';
import { officeShots, type Shot, shotAddress, type Tongue, unitShots } from './console-shots.ts';

/** A guide's picture is as wide as a narrow desk: its letters can be read in a page of text. */
const WIDTH_PX = 1200;

/** Names that say whose part somebody plays; nobody's. */
const partNames: Partial<Record<SampleLogin, string>> = {
  admin: '管理员甲',
  inspector: '监管员甲',
  inspector2: '监管员乙',
  reviewer: '复核员甲',
  reviewer2: '复核员乙',
  leader: '签发人甲',
  auditor: '审计员甲',
  countyInspector: '监管员丙',
  editor: '经办人甲',
  head: '负责人甲',
  otherEditor: '经办人乙',
};

/** Takes the console's pictures of both guides into `zh` and `en` of a folder. */
export async function shootConsole(
  browser: Browser,
  { folder, only }: { folder: string; only?: readonly string[] },
): Promise<string[]> {
  const service = await openSampleService();
  try {
    await namePeople(service);
    await writeOut(service);
    const taken: string[] = [];
    const lost: Error[] = [];
    for (const tongue of ['zh', 'en'] as const) {
      for (const shot of [...officeShots, ...unitShots]) {
        if (only && !only.includes(shot.name)) continue;
        const file = join(folder, tongue, `${shot.name}.webp`);
        try {
          writeFileSync(file, await shoot(browser, { service, shot, tongue }));
          taken.push(file);
        } catch (error) {
          lost.push(new Error(`the picture ${shot.name} (${tongue})`, { cause: error }));
        }
      }
    }
    if (lost.length > 0) throw new AggregateError(lost, `${lost.length} pictures were not taken`);
    return taken;
  } finally {
    await service.close();
  }
}

async function namePeople({ world }: SampleService): Promise<void> {
  const { db, people } = world.office;
  for (const [login, name] of Object.entries(partNames)) {
    const { id } = people[login as SampleLogin];
    await db.updateTable('people').set({ name }).where('id', '=', id).execute();
  }
}

/** What the sample office only hints at is written out, as it would be in an office. */
async function writeOut({ world }: SampleService): Promise<void> {
  const { db } = world.office;
  const letter = {
    title: '关于约谈的通知',
    salutation: '市民政局：',
    paragraphs: [
      '2019年第二季度抽查发现，你单位网站有1项问题超过整改期限1个工作日仍未整改。',
      '请分管负责同志于通知所列时间到场，说明原因和整改安排。',
    ],
  };
  await db
    .updateTable('escalations')
    .set({ draft: toJson(letter) })
    .execute();
  await db
    .updateTable('talks')
    .set({ place: '市政务服务中心302会议室', scheduled_for: '2019-05-30T01:30:00.000Z' })
    .execute();
  await db
    .updateTable('rubric_activations')
    .set({ from_day: '2019-01-01', reason: '国办发〔2015〕15号' })
    .execute();
}

async function shoot(
  browser: Browser,
  { service, shot, tongue }: { service: SampleService; shot: Shot; tongue: Tongue },
): Promise<Buffer> {
  const { origin, world } = service;
  const cookie = await service.cookieOf(shot.as);
  const visitor = await visit(browser, { origin, cookie, language: tongue });
  try {
    const { page } = visitor;
    page.setDefaultTimeout(8000);
    await page.setViewportSize({ width: WIDTH_PX, height: shot.height ?? 760 });
    await visitor.open(shotAddress(shot, world.things.own));
    await shot.press?.(page, tongue);
    await visitor.settled();
    // Charts and drawers have come in.
    await page.waitForTimeout(700);
    return await webpOf(page);
  } finally {
    await visitor.close();
  }
}
