import type { RefusalArgs, RefusalCode } from '#base/refusal.ts';
import type { Url } from '#base/url.ts';
import type { StateOf } from './moves.ts';
import type { SiteKind } from './site.ts';

/** Columns of a register sheet; one row is a unit and, where there is one, its site. */
export type RegisterColumn =
  | 'unit'
  | 'homepage'
  | 'siteIdCode'
  | 'kind'
  | 'region'
  | 'aliases'
  | 'parent'
  | 'state'
  | 'position'
  | 'siteName';

/** The official name of each column, and its English one. */
export const registerColumns: Readonly<Record<RegisterColumn, readonly [string, string]>> = {
  unit: ['单位名称', 'unit'],
  homepage: ['首页网址', 'homepage'],
  siteIdCode: ['网站标识码', 'site_id_code'],
  kind: ['类型', 'kind'],
  region: ['地区', 'region'],
  aliases: ['别名', 'aliases'],
  parent: ['上级单位', 'parent'],
  state: ['状态', 'state'],
  position: ['序号', 'position'],
  siteName: ['网站名称', 'site_name'],
};

/** What a row says. Null: its cell is empty, which says nothing and changes nothing. */
export interface RegisterRow {
  line: number;
  unit: string;
  homepage: Url | null;
  siteIdCode: string | null;
  kind: SiteKind | null;
  region: string | null;
  aliases: string[];
  parent: string | null;
  state: StateOf<'site'> | null;
  position: number | null;
  siteName: string | null;
}

/** What is wrong with a cell; its sentence, with the remedy, is that of a refusal. */
export interface RowMistake {
  line: number;
  column: RegisterColumn;
  code: RefusalCode;
  args: RefusalArgs;
}

export const siteStateWords: Readonly<Record<StateOf<'site'>, string>> = {
  applied: '申请中',
  approved: '已批准',
  building: '建设中',
  tested: '已测试',
  online: '在线',
  suspended: '临时下线',
  closing: '关停中',
  offline: '永久下线',
  archived: '已归档',
};
export const siteStates = Object.keys(siteStateWords) as [StateOf<'site'>, ...StateOf<'site'>[]];
