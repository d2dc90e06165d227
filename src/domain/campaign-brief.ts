import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { ErrorRate } from './campaign.ts';

/** From the service's own records rather than typed: counted from this day on, as of that moment. */
export interface CountedFrom {
  from: CivilDate;
  at: Instant;
}

/** Messages of 我为政府网站找错 in a period, as the office counted them. */
export interface ErrorReportBrief {
  /** Last day counted. */
  cutoff?: CivilDate;
  total: number;
  bySite?: { name: string; count: number }[];
  /** Answered, out of `total`. */
  replied?: number;
  /** Judged satisfactory by who reported, out of `replied`. */
  satisfied?: number;
  /** Then the figures are worked out again before the circular may go out. */
  counted?: CountedFrom;
}

/** 网络问政 in a period: `received` = `handled` + `inProgress` + `unpublished`. */
export interface InquiryBrief {
  received: number;
  /** Dealt with and answered. */
  handled?: number;
  inProgress?: number;
  /** Not made public, for whatever reason. */
  unpublished?: number;
  /** Last day counted. */
  cutoff?: CivilDate;
  /** Units that answered in time and well. */
  goodUnits?: string[];
  /** A sentence or more, printed as it stands. */
  note?: string;
  /** Then the figures are worked out again before the circular may go out. */
  counted?: CountedFrom;
}

/** One demand of part three (工作要求). */
export interface TaskBrief {
  heading: string;
  /** Printed as it stands, after the heading. */
  text?: string;
  /** Units it is addressed to. */
  units?: string[];
  deadline?: CivilDate;
  /** The units are told to open a site: none of them may be scored in the same circular. */
  opensSite?: boolean;
}

/** A unit that was named before and is charged again. */
export interface RepeatOffender {
  /** As in the sites file. */
  unit: string;
  /** Since when, in words: `2019年第一季度`. */
  since: string;
}

/**
 * What a crawl cannot know and the office adds to a circular. Everything is optional: what is
 * missing is left out of the circular, never made up.
 */
export interface CampaignBrief {
  /** 咸宁市; the sites' region in titles and sentences. */
  region?: string;
  /** The whole title; made from region and period when missing. */
  title?: string;
  /** Signs the circular: 咸宁市人民政府办公室. */
  issuer?: string;
  /** 主送机关, without the colon. */
  salutation?: string;
  /** 2019年第二季度. */
  period?: string;
  /** 成文日期. */
  date?: CivilDate;
  /** Demands or documents that the campaign rests on. */
  basis?: string;
  /** Share of the registered sites that was to be sampled, 0 to 1. */
  samplingRatio?: number;
  /** Who looked at the sites on the office's behalf. */
  commissionedTo?: string;
  errorReports?: ErrorReportBrief;
  inquiries?: InquiryBrief;
  /** 集约化: facts in sentences, printed as they stand. */
  consolidation?: string[];
  tasks?: TaskBrief[];
  repeatOffenders?: RepeatOffender[];
  /** Share of incomplete sites above which nothing is published, 0 to 1; 0.2 when missing. */
  unmeasuredLimit?: number;
  /** Offices that get a copy (抄送), for the imprint at the foot of the last page. */
  copiesTo?: string[];
  /** How often the inspector itself was wrong. From the service's records, never from a person. */
  errorRate?: ErrorRate;
  /** What units said of findings that stay charged, as it was approved. From the records too. */
  explanations?: { finding: string; statement: string }[];
  /** Which version this is, when it corrects one that was published. From the records too. */
  correction?: { number: number; reason: string };
}
