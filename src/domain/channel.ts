import type { Instant } from '#base/civil-date.ts';
import type { Period } from '#base/period.ts';
import type { Url } from '#base/url.ts';

/**
 * What a channel (栏目) is for, as the lexicon `lexicons/channel-kinds.yaml` tells it from tags
 * and names. A rubric ties clocks and points to these.
 */
export type ChannelKind =
  | 'home'
  | 'news' // 动态、要闻
  | 'notices' // 通知公告、公示公告
  | 'policy-documents' // 政策文件、政策法规、规范性文件、文件资料
  | 'interpretation' // 政策解读
  | 'personnel' // 人事信息、人事任免
  | 'plans' // 规划计划
  | 'statistics' // 统计信息、统计数据
  | 'overview' // 概况信息
  | 'functions' // 机构职能、组织机构
  | 'leaders' // 领导信息、领导班子
  | 'disclosure' // 信息公开指南、目录、年报、依申请公开
  | 'consultation' // 政务咨询、领导信箱、在线咨询
  | 'complaint' // 投诉举报
  | 'public-replies' // 留言公开
  | 'survey' // 征集调查
  | 'interview' // 互动访谈
  | 'service' // 办事服务、办事指南
  | 'service-statistics' // 办事统计
  | 'downloads' // 表格下载
  | 'special' // 专题专栏 (historical when closed)
  | 'other';

/** A channel of a site, assembled from the pages that show it. */
export interface Channel {
  name: string;
  /** Names from below the homepage to the channel itself: `['政务公开', '政策文件']`. */
  path: string[];
  url: Url;
  kind: ChannelKind;
  /** 1 for a first-level channel (一级栏目), linked from the homepage's navigation. */
  level: number;
  /** 历史专题, or under one: not judged for freshness. */
  historical: boolean;
  /** What a person said of it, by which it is judged; missing: nobody did. */
  ruling?: ChannelRuling;
}

/**
 * What a person confirmed or corrected of a channel in the register. It goes with every later
 * inspection of the site as a plain value, and judges there instead of what is discovered.
 */
export interface ChannelRuling {
  /** The channel it was said of: of a sub-channel of a closed one, the one above. */
  url: Url;
  kind: ChannelKind;
  historical: boolean;
  /** Its clock, where a person set it (null: none). Missing: the rubric's clock of its kind. */
  clock?: Period | null;
  /** The unit that looks after it; null: the site's own. */
  owner: string | null;
  origin: 'confirmed' | 'corrected';
  /** Number of the person, and when. Null of what was said before it was kept. */
  by: number | null;
  at: Instant | null;
}
