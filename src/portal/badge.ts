import { formatPoints } from '#base/points.ts';
import type { PublicRound, PublicScore } from '#domain/scoreboard.ts';

const colours = { pass: '#1a7f37', fail: '#b3261e', incomplete: '#57606a' } as const;
const verdicts = { pass: '合格', fail: '不合格', incomplete: '未测全' } as const;
const HEIGHT = 24;
const PADDING = 8;

/**
 * The badge of a site: what was inspected when, and the result in colour and word. It stands on
 * other people's pages, so it brings its own colours and needs nothing from outside.
 */
export function badgeOf(newest: { round: PublicRound; score: PublicScore } | undefined): string {
  const label = newest ? `网站抽查 ${newest.round.period}` : '网站抽查';
  const said = newest ? verdictText(newest.score) : '未抽查';
  const colour = newest ? colours[newest.score.verdict] : colours.incomplete;
  const left = widthOf(label) + 2 * PADDING;
  const right = widthOf(said) + 2 * PADDING;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${escaped(`${label}：${said}`)}">
<title>${escaped(`${label}：${said}`)}</title>
<rect width="${left + right}" height="${HEIGHT}" rx="3" fill="#30363d"/>
<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3h-${right - 3}z" fill="${colour}"/>
<g fill="#fff" font-family="PingFang SC,Microsoft YaHei,Noto Sans SC,sans-serif" font-size="13">
<text x="${PADDING}" y="17">${escaped(label)}</text><text x="${left + PADDING}" y="17">${escaped(said)}</text>
</g></svg>
`;
}

function verdictText({ verdict, score }: PublicScore): string {
  return score === null ? verdicts[verdict] : `${verdicts[verdict]} ${formatPoints(score)}`;
}

/** Chinese characters are as wide as they are high, others about half. */
function widthOf(text: string): number {
  const ems = [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e80 ? 1 : 0.58), 0);
  return Math.ceil(ems * 13);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
