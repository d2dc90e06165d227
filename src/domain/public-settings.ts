import type { Setting } from './setting.ts';

/** Settings of what citizens write: error reports and inquiries. */
export const publicSettings = {
  contactKey: {
    env: 'XUNWANG_CONTACT_KEY',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '加密公众联系方式的密钥（32字节的 base64）；不设则在数据目录中生成 contact.key，多台机器须设为相同的值',
      en: 'key that seals contact data of the public, 32 bytes in base64; without it `contact.key` is made in the data folder; several machines must share one',
    },
  },
  errorReportClock: {
    env: 'XUNWANG_ERROR_REPORT_CLOCK',
    kind: 'text',
    default: 'error-report-hubei',
    unit: null,
    doc: {
      zh: '“我为政府网站找错”的办结期限：error-report-hubei（3个工作日）或 error-report-liaoning（2个工作日）',
      en: 'clock of error reports: error-report-hubei (3 working days) or error-report-liaoning (2)',
    },
  },
  contactDays: {
    env: 'XUNWANG_CONTACT_DAYS',
    kind: 'count',
    default: '180',
    unit: 'days',
    least: 1,
    most: 3650,
    doc: {
      zh: '办结后多少天清除公众的联系方式',
      en: 'days after the end of a matter until the contact data of its writer is erased',
    },
  },
} as const satisfies Record<string, Setting>;
