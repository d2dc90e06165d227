import { toPoints } from '#base/points.ts';
import type { FindingKind, FindingState } from '#domain/finding.ts';
import type { Finding } from '#domain/finding.ts';
import type { HeardFinding } from '#domain/charged-findings.ts';
import type { Rubric } from '#domain/rubric.ts';
import { cardOfScore, scoreInspection } from '#office/score-inspection.ts';

/** Stands in a template for the number of the site: its findings have keys of their own. */
export const SITE = 'SITEID';
/** Half of the sites have nothing, a third one finding, a sixth several. */
export const TEMPLATES = 60;
const SEVERAL_FROM = 50;
const ONE_FROM = 30;
export const AS_OF = '2024-11-15';

/** A judgement that many sites share, scored by the real rubric. */
export interface Template {
  id: number;
  verdict: string;
  score: number | null;
  card: unknown;
  findings: { finding: Finding; review: string }[];
}

const kinds: [FindingKind, FindingState][] = [
  ['link-dead', 'confirmed'],
  ['channel-stale', 'confirmed'],
  ['link-dead', 'unmeasured'],
  ['survey-few', 'confirmed'],
  ['link-dead', 'confirmed'],
  ['channel-blank', 'confirmed'],
  ['letter-unanswered', 'confirmed'],
  ['link-dead', 'dropped'],
  ['footer-element-missing', 'confirmed'],
  ['channel-stale', 'suspected'],
];

/** Every template; the same list each time. */
export function makeTemplates(rubric: Rubric): Template[] {
  return Array.from({ length: TEMPLATES }, (_, id) => makeTemplate(id, rubric));
}

function makeTemplate(id: number, rubric: Rubric): Template {
  const count = id < ONE_FROM ? 0 : id < SEVERAL_FROM ? 1 : 2 + ((id * 3) % 8);
  const findings = Array.from({ length: count }, (_, order) => makeFinding(id, order));
  const heard = findings.map(({ finding, review }) => ({
    finding,
    state: finding.state,
    review: review as HeardFinding['review'],
    appeals: [],
    explanations: [],
  }));
  const looked = { total: 400, unmeasured: 2, neverOpened: false };
  const terms = { kind: 'department', looked, asOf: AS_OF, explanationsLift: false } as const;
  const scored = scoreInspection(terms, heard, rubric);
  const totals = { pages: 312, links: 1480, bytes: 9_800_000, ms: 95_000, unmeasured: 2 };
  const card = cardOfScore(scored, { totals, looked });
  const { verdict, score } = scored;
  return {
    id,
    verdict,
    score: score === null ? null : Math.round(toPoints(score) * 100),
    card,
    findings,
  };
}

function makeFinding(template: number, order: number): Template['findings'][number] {
  const [kind, state] = kinds[(template + order) % kinds.length] ?? ['link-dead', 'confirmed'];
  const url = `http://s${SITE}.gov.cn/zwgk/tzgg/t${template}/${order}.html`;
  const evidence = [0, 1, 2].map((look) => ({
    visit: `${look}-${SITE}-${template}-${order}`,
    url,
    at: `2024-11-15T0${look + 1}:20:00.000Z`,
    status: kind === 'link-dead' ? 404 : 200,
    outcome: 'answered',
    bodyHash: `sha256:${'5f'.repeat(32)}`,
    excerpt:
      kind === 'link-dead'
        ? '您访问的页面不存在或已被删除'
        : '2024-02-03 关于开展专项检查工作的通知',
    look,
  }));
  const path = ['首页', '政务公开', '通知公告'];
  const channel = { name: '通知公告', path, url, kind: 'notices', level: 2, historical: false };
  const finding: Finding = {
    id: `f${SITE}x${template}x${order}`,
    kind,
    state,
    url,
    foundOn: kind === 'link-dead' ? `http://s${SITE}.gov.cn/zwgk/` : null,
    anchorText: kind === 'link-dead' ? '关于印发年度工作要点的通知' : null,
    channel: kind.startsWith('channel') ? (channel as Finding['channel']) : null,
    measure: measureOf(kind),
    evidence,
    reason:
      state === 'confirmed'
        ? null
        : state === 'dropped'
          ? 'recovered'
          : state === 'suspected'
            ? 'no-clock'
            : 'blocked',
  };
  const isAside = state === 'confirmed' && (template + order) % 17 === 0;
  const review = isAside ? 'set-aside' : state === 'confirmed' ? 'accepted' : 'open';
  return { finding, review };
}

function measureOf(kind: FindingKind): Finding['measure'] {
  if (kind === 'link-dead') return { position: 'other', outcome: 'status', status: 404 };
  if (kind === 'channel-stale') {
    return { clock: 'P6M', newest: '2024-02-03', boundary: '2024-05-15', undated: false };
  }
  if (kind === 'survey-few') return { count: 1, minimum: 3 };
  if (kind === 'letter-unanswered') return { askedAt: '2024-06-01', boundary: '2024-08-15' };
  return {};
}
