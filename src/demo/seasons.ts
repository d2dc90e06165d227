import type { CivilDate } from '#base/civil-date.ts';

/** A stretch of standing monitoring between two rounds. */
export interface SeasonPlan {
  from: CivilDate;
  /** Its last day. */
  to: CivilDate;
  outages: OutagePlan[];
  /** Hours of a day on which our own network was away. */
  ours: { day: CivilDate; fromHour: number; hours: number }[];
  maintenance: (OutagePlan & { reason: string; reportedOn: CivilDate })[];
  /** Veto lines that a look at the pages came near to, and until when. */
  near: NearPlan[];
}

/** Hours of days on which a site did not open. */
export interface OutagePlan {
  unit: string;
  day: CivilDate;
  fromHour: number;
  hours: number;
}

export interface NearPlan {
  unit: string;
  /** An indicator of the rubric. */
  line: string;
  /** `fine`: a look by which it is over. */
  state: 'watch' | 'breach' | 'fine';
  day: CivilDate;
  clearedOn: CivilDate | null;
  measure: { today: number; ahead: number; threshold: number };
}

const homepage = { today: 0, ahead: 1, threshold: 1 };

/** Signals stand only where the ledger is free for them: between the rounds. */
export const seasons = {
  summer: {
    from: '2018-07-02',
    to: '2018-09-09',
    outages: [
      { unit: '市科技局', day: '2018-07-19', fromHour: 2, hours: 20 },
      { unit: '市公安局', day: '2018-08-06', fromHour: 8, hours: 14 },
    ],
    ours: [],
    maintenance: [],
    near: [
      {
        unit: '市科技局',
        line: 'site-updated',
        state: 'watch',
        day: '2018-09-03',
        clearedOn: null,
        measure: homepage,
      },
    ],
  },
  autumn: {
    from: '2018-09-10',
    to: '2018-12-02',
    outages: [{ unit: '市农业农村局', day: '2018-11-01', fromHour: 0, hours: 22 }],
    ours: [{ day: '2018-11-14', fromHour: 13, hours: 4 }],
    maintenance: [
      {
        unit: '市民政局',
        day: '2018-11-24',
        fromHour: 0,
        hours: 24,
        reason: '服务器迁移至市政府网站集约化平台',
        reportedOn: '2018-11-21',
      },
    ],
    near: [
      {
        unit: '市科技局',
        line: 'site-updated',
        state: 'fine',
        day: '2018-10-15',
        clearedOn: null,
        measure: { today: 0, ahead: 0, threshold: 1 },
      },
      {
        unit: '市招商局',
        line: 'site-updated',
        state: 'watch',
        day: '2018-10-24',
        clearedOn: '2018-10-29',
        measure: homepage,
      },
    ],
  },
  winter: {
    from: '2018-12-03',
    to: '2019-03-03',
    outages: [],
    ours: [],
    maintenance: [],
    near: [
      {
        unit: '市经信局',
        line: 'channels-on-time',
        state: 'watch',
        day: '2019-02-27',
        clearedOn: '2019-03-02',
        measure: { today: 4, ahead: 4, threshold: 5 },
      },
    ],
  },
  spring: {
    from: '2019-03-04',
    to: '2019-05-26',
    outages: [
      { unit: '市统计局', day: '2019-05-06', fromHour: 1, hours: 12 },
      { unit: '市招商局', day: '2019-05-22', fromHour: 6, hours: 14 },
      { unit: '市经信局', day: '2019-05-24', fromHour: 15, hours: 7 },
    ],
    ours: [],
    maintenance: [],
    near: [
      {
        unit: '市招商局',
        line: 'site-updated',
        state: 'breach',
        day: '2019-05-23',
        clearedOn: null,
        measure: { today: 1, ahead: 1, threshold: 1 },
      },
      {
        unit: '市人社局',
        line: 'letters-answered',
        state: 'watch',
        day: '2019-05-20',
        clearedOn: '2019-05-25',
        measure: { today: 0, ahead: 1, threshold: 1 },
      },
    ],
  },
} as const satisfies Record<string, SeasonPlan>;
