import type { ChannelKind } from './channel.ts';
import type { SiteKind } from './site.ts';

// Records, not lists: the compiler tells when a name is missing here.
const channelKindSet: Record<ChannelKind, true> = {
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
const siteKindSet: Record<SiteKind, true> = {
  portal: true,
  department: true,
  ministry: true,
  'ministry-without-services': true,
};

/** Every kind of channel, in the order of the glossary. */
export const channelKinds = Object.keys(channelKindSet) as [ChannelKind, ...ChannelKind[]];
/** Every kind of site that a rubric distinguishes. */
export const siteKinds = Object.keys(siteKindSet) as [SiteKind, ...SiteKind[]];
