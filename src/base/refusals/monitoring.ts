/** Refusals of standing monitoring, notices and webhooks. */
export const monitoringRefusals = {
  'smtp-malformed': {
    zh: '邮件服务器的设置不正确。请写成 smtps://用户:口令@主机:465 或 smtp://主机:25。',
    en: 'The mail server is not set rightly. Write smtps://user:password@host:465 or smtp://host:25.',
  },
  'check-offline': {
    zh: '该网站未在运行，无法自查。恢复运行后再试。',
    en: 'The site is not online and cannot be checked. Try again when it is.',
  },
  'check-there': {
    zh: '该网站已有一次自查正在进行，结果稍后显示在本页。',
    en: 'A check of this site is under way already; its result will be shown here.',
  },
  'check-too-often': {
    zh: '同一网站24小时内最多自查 {most} 次。请稍后再试。',
    en: 'A site may be checked {most} times in 24 hours. Try again later.',
  },
  'maintenance-length': {
    zh: '维护时段的结束须晚于开始，且不超过14天。更长的停用请办理临时下线。',
    en: 'Maintenance ends after it begins and lasts 14 days at most. For longer, suspend the site.',
  },
  'webhook-address': {
    zh: '“{url}”不能作为推送地址：须为 http:// 或 https:// 开头的完整网址，不含用户名和密码。',
    en: '“{url}” is no address of a webhook: in full, with http:// or https://, without user name.',
  },
  'webhook-stopped': {
    zh: '该推送已停用。请新建一个。',
    en: 'This webhook is stopped. Make a new one.',
  },
} as const;
