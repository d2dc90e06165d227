import { dictionary } from './dictionary.ts';

/** A file into the register. */
export const importWords = dictionary(
  {
    title: '导入单位与网站',
    hint: '表头须含“单位名称”“首页网址”，CSV 或 Excel。先预览，确认后才写入；名录中原有而文件中没有的不会删除。',
    file: '文件',
    region: '导入到地区',
    choose: '选择文件',
    preview: '将要发生的变更',
    nothing: '文件内容与名录一致，无需变更。',
    apply: (count: number) => `写入 ${count} 项变更`,
    done: (count: number) => `已写入 ${count} 项变更`,
    counts: (units: number, sites: number, changed: number, same: number) =>
      `新增单位 ${units} 个、网站 ${sites} 个，变更 ${changed} 项，无变化 ${same} 行。`,
    mistakes: (count: number) => `有 ${count} 处错误，改正后重新选择文件`,
    warnings: (count: number) => `有 ${count} 处提醒，不影响导入`,
    atLine: (line: number, column: string, text: string) =>
      `第 ${line} 行${column === '' ? '' : `“${column}”`}：${text}`,
    missing: (count: number, names: string) =>
      `名录中另有 ${count} 个网站不在文件中，保持不变：${names}${count > 5 ? '等' : ''}。`,
    line: '行',
    unit: '单位',
    what: '变更',
    newUnit: '新增单位',
    newSite: (homepage: string) => `新增网站 ${homepage}`,
  },
  {
    title: 'Import units and sites',
    hint: 'CSV or Excel whose head has 单位名称 (unit) and 首页网址 (homepage). It is previewed first; what the register has and the file has not stays.',
    file: 'File',
    region: 'Into the region',
    choose: 'Choose a file',
    preview: 'What would change',
    nothing: 'The file says what the register has; there is nothing to change.',
    apply: (count: number) => `Write ${count} changes`,
    done: (count: number) => `${count} changes written`,
    counts: (units: number, sites: number, changed: number, same: number) =>
      `${units} units and ${sites} sites added, ${changed} changed, ${same} lines as they are.`,
    mistakes: (count: number) => `${count} mistakes; mend them and choose the file again`,
    warnings: (count: number) => `${count} warnings; they do not stop the import`,
    atLine: (line: number, column: string, text: string) =>
      `Line ${line}${column === '' ? '' : `, ${column}`}: ${text}`,
    missing: (count: number, names: string) =>
      `${count} sites of the register are not in the file and stay: ${names}${count > 5 ? ' …' : ''}.`,
    line: 'Line',
    unit: 'Unit',
    what: 'Change',
    newUnit: 'New unit',
    newSite: (homepage: string) => `New site ${homepage}`,
  },
);
