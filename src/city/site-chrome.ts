import { present } from '#base/assert.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { ChannelPlan, LinkPlan } from './city-plan.ts';
import type { Anchor, ChannelFace, Chrome } from './page-model.ts';
import { channelHref, type SiteWorld, targetUrl } from './site-world.ts';

/** What is on every page of a site; the homepage also shows its friends and own pictures. */
export function chromeOf(world: SiteWorld, isHome: boolean): Chrome {
  const { plan } = world;
  const lacks = (element: (typeof plan.missingFooter)[number]) =>
    plan.missingFooter.includes(element);
  const number = plan.siteIdCode ?? '';
  const shown = (as: LinkPlan['as']) => (isHome ? anchorsFor(world, world.homeLinks, as) : []);
  return {
    siteName: plan.siteName,
    unit: plan.unit,
    origin: world.origin,
    charset: plan.charset,
    charsetDeclared: plan.charsetDeclared,
    siteIdCode: lacks('site-id-code') ? null : plan.siteIdCode,
    icp: lacks('icp') ? null : `鄂ICP备${number.slice(2)}号`,
    police: lacks('police') ? null : `鄂公网安备${number}0012号`,
    telephone: '0715-8120000',
    hasPartyGovernmentMark: !lacks('party-government-mark'),
    hasErrorReportEntrance: !lacks('error-report-entrance'),
    navigation: navigationOf(world),
    friendLinks: shown('friend'),
    images: ['/images/logo.png', ...shown('image').map(({ href }) => href)],
    hasMetaTags: plan.hasMetaTags,
    hasBreadcrumb: plan.hasBreadcrumb,
    todayInHeader: plan.showsToday ? world.asOf : null,
  };
}

function navigationOf(world: SiteWorld): Chrome['navigation'] {
  const { channels } = world.plan;
  const home = world.plan.home.style === 'entrance' ? '/main.html' : '/';
  const first = channels.filter(({ level }) => level === 1);
  return [
    { text: '首页', href: home, children: [] },
    ...first.map((channel) => ({
      ...anchorOf(world, channel),
      children: childrenOf(channels, channel).map((child) => anchorOf(world, child)),
    })),
  ];
}

/** Sub-channels directly below a channel. */
export function childrenOf(channels: readonly ChannelPlan[], parent: ChannelPlan): ChannelPlan[] {
  return channels.filter((channel) => channel.parent === parent.index);
}

/** A channel as a link. */
export function anchorOf(world: SiteWorld, channel: ChannelPlan): Anchor {
  return { text: channel.name, href: channelHref(world, channel) };
}

/** The planted links of one form among some, as anchors. */
export function anchorsFor(
  world: SiteWorld,
  links: readonly LinkPlan[],
  as: LinkPlan['as'],
): Anchor[] {
  return links
    .filter((link) => link.as === as)
    .map((link) => ({ text: link.text, href: linkHref(world, link) }));
}

/** A planted link as it is written: with its session id or fragment, own ones from the root. */
export function linkHref(world: SiteWorld, link: LinkPlan): string {
  const target = present(world.plan.targets[link.target], 'a link leads somewhere');
  const url = targetUrl(world, target);
  const href = target.host === 'own' ? url.slice(world.origin.length) : url;
  if (link.variant === 'session') return `${href};jsessionid=4F2A9C${link.target}E07`;
  return link.variant === 'fragment' ? `${href}#part2` : href;
}

const columnTypes: Partial<Record<ChannelKind, string>> = {
  news: '工作动态',
  'policy-documents': '政策文件',
  interpretation: '政策解读',
  overview: '概况信息',
  functions: '机构职能',
  leaders: '负责人信息',
  statistics: '数据发布',
  consultation: '咨询投诉',
  complaint: '咨询投诉',
  survey: '征集调查',
  interview: '在线访谈',
  service: '办事服务',
};

/** How a channel names itself on its pages. */
export function faceOf(world: SiteWorld, channel: ChannelPlan): ChannelFace {
  const parents: Anchor[] = [];
  for (let above = channel.parent; above !== null; ) {
    const parent: ChannelPlan = present(world.plan.channels[above], 'a parent');
    parents.unshift(anchorOf(world, parent));
    above = parent.parent;
  }
  return {
    name: channel.name,
    href: channelHref(world, channel),
    parents,
    columnType: columnTypes[channel.kind] ?? null,
  };
}
