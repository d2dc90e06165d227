import { present } from '#base/assert.ts';
import type { ChannelPlan, HomeBlock } from './city-plan.ts';
import { entryDate, listPages } from './entries.ts';
import {
  entriesInBlock,
  firstRows,
  rowOf,
  rowsOnPage,
  sideListsFor,
  titleOf,
} from './list-rows.ts';
import type { HomeModel, ListModel, PageModel } from './page-model.ts';
import { anchorOf, anchorsFor, childrenOf, chromeOf, faceOf } from './site-chrome.ts';
import {
  channelHref,
  dataHref,
  entryHref,
  FRAME_PATH,
  MAIN_PATH,
  placeKey,
  type SiteWorld,
} from './site-world.ts';
import { articleParagraphs, guideElements, singleParagraphs } from './wording.ts';

/** The homepage proper. */
export function homeModel(world: SiteWorld): HomeModel {
  const { channels, home } = world.plan;
  return {
    type: 'home',
    chrome: chromeOf(world, true),
    blocks: home.blocks.map((block) => blockModel(world, block)),
    shortcuts: [
      ...channels
        .filter(({ role }) => role === 'mailbox' || role === 'guides')
        .map((channel) => anchorOf(world, channel)),
      ...anchorsFor(world, world.homeLinks, 'shortcut'),
    ],
    frames: home.frame ? [FRAME_PATH] : [],
  };
}

function blockModel(world: SiteWorld, block: HomeBlock) {
  const channel = present(world.plan.channels[block.channel], 'a channel');
  return {
    heading: channel.name,
    moreHref: channelHref(world, channel),
    rows: entriesInBlock(channel, block, world.asOf).map((entry) =>
      rowOf(world, channel, entry, block.dateForm),
    ),
  };
}

/** A homepage that only leads on: to the homepage proper and one more page. */
export function entranceModel(world: SiteWorld): PageModel {
  const landing = entranceLanding(world);
  const gates = [{ text: '进入网站', href: MAIN_PATH }];
  if (landing) gates.push(anchorOf(world, landing));
  return { type: 'entrance', chrome: { ...chromeOf(world, true), navigation: [] }, gates };
}

/** The landing page an entrance leads to, unless the homepage is to show few updates. */
export function entranceLanding(world: Pick<SiteWorld, 'plan'>): ChannelPlan | null {
  const isPoor = world.plan.faults.some(({ fault }) => fault.startsWith('homepage-'));
  const landings = world.plan.channels.filter(({ role }) => role === 'landing');
  return isPoor ? null : (landings.find(({ name }) => name === '政务公开') ?? null);
}

/** The rows in the homepage's iframe. */
export function homeFrameModel(world: SiteWorld): ListModel {
  const block = present(world.plan.home.frame, 'a frame');
  const channel = present(world.plan.channels[block.channel], 'a channel');
  const { rows } = blockModel(world, block);
  const list = listModel(world, channel, 1);
  return { ...list, rows, pages: 1, delivery: 'iframe', dataHref: FRAME_PATH };
}

/** The page of a channel: list page, landing page, column of one text, mailbox. */
export function channelModel(world: SiteWorld, channel: ChannelPlan, page: number): PageModel {
  switch (channel.role) {
    case 'landing':
      return landingModel(world, channel);
    case 'single':
      return {
        type: 'single',
        chrome: chromeOf(world, false),
        channel: faceOf(world, channel),
        paragraphs:
          channel.blankText === null ? singleParagraphs(world.plan.unit, channel.name) : [],
        images: [],
        blankText: channel.blankText,
      };
    case 'mailbox':
      return mailboxModel(world, channel, page);
    default:
      return listModel(world, channel, page);
  }
}

function landingModel(world: SiteWorld, channel: ChannelPlan): PageModel {
  return {
    type: 'landing',
    chrome: chromeOf(world, false),
    channel: faceOf(world, channel),
    blocks: childrenOf(world.plan.channels, channel).map((child) => ({
      heading: child.name,
      moreHref: channelHref(world, child),
      rows: firstRows(world, child, channel.landingRows),
    })),
  };
}

/** A list page; its rows too where a family brings them from elsewhere. */
export function listModel(world: SiteWorld, channel: ChannelPlan, page: number): ListModel {
  const { channels } = world.plan;
  const parent = channel.parent === null ? null : channels[channel.parent];
  const isElsewhere = channel.delivery === 'iframe' || channel.delivery === 'json-endpoint';
  return {
    type: 'list',
    chrome: chromeOf(world, false),
    channel: faceOf(world, channel),
    rows: rowsOnPage(world, channel, page),
    page,
    pages: listPages(channel),
    total: channel.count,
    pageHref: (number) => world.family.address.list(channel.path, number),
    sideLists: sideListsFor(world, channel),
    siblings: parent ? childrenOf(channels, parent).map((each) => anchorOf(world, each)) : [],
    blankText: channel.blankText,
    delivery: channel.delivery,
    dataHref: isElsewhere ? dataHref(world, channel, page) : null,
  };
}

function mailboxModel(world: SiteWorld, channel: ChannelPlan, page: number): PageModel {
  const start = (page - 1) * channel.perPage;
  const letters = channel.letters.slice(start, start + channel.perPage);
  return {
    type: 'mailbox',
    chrome: chromeOf(world, false),
    channel: faceOf(world, channel),
    letters: letters.map((letter, at) => ({
      title: titleOf(channel, start + at),
      href: entryHref(world, channel, start + at),
      ...letter,
    })),
    page,
    pages: listPages(channel),
    pageHref: (number) => world.family.address.list(channel.path, number),
    formHref: null,
    sideLists: sideListsFor(world, channel),
  };
}

/** The page of an entry: a guide in a guide channel, an article anywhere else. */
export function entryModel(world: SiteWorld, channel: ChannelPlan, entry: number): PageModel {
  return channel.role === 'guides'
    ? guideModel(world, channel, entry)
    : articleModel(world, channel, entry);
}

function guideModel(world: SiteWorld, channel: ChannelPlan, entry: number): PageModel {
  const links = world.linksAt.get(placeKey({ channel: channel.index, entry })) ?? [];
  const missing = channel.guides[entry]?.missing ?? [];
  const title = titleOf(channel, entry);
  const id = channel.firstId + entry;
  return {
    type: 'guide',
    chrome: chromeOf(world, false),
    channel: faceOf(world, channel),
    title,
    date: entryDate(channel, entry, world.asOf),
    elements: guideElements
      .filter(({ key }) => !missing.includes(key))
      .map(({ label, text }) => ({ label, text: text || title })),
    downloads: [
      { text: `${title}申请表`, href: `/files/${id}.doc` },
      ...anchorsFor(world, links, 'download'),
    ],
    systems: anchorsFor(world, links, 'system'),
  };
}

function articleModel(world: SiteWorld, channel: ChannelPlan, entry: number): PageModel {
  const links = world.linksAt.get(placeKey({ channel: channel.index, entry })) ?? [];
  const id = channel.firstId + entry;
  const title = titleOf(channel, entry);
  const isUndated = channel.datesOn === 'nowhere';
  const neighbour = (other: number) =>
    other >= 0 && other < channel.count && channel.letters.length === 0
      ? { text: titleOf(channel, other), href: entryHref(world, channel, other) }
      : null;
  return {
    type: 'article',
    chrome: chromeOf(world, false),
    channel: faceOf(world, channel),
    title,
    date: isUndated ? null : entryDate(channel, entry, world.asOf),
    dateForm: isUndated ? 'none' : world.plan.articleDateForm,
    source: world.plan.unit,
    paragraphs: [...articleParagraphs(title, id), ...answerTo(channel, entry)],
    attachments: [
      ...(id % 7 === 3 ? [{ text: `${title}附件`, href: `/files/${id}.pdf` }] : []),
      ...anchorsFor(world, links, 'attachment'),
    ],
    images: [
      ...(id % 9 === 2 ? [`/images/p${id}.jpg`] : []),
      ...anchorsFor(world, links, 'image').map(({ href }) => href),
    ],
    inlineLinks: anchorsFor(world, links, 'inline'),
    sideLists: isUndated ? [] : sideListsFor(world, channel),
    previous: neighbour(entry - 1),
    next: neighbour(entry + 1),
  };
}

function answerTo(channel: ChannelPlan, entry: number): string[] {
  const letter = channel.letters[entry];
  if (!letter) return [];
  return letter.answeredAt
    ? [
        `来信时间：${letter.askedAt}`,
        `回复时间：${letter.answeredAt}`,
        '回复内容：您好，来信收悉，已转有关单位办理。',
      ]
    : [`来信时间：${letter.askedAt}`, '办理状态：正在办理'];
}
