/** Refusals about the law that is in force. */
export const rubricRefusals = {
  'activation-in-past': {
    zh: '启用日期 {day} 早于今天（{today}）。已作的检测不改用别的评分表；请选今天或以后的日期。',
    en: 'The day {day} is before today ({today}). What was judged stays as it is: choose today or later.',
  },
  'activation-begun': {
    zh: '该评分表已自 {day} 起启用，不能撤回。如需改用别的评分表，请另行启用。',
    en: 'It has been in force since {day} and cannot be taken back. Activate another one instead.',
  },
} as const;
