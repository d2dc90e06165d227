import type { CivilDate } from '#base/civil-date.ts';
import type { ChannelFace, Chrome, PageModel } from '../page-model.ts';
import { escapeHtml } from './escape-html.ts';
import { clockOf } from './print-date.ts';

/**
 * The tags every page should carry by 国办发〔2017〕47号 (SiteName, ColumnName, PubDate …); nothing
 * where the site prints none.
 */
export function metaTags(model: PageModel): string {
  const { chrome } = model;
  if (!chrome.hasMetaTags) return '';
  const tags: [string, string | null][] = [
    ['SiteName', chrome.siteName],
    ['SiteDomain', new URL(chrome.origin).hostname],
    ['SiteIDCode', chrome.siteIdCode],
    ...pageTags(model),
  ];
  return tags
    .filter((tag): tag is [string, string] => tag[1] !== null)
    .map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`)
    .join('\n');
}

function pageTags(model: PageModel): [string, string | null][] {
  switch (model.type) {
    case 'home':
    case 'entrance':
      return [['ColumnType', '首页']];
    case 'missing':
      return [];
    case 'article':
      return [
        ...channelTags(model.channel, model.chrome),
        ...contentTags(model.title, model.date, model.source),
      ];
    case 'guide':
      return [
        ...channelTags(model.channel, model.chrome),
        ...contentTags(model.title, model.date, null),
      ];
    default:
      return channelTags(model.channel, model.chrome);
  }
}

function channelTags(channel: ChannelFace, chrome: Chrome): [string, string | null][] {
  return [
    ['ColumnName', channel.name],
    ['ColumnDescription', `${chrome.siteName}${channel.name}栏目`],
    ['ColumnKeywords', `${channel.name},${chrome.unit}`],
    ['ColumnType', channel.columnType],
  ];
}

function contentTags(
  title: string,
  date: CivilDate | null,
  source: string | null,
): [string, string | null][] {
  return [
    ['ArticleTitle', title],
    ['PubDate', date && `${date} ${clockOf(date)}`],
    ['ContentSource', source],
  ];
}
