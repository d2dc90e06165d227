import type { ChannelKind } from '#domain/channel.ts';
import type { Finding, FindingKind, Measure } from '#domain/finding.ts';
import type { SiteKind } from '#domain/site.ts';
import type { ScoreInput } from '../score-site.ts';

/** What a test says of a finding; everything else is made up. */
export interface Sample {
  kind: FindingKind;
  id?: string;
  state?: Finding['state'];
  url?: string;
  channelKind?: ChannelKind;
  level?: number;
  historical?: boolean;
  measure?: Measure;
}

const HOME = 'http://www.example.gov.cn/';

/** A confirmed finding; number `index` gives it an address of its own. */
export function sampleFinding(sample: Sample, index = 0): Finding {
  const url = sample.url ?? `${HOME}${sample.channelKind ?? sample.kind}/${index}`;
  const { channelKind } = sample;
  return {
    id: sample.id ?? `${sample.kind}-${channelKind ?? ''}-${index}-${sample.state ?? ''}`,
    kind: sample.kind,
    state: sample.state ?? 'confirmed',
    url,
    foundOn: null,
    anchorText: null,
    channel:
      channelKind === undefined
        ? null
        : {
            name: `栏目${index}`,
            path: [`栏目${index}`],
            url,
            kind: channelKind,
            level: sample.level ?? 2,
            historical: sample.historical ?? false,
          },
    measure: sample.measure ?? {},
    evidence: [],
    reason: null,
  };
}

/** So many findings of one sort, each about something else. */
export function sampleFindings(count: number, sample: Sample): Finding[] {
  return Array.from({ length: count }, (_, index) => sampleFinding(sample, index));
}

/** A well measured site with these findings. */
export function sampleInput(findings: Finding[], kind: SiteKind = 'department'): ScoreInput {
  return { kind, findings, looked: { total: 100, unmeasured: 0, neverOpened: false } };
}

export const samples = {
  homeLink: { kind: 'link-dead', measure: { position: 'homepage' } },
  otherLink: { kind: 'link-dead', measure: { position: 'other' } },
  homepageUnder10: { kind: 'homepage-few-updates' },
  twoWeek: { kind: 'channel-stale', channelKind: 'news' },
  sixMonth: { kind: 'channel-stale', channelKind: 'policy-documents' },
  oneYear: { kind: 'channel-stale', channelKind: 'personnel' },
  blank: { kind: 'channel-blank', channelKind: 'other' },
  surveyNone: { kind: 'survey-none' },
  surveyFew: { kind: 'survey-few' },
  interviewNone: { kind: 'interview-none' },
  interviewFew: { kind: 'interview-few' },
  noLetters: { kind: 'letter-none' },
  homepageStill: { kind: 'homepage-not-updated' },
} as const satisfies Record<string, Sample>;
export type SampleName = keyof typeof samples;

/** Findings by the counts of an annex row. Links of both positions get different addresses. */
export function findingsOf(items: Partial<Record<SampleName, number>>): Finding[] {
  return (Object.keys(items) as SampleName[]).flatMap((name) =>
    Array.from({ length: items[name] ?? 0 }, (_, index) =>
      sampleFinding({ ...samples[name], id: `${name}-${index}`, url: `${HOME}${name}/${index}` }),
    ),
  );
}
