/** Refusals of the register and its import. */
export const registerRefusals = {
  'name-malformed': {
    zh: '“{name}”不能作为名称：须为 1 至 {max} 个字符，不含 ; / | 和控制字符。',
    en: '“{name}” is no name: 1 to {max} characters, without ; / | and control characters.',
  },
  'name-taken': {
    zh: '名称“{name}”已被使用（{by}）。请核对是否为同一单位，或换一个名称。',
    en: 'The name “{name}” is taken ({by}). See whether it is the same one, or choose another.',
  },
  'alias-unknown': {
    zh: '该单位没有别名“{name}”。',
    en: 'The unit has no alias “{name}”.',
  },
  'parent-below-itself': {
    zh: '单位不能移到自己或自己的下级之下。请另选上级单位。',
    en: 'A unit cannot stand below itself or one of its own. Choose another parent.',
  },
  'parent-elsewhere': {
    zh: '上级单位须在同一地区或其上级地区。请另选上级单位。',
    en: 'A parent is of the same region or of one above it. Choose another parent.',
  },
  'day-in-future': {
    zh: '日期 {day} 尚未到来。请在当天或之后登记。',
    en: 'The day {day} is still to come. Enter it when it is there.',
  },
  'day-before-last-change': {
    zh: '上一次变更在 {since}，不能再填 {day}。请填写之后的日期。',
    en: 'The last change was on {since}; {day} is not after it. Give a later day.',
  },
  'homepage-taken': {
    zh: '首页网址 {homepage} 已登记为网站 {id}。请先关停原网站或更正网址。',
    en: 'The homepage {homepage} is that of site {id}. Close that one first, or mend the address.',
  },
  'site-id-code-malformed': {
    zh: '网站标识码“{code}”有误：应为十位数字，或 bm 加八位数字。',
    en: 'The code “{code}” is wrong: ten digits, or bm and eight digits.',
  },
  'domain-malformed': {
    zh: '“{domain}”不是域名。例如：www.example.gov.cn。',
    en: '“{domain}” is no domain. Like: www.example.gov.cn.',
  },
  'domain-unknown': {
    zh: '该网站没有域名 {domain}。',
    en: 'The site has no domain {domain}.',
  },
  'clock-malformed': {
    zh: '更新期限“{clock}”有误：如 P14D（14 天）、P6M（6 个月）、P1Y（1 年）。',
    en: 'The clock “{clock}” is wrong: like P14D, P6M, P1Y.',
  },
  'register-moved': {
    zh: '预览之后名录或文件已有变动，未导入任何内容。请重新预览。',
    en: 'The register or the file changed since the preview; nothing was imported. Preview again.',
  },
  'import-mistaken': {
    zh: '文件中有 {count} 处错误，未导入任何内容。请按预览逐行改正。',
    en: 'The file has {count} mistakes; nothing was imported. Mend them line by line.',
  },
  'import-too-long': {
    zh: '文件有 {rows} 行，超过上限 {max} 行。请分成几个文件导入。',
    en: 'The file has {rows} lines, more than {max}. Split it.',
  },
  // Lines of a file, told all at once by the preview
  'import-unit-missing': {
    zh: '缺少单位名称。请填写主办单位。',
    en: 'There is no unit. Write the unit that runs the site.',
  },
  'import-name': {
    zh: '“{name}”不能作为名称：最多 {max} 个字符，不含 ; / | 和控制字符；其他名称请写入“别名”列，以；分隔。',
    en: '“{name}” is no name: at most {max} characters, without ; / | and control characters. Further names belong into “aliases”, with ; between them.',
  },
  'import-homepage': {
    zh: '“{text}”不是网址。应为 http:// 或 https:// 开头的首页地址。',
    en: '“{text}” is no address of a homepage. It begins with http:// or https://.',
  },
  'import-homepage-twice': {
    zh: '与第 {other} 行的首页网址相同。请删去其中一行。',
    en: 'The same homepage as in line {other}. Remove one of them.',
  },
  'import-homepage-missing': {
    zh: '填写了“{column}”却没有首页网址。请补填网址，或清空该格。',
    en: '“{column}” is given without a homepage. Give the address, or empty the cell.',
  },
  'import-code': {
    zh: '网站标识码“{text}”有误：应为十位数字，或 bm 加八位数字。',
    en: 'The code “{text}” is wrong: ten digits, or bm and eight digits.',
  },
  'import-kind': {
    zh: '没有“{text}”这一类型。可用：{known}。',
    en: 'There is no kind “{text}”. Known: {known}.',
  },
  'import-state': {
    zh: '没有“{text}”这一状态。可用：{known}。',
    en: 'There is no state “{text}”. Known: {known}.',
  },
  'import-state-move': {
    zh: '网站不能由“{from}”直接转为“{to}”。请按程序逐步办理。',
    en: 'A site cannot go from {from} to {to} at once. Take the steps one by one.',
  },
  'import-position': {
    zh: '序号“{text}”不是 0 至 1000000 的整数。',
    en: 'The position “{text}” is no whole number from 0 to 1000000.',
  },
  'import-region-unknown': {
    zh: '没有地区“{text}”，或者您无权办理。请先添加地区，或写明全称，如：咸宁市/通山县。',
    en: 'There is no region “{text}”, or it is not yours. Add it first, or write it in full: 咸宁市/通山县.',
  },
  'import-region-several': {
    zh: '有几个地区名为“{text}”。请写明全称，如：咸宁市/通山县。',
    en: 'Several regions are called “{text}”. Write it in full: 咸宁市/通山县.',
  },
  'import-unit-several': {
    zh: '“{unit}”可指几个单位：{known}。请写明地区或正式名称。',
    en: '“{unit}” may mean several units: {known}. Name the region or the official name.',
  },
  'import-parent-unknown': {
    zh: '没有上级单位“{text}”。请先登记该单位，或写明地区，如：咸宁市/市商务局。',
    en: 'There is no unit “{text}” to stand below. Enter it first, or name its region: 咸宁市/市商务局.',
  },
  'import-parent-loop': {
    zh: '上级单位“{text}”是本单位或其下级。请另选。',
    en: 'The parent “{text}” is the unit itself or one below it. Choose another.',
  },
  'import-row-disagrees': {
    zh: '同一单位在第 {other} 行另有说法（{before}）。请改为一致。',
    en: 'Line {other} says otherwise of the same unit ({before}). Make them agree.',
  },
  'import-alias-taken': {
    zh: '别名“{name}”已是另一单位的名称（{by}）。请核对。',
    en: 'The alias “{name}” is a name of another unit ({by}). See which is right.',
  },
  'import-not-yours': {
    zh: '该网站属于您无权办理的单位（{unit}）。请联系其主管单位。',
    en: 'The site belongs to a unit that is not yours ({unit}). Ask the office it belongs to.',
  },
} as const;
