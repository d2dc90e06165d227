/** Refusals of review, explanations, appeals and circulars. */
export const hearingRefusals = {
  'finding-not-reviewable': {
    zh: '问题（{id}）当前为“{state}”，无须人工认定。只有已确认的问题，以及只能由人认定的疑似问题可以复核。',
    en: 'Finding {id} is {state}: there is nothing for a person to decide. Review confirmed ones, and suspicions only a person can settle.',
  },
  'findings-too-many': {
    zh: '一次须选择1至{most}个问题（现为{count}个）。请分批办理。',
    en: 'Choose 1 to {most} findings at once, not {count}. Do it in parts.',
  },
  'merge-unfit': {
    zh: '问题（{id}）不能并入（{into}）：只能合并同一网站同一次抽查中已确认的问题，须两人认定的问题不能合并。',
    en: 'Finding {id} cannot go into {into}: only confirmed ones of one inspection can, and none that needs two persons.',
  },
  'campaign-not-there': {
    zh: '抽查当前为“{state}”，此操作只能在“{wanted}”时进行。',
    en: 'The campaign is {state}; this is done while it is {wanted}.',
  },
  'finding-not-charged': {
    zh: '问题（{id}）未被扣分，无须申诉或说明。',
    en: 'Finding {id} is not charged: there is nothing to appeal against or to explain.',
  },
  'explanation-there': {
    zh: '问题（{id}）已有待审核或已认可的说明。',
    en: 'Finding {id} has an explanation already that is open or approved.',
  },
  'explanation-past': {
    zh: '说明的有效期（{day}）已过。请填写今天或以后的日期。',
    en: 'The explanation cannot hold until {day}: that has passed. Give a later day.',
  },
  'person-needed': {
    zh: '此操作须由人办理，后台任务（{name}）不能代办。',
    en: 'Only a person may do this, no job ({name}).',
  },
  'hearing-over': {
    zh: '说明和申诉期限已过，或者尚未开始（截止：{until}）。',
    en: 'Explanations and appeals are not heard now (until: {until}).',
  },
  'hearing-open': {
    zh: '听取意见的期限未满（截止：{until}）。请到期后再起草通报。',
    en: 'The units may still speak, until {until}. Draft the circular after that.',
  },
  'hearing-unsettled': {
    zh: '还有{appeals}件申诉、{explanations}件说明未处理。请先处理完毕。',
    en: '{appeals} appeals and {explanations} explanations are undecided. Decide them first.',
  },
  'appeal-there': {
    zh: '问题（{id}）已有未决的申诉。',
    en: 'Finding {id} has an appeal already that is not decided.',
  },
  'appeal-decided': {
    zh: '问题（{id}）的申诉已有决定，不再受理。',
    en: 'The appeal against finding {id} was decided; there is no second one.',
  },
  'appeal-involved': {
    zh: '该人员（{person}）复核过此问题，不能办理其申诉。请指定他人。',
    en: 'Person {person} reviewed the finding and cannot decide on it. Choose somebody else.',
  },
  'appeal-unfit': {
    zh: '该人员（{person}）没有决定此申诉的权限。请指定本地区的复核员。',
    en: 'Person {person} may not decide this appeal. Choose a reviewer of the region.',
  },
  'appeal-not-yours': {
    zh: '此申诉（{id}）由他人办理。',
    en: 'Appeal {id} was given to somebody else to decide.',
  },
  'findings-unreviewed': {
    zh: '还有{count}个问题未复核完毕。请全部复核后再起草通报。',
    en: '{count} findings are not reviewed to the end. Review them all before drafting.',
  },
  'circular-not-draft': {
    zh: '通报当前为“{state}”，不能修改。请先退回起草。',
    en: 'The circular is {state} and cannot be written on. Give it back to draft first.',
  },
  'circular-stale': {
    zh: '第{number}版起草之后，问题认定或得分有变化。请重新起草。',
    en: 'Findings or scores changed since version {number} was drafted. Draft it again.',
  },
} as const;
