import type { Url } from '#base/url.ts';

/**
 * What a rubric distinguishes sites by. `portal`: 政府门户网站 of a county or higher;
 * `department`: site of a department; `ministry`: State Council department;
 * `ministry-without-services`: one without external services (2019 indicators skip 办事服务).
 */
export type SiteKind = 'portal' | 'department' | 'ministry' | 'ministry-without-services';

/** One site to inspect: a row of the sites file. */
export interface Site {
  /** Stable folder name within a run: derived from the homepage's host and path. */
  key: string;
  /** 主办单位, as the office writes it. */
  unit: string;
  homepage: Url;
  /** 网站标识码, ten characters, or null when not given. */
  siteIdCode: string | null;
  kind: SiteKind;
}
