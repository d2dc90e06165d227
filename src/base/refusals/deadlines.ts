/** Refusals of the working-day calendar and of the clocks. */
export const deadlineRefusals = {
  'calendar-day-malformed': {
    zh: '“{day}”不是日期。请写成 2027-02-08 的形式。',
    en: '“{day}” is no date. Write it like 2027-02-08.',
  },
  'calendar-day-twice': {
    zh: '{day} 出现了两次。每一天只保留一条。',
    en: '{day} is there twice. Keep one line a day.',
  },
  'calendar-day-statutory': {
    zh: '{day} 是法定放假日（{zh}），不能改为上班或普通日。请核对日期；补班日应是周六或周日。',
    en: '{day} is off by law ({en}), so it is neither worked nor plain. Check the date; make-up days are Saturdays or Sundays.',
  },
  'calendar-kind-unknown': {
    zh: '{day} 的类型“{kind}”不存在。可用：holiday（放假）、workday（调休上班）、plain（无安排）。',
    en: '{day}: there is no kind “{kind}”. Use holiday, workday (make-up) or plain (nothing announced).',
  },
  'calendar-text': {
    zh: '{of} 的 {field} 应为 1 至 {most} 字（现为 {length}）。请写明节日名称和文号或来源。',
    en: '{of}: {field} needs 1 to {most} characters (has {length}). Name the holiday, and the announcement it is from.',
  },
  'calendar-workday-plain': {
    zh: '{day} 是周一至周五，本来就上班。调休上班日应是周六或周日；要取消放假请用 plain。',
    en: '{day} is a Monday to Friday and worked anyway. Make-up days are Saturdays or Sundays; use plain to take a holiday back.',
  },
  'calendar-year': {
    zh: '年份 {year} 超出日历范围（{first} 至 {last}）。请核对。',
    en: 'The year {year} is outside the calendar ({first} to {last}). Check it.',
  },
  'calendar-year-incomplete': {
    zh: '{year} 年的放假安排不完整，缺少法定放假日：{missing}。请先录入这些日期，再标为已公布。',
    en: 'The announcement of {year} is incomplete; days off by law are missing: {missing}. Enter them, then mark the year as announced.',
  },
  'clock-already-extended': {
    zh: '期限（{clock}）已延长过一次，不能再延长。',
    en: 'This deadline ({clock}) was extended before; it can be extended once. Nothing was changed.',
  },
  'clock-already-paused': {
    zh: '期限（{clock}）已自 {since} 起暂停。请先恢复计时。',
    en: 'This deadline ({clock}) is paused since {since}. Resume it first.',
  },
  'clock-extension': {
    zh: '延长期限（{clock}）须写明 1 至 {most} 的整数、理由和批准人。',
    en: 'An extension ({clock}) needs a whole amount from 1 to {most}, a reason and who approved it.',
  },
  'clock-not-paused': {
    zh: '期限（{clock}）没有暂停，无需恢复。请刷新后查看。',
    en: 'This deadline ({clock}) is not paused, so it cannot be resumed. Reload to see where it stands.',
  },
  'clock-pause': {
    zh: '暂停（{clock}）须写明理由，且时间不早于起算时间和上一次恢复（{earliest}）。',
    en: 'A pause ({clock}) needs a reason and begins no earlier than its clock or the resumption before ({earliest}).',
  },
  'clock-resume': {
    zh: '恢复计时（{clock}）不能早于暂停时间 {since}。请核对时间。',
    en: 'The clock ({clock}) cannot resume before {since}, when it was paused. Check the time.',
  },
  'clocks-mistake': {
    zh: '{file} 第 {line} 行 {field} 有误：应为 {wanted}。',
    en: '{file}, line {line}, {field}: this should be {wanted}.',
  },
  'clocks-yaml': {
    zh: '{file} 第 {line} 行不是正确的 YAML：{detail}。请更正后重试。',
    en: '{file}, line {line}: no valid YAML: {detail}. Mend it and try again.',
  },
} as const;
