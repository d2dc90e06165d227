/** Refusals of orders, escalation, talks and deadlines. */
export const rectificationRefusals = {
  'ladder-mistake': {
    zh: '{file} 第{line}行：{field} 应为 {wanted}。请修改后再启动。',
    en: '{file}, line {line}: {field} should be {wanted}. Correct it and start again.',
  },
  'order-before-publication': {
    zh: '通报尚未发布（当前状态：{state}），不能下达整改通知。请先发布通报。',
    en: 'Nothing is ordered before the circular is published (it is {state}). Publish it first.',
  },
  'answers-missing': {
    zh: '还有问题未答复（编号 {items}）。请逐项说明已整改，或者不能整改的原因、计划和日期。',
    en: 'Some findings were not answered ({items}). Say of each that it is mended, or give a plan.',
  },
  'answers-foreign': {
    zh: '答复中有不属于本通知、已通过复查或者重复的问题（编号 {items}）。请核对后再提交。',
    en: 'Some answers are not of this order, were passed already or stand twice ({items}).',
  },
  'promise-in-the-past': {
    zh: '第 {item} 项承诺的日期 {day} 已过。请填写今天以后的日期。',
    en: 'The day promised for item {item}, {day}, is not in the future. Give a later one.',
  },
  'talk-in-the-past': {
    zh: '约谈时间 {at} 已过。请填写以后的时间。',
    en: 'The talk cannot be set for {at}: that has passed. Give a later time.',
  },
  'promise-unknown': {
    zh: '约谈记录中只有 {promises} 项承诺，所填序号不在其中。请从0数起核对。',
    en: 'The talk has {promises} promises; a number given is none of them. Count from 0.',
  },
  'promise-open': {
    zh: '还有 {open} 项承诺未兑现。请说明情况后再办结。',
    en: '{open} promises were not kept. Say why before you end the talk.',
  },
} as const;
