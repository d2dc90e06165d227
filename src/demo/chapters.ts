import type { Stage } from './stage.ts';
import { found } from './chapters/found.ts';
import { awaitLetters } from './chapters/await-letters.ts';
import { correctPublished } from './chapters/correct-published.ts';
import { mendRound } from './chapters/mend-round.ts';
import { monitorSeason } from './chapters/monitor-season.ts';
import { playRound } from './chapters/play-round.ts';
import { renameUnits } from './chapters/rename-units.ts';
import { readNotices } from './chapters/read-notices.ts';
import { prepareToday } from './chapters/prepare-today.ts';
import { rounds } from './rounds.ts';
import { seasons } from './seasons.ts';

/** A chapter of the year before: what happened, told by the acts that made it happen. */
export interface Chapter {
  id: string;
  title: { zh: string; en: string };
  /** Begins at or after the end of the chapter before; moves the stage's clock on itself. */
  play(stage: Stage): Promise<void>;
}

/**
 * The year, in order of time: the ledger is written as it goes on, so a chapter stands where it
 * happened. One more is a file under `chapters/` and a row here.
 */
export const chapters: readonly Chapter[] = [
  {
    id: 'founding',
    title: { zh: '建账：机构、网站、人员', en: 'The register and the people' },
    play: found,
  },
  {
    id: 'letters',
    title: { zh: '找错与网络问政：收信单位', en: 'Reports and inquiries: who answers them' },
    play: awaitLetters,
  },
  season('summer', '2018年夏季监测', 'Monitoring, summer 2018'),
  round('2018q3', '2018年第三季度抽查', 'Round of 2018 Q3'),
  mending('2018q3', '2018年第三季度整改', 'Orders of 2018 Q3'),
  season('autumn', '2018年秋季监测', 'Monitoring, autumn 2018'),
  round('2018q4', '2018年第四季度抽查', 'Round of 2018 Q4'),
  mending('2018q4', '2018年第四季度整改、督办、约谈', 'Orders of 2018 Q4, warnings, a talk'),
  {
    id: 'renaming',
    title: { zh: '机构改革：单位更名', en: 'The reform: units get other names' },
    play: renameUnits,
  },
  season('winter', '2018—2019年冬季监测', 'Monitoring, winter'),
  round('2019q1', '2019年第一季度抽查', 'Round of 2019 Q1'),
  {
    id: 'correction',
    title: { zh: '发布后的申诉与更正', en: 'Appeals after publication, a correction' },
    play: correctPublished,
  },
  mending('2019q1', '2019年第一季度整改', 'Orders of 2019 Q1'),
  season('spring', '2019年春季监测', 'Monitoring, spring 2019'),
  {
    id: 'notices',
    title: { zh: '消息', en: 'What was read' },
    play: readNotices,
  },
  {
    id: 'today',
    title: { zh: '2019年5月27日上午', en: 'The morning of 27 May 2019' },
    play: prepareToday,
  },
];

function season(id: keyof typeof seasons, zh: string, en: string): Chapter {
  return {
    id: `monitoring-${id}`,
    title: { zh, en },
    play: (stage) => monitorSeason(stage, seasons[id]),
  };
}

function round(id: keyof typeof rounds, zh: string, en: string): Chapter {
  return { id: `round-${id}`, title: { zh, en }, play: (stage) => playRound(stage, rounds[id]) };
}

function mending(id: keyof typeof rounds, zh: string, en: string): Chapter {
  return { id: `mending-${id}`, title: { zh, en }, play: (stage) => mendRound(stage, rounds[id]) };
}
