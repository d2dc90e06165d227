import { targetKey } from '#base/url.ts';
import type { SiteTruth, TrueFinding } from '#city/truth-model.ts';
import type { Finding } from '#domain/finding.ts';
import type { SiteResult } from '#domain/result.ts';

/** How often a kind of finding was right, wrongly there, and missed. */
export interface Tally {
  right: number;
  invented: number;
  missed: number;
}

/** What an inspection of one site says otherwise than the truth, in sentences. */
export interface Comparison {
  differences: string[];
  tallies: Map<string, Tally>;
}

/** Compares verdict, score and all findings of a site (dropped ones aside) with its truth. */
export function compareWithTruth(truth: SiteTruth, result: SiteResult): Comparison {
  const differences: string[] = [];
  const tallies = new Map<string, Tally>();
  const say = (text: string) => differences.push(`${truth.unit} ${truth.homepage}: ${text}`);
  if (truth.verdict !== result.verdict) say(`verdict ${result.verdict}, true ${truth.verdict}`);
  if (truth.score !== result.score) say(`score ${result.score}, true ${truth.score}`);
  const found = new Map(
    result.findings.filter(({ state }) => state !== 'dropped').map((one) => [keyOf(one), one]),
  );
  for (const fault of truth.findings) {
    const finding = found.get(keyOf(fault));
    found.delete(keyOf(fault));
    const difference = finding ? differenceOf(fault, finding) : 'missed';
    if (difference === null) count(tallies, fault.kind, 'right');
    else say(`${fault.kind} ${fault.url} ${difference}`);
    if (finding === undefined) count(tallies, fault.kind, 'missed');
    else if (difference !== null) {
      count(tallies, fault.kind, 'missed');
      count(tallies, fault.kind, 'invented');
    }
  }
  for (const finding of found.values()) {
    const measure = JSON.stringify(finding.measure);
    say(
      `${finding.kind} ${finding.url} invented (${finding.state}, ${finding.reason}, ${measure})`,
    );
    count(tallies, finding.kind, 'invented');
  }
  return { differences, tallies };
}

/** Addresses that differ by a session id alone are one target (docs/results.md). */
function keyOf({ kind, url }: { kind: string; url: string }): string {
  return `${kind} ${targetKey(url)}`;
}

function differenceOf(fault: TrueFinding, finding: Finding): string | null {
  if (fault.state !== finding.state) {
    return `is ${finding.state} (${finding.reason}), truly ${fault.state} (${fault.reason})`;
  }
  if (fault.reason !== null && fault.reason !== finding.reason) {
    return `has reason ${finding.reason}, truly ${fault.reason}`;
  }
  if (fault.foundOn.length > 0 && !fault.foundOn.includes(finding.foundOn ?? '')) {
    return `found on ${finding.foundOn}, truly on ${fault.foundOn.slice(0, 3).join(' ')}`;
  }
  if (fault.channel !== null && fault.channel !== finding.channel?.name) {
    return `in channel ${finding.channel?.name}, truly ${fault.channel}`;
  }
  for (const [member, value] of Object.entries(fault.measure)) {
    const measured = finding.measure[member];
    if (JSON.stringify(measured) !== JSON.stringify(value)) {
      return `measures ${member} ${JSON.stringify(measured)}, truly ${JSON.stringify(value)}`;
    }
  }
  return null;
}

function count(tallies: Map<string, Tally>, kind: string, what: keyof Tally): void {
  const tally = tallies.get(kind) ?? { right: 0, invented: 0, missed: 0 };
  tally[what]++;
  tallies.set(kind, tally);
}
