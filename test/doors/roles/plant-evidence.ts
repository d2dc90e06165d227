import { sha256 } from '#base/hash.ts';
import { ENGINE } from '#base/engine.ts';
import type { Evidence, Finding } from '#domain/finding.ts';
import type { Visit } from '#domain/visit.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import { openOrCreateRunFolder, RUN_SCHEMA, type RunFolder } from '#store/run-folder.ts';
import { inspectionDir } from '#store/inspection-folder.ts';
import { toJson } from '#store/json-column.ts';
import { openSiteArchive, type SiteArchive } from '#store/site-archive.ts';

/** The homepage and its picture: every archive that is planted begins with these. */
export const HOMEPAGE_VISIT = 'v000001';
export const PICTURE_VISIT = 'v000002';

/** One grey point, as the smallest file that browsers take for a picture (JPEG). */
const PICTURE = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////' +
    '////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

/** Gives the findings of every inspection an archive: pages, looks, a picture. */
export async function plantEvidence({ db, evidenceDir }: SampleOffice): Promise<void> {
  const inspections = await db.selectFrom('inspections').selectAll().execute();
  for (const { id, campaign_id, site } of inspections) {
    const rows = await db
      .selectFrom('findings')
      .select(['id', 'finding'])
      .where('inspection_id', '=', id)
      .orderBy('id')
      .execute();
    if (rows.length === 0) continue;
    const folder = openOrCreateRunFolder(inspectionDir(evidenceDir, campaign_id, site.key), {
      schema: RUN_SCHEMA,
      engine: ENGINE,
      asOf: '2019-05-27',
      rubric: { id: 'cn-census-2015', text: '', overlays: [] },
      sites: [site],
      recheck: { times: 2, spacingMs: 1000 },
      robots: 'obey',
      allowNet: [],
      language: 'zh',
      limits: { maxPages: 10_000, maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
      startedAt: '2019-05-27T01:00:00.000Z',
    });
    const seen = await plantSite(folder, site, rows);
    for (const [index, { id: finding }] of rows.entries()) {
      const value = toJson(seen[index] as Finding);
      await db.updateTable('findings').set({ finding: value }).where('id', '=', finding).execute();
    }
  }
}

async function plantSite(
  folder: RunFolder,
  site: { key: string; unit: string; homepage: string },
  rows: readonly { finding: Finding }[],
): Promise<Finding[]> {
  const { key, homepage } = site;
  const findings = rows.map(({ finding }, index) => placed(finding, homepage, index));
  const archive = openSiteArchive(folder, key);
  const keep = keeper(archive);
  const front = homepageOf(site.unit, findings);
  const home = keep(homepage, front);
  keep(homepage, null, { purpose: 'picture' });
  const picture = `pictures/${PICTURE_VISIT}.jpg`;
  folder.write(`sites/${key}/${picture}`, PICTURE);
  const shown: Evidence = {
    visit: PICTURE_VISIT,
    url: homepage,
    at: '2019-05-27T01:20:00.000Z',
    status: 200,
    outcome: 'answered',
    bodyHash: sha256(PICTURE),
    excerpt: null,
    look: 0,
    picture,
  };
  const proven = findings.map((finding) => {
    const body = finding.url === homepage ? front : pageOf(finding);
    const again = (look: number) => keep(finding.url, body, { look, kind: finding.kind });
    const looks = finding.url === homepage ? [home, again(1)] : [again(0), again(1), again(2)];
    return { ...finding, evidence: [...looks, shown] };
  });
  await archive.finish();
  return proven;
}

/** On the site itself, where its own pages can show it. */
function placed(finding: Finding, homepage: string, index: number): Finding {
  if (finding.kind === 'link-dead') {
    const anchorText = `2018年度工作总结（${index + 1}）`;
    return { ...finding, url: `${homepage}gzzj/${index}.html`, foundOn: homepage, anchorText };
  }
  if (finding.channel) {
    const url = `${homepage}c${index}/`;
    return { ...finding, url, channel: { ...finding.channel, url } };
  }
  return { ...finding, url: homepage };
}

function keeper(archive: SiteArchive) {
  let number = 0;
  return (
    url: string,
    body: string | null,
    {
      purpose = 'page',
      look = 0,
      kind,
    }: Partial<Pick<Visit, 'purpose' | 'look'>> & { kind?: string } = {},
  ): Evidence => {
    number += 1;
    const isDead = kind === 'link-dead';
    const bytes = Buffer.from(body ?? PICTURE);
    const id = `v${String(number).padStart(6, '0')}`;
    const at = `2019-05-27T01:${String((number + look * 30) % 60).padStart(2, '0')}:00.000Z`;
    const status = isDead ? 404 : 200;
    const bodyHash = sha256(bytes);
    const contentType = purpose === 'picture' ? 'image/jpeg' : 'text/html; charset=utf-8';
    archive.keep({
      visit: {
        id,
        url,
        finalUrl: url,
        at,
        look,
        purpose,
        headers: {},
        via: isDead ? [{ url, status: 302, location: `${url}?from=home` }] : [],
        outcome: {
          kind: 'answered',
          status,
          contentType,
          bodyHash,
          bodyBytes: bytes.length,
          truncated: false,
          insecure: false,
          ms: 42 + number,
        },
      },
      requestHead: `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`,
      responseHead: `HTTP/1.1 ${status} ${isDead ? 'Not Found' : 'OK'}\r\nServer: nginx\r\nContent-Type: ${contentType}\r\n\r\n`,
      bytes,
      facts: null,
    });
    const excerpt = excerptOf(kind);
    return { visit: id, url, at, status, outcome: 'answered', bodyHash, excerpt, look };
  };
}

function excerptOf(kind: string | undefined): string | null {
  if (kind === 'channel-stale') return '2019-05-09 全市乡镇工作动态综述';
  return kind === 'channel-blank' ? '暂无信息' : null;
}

/** Hostile too: what is shown of it must not act. */
function homepageOf(unit: string, findings: readonly Finding[]): string {
  const entries = [27, 24, 22, 20, 17, 15]
    .map(
      (day) =>
        `<li><a href="/dt/${day}.html">${unit}召开第${day}次工作会议</a> 2019-05-${day}</li>`,
    )
    .join('');
  const links = findings
    .filter(({ kind }) => kind === 'link-dead')
    .map(({ url, anchorText }) => `<li><a href="${url}">${anchorText ?? ''}</a></li>`)
    .join('');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${unit}</title>
<script>globalThis.stolen = 1</script></head><body onload="globalThis.stolen = 2">
<div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> <a href="/hdjl/">互动交流</a></div>
<h2>工作动态</h2><ul>${entries}</ul><h2>资料下载</h2><ul>${links}</ul>
<img src="x" onerror="globalThis.stolen = 3"><iframe src="javascript:globalThis.stolen=4"></iframe>
<p>主办：${unit}</p></body></html>`;
}

function pageOf({ kind, channel, anchorText }: Finding): string {
  const name = channel?.name ?? anchorText ?? '首页';
  const rows =
    kind === 'channel-stale'
      ? [9, 3, 1].map(
          (day) =>
            `<li><a href="/x${day}.html">全市乡镇工作动态${day === 9 ? '综述' : `（${day}）`}</a><span>2019-05-0${day}</span></li>`,
        )
      : [];
  const body = kind === 'link-dead' ? '404 您访问的页面不存在' : '暂无信息';
  return `<!doctype html><html><head><meta charset="utf-8"><title>${name}</title></head><body>
<h1>${name}</h1>${rows.length > 0 ? `<ul>${rows.join('')}</ul>` : `<p>${body}</p>`}</body></html>`;
}
