import type { SiteKind } from '#domain/site.ts';
import type { Body } from '../../api/ask.ts';

/** What the wizard has been told so far, as it stands in its fields. */
export interface OrderDraft {
  regionId: number | null;
  name: string;
  period: string;
  asOf: string;
  mode: 'all' | 'drawn';
  /** In percent. */
  share: number;
  strata: SiteKind[];
  seed: string;
  excluded: { siteId: number; name: string; reason: string }[];
  /** Null: the one in force in the region as of the day. */
  rubric: string | null;
  passLine: number | null;
  /** In percent. */
  unmeasuredLimit: number;
  explanationsLift: boolean;
  recheckTimes: number;
  /** In minutes. */
  recheckMinutes: number;
  maxPages: number;
  timeoutSeconds: number;
  maxMinutes: number;
  robots: 'obey' | 'note';
  /** Private networks, as CIDR: only those that the installation has opened. */
  allowNet: string;
}

/** What a campaign is opened with unless one says otherwise; the service has the same defaults. */
export function firstDraft(today: string): OrderDraft {
  const [year = '', month = '1'] = today.split('-');
  const quarter = '一二三四'[Math.floor((Number(month) - 1) / 3)] ?? '一';
  const period = `${year}年第${quarter}季度`;
  return {
    regionId: null,
    name: `${period}政府网站抽查`,
    period,
    asOf: today,
    mode: 'all',
    share: 30,
    strata: [],
    seed: `${period} 抽样`,
    excluded: [],
    rubric: null,
    passLine: null,
    unmeasuredLimit: 20,
    explanationsLift: false,
    recheckTimes: 3,
    recheckMinutes: 360,
    maxPages: 10_000,
    timeoutSeconds: 15,
    maxMinutes: 240,
    robots: 'note',
    allowNet: '',
  };
}

/** The order as the service takes it. */
export function orderOf(draft: OrderDraft, regionId: number): Body<'POST /campaigns'> {
  const { name, period, asOf, rubric, mode, share, strata, seed, excluded } = draft;
  const order = {
    regionId,
    name,
    period,
    asOf,
    ...(rubric !== null && { rubric }),
    settings: {
      recheck: { times: draft.recheckTimes, spacingMs: Math.round(draft.recheckMinutes * 60_000) },
      limits: {
        maxPages: draft.maxPages,
        maxBodyBytes: 8 << 20,
        timeoutMs: Math.round(draft.timeoutSeconds * 1000),
        maxMinutes: draft.maxMinutes,
      },
      robots: draft.robots,
      allowNet: draft.allowNet.split(/[\s,，]+/).filter((net) => net !== ''),
      passLine: draft.passLine,
      unmeasuredLimit: draft.unmeasuredLimit / 100,
      explanationsLift: draft.explanationsLift,
    },
    sample: {
      mode,
      share: mode === 'all' ? 1 : share / 100,
      strata: mode === 'all' ? [] : strata,
      seed,
      excluded: excluded.map(({ siteId, reason }) => ({ siteId, reason })),
    },
  };
  return order as Body<'POST /campaigns'>;
}
