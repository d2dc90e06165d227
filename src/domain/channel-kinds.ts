import type { ChannelKind } from './channel.ts';

/** Every kind of channel, as a list: what a person may choose from. */
const kinds: Readonly<Record<ChannelKind, true>> = {
  home: true,
  news: true,
  notices: true,
  'policy-documents': true,
  interpretation: true,
  personnel: true,
  plans: true,
  statistics: true,
  overview: true,
  functions: true,
  leaders: true,
  disclosure: true,
  consultation: true,
  complaint: true,
  'public-replies': true,
  survey: true,
  interview: true,
  service: true,
  'service-statistics': true,
  downloads: true,
  special: true,
  other: true,
};
export const channelKinds = Object.keys(kinds) as [ChannelKind, ...ChannelKind[]];
