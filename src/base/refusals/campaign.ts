/** Refusals of campaigns, inspections and the service itself. */
export const campaignRefusals = {
  'campaign-net-closed': {
    zh: '不允许访问内网网段 {net}。如确有需要，请系统管理员在设置 XUNWANG_ALLOW_NET 中开放。',
    en: 'The private network {net} is not open. Have XUNWANG_ALLOW_NET name it first.',
  },
  'rubric-measures-otherwise': {
    zh: '评分表 {rubric} 对“{kind}”类网站的测量口径不同，已有结果不能按它重新计分。请按新评分表另开抽查。',
    en: 'The rubric {rubric} measures sites of kind {kind} otherwise: what was found cannot be scored by it. Open another campaign with it.',
  },
  'campaign-field': {
    zh: '“{field}”应在 {least} 至 {most} 之间。请改正后再提交。',
    en: '“{field}” must lie between {least} and {most}. Correct it and try again.',
  },
  'campaign-empty': {
    zh: '按此范围和抽样没有可抽查的网站。请检查地区、网站状态和排除名单。',
    en: 'No site is left to inspect. Look at the region, the states of its sites and the exclusions.',
  },
  'sample-stranger': {
    zh: '排除名单中的网站（{site}）不在本次抽查的地区内，或未上线。请从名单中删去。',
    en: 'Site {site} is excluded but does not belong to the region, or is not online. Take it off the list.',
  },
  'sample-reason-missing': {
    zh: '排除网站（{site}）须写明理由。',
    en: 'Say why site {site} is excluded.',
  },
  'cancel-reason-missing': {
    zh: '取消抽查须写明理由。',
    en: 'Say why the campaign is cancelled.',
  },
  'inspection-not-open': {
    zh: '抽查已进入“{state}”，不能再重新检测网站。',
    en: 'The campaign is {state} already: no site of it can be measured again.',
  },
  'inspection-not-retriable': {
    zh: '此网站的检测状态为“{state}”，不需要重新检测。',
    en: 'The inspection is {state}: there is nothing to try again.',
  },
  'settings-wrong': {
    zh: '设置有 {count} 处错误：\n{mistakes}\n说明见 xunwang config。',
    en: '{count} settings are wrong:\n{mistakes}\nxunwang config explains each.',
  },
  'database-unmigrated': {
    zh: '数据库还有 {count} 项未升级。请先运行 xunwang migrate。',
    en: 'The database lacks {count} migrations. Run xunwang migrate first.',
  },
} as const;
