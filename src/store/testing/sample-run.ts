import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { sha256 } from '#base/hash.ts';
import { emptyFacts, type Link, type PageFacts } from '#domain/page.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import type { Outcome, Visit } from '#domain/visit.ts';
import { createRunFolder, type RunFolder } from '../run-folder.ts';
import { type KeptVisit, openSiteArchive } from '../site-archive.ts';

export const sampleSite: Site = {
  key: '127.0.1.7-8080',
  unit: '某县人民政府',
  homepage: 'http://127.0.1.7:8080/',
  siteIdCode: '4212210001',
  kind: 'portal',
};

/** An empty folder that is gone when the test ends. */
export function temporaryFolder(test: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'xunwang-store-'));
  test.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function sampleSettings(): RunSettings {
  return {
    schema: 'xunwang-run/1',
    engine: '0.1.0',
    asOf: '2019-05-27',
    rubric: { id: 'made-up', text: 'id: made-up\n', overlays: [] },
    sites: [sampleSite],
    recheck: { times: 3, spacingMs: 2000 },
    limits: { maxPages: 10_000, maxBodyBytes: 10_000_000, timeoutMs: 15_000 },
    robots: 'obey',
    allowNet: ['127.0.0.0/8'],
    startedAt: '2019-05-27T01:30:00.000Z',
    language: 'zh',
  };
}

export function sampleRun(test: TestContext): RunFolder {
  return createRunFolder(join(temporaryFolder(test), 'run'), sampleSettings());
}

/** Visit `number` of the sample site: every fifth failed, every third is no page. */
export function sampleVisit(number: number): KeptVisit {
  const url = `http://127.0.1.7:8080/list/${number}.html`;
  const body = Buffer.from(`<title>第${number}页</title>${'栏目内容。'.repeat(number % 7)}`);
  const isFailed = number % 5 === 0;
  const answered: Outcome = {
    kind: 'answered',
    status: 200,
    contentType: 'text/html; charset=utf-8',
    bodyHash: sha256(body),
    bodyBytes: body.length,
    truncated: false,
    insecure: false,
    ms: 12,
  };
  const visit: Visit = {
    id: `v${String(number).padStart(6, '0')}`,
    url,
    finalUrl: url,
    at: '2019-05-27T01:30:01.250Z',
    look: 0,
    purpose: 'page',
    via: [],
    outcome: isFailed
      ? { kind: 'failed', why: 'timeout', detail: 'no answer', ms: 15_000 }
      : answered,
    headers: isFailed ? {} : { 'content-type': 'text/html; charset=utf-8' },
  };
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n';
  return {
    visit,
    requestHead: `GET /list/${number}.html HTTP/1.1\r\nHost: 127.0.1.7:8080\r\n\r\n`,
    responseHead: isFailed ? null : `${head}Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n`,
    bytes: isFailed ? null : body,
    facts: isFailed || number % 3 === 0 ? null : sampleFacts(url, number),
  };
}

export async function keepSampleVisits(folder: RunFolder, count: number, seal = true) {
  const archive = openSiteArchive(folder, sampleSite.key);
  for (let number = 1; number <= count; number++) await archive.keep(sampleVisit(number));
  if (!seal) return archive.close();
  archive.keepCut([
    { url: 'http://127.0.1.7:8080/x', foundOn: sampleSite.homepage, reason: 'budget' },
  ]);
  return archive.finish();
}

/** Pages of one template: most links are those of every page, some have hardly any. */
function sampleFacts(url: string, number: number): PageFacts {
  const title = `第${number}页`;
  const frame = number % 4 === 0 ? [] : ['首页', '新闻', '公开', '服务', '互动', '专题', '关于'];
  const links = [...frame, title, '主办单位'].map(
    (text, order): Link => ({ url: `${sampleSite.homepage}${order}.html`, text, as: 'a' }),
  );
  const navigation = frame.map((text) => ({
    text,
    url: `${sampleSite.homepage}${text}`,
    level: 1,
  }));
  return { ...emptyFacts(url), kind: 'list', title, blank: false, text: title, links, navigation };
}
