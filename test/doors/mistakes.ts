import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A call that cannot be carried out as written. */
export interface Mistake {
  /** Words of the call, run in a folder of its own that holds `files`. */
  call: string[];
  files?: Record<string, string | Uint8Array>;
  /** What the message must name: place, field, remedy. In both languages, or in each. */
  names: (string | RegExp)[];
  zh?: RegExp;
  en?: RegExp;
}

/** A list of sites that is fine; every call finds it as `sites.csv`. */
export const goodSites = '单位名称,首页网址\n某局,http://www.example.gov.cn/\n';
const inspect = ['inspect', 'sites.csv', '--out', 'out'];
const inspecting = (...rest: string[]): Mistake['call'] => [...inspect, ...rest];
const packaged = (id: string) =>
  readFileSync(join(import.meta.dirname, '..', '..', 'rubrics', `${id}.yaml`), 'utf8');

/** A packaged rubric with a slip in it, and the line of the slip. */
function withSlip(right: string, slip: string): { text: string; line: string } {
  const text = packaged('cn-census-2015');
  if (!text.includes(right)) throw new Error(`the rubric no longer says “${right}”`);
  const line = text.slice(0, text.indexOf(right)).split('\n').length;
  return { text: text.replace(right, slip), line: String(line) };
}

const keySlip = withSlip('takes: [{ kinds: [link-dead], position: homepage }]', 'take: []');
const kindSlip = withSlip('kinds: [channel-blank]', 'kinds: [chanel-blank]');

/** Mistakes people make, by what they are. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  'a list of sites that is not there': {
    call: ['inspect', 'nowhere.csv', '--out', 'out'],
    names: ['nowhere.csv'],
    zh: /找不到文件.*请检查路径/,
    en: /There is no file .*Check the path/,
  },
  'a list without the column of homepages': {
    call: inspect,
    files: { 'sites.csv': '单位名称,电话\n某局,123\n' },
    names: ['sites.csv', '首页网址', '电话'],
    zh: /第 1 行的表头缺少/,
    en: /line 1: the header lacks/,
  },
  'a list that ends with its header': {
    call: inspect,
    files: { 'sites.csv': '单位名称,首页网址\n\n' },
    names: ['sites.csv'],
    zh: /没有网站。请在表头之下/,
    en: /names no sites. Write one a row/,
  },
  'an empty list': {
    call: inspect,
    files: { 'sites.csv': '' },
    names: ['sites.csv'],
    zh: /没有网站/,
    en: /names no sites/,
  },
  'the same homepage twice': {
    call: inspect,
    files: {
      'sites.csv': `${goodSites}乙局,http://b.gov.cn/\n丙局,http://WWW.example.gov.cn:80\n`,
    },
    names: ['sites.csv', 'http://www.example.gov.cn/'],
    zh: /第 4 行与第 2 行的首页网址相同.*请删去/,
    en: /line 4: the same homepage as line 2.*Remove one/,
  },
  'a homepage that is no address': {
    call: inspect,
    files: { 'sites.csv': `${goodSites}乙局,http//b.gov.cn\n` },
    names: ['sites.csv', 'http//b.gov.cn'],
    zh: /第 3 行的首页网址.*请写完整网址/,
    en: /line 3: the homepage .*Write it in full/,
  },
  'a site without a unit': {
    call: inspect,
    files: { 'sites.csv': `${goodSites},http://b.gov.cn/\n` },
    names: ['sites.csv'],
    zh: /第 3 行没有单位名称。请补上/,
    en: /line 3: the name of the unit is missing. Add it/,
  },
  'a site id code of nine digits': {
    call: inspect,
    files: { 'sites.csv': '单位,网址,标识码\n某局,http://a.gov.cn/,421221000\n' },
    names: ['sites.csv', '421221000'],
    zh: /第 2 行的网站标识码.*10 位数字/,
    en: /line 2: .*ten digits/,
  },
  'a kind of site that nobody knows': {
    call: inspect,
    files: { 'sites.csv': '单位,网址,类型\n某局,http://a.gov.cn/,村委会\n' },
    names: ['sites.csv', '村委会', 'portal', 'department'],
    zh: /第 2 行的类型/,
    en: /line 2: unknown kind/,
  },
  'a quote that is never closed': {
    call: inspect,
    files: { 'sites.csv': '单位名称,首页网址\n"某局,http://a.gov.cn/\n' },
    names: ['sites.csv'],
    zh: /第 2 行的引号没有成对/,
    en: /line 2: a quote is never closed/,
  },
  'a list that is no text': {
    call: inspect,
    files: { 'sites.csv': Buffer.from([0xff, 0x00, 0x81, 0x00, 0x01, 0x02]) },
    names: ['sites.csv', 'UTF-8', 'GB18030'],
  },
  'a list of another type': {
    call: ['inspect', 'sites.pdf', '--out', 'out'],
    files: { 'sites.pdf': '%PDF-1.4' },
    names: ['sites.pdf', '.csv', '.xlsx'],
  },
  'a workbook that is damaged': {
    call: ['inspect', 'sites.xlsx', '--out', 'out'],
    files: { 'sites.xlsx': 'PK\u0003\u0004 and nothing more' },
    names: ['sites.xlsx'],
    zh: /不是完好的 xlsx 文件.*另存/,
    en: /not a sound xlsx file.*Save it again/,
  },
  'no sites at all': {
    call: ['inspect', '--out', 'out'],
    names: ['xunwang inspect sites.csv'],
    zh: /没有给出要抽查的网站/,
    en: /No sites were given/,
  },
  'an address twice': {
    call: ['inspect', 'http://a.gov.cn/', 'http://a.gov.cn', '--out', 'out'],
    names: ['http://a.gov.cn/'],
    zh: /给了两次。请删去一个/,
    en: /given twice. Remove one/,
  },
  'a rubric that is not there': {
    call: inspecting('--rubric', 'cn-census-2051'),
    names: ['cn-census-2051', 'cn-census-2015', 'cn-indicators-2019'],
  },
  'a rubric file that is not there': {
    call: inspecting('--rubric', './mine.yaml'),
    names: ['./mine.yaml'],
    zh: /找不到文件/,
    en: /There is no file/,
  },
  'a rubric with a slip in a key': {
    call: inspecting('--rubric', './mine.yaml'),
    files: { 'mine.yaml': keySlip.text },
    names: [`mine.yaml:${keySlip.line} `, 'take', 'takes'],
  },
  'a rubric that names no kind of finding': {
    call: ['rubric', 'check', './mine.yaml'],
    files: { 'mine.yaml': kindSlip.text },
    names: [`mine.yaml:${kindSlip.line} `, 'chanel-blank', 'channel-blank'],
  },
  'a rubric that is no YAML': {
    call: inspecting('--rubric', './mine.yaml'),
    files: { 'mine.yaml': 'format: xunwang-rubric/1\nid: "mine\n' },
    names: [/mine\.yaml:[23] .*YAML/],
  },
  'an overlay for another rubric': {
    call: inspecting('--overlay', 'xuancheng-bonus-20'),
    names: ['xuancheng-bonus-20', 'cn-census-2015', 'cn-indicators-2019'],
  },
  'a day that does not exist': {
    call: inspecting('--as-of', '2019-02-29'),
    names: ['--as-of', '2019-02-29', '2019-05-27'],
  },
  'a day written otherwise': {
    call: inspecting('--as-of', '2019/5/27'),
    names: ['--as-of', '2019/5/27', '2019-05-27'],
  },
  'a day that is yet to come': {
    call: inspecting('--as-of', '9999-01-01'),
    names: ['--as-of', '9999-01-01'],
    zh: /晚于今天（\d{4}-\d\d-\d\d）/,
    en: /after today \(\d{4}-\d\d-\d\d\)/,
  },
  'a folder for the results that is not empty': {
    call: inspect,
    files: { 'out/mine.txt': 'not to be lost' },
    names: ['out', '--resume'],
    zh: /不是空的。请另选目录/,
    en: /is not empty. Choose another/,
  },
  'a file in place of the folder for the results': {
    call: inspect,
    files: { out: 'not to be lost' },
    names: ['out', '--out'],
    zh: /不是目录/,
    en: /is not a folder/,
  },
  'a folder for the results below one that is not there': {
    call: ['inspect', 'sites.csv', '--out', 'nowhere/out'],
    names: ['nowhere/out'],
    zh: /上级目录不存在/,
    en: /parent of the output folder/,
  },
  'a private address': {
    call: inspect,
    files: { 'sites.csv': `${goodSites}乙局,http://10.1.2.3/\n丙局,http://192.168.1.1:8080/\n` },
    names: ['乙局', 'http://10.1.2.3/', '--allow-net 10.1.2.3'],
    zh: /内网或本机地址 10\.1\.2\.3（共2家如此）/,
    en: /private or loopback address, 10\.1\.2\.3 \(2 such in all\)/,
  },
  'this machine by its name': {
    call: ['inspect', 'http://localhost:8080/', '--out', 'out'],
    names: ['http://localhost:8080/', '--allow-net 127.0.0.1'],
  },
  'this machine by an odd number': {
    call: ['inspect', 'http://0x7f.1/', '--out', 'out'],
    names: ['http://127.0.0.1/', '--allow-net 127.0.0.1'],
  },
  'an address of the new kind on this machine': {
    call: ['inspect', 'http://[::ffff:127.0.0.1]/', '--out', 'out', '--allow-net', '10.0.0.0/8'],
    names: ['--allow-net ::ffff:7f00:1'],
  },
  'a range of addresses that is none': {
    call: inspecting('--allow-net', '10.0.0.0/33'),
    names: ['10.0.0.0/33', 'CIDR', '127.0.0.0/8'],
  },
  'a site that the list does not have': {
    call: inspecting('--only', '某局,某某厅'),
    names: ['某某厅', '某局'],
    zh: /名单中没有/,
    en: /no site .* in the list/,
  },
  'minutes that are none': {
    call: inspecting('--max-minutes', '0'),
    names: ['--max-minutes', '0', '1'],
  },
  'a recheck that cannot be read': {
    call: inspecting('--recheck', 'thrice'),
    names: ['--recheck', 'thrice', '3x2s'],
  },
  'quiet hours that are no part of a day': {
    call: inspecting('--quiet', '8-25'),
    names: ['--quiet', '8-25', '08:30-18:00'],
  },
  'a control host that is no address': {
    call: inspecting('--control', 'www'),
    names: ['--control', 'www', 'https://www.example.com/'],
  },
  'an earlier run that is not there': {
    call: inspecting('--since', 'nowhere-to-be-found'),
    names: ['nowhere-to-be-found'],
  },
  'a time limit that cannot be read': {
    call: inspecting('--timeout', '15'),
    names: ['--timeout', '15s'],
  },
  'a page budget of nothing': {
    call: inspecting('--max-pages', '0'),
    names: ['--max-pages', '0', '1'],
  },
  'a wish about robots.txt that nobody knows': {
    call: inspecting('--robots', 'ignore'),
    names: ['--robots', 'ignore', 'obey', 'note'],
  },
  'a brief that is not there': {
    call: inspecting('--brief', 'brief.yaml'),
    names: ['brief.yaml'],
    zh: /找不到文件/,
    en: /There is no file/,
  },
  'a brief that is no YAML': {
    call: inspecting('--brief', 'brief.yaml'),
    files: { 'brief.yaml': 'issuer: "某市\n' },
    names: ['brief.yaml'],
    zh: /第 [12] 行/,
    en: /line [12]\b/,
  },
  'a language that we do not speak': {
    call: inspecting('--lang', 'fr'),
    names: ['fr', 'zh', 'en'],
  },
  'an option that nobody knows': {
    call: inspecting('--rubic', 'x'),
    names: ['--rubic', '--rubric', 'xunwang inspect --help'],
  },
  'an option without its value': {
    call: ['inspect', 'sites.csv', '--out'],
    names: ['--out', 'xunwang inspect --help'],
  },
  'a command that nobody knows': {
    call: ['inspct', 'sites.csv'],
    names: ['inspct', 'inspect', 'verify'],
  },
  'a command below a command that nobody knows': {
    call: ['rubric', 'shwo'],
    names: ['rubric shwo', 'show', 'check'],
  },
  'a folder left out': {
    call: ['verify'],
    names: ['<dir>', 'xunwang verify --help'],
  },
  'a word too many': {
    call: ['verify', 'out', 'out2'],
    names: ['xunwang verify --help'],
  },
  'going on without saying where': {
    call: ['inspect', '--resume'],
    names: ['--resume', '--out'],
  },
  'going on with nothing': {
    call: ['inspect', '--resume', '--out', 'out'],
    names: ['out'],
    zh: /找不到目录/,
    en: /There is no folder/,
  },
  'going on with a folder that is no run': {
    call: ['inspect', '--resume', '--out', 'out'],
    files: { 'out/mine.txt': 'not to be lost' },
    names: ['out', 'run.json'],
  },
  'going on with a run whose settings are damaged': {
    call: ['inspect', '--resume', '--out', 'out'],
    files: { 'out/run.json': '{"schema": "xunwang-run/1", "sites"' },
    names: ['run.json'],
    zh: /已损坏.*请从备份恢复/,
    en: /is damaged.*Restore it/,
  },
  'verifying what is no run': {
    call: ['verify', 'out'],
    files: { 'out/mine.txt': 'not to be lost' },
    names: ['out', 'run.json'],
  },
  'an annex that is not there': {
    call: ['audit', 'annex.csv'],
    names: ['annex.csv'],
    zh: /找不到文件/,
    en: /There is no file/,
  },
  'an annex without its columns': {
    call: ['audit', 'annex.csv'],
    files: { 'annex.csv': '单位,备注\n某局,无\n' },
    names: ['annex.csv', '单位', '得分', '备注'],
  },
  'an annex that is no JSON': {
    call: ['audit', 'annex.json'],
    files: { 'annex.json': '[{"unit": ' },
    names: ['annex.json', 'JSON'],
  },
  'an annex of another type': {
    call: ['audit', 'annex.doc'],
    files: { 'annex.doc': 'x' },
    names: ['annex.doc', '.docx', '.csv'],
  },
  'a city that nobody planned': {
    call: ['city', 'serve', '--plan', 'atlantis'],
    names: ['atlantis', 'xianning-2019q2', '--seed'],
  },
  'a port beyond all ports': {
    call: ['city', 'serve', '--seed', '1', '--port', '65536'],
    names: ['--port', '65536', '65535'],
  },
  'a city on a day that does not exist': {
    call: ['city', 'serve', '--seed', '1', '--as-of', '2019-13-01'],
    names: ['--as-of', '2019-13-01'],
  },
  'a city whose papers cannot be written': {
    call: ['city', 'serve', '--seed', '1', '--sites', '1', '--out', 'sites.csv/city'],
    names: ['sites.csv/city', 'ENOTDIR'],
  },
};
