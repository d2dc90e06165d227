import { dictionary } from './dictionary.ts';

/**
 * What each figure means, how it is computed and by which clause; loaded when somebody asks. Of the
 * clauses, those of 2015: 国办发〔2015〕15号, annex; who sets another rubric reads its own clause beside
 * each line of it. What no authority prescribes says so.
 */
export const figureHelpWords = dictionary(
  {
    what: '含义',
    how: '算法',
    clause: '依据',
    figures: {
      standings: {
        what: '按常态化监测的现有信号统计运行中的网站：超线指已达到单项否决线，预警指接近该线。未测既不算正常，也不算问题。',
        how: '一个网站有几种信号的，计入最重的一种；没有信号的为正常。上轮合格率＝合格数÷（合格数＋不合格数），未完成的不计入。',
        clause:
          '否决线见《全国政府网站普查评分表》（国办发〔2015〕15号附件）“单项否决”；何时预警由本系统规定，见“办理规则”。',
      },
      heat: {
        what: '一行一个网站，一列一项指标，格中是扣分。斜线为未能测定，不是零分。',
        how: '同一指标下各问题的扣分相加；“否”为命中单项否决，“记”为分值不详、只记录不扣分。',
        clause: '各项分值见该次抽查所用的评分表，“评分表”页逐条列出原文和可信度。',
      },
      rounds: {
        what: '历次已发布抽查的合格率和平均分。断开处是没有结论的一轮。',
        how: '合格率＝合格数÷（合格数＋不合格数）。平均分是有得分的网站的算术平均。',
        clause: '合格与否按各次抽查自己的评分表判定，评分表不同的两轮不宜直接比较。',
      },
      scoreNow: {
        what: '按最近一次检测发现的问题和复核结果，如按今天计分会得多少分。不是正式成绩。',
        how: '100 分减去现有问题的扣分，复查已消除的不再计；命中任何一项单项否决，为不合格，不再计分。',
        clause:
          '《全国政府网站普查评分表》（国办发〔2015〕15号附件）：先看单项否决；扣分超过 40 分为不合格，恰为 60 分合格。采用别的评分表的，以该表为准。',
      },
      availability: {
        what: '首页每天访问多少次、打不开多少次。受阻、我方故障和事先报备的维护不计入；灰色为没有测。',
        how: '失败率＝打不开次数÷（打开次数＋打不开次数）。15 秒内没有打开为打不开。',
        clause:
          '《全国政府网站普查评分表》“站点无法访问”：一周内每天间隔访问不少于 20 次，打不开的达到 5% 即单项否决。',
      },
      results: {
        what: '本次抽查各种结论的网站数和合格率。未完成的网站没有结论，不进入合格率。',
        how: '合格率＝合格数÷（合格数＋不合格数）。由已采纳的问题按评分表计算，复核和申诉改变问题后重新计算。',
        clause: '合格线和各项分值见“评分表与试算”，每一项都列有原文条款。',
      },
      matters: {
        what: '统计期间收到的来信办到哪一步。是否属实与是否答复分开统计。',
        how: '收到＝各种状态之和；每个数都由台账重新算过，不一致的在下面逐件列出。各比率的算法写在表下。',
        clause: '期限见“办理规则”；各比率官方没有统一算法，为本系统默认。',
      },
    },
  },
  {
    what: 'What it means',
    how: 'How it is computed',
    clause: 'By which clause',
    figures: {
      standings: {
        what: 'Sites that are online, by the signals that stand: breach has reached a veto line, watch is near one. Not measured is neither fine nor a fault.',
        how: 'A site with several signals counts by the worst; without any it is fine. Pass rate of the last round: passed ÷ (passed + failed); incomplete ones are not counted.',
        clause:
          'Veto lines: the rubric of the national census, annex to 国办发〔2015〕15号, 单项否决. When to warn is our own rule: see “Office rules”.',
      },
      heat: {
        what: 'A row a site, a column a line of the rubric, in each cell the points lost. Hatched could not be measured; it is not zero.',
        how: 'Points of all findings of a line together. A veto is marked; where points are unknown the finding is noted and costs nothing.',
        clause:
          'Points are those of the campaign’s rubric; “Rubrics” shows each line beside its clause and how certain it is.',
      },
      rounds: {
        what: 'Pass rate and mean score of the published rounds. A gap is a round without a verdict.',
        how: 'Pass rate: passed ÷ (passed + failed). The mean is that of all sites with a score.',
        clause:
          'Each round was judged by its own rubric; rounds of different rubrics do not compare.',
      },
      scoreNow: {
        what: 'What the site would score by what is known today: the findings of its newest inspection and their reviews. It is no official result.',
        how: '100 less the points of what is charged; what a recheck saw gone is left out. Any veto fails the site and nothing else is scored.',
        clause:
          'Annex to 国办发〔2015〕15号: vetoes first; more than 40 points lost fails, exactly 60 passes. Another rubric has its own line.',
      },
      availability: {
        what: 'How often the homepage was visited each day, and how often it failed. Blocked visits, our own faults and maintenance reported before are left out; grey was not measured.',
        how: 'Share failed: failed ÷ (opened + failed). A visit fails when the page is not open after 15 seconds.',
        clause:
          'Annex to 国办发〔2015〕15号, 站点无法访问: at least 20 spaced visits a day for a week; 5% failed is a veto.',
      },
      results: {
        what: 'Sites of this campaign by verdict, and their pass rate. An incomplete site has no verdict and no part in the rate.',
        how: 'Pass rate: passed ÷ (passed + failed), from what was accepted, by the rubric; computed anew when review or appeals change a finding.',
        clause: 'Pass line and points stand under “Rubric and what-if”, each line with its clause.',
      },
      matters: {
        what: 'How far the matters of the period have come. Whether one was true is counted apart from whether it was answered.',
        how: 'Received is the sum of all states; each number is held against the ledger, and what differs is listed below. The rates are defined under the table.',
        clause:
          'Clocks: see “Office rules”. No authority defines these rates; they are our own default.',
      },
    },
  },
);
export type HelpedFigure = keyof (typeof figureHelpWords)['zh']['figures'];
