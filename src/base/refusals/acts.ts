/** Refusals that any act of the office may give. */
export const actRefusals = {
  'database-newer': {
    zh: '数据库由更新版本的程序建立（{migration}）。请升级程序后再启动。',
    en: 'A newer program made this database ({migration}). Upgrade the program first.',
  },
  'not-found': {
    zh: '没有这个{thing}（{id}），或者您无权查看。',
    en: 'There is no {thing} {id}, or you may not see it.',
  },
  'right-missing': {
    zh: '您没有此项权限（{right}）。请联系系统管理员。',
    en: 'You may not do this here ({right}). Ask an administrator.',
  },
  'second-factor-needed': {
    zh: '此操作不可撤销，需要重新进行双因素验证（{right}）。',
    en: 'This cannot be undone: confirm with your second factor first ({right}).',
  },
  'same-person': {
    zh: '同一事项须由两人分别办理，您已办理过其中一步。请由他人办理。',
    en: 'This needs two persons, and you did the step before. Somebody else must do it.',
  },
  'move-unknown': {
    zh: '此事项现在不能这样办理（{thing}：{from} → {to}）。请刷新后查看当前状态。',
    en: 'A {thing} cannot go from {from} to {to}. Reload to see where it stands.',
  },
  'moved-meanwhile': {
    zh: '此事项刚被他人更改（{thing} {id}）。请刷新后再试。',
    en: 'Somebody else moved {thing} {id} meanwhile. Reload and try again.',
  },
  'job-under-way': {
    zh: '同一事项的任务（{job}）已在排队或执行，无需再试。请等它结束后查看结果。',
    en: 'The same is waiting or being done already ({job}). Wait for its end and look again.',
  },
} as const;
